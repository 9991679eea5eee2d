// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/number_format.h"

#include <algorithm>
#include <array>

#include "auditor/sheets/letters.h"

namespace periksa::sheets {
namespace {

constexpr std::array<std::string_view, 12> kLetterSigns{"rp", "rp.", "rm", "kr", "dh", "s/.",
                                                        "fr", "fr.", "qr", "bd", "kd", "sr"};

/// Without blanks and no-break spaces around it.
std::string_view bare(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view blank : {std::string_view(" "), kNoBreakSpace}) {
      if (text.starts_with(blank)) text.remove_prefix(blank.size()), again = true;
      if (text.ends_with(blank)) text.remove_suffix(blank.size()), again = true;
    }
  }
  return text;
}

/// $, ¢ to ¥, baht, rial and the block of currency symbols.
bool has_currency_sign(std::string_view text) {
  for (const std::string_view sign : {"$", "\xC2\xA2", "\xC2\xA3", "\xC2\xA4", "\xC2\xA5",
                                      "\xE0\xB8\xBF", "\xEF\xB7\xBC", "\xE2\x82"}) {
    const auto at = text.find(sign);
    if (at == std::string_view::npos) continue;
    if (sign != "\xE2\x82") return true;
    if (at + 2 < text.size() && static_cast<unsigned char>(text[at + 2]) >= 0xA0) return true;
  }
  return false;
}

bool is_unit(std::string_view literal) {
  if (literal.empty() || literal.size() > 16) return false;
  if (has_currency_sign(literal)) return true;
  if (literal.size() == 3 &&
      std::ranges::all_of(literal, [](char c) { return c >= 'A' && c <= 'Z'; }))
    return true;
  return std::ranges::find(kLetterSigns, lowered(literal)) != kLetterSigns.end();
}

/// One walk over the first section of a code.
class Walk {
 public:
  explicit Walk(std::string_view code) : rest_(code) {}

  NumberFormat result() {
    if (lowered(rest_) == "general") return {};
    while (!rest_.empty() && rest_.front() != ';') step();
    end_literal();
    if (days_ || years_ || (months_ && !clock_)) return {part_shown(), {}};
    if (elapsed_) return {Shows::duration, {}};
    if (clock_) return {Shows::time, {}};
    if (unit_.empty() && percent_) unit_ = "%";
    return {Shows::number, unit_};
  }

 private:
  /// A weekday counts as a day: it is shown of a date that was typed as one.
  Shows part_shown() const {
    if (days_) return years_ || era_ || !months_ ? Shows::day : Shows::no_year;
    return months_ ? Shows::month : Shows::year;
  }

  void step() {
    switch (const char c = take(); lower(c)) {
      case '"':
        literal_ += take_until('"');
        break;
      case '\\':
        if (!rest_.empty()) literal_ += take();
        break;
      case '_':
      case '*':  // a gap as wide as the next character, or filled with it
        end_literal();
        if (!rest_.empty()) take();
        break;
      case '[':
        bracket(take_until(']'));
        break;
      case 'e':
        end_literal();
        era_ = true;
        if (rest_.starts_with('+') || rest_.starts_with('-')) take();
        break;
      case 'a':
        end_literal();
        meridian();
        break;
      default:
        character(c);
    }
  }

  void character(char c) {
    constexpr std::string_view kPlaces = "0#?.,@/:+-() ";
    const char letter = lower(c);
    if (letter == 'd') days_ = true;
    if (letter == 'y') years_ = true;
    if (letter == 'b') era_ = true;
    if (letter == 'm') months_ = true;
    if (letter == 'h' || letter == 's') clock_ = true;
    if (letter == '%') percent_ = true;
    const bool of_date = letter == 'd' || letter == 'y' || letter == 'm' || letter == 'h' ||
                         letter == 's' || letter == '%';
    if (c == ' ' && !literal_.empty()) {
      literal_ += c;
    } else if (of_date || kPlaces.contains(c)) {
      end_literal();
    } else {
      literal_ += c;  // a sign such as $ or € needs no quotes
    }
  }

  /// AM/PM and A/P are of a clock.
  void meridian() {
    for (const std::string_view behind : {std::string_view("m/pm"), std::string_view("/p")}) {
      if (!lowered(rest_.substr(0, behind.size())).starts_with(behind)) continue;
      clock_ = true;
      rest_.remove_prefix(behind.size());
      return;
    }
  }

  void bracket(std::string_view inside) {
    end_literal();
    if (inside.starts_with('$')) {
      inside.remove_prefix(1);
      if (unit_.empty()) unit_ = bare(inside.substr(0, inside.rfind('-')));
      return;
    }
    const auto letters = lowered(inside);
    const bool same = !letters.empty() && letters.find_first_not_of(letters[0]) == letters.npos;
    if (same && (letters[0] == 'h' || letters[0] == 'm' || letters[0] == 's')) {
      clock_ = true;
      elapsed_ = true;
    }
  }

  void end_literal() {
    if (const auto literal = bare(literal_); unit_.empty() && is_unit(literal)) unit_ = literal;
    literal_.clear();
  }

  char take() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  std::string_view take_until(char end) {
    const auto at = std::min(rest_.find(end), rest_.size());
    const auto inside = rest_.substr(0, at);
    rest_.remove_prefix(std::min(at + 1, rest_.size()));
    return inside;
  }

  std::string_view rest_;
  std::string literal_;
  std::string unit_;
  bool days_ = false;
  bool years_ = false;
  bool era_ = false;     // a year of an era (e) or of Buddha (b), if there is a day
  bool months_ = false;  // or minutes, where there is a clock
  bool clock_ = false;
  bool elapsed_ = false;
  bool percent_ = false;
};

}  // namespace

NumberFormat read_number_format(std::string_view code) {
  return Walk(code).result();
}

NumberFormat built_in_format(std::uint32_t id) {
  if (id == 9 || id == 10) return {Shows::number, "%"};
  if (id == 46) return {Shows::duration, {}};
  if ((id >= 18 && id <= 21) || id == 32 || id == 33 || id == 45 || id == 47)
    return {Shows::time, {}};
  if (id == 16) return {Shows::no_year, {}};
  if (id == 17) return {Shows::month, {}};
  if (id == 14 || id == 15 || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return {Shows::day, {}};
  return {};
}

}  // namespace periksa::sheets
