// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/bilingual.h"

namespace periksa {

/// The candidate closest to a mistyped word, or an empty view if none is close enough to be what
/// was meant.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

/// A message that ends with the word that was probably meant, where there is one.
Bilingual with_nearest(Bilingual text, std::string_view near);

/// "there is no rule \"x\"; did you mean \"y\"?", of a `kind` of things with these names.
Bilingual no_such(const Bilingual& kind, std::string_view name,
                  std::span<const std::string_view> names);

/// Views of any range of objects with a `name` member, for `nearest`.
template <class Range>
std::vector<std::string_view> names_of(const Range& range) {
  std::vector<std::string_view> names;
  for (const auto& item : range) names.emplace_back(item.name);
  return names;
}

}  // namespace periksa
