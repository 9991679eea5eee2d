// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace periksa::language {

/// Strong Kleene with a second yes: `empty` is true because there was nothing to look at
/// (docs/rule-language.md §2).
enum class Truth : std::uint8_t { no, unknown, empty, yes };

constexpr bool is_true(Truth t) {
  return t == Truth::yes || t == Truth::empty;
}

constexpr Truth both(Truth a, Truth b) {
  if (a == Truth::no || b == Truth::no) return Truth::no;
  if (a == Truth::unknown || b == Truth::unknown) return Truth::unknown;
  return a == Truth::yes || b == Truth::yes ? Truth::yes : Truth::empty;
}

constexpr Truth either(Truth a, Truth b) {
  if (a == Truth::yes || b == Truth::yes) return Truth::yes;
  if (a == Truth::empty || b == Truth::empty) return Truth::empty;
  return a == Truth::unknown || b == Truth::unknown ? Truth::unknown : Truth::no;
}

constexpr Truth negate(Truth t) {
  if (t == Truth::unknown) return t;
  return is_true(t) ? Truth::no : Truth::yes;
}

constexpr Truth truth_of(bool value) {
  return value ? Truth::yes : Truth::no;
}

}  // namespace periksa::language
