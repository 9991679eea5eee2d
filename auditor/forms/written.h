// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/date.h"
#include "auditor/base/money.h"
#include "auditor/facts/vocabulary.h"

namespace periksa::forms {

/// What somebody wrote into a box of a sheet, said as a filing says it (docs/filing-format.md).
/// Each way of writing is a row of tests/forms/written.txt; none is ever guessed at.
struct Written {
  enum class Kind : std::uint8_t { value, none, absent, not_supplied, unreadable };
  Kind kind = Kind::absent;
  std::string text;                   ///< of a value: its canonical form
  std::optional<DateRange> readings;  ///< of an unreadable date: the days it may mean
};

/// Nothing that can be read, and no readings.
inline Written unreadable() {
  return {Written::Kind::unreadable, {}, std::nullopt};
}

/// Which of two numbers is the day where both could be.
enum class DateOrder : std::uint8_t { unknown, day_first, month_first };

/// What else is known of how a sheet is written.
struct Habits {
  std::optional<Currency> currency{};  ///< of amounts that name none: its heading says so
  DateOrder dates = DateOrder::unknown;
  std::optional<DateRange> century{};  ///< the days that a year of two digits may mean
};

/// The order that a date proves, as `13/03/2024` does, or unknown.
DateOrder proven_order(std::string_view text);

/// The days that a year of two digits may mean in a filing closed on that day: from a hundred years
/// before it, as old as a person may be, to twenty years after it, as long as a paper may be valid.
DateRange century_of(Date closing);

/// A day as people write it: `12 Maret 2024`, `13/03/2024`, `2024.03.12`. Of a date that may mean
/// several days (`03/04/2024`, `Maret 2024`, `12-Mar-30`) the first and last of them.
Written read_written_date(std::string_view text, const Habits& habits = {});

/// Names and signs of currencies: `Rp`, `HK$`, `RM` …, as the list `currency` knows them.
class CurrencyNames {
 public:
  /// Of the list `currency`; a vocabulary without it knows no currency.
  explicit CurrencyNames(const facts::Vocabulary& vocabulary);
  /// In any case, with or without a dot behind.
  std::optional<Currency> find(std::string_view name) const;

 private:
  std::map<std::string, Currency> names_;
};

/// An amount as people write it: `Rp2.500.000`, `HK$4,870`, `20.008 NT`, `Rp 2,5 juta`, also with
/// the amount in words in brackets behind it, which must agree. Without a currency nothing is
/// known.
Written read_written_money(std::string_view text, const CurrencyNames& names,
                           const Habits& habits = {});

/// Reads what stands in the boxes of sheets. Immutable; the vocabulary outlives it.
class WrittenReader {
 public:
  explicit WrittenReader(const facts::Vocabulary& vocabulary);
  /// One box for one field; blanks around it do not count.
  Written read(const facts::Field& field, std::string_view raw, const Habits& habits = {}) const;
  /// A number that the sheet stores as one: digits with a point, and the currency or `%` its format
  /// shows. A date it is not, as nothing says so; and of more than 15 digits a sheet keeps no more
  /// than 15, so an identity number of 16 has lost one.
  Written read_number(const facts::Field& field, std::string_view digits, std::string_view unit,
                      const Habits& habits = {}) const;
  const CurrencyNames& currencies() const { return currencies_; }

 private:
  Written read_code(const facts::Field& field, std::string_view text) const;

  const facts::Vocabulary* vocabulary_;
  CurrencyNames currencies_;
  std::vector<std::map<std::string, std::string>> codes_;  ///< one per list: a name to its code
};

/// Whether it says that what stands on the paper cannot be read: `tidak terbaca …`, `unreadable …`.
bool says_unreadable(std::string_view text);

/// A whole number in Indonesian words, `dua juta lima ratus ribu`, with or without `rupiah`.
std::optional<std::int64_t> read_number_words(std::string_view text);

}  // namespace periksa::forms
