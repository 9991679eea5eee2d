// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <string>
#include <type_traits>

#include "auditor/results/fields.h"
#include "tests/results/sample/sample.h"

namespace periksa {

/// Puts one text into every string of a document.
class Spoiler {
 public:
  explicit Spoiler(std::string text) : text_(std::move(text)) {}

  template <class T>
  void must(const char*, T& member) {
    spoil(member);
  }
  template <class T>
  void may(const char*, T& member, const T& = T{}) {
    spoil(member);
  }

 private:
  template <class T>
  void spoil(T& x) {
    if constexpr (std::same_as<T, std::string>) {
      x = text_;
    } else if constexpr (requires { typename T::mapped_type; }) {
      for (auto& [key, value] : x) spoil(value);
    } else if constexpr (requires { x.has_value(); }) {
      if (x) spoil(*x);
    } else if constexpr (requires { x.begin(); }) {
      for (auto& item : x) spoil(item);
    } else if constexpr (std::is_class_v<T>) {
      results::fields(*this, x);
    }
  }

  std::string text_;
};

/// The rich sample with `text` in every string.
inline results::Results spoilt(const std::string& text) {
  results::Results results = sample::rich();
  Spoiler spoiler(text);
  results::fields(spoiler, results);
  results.summary.reasons["met/" + text] = 1;
  return results;
}

}  // namespace periksa
