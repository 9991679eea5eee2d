// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "auditor/base/decimal.h"
#include "auditor/base/money.h"
#include "auditor/forms/written.h"
#include "auditor/forms/written_parts.h"

namespace periksa::forms {
namespace {

constexpr std::string_view kDigits = "0123456789";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Whole units and the digits behind the decimal sign.
struct Figure {
  std::string whole;
  std::string part;
};

bool is_group(std::string_view digits) {
  return digits.size() == 3;
}

/// `2.500.000`: the pieces between separators that group thousands, or nothing.
std::optional<std::string> grouped(std::string_view text, char separator) {
  const auto pieces = split_at(text, std::string_view(&separator, 1));
  const auto separators = std::ranges::count(text, separator);
  if (pieces.size() != static_cast<std::size_t>(separators) + 1 || pieces[0].size() > 3)
    return std::nullopt;
  if (!std::all_of(pieces.begin() + 1, pieces.end(), is_group)) return std::nullopt;
  std::string whole;
  for (const auto& piece : pieces) whole += piece;
  return whole;
}

/// Whether the separator groups thousands or begins the decimals is told by the digits behind it;
/// where both are possible nothing is.
std::optional<Figure> read_figure(std::string_view text, int places) {
  const auto last = text.find_last_of(".,");
  if (last == std::string_view::npos) return Figure{std::string(text), {}};
  const char separator = text[last];
  const char other = separator == '.' ? ',' : '.';
  const std::string_view before = text.substr(0, last);
  const std::string_view behind = text.substr(last + 1);
  const bool repeated = before.find(separator) != std::string_view::npos;
  const bool both = before.find(other) != std::string_view::npos;
  if (before.empty() || behind.empty() || (repeated && both)) return std::nullopt;
  const bool decimals = !repeated && behind.size() <= static_cast<std::size_t>(places);
  const bool thousands = !both && is_group(behind);
  if (decimals == thousands) return std::nullopt;  // neither, or 1.234 of three places: either
  if (thousands) {
    auto whole = grouped(text, separator);
    return whole ? std::optional(Figure{std::move(*whole), {}}) : std::nullopt;
  }
  if (!both) return Figure{std::string(before), std::string(behind)};
  auto whole = grouped(before, other);
  return whole ? std::optional(Figure{std::move(*whole), std::string(behind)}) : std::nullopt;
}

int zeros_of(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, int>, 7> kWords{{{"ribu", 3},
                                                                    {"rb", 3},
                                                                    {"juta", 6},
                                                                    {"jt", 6},
                                                                    {"miliar", 9},
                                                                    {"milyar", 9},
                                                                    {"triliun", 12}}};
  const std::string small = small_letters(word);
  const auto at = std::ranges::find(kWords, small, &std::pair<std::string_view, int>::first);
  return at == kWords.end() ? 0 : at->second;
}

/// What stands around the figure.
struct Around {
  std::string_view before;
  std::string_view figure;
  std::string_view behind;
};

/// The one figure of the text; nothing if there is none or more than one.
std::optional<Around> find_figure(std::string_view text) {
  const auto from = text.find_first_of(kDigits);
  if (from == std::string_view::npos) return std::nullopt;
  auto to = text.find_first_not_of("0123456789.,", from);
  to = std::min(to, text.size());
  Around around{trimmed(text.substr(0, from)), text.substr(from, to - from), text.substr(to)};
  if (around.behind.find_first_of(kDigits) != std::string_view::npos) return std::nullopt;
  while (!around.figure.empty() && !is_digit(around.figure.back())) {
    // `600.000,-` and `600.000.`: the sign behind the amount means nothing follows.
    around.figure.remove_suffix(1);
    while (around.behind.starts_with('-') || around.behind.starts_with('='))
      around.behind.remove_prefix(1);
  }
  around.behind = trimmed(around.behind);
  return around;
}

std::string_view without_dot(std::string_view name) {
  if (name.ends_with('.')) name.remove_suffix(1);
  return trimmed(name);
}

/// The currency from its sign before the figure or behind it, not both unless they agree.
std::optional<Currency> currency_of(const CurrencyNames& names, std::string_view before,
                                    std::string_view behind) {
  const auto first = names.find(before);
  const auto second = names.find(behind);
  if (!before.empty() && !first) return std::nullopt;
  if (!behind.empty() && !second) return std::nullopt;
  if (first && second && !(*first == *second)) return std::nullopt;
  return first ? first : second;
}

/// The words in brackets behind the amount, taken off the text; nothing if the brackets are open.
std::optional<std::string_view> take_words(std::string_view& text) {
  const auto open = text.find('(');
  if (open == std::string_view::npos) return std::string_view{};
  if (!text.ends_with(')')) return std::nullopt;
  const std::string_view words = text.substr(open + 1, text.size() - open - 2);
  text = trimmed(text.substr(0, open));
  return trimmed(words);
}

/// Minor units of a figure with zeros behind it; nothing above the cap.
std::optional<std::int64_t> minor_units(const Figure& figure, int zeros, int places) {
  const int shift = zeros + places - static_cast<int>(figure.part.size());
  if (shift < 0) return std::nullopt;
  const auto minor =
      parse_integer(figure.whole + figure.part + std::string(static_cast<std::size_t>(shift), '0'));
  return minor && *minor <= kMoneyCap ? minor : std::nullopt;
}

}  // namespace

CurrencyNames::CurrencyNames(const facts::Vocabulary& vocabulary) {
  const auto list = vocabulary.find_list("currency");
  if (!list) return;
  for (const auto& code : vocabulary.list(*list).codes) {
    if (code.name.size() != 3) continue;
    const Currency currency{{code.name[0], code.name[1], code.name[2]}};
    names_.emplace(small_letters(code.name), currency);
    for (const auto& name : code.known_as)
      names_.emplace(small_letters(without_dot(name)), currency);
  }
}

std::optional<Currency> CurrencyNames::find(std::string_view name) const {
  const auto at = names_.find(small_letters(without_dot(trimmed(name))));
  return at == names_.end() ? std::nullopt : std::optional(at->second);
}

Written read_written_money(std::string_view text, const CurrencyNames& names,
                           const Habits& habits) {
  text = trimmed(text);
  const auto words = take_words(text);
  const auto around = find_figure(text);
  if (!words || !around) return unreadable();
  std::string_view behind = around->behind;
  const auto first = behind.substr(0, behind.find(' '));
  const int zeros = zeros_of(first);
  if (zeros > 0) behind = trimmed(behind.substr(first.size()));
  auto currency = currency_of(names, around->before, behind);
  if (!currency && around->before.empty() && behind.empty()) currency = habits.currency;
  if (!currency) return unreadable();
  const int places = minor_digits(*currency);
  const auto figure = read_figure(around->figure, zeros > 0 ? 3 : places);
  const auto minor = figure ? minor_units(*figure, zeros, places) : std::nullopt;
  if (!minor) return unreadable();
  const Money money{*minor, *currency};
  if (!words->empty()) {
    const auto said = read_number_words(*words);
    const auto agreed = said ? minor_units({std::to_string(*said), {}}, 0, places) : std::nullopt;
    if (agreed != minor) return unreadable();
  }
  return {Written::Kind::value, to_string(money), std::nullopt};
}

}  // namespace periksa::forms
