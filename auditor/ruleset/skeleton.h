// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "auditor/base/diagnostic.h"

namespace periksa::ruleset {

/// What stands where the author has to write: a rule with such a slot does not load.
inline constexpr const char* kSlot = "…";

/// What a new rule is made from.
struct NewRule {
  std::string id;    // "uu-18-2017/54.1.a/3": instrument, clause, number
  std::string cite;  // "uu-18-2017#54.1.a"
  std::string subject = "worker";
  std::string base = "clean-worker";
  std::string tier = "law";
};

struct Skeleton {
  std::filesystem::path file;  // where it belongs, below the rules folder
  std::string text;
};

/// A rule file with everything a rule needs, its windows and rows from the register, the text of
/// the law as comment, and a slot wherever the author decides. Refused, with the reason: a citation
/// the register does not have, an id that does not fit it or is taken, an unknown entity, base or
/// tier.
Result<Skeleton> make_skeleton(const std::filesystem::path& rules, const NewRule& wanted);

}  // namespace periksa::ruleset
