// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "auditor/forms/written.h"
#include "auditor/forms/written_parts.h"

namespace periksa::forms {
namespace {

using Name = std::pair<std::string_view, std::int64_t>;

constexpr std::array<Name, 10> kOnes{{{"nol", 0},
                                      {"satu", 1},
                                      {"dua", 2},
                                      {"tiga", 3},
                                      {"empat", 4},
                                      {"lima", 5},
                                      {"enam", 6},
                                      {"tujuh", 7},
                                      {"delapan", 8},
                                      {"sembilan", 9}}};
constexpr std::array<Name, 5> kScales{{{"ribu", 1'000},
                                       {"juta", 1'000'000},
                                       {"miliar", 1'000'000'000},
                                       {"milyar", 1'000'000'000},
                                       {"triliun", 1'000'000'000'000}}};

template <std::size_t N>
std::optional<std::int64_t> look_up(const std::array<Name, N>& names, std::string_view word) {
  const auto at = std::ranges::find(names, word, &Name::first);
  return at == names.end() ? std::nullopt : std::optional(at->second);
}

/// `se-` is one of what follows: sepuluh, sebelas, seratus, seribu, sejuta.
std::vector<std::string> spelled_out(std::string_view text) {
  std::vector<std::string> words;
  for (auto& word : words_of(small_letters(text))) {
    if (word == "rupiah") continue;
    const bool one = word.starts_with("se") && word != "sembilan" && word.size() > 4;
    if (one) words.emplace_back("satu");
    words.push_back(one ? word.substr(2) : std::move(word));
  }
  return words;
}

/// Adds up the words of one number; each part must be smaller than the one before it, so that
/// words out of order are no number.
class Adder {
 public:
  bool take(std::string_view word) {
    if (const auto digit = look_up(kOnes, word)) return put(*digit);
    if (word == "belas") return waiting() && lift(1, digit_ + 10);
    if (word == "puluh") return waiting() && lift(10, digit_ * 10);
    if (word == "ratus") return waiting() && lift(100, digit_ * 100);
    if (const auto scale = look_up(kScales, word)) return close(*scale);
    return false;
  }

  std::optional<std::int64_t> total() {
    if (waiting() && !lift(1, digit_)) return std::nullopt;
    return seen_ ? std::optional(total_ + group_) : std::nullopt;
  }

 private:
  bool waiting() const { return digit_ != kNothing; }

  bool put(std::int64_t digit) {
    if (waiting()) return false;
    digit_ = digit;
    seen_ = true;
    return true;
  }

  /// The digit waiting becomes `value`, of hundreds, tens or ones.
  bool lift(std::int64_t rank, std::int64_t value) {
    digit_ = kNothing;
    if (rank >= rank_) return false;
    rank_ = rank;
    group_ += value;
    return true;
  }

  /// Thousands, millions …: what has been said since the last scale, times this one.
  bool close(std::int64_t scale) {
    if (waiting() && !lift(1, digit_)) return false;
    if (group_ == 0 || scale >= scale_) return false;
    scale_ = scale;
    total_ += group_ * scale;
    group_ = 0;
    rank_ = 1'000;
    return true;
  }

  static constexpr std::int64_t kNothing = -1;

  std::int64_t digit_ = kNothing;
  std::int64_t group_ = 0;
  std::int64_t total_ = 0;
  std::int64_t rank_ = 1'000;
  std::int64_t scale_ = 1'000'000'000'000'000;
  bool seen_ = false;
};

}  // namespace

std::optional<std::int64_t> read_number_words(std::string_view text) {
  Adder adder;
  for (const auto& word : spelled_out(text)) {
    if (!adder.take(word)) return std::nullopt;
  }
  return adder.total();
}

}  // namespace periksa::forms
