// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/join_key.h"

#include "auditor/base/identity_number.h"

namespace periksa::forms {
namespace {

std::optional<IdentityKind> kind_of(const facts::Entity& entity, const facts::Field& field) {
  if (entity.name == "worker" && field.name == "nik") return IdentityKind::nik;
  if (entity.name == "passport" && field.name == "number") return IdentityKind::passport;
  return std::nullopt;
}

std::string plain(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    const bool capital = c >= 'A' && c <= 'Z';
    const bool other = static_cast<unsigned char>(c) >= 0x80;
    if (capital || other || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))
      plain += capital ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return plain;
}

}  // namespace

std::string join_key(const facts::Entity& entity, const facts::Field& field,
                     std::string_view text) {
  if (const auto kind = kind_of(entity, field)) {
    const auto number = identity_number(*kind, text);
    return number ? identity_text(*kind, *number) : std::string();
  }
  std::string key = plain(text);
  const bool says_something = key.size() > 1 && key.find_first_of("123456789") != std::string::npos;
  return says_something ? key : std::string();
}

}  // namespace periksa::forms
