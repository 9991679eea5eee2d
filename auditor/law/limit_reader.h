// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/law/limits.h"
#include "auditor/law/reading.h"

namespace periksa::law {

/// What a limit is read against.
struct LimitWorld {
  const facts::Vocabulary& vocabulary;
  const Register& law;
};

/// One <limit>, its index not yet made.
Limit read_limit(Reading& reading, pugi::xml_node node, const LimitWorld& world);

/// The rows of a limit whose name, type and keys are read: their <row> elements, in order.
void read_rows(Reading& reading, pugi::xml_node node, const LimitWorld& world, Limit& limit);

/// The key attributes of a <row> or <complete>, one list per key of the limit, sorted.
std::vector<std::vector<std::int64_t>> read_keys(Reading& reading, pugi::xml_node node,
                                                 const LimitWorld& world, const Limit& limit);

/// The attributes a <row> or <complete> may have: its own and the keys.
std::vector<std::string_view> with_keys(std::span<const std::string_view> own, const Limit& limit);

}  // namespace periksa::law
