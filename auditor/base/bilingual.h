// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace periksa {

enum class Language : unsigned char { id, en };

/// A text in both languages of the product: Indonesian first, as it is the one that is signed.
struct Bilingual {
  std::string id;
  std::string en;

  const std::string& in(Language language) const { return language == Language::id ? id : en; }
  std::string& in(Language language) { return language == Language::id ? id : en; }
  bool operator==(const Bilingual&) const = default;
};

}  // namespace periksa
