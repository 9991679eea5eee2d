// SPDX-License-Identifier: Apache-2.0
#include "auditor/documents/page_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "auditor/base/decimal.h"
#include "auditor/base/money.h"
#include "auditor/forms/written_parts.h"

namespace periksa::documents {
namespace {

using facts::Type;

constexpr std::array<std::array<std::string_view, 7>, 12> kMonths{
    {{"januari", "january", "jan", "", "", "", ""},
     {"februari", "february", "feb", "pebruari", "peb", "", ""},
     {"maret", "march", "mar", "", "", "", ""},
     {"april", "apr", "", "", "", "", ""},
     {"mei", "may", "", "", "", "", ""},
     {"juni", "june", "jun", "", "", "", ""},
     {"juli", "july", "jul", "", "", "", ""},
     {"agustus", "august", "agu", "agt", "ags", "agust", "aug"},
     {"september", "sept", "sep", "", "", "", ""},
     {"oktober", "october", "okt", "oct", "", "", ""},
     {"november", "nopember", "nov", "nop", "", "", ""},
     {"desember", "december", "des", "dec", "", "", ""}}};

constexpr std::string_view kNoBreak = "\u00a0";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Letters of other scripts are bytes above ASCII and count as letters.
bool is_letter(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// In small letters; every run of blanks, page breaks and no-break spaces is one blank.
std::string with_single_blanks(std::string_view text) {
  std::string single;
  const std::string small = forms::small_letters(text);
  for (std::size_t i = 0; i < small.size(); ++i) {
    const bool no_break = std::string_view(small).substr(i).starts_with(kNoBreak);
    const bool blank = no_break || std::string_view(" \t\r\n\f\v").contains(small[i]);
    if (no_break) ++i;
    if (!blank) single += small[i];
    if (blank && !single.ends_with(' ')) single += ' ';
  }
  return single;
}

std::string grouped(std::string digits, char separator) {
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), 1, separator);
  return digits;
}

/// Without trailing zeros: what stands after the point of an exact decimal.
std::string fraction_of(std::int64_t millionths) {
  std::string digits = fmt::format("{:06}", millionths % kDecimalOne);
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits;
}

std::vector<std::string> spellings_of_money(const facts::Cell& cell) {
  const int places = minor_digits(unpack_currency(cell.unit));
  std::int64_t unit = 1;
  for (int i = 0; i < places; ++i) unit *= 10;
  const std::string fraction =
      cell.value % unit == 0 ? "" : fmt::format("{:0{}}", cell.value % unit, places);
  return spellings_of_number(cell.value / unit, fraction);
}

std::vector<std::string> spellings_of_period(const facts::Cell& cell) {
  const auto months = static_cast<std::int32_t>(cell.value >> 32);
  const auto days = static_cast<std::int32_t>(cell.value & 0xFFFF'FFFF);
  std::vector<std::string> all;
  const auto add = [&](std::int32_t count, std::initializer_list<const char*> units) {
    for (const auto* unit : units) all.push_back(fmt::format("{}{}", count, unit));
  };
  if (months > 0) add(months, {"bulan", "month", "months"});
  if (months > 0 && months % 12 == 0) add(months / 12, {"tahun", "year", "years"});
  if (days > 0) add(days, {"hari", "day", "days"});
  return all;
}

std::vector<std::string> names_of_code(const facts::Code& code) {
  std::vector<std::string> all{code.label.id, code.label.en, code.name};
  all.insert(all.end(), code.known_as.begin(), code.known_as.end());
  return all;
}

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : with_single_blanks(text)) {
    if (is_letter(c)) letters += c;
  }
  return letters;
}

}  // namespace

std::vector<std::string> spellings_of_number(std::int64_t whole, std::string_view fraction) {
  const std::string digits = std::to_string(whole);
  const std::string points = grouped(digits, '.');
  const std::string commas = grouped(digits, ',');
  std::set<std::string> all;
  if (fraction.empty()) all = {digits, points, commas};
  const std::string behind = fraction.empty() ? "00" : std::string(fraction);
  for (const auto& one : {digits, points}) all.insert(one + ',' + behind);
  for (const auto& one : {digits, commas}) all.insert(one + '.' + behind);
  return {all.begin(), all.end()};
}

std::vector<std::string> spellings_of_date(Date date) {
  const int year = date.year();
  const int month = date.month();
  const int day = date.day();
  std::set<std::string> all;
  for (const char sign : {'/', '-', '.'}) {
    all.insert(fmt::format("{}{}{}{}{}", day, sign, month, sign, year));
    all.insert(fmt::format("{:02}{}{:02}{}{}", day, sign, month, sign, year));
    all.insert(fmt::format("{}{}{:02}{}{:02}", year, sign, month, sign, day));
  }
  for (const auto name : kMonths[static_cast<std::size_t>(month - 1)]) {
    if (name.empty()) continue;
    for (const auto& number : {std::to_string(day), fmt::format("{:02}", day)}) {
      for (const char sign : {' ', '-', '/'})
        all.insert(fmt::format("{}{}{}{}{}", number, sign, name, sign, year));
      all.insert(fmt::format("{} {}. {}", number, name, year));
      all.insert(fmt::format("{} {}, {}", name, number, year));
    }
  }
  return {all.begin(), all.end()};
}

std::optional<Wanted> wanted(const facts::Facts& facts, const facts::Field& field,
                             const facts::Cell& cell) {
  if (cell.state != facts::State::known) return std::nullopt;
  switch (field.type) {
    case Type::money:
      return Wanted{Wanted::Kind::number, spellings_of_money(cell)};
    case Type::integer:
      return Wanted{Wanted::Kind::number, spellings_of_number(cell.value, {})};
    case Type::decimal:
    case Type::percent:
      if (cell.value < 0) return std::nullopt;
      return Wanted{Wanted::Kind::number,
                    spellings_of_number(cell.value / kDecimalOne, fraction_of(cell.value))};
    case Type::date:
      return Wanted{Wanted::Kind::date,
                    spellings_of_date(Date(static_cast<std::int32_t>(cell.value)))};
    case Type::period:
      return Wanted{Wanted::Kind::words, spellings_of_period(cell)};
    case Type::text:
      return Wanted{Wanted::Kind::words, {std::string(facts.text(cell))}};
    case Type::code: {
      const auto& codes = facts.vocabulary().list(field.target).codes;
      return Wanted{Wanted::Kind::words,
                    names_of_code(codes[static_cast<std::size_t>(cell.value)])};
    }
    case Type::boolean:
    case Type::reference:
      break;
  }
  return std::nullopt;
}

SearchedPage::SearchedPage(std::string_view text) : small_(with_single_blanks(text)) {
  bool before = true;
  for (const char c : small_) {
    if (is_letter(c)) {
      letters_ += c;
      begins_.push_back(before);
    }
    before = !is_letter(c);
  }
  for (std::size_t at = 0; at < small_.size();) {
    if (!is_digit(small_[at])) {
      ++at;
      continue;
    }
    auto end = std::min(small_.find_first_not_of("0123456789.,", at), small_.size());
    const std::size_t next = end;
    while (!is_digit(small_[end - 1])) --end;
    numbers_.insert(small_.substr(at, end - at));
    at = next;
  }
}

bool SearchedPage::has(const Wanted& wanted) const {
  return std::ranges::any_of(wanted.spellings, [&](const std::string& one) {
    switch (wanted.kind) {
      case Wanted::Kind::number:
        return numbers_.contains(one);
      case Wanted::Kind::date:
        return has_date(one);
      case Wanted::Kind::words:
        break;
    }
    return has_words(one);
  });
}

bool SearchedPage::has_date(std::string_view date) const {
  for (auto at = small_.find(date); at != std::string::npos; at = small_.find(date, at + 1)) {
    const std::size_t end = at + date.size();
    const bool begins = at == 0 || !is_letter(small_[at - 1]);
    if (begins && (end == small_.size() || !is_letter(small_[end]))) return true;
  }
  return false;
}

/// "Siti" is not found in "Sitinah", nor a number inside a longer one.
bool SearchedPage::has_words(std::string_view words) const {
  const std::string wanted = letters_of(words);
  if (wanted.empty()) return false;
  for (auto at = letters_.find(wanted); at != std::string::npos;
       at = letters_.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    if (begins_[at] && (end == letters_.size() || begins_[end])) return true;
  }
  return false;
}

}  // namespace periksa::documents
