// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/written.h"

#include <algorithm>
#include <array>

#include "auditor/base/decimal.h"
#include "auditor/base/period.h"
#include "auditor/forms/written_parts.h"

namespace periksa::forms {
namespace {

using facts::NoneMeans;
using facts::Type;
using Words = std::initializer_list<std::string_view>;

/// A share (0.065 for 6.5 %) whose percentage is still a decimal number.
constexpr std::int64_t kMostShare = 10'000'000'000 * kDecimalOne - 1;

Written value(std::string text) {
  return {Written::Kind::value, std::move(text), std::nullopt};
}

bool is_one_of(std::string_view word, Words words) {
  return std::ranges::find(words, word) != words.end();
}

/// Words by which a paper says that there is none. "Belum" (not yet) says so only of what has not
/// happened; "n/a" may also mean that nobody knows, and says nothing.
bool says_none(const facts::Field& field, std::string_view small) {
  if (field.none == NoneMeans::refused) return false;
  if (is_one_of(small, {"tidak ada", "tdk ada", "nihil", "none"})) return true;
  return field.none == NoneMeans::not_yet && is_one_of(small, {"belum", "belum ada", "not yet"});
}

/// Words by which somebody who copies papers says what they are like.
bool says_absent(std::string_view small) {
  return is_one_of(small, {"kosong", "empty"});
}
bool says_not_supplied(std::string_view small) {
  return is_one_of(small, {"tidak disampaikan", "not supplied"});
}

/// What people write into a box they leave empty; no value of any type.
bool is_filler(std::string_view small) {
  return is_one_of(small, {"-", "--", "---", "\u2013", "\u2014", "n/a", "na", "#n/a", "?", "...",
                           "tidak ada", "tdk ada", "nihil", "none", "belum", "belum ada"});
}

Written read_bool(std::string_view small) {
  if (is_one_of(small,
                {"ya", "y", "yes", "sudah", "ada", "benar", "true", "1", "\u2713", "\u2714"}))
    return value("yes");
  // Not "t": an Indonesian's no is a database's yes (t/f).
  if (is_one_of(small, {"tidak", "tdk", "no", "n", "belum", "tidak ada", "salah", "false", "0"}))
    return value("no");
  return unreadable();
}

/// `1.234` is a thousand and more where only whole numbers are asked for.
Written read_integer(std::string_view text) {
  if (parse_integer(text)) return value(std::string(text));
  const auto pieces = split_at(text, ".");
  const bool groups = pieces.size() > 1 && pieces[0].size() <= 3 &&
                      std::all_of(pieces.begin() + 1, pieces.end(),
                                  [](const auto& piece) { return piece.size() == 3; });
  std::string digits;
  for (const auto& piece : pieces) digits += piece;
  const bool plain =
      std::ranges::count(text, '.') + 1 == static_cast<std::ptrdiff_t>(pieces.size());
  return groups && plain && parse_integer(digits) ? value(digits) : unreadable();
}

/// A comma is a decimal sign; a point too, as in the filing format; with three digits behind it
/// either may group thousands, and nobody knows. With a percent sign or without.
Written read_decimal(std::string_view text, bool percent) {
  if (percent && text.ends_with('%')) text = trimmed(text.substr(0, text.size() - 1));
  std::string canonical(text);
  const auto sign = text.find_first_of(".,");
  const bool group = sign != std::string_view::npos && sign > 0 && sign <= 3 &&
                     text.size() - sign == 4 && text.front() != '0';
  if (group) return unreadable();
  if (std::ranges::count(text, ',') == 1 && !text.contains('.'))
    std::ranges::replace(canonical, ',', '.');
  return parse_decimal(canonical) ? value(canonical) : unreadable();
}

/// `3 bulan`, `2 tahun`, `90 hari`, `24 months`.
Written read_period(std::string_view small) {
  const auto words = words_of(small);
  if (words.size() != 2) return unreadable();
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kUnits{
      {{"bulan", "months"},
       {"bln", "months"},
       {"tahun", "years"},
       {"thn", "years"},
       {"th", "years"},
       {"hari", "days"},
       {"hr", "days"},
       {"", ""}}};
  std::string unit = words[1];
  for (const auto& [written, meant] : kUnits) {
    if (unit == written) unit = meant;
  }
  const std::string canonical = words[0] + ' ' + unit;
  const auto period = parse_period(canonical);
  return period ? value(to_string(*period)) : unreadable();
}

/// Each code by its own name, its labels and what it is known as; a name that two codes share is
/// nobody's, unless it is one's own.
std::map<std::string, std::string> names_of_codes(const facts::CodeList& list) {
  std::map<std::string, std::string> names;
  for (const auto& code : list.codes) {
    const auto add = [&](std::string_view name) {
      const auto [at, fresh] = names.emplace(small_letters(name), code.name);
      if (!fresh && at->second != code.name) at->second.clear();
    };
    add(code.label.id);
    add(code.label.en);
    for (const auto& name : code.known_as) add(name);
  }
  for (const auto& code : list.codes) names[small_letters(code.name)] = code.name;
  return names;
}

}  // namespace

bool says_unreadable(std::string_view text) {
  const std::string small = small_letters(trimmed(text));
  return small.starts_with("tidak terbaca") || small.starts_with("unreadable");
}

WrittenReader::WrittenReader(const facts::Vocabulary& vocabulary)
    : vocabulary_(&vocabulary), currencies_(vocabulary) {
  for (const auto& list : vocabulary.lists()) codes_.push_back(names_of_codes(list));
}

Written WrittenReader::read_code(const facts::Field& field, std::string_view small) const {
  const auto& names = codes_[field.target];
  const auto at = names.find(std::string(small));
  return at == names.end() || at->second.empty() ? unreadable() : value(at->second);
}

Written WrittenReader::read_number(const facts::Field& field, std::string_view digits,
                                   std::string_view unit, const Habits& habits) const {
  const auto figures = std::ranges::count_if(digits, [](char c) { return c >= '0' && c <= '9'; });
  switch (field.type) {
    case Type::integer:
      return parse_integer(digits) ? value(std::string(digits)) : unreadable();
    case Type::decimal:
      return parse_decimal(digits) ? value(std::string(digits)) : unreadable();
    case Type::percent: {
      const auto share = parse_decimal(digits);
      if (!share) return unreadable();
      if (unit != "%") return value(std::string(digits));
      if (share->millionths > kMostShare || share->millionths < -kMostShare) return unreadable();
      return value(to_string(Decimal{share->millionths * 100}));
    }
    case Type::money: {
      const auto currency = unit.empty() ? habits.currency : currencies_.find(unit);
      if (!currency) return unreadable();
      const auto money = parse_money(std::string(currency->view()) + ' ' + std::string(digits));
      return money ? value(to_string(*money)) : unreadable();
    }
    case Type::date:
      return unreadable();
    case Type::text:
    case Type::reference:
      return figures > 15 ? unreadable() : value(std::string(digits));
    case Type::boolean:
    case Type::period:
    case Type::code:
      break;
  }
  return read(field, digits, habits);
}

Written WrittenReader::read(const facts::Field& field, std::string_view raw,
                            const Habits& habits) const {
  const std::string_view text = unguarded(trimmed(raw));
  if (text.empty()) return {};
  const std::string small = small_letters(text);
  if (field.type == Type::text && text.starts_with('\'')) {
    const auto rest = trimmed(text.substr(1));
    if (read(field, rest, habits).kind != Written::Kind::value) return value(std::string(rest));
  }
  // Namibia is NA, which otherwise says nothing.
  if (field.type == Type::code && vocabulary_->list(field.target).find(text))
    return value(std::string(text));
  if (says_absent(small)) return {};
  if (says_not_supplied(small)) return {Written::Kind::not_supplied, {}, std::nullopt};
  if (says_unreadable(text)) return unreadable();
  if (field.type == Type::boolean) return read_bool(small);
  if (says_none(field, small)) return {Written::Kind::none, {}, std::nullopt};
  if (is_filler(small)) return unreadable();
  switch (field.type) {
    case Type::integer:
      return read_integer(text);
    case Type::decimal:
      return read_decimal(text, false);
    case Type::percent:
      return read_decimal(text, true);
    case Type::money:
      return read_written_money(text, currencies_, habits);
    case Type::period:
      return read_period(small);
    case Type::date:
      return read_written_date(text, habits);
    case Type::code:
      return read_code(field, small);
    case Type::boolean:
    case Type::text:
    case Type::reference:
      break;
  }
  return value(std::string(text));
}

}  // namespace periksa::forms
