// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/wording.h"

namespace periksa::reports {

/// What a case sheet tells of the matter itself (docs/case-sheet.md), by path; empty where it says
/// nothing, and always in a redacted edition and an extract.
class Matter {
 public:
  explicit Matter(const Wording& wording) : wording_(wording) {}

  /// Whether it was left out of these results, so that they do not say what the sheet lacks.
  bool left_out() const;
  /// "assignment/number", as it is written.
  std::string text(const std::string& path) const;
  /// The same of what says who somebody is: masked unless names are shown.
  std::string private_text(const std::string& path) const;
  /// "assignment/on", in words.
  std::string day(const std::string& path) const;
  /// How many "officer/1/…", "officer/2/…" there are.
  std::size_t how_many(const std::string& list) const;
  /// "officer/2/name".
  static std::string path(std::string_view list, std::size_t n, std::string_view name);
  /// The texts of a list of elements with nothing but text.
  std::vector<std::string> texts(const std::string& list) const;

 private:
  const Wording& wording_;
};

}  // namespace periksa::reports
