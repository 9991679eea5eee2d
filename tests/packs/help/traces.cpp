// SPDX-License-Identifier: Apache-2.0
#include "tests/packs/help/traces.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <regex>

namespace periksa::test {
namespace {

constexpr std::size_t kLeastWord = 4;
constexpr std::size_t kLeastNumber = 6;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
/// Letters of every script: bytes beyond ASCII are parts of them.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return text;
}

/// What people put between the digits of one number.
bool parts_digits(char c) {
  return c == ' ' || c == '.' || c == '-' || c == '/';
}

/// The text without what parts the digits of its numbers.
std::string joined_numbers(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool between = i > 0 && i + 1 < text.size() && parts_digits(text[i]) &&
                         is_digit(text[i - 1]) && is_digit(text[i + 1]);
    if (!between) out += text[i];
  }
  return out;
}

std::string digits_of(const std::string& text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), is_digit);
  return out;
}

/// Hashes hold any digits by chance.
std::string without_hashes(const std::string& text) {
  static const std::regex kHash("[0-9a-f]{32,128}");
  return std::regex_replace(text, kHash, "#");
}

bool stands_as_word(const std::string& text, const std::string& word) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const bool before = at > 0 && is_letter(text[at - 1]);
    const bool behind = at + word.size() < text.size() && is_letter(text[at + word.size()]);
    if (!before && !behind) return true;
  }
  return false;
}

constexpr std::array<const char*, 12> kIndonesian{"januari",   "februari", "maret",    "april",
                                                  "mei",       "juni",     "juli",     "agustus",
                                                  "september", "oktober",  "november", "desember"};
constexpr std::array<const char*, 12> kEnglish{"january",   "february", "march",    "april",
                                               "may",       "june",     "july",     "august",
                                               "september", "october",  "november", "december"};

}  // namespace

Traces::Traces(std::string open)
    : open_(lower(std::move(open))), open_numbers_(joined_numbers(open_)) {}

void Traces::add_text(const std::string& form) {
  if (form.size() >= kLeastWord && open_.find(form) == std::string::npos) texts_.insert(form);
}

void Traces::add_date(const std::string& value) {
  static const std::regex kDate(R"((\d{4})-(\d{2})-(\d{2}))");
  for (std::sregex_iterator at(value.begin(), value.end(), kDate), end; at != end; ++at) {
    if (open_.find(at->str()) != std::string::npos) continue;  // it is also an open day
    const std::string year = (*at)[1];
    const int month = std::stoi((*at)[2]);
    const int day = std::stoi((*at)[3]);
    if (month < 1 || month > 12) continue;
    const auto number = static_cast<std::size_t>(month - 1);
    for (const std::string& days : {std::to_string(day), fmt::format("{:02}", day)}) {
      for (const char* between : {"/", "-", "."}) {
        for (const std::string& months : {std::to_string(month), fmt::format("{:02}", month)}) {
          add_text(days + between + months + between + year);
          add_text(months + between + days + between + year);
          add_text(year + between + months + between + days);
        }
      }
      for (const char* name : {kIndonesian[number], kEnglish[number]}) {
        add_text(fmt::format("{} {} {}", days, name, year));
        add_text(fmt::format("{} {}, {}", name, days, year));
        add_text(fmt::format("{} {} {}", days, std::string(name).substr(0, 3), year));
      }
    }
    add_text(fmt::format("{}{:02}{:02}", year, month, day));
    add_text(fmt::format("{:02}{:02}{}", day, month, year));
  }
}

void Traces::add(const std::string& value) {
  const std::string small = lower(value);
  add_text(small);
  add_date(small);
  const std::string digits = digits_of(small);
  if (digits.size() >= kLeastNumber && open_numbers_.find(digits) == std::string::npos)
    numbers_.insert(digits);
  std::string word;
  for (std::size_t i = 0; i <= small.size(); ++i) {
    if (i < small.size() && is_letter(small[i])) {
      word += small[i];
    } else {
      if (word.size() >= kLeastWord && open_.find(word) == std::string::npos) words_.insert(word);
      word.clear();
    }
  }
}

void Traces::add_hash(const std::string& hash) {
  if (!hash.empty()) hashes_.insert(hash);
}

std::vector<std::string> Traces::in(const std::string& text) const {
  const std::string small = without_hashes(lower(text));
  const std::string numbers = joined_numbers(small);
  std::vector<std::string> found;
  for (const std::string& form : texts_) {
    if (small.find(form) != std::string::npos) found.push_back(form);
  }
  for (const std::string& word : words_) {
    if (stands_as_word(small, word)) found.push_back(word);
  }
  for (const std::string& number : numbers_) {
    if (numbers.find(number) != std::string::npos) found.push_back(number);
  }
  for (const std::string& hash : hashes_) {
    if (text.find(hash) != std::string::npos) found.push_back(hash);
  }
  return found;
}

}  // namespace periksa::test
