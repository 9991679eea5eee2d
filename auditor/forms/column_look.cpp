// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/column_look.h"

#include <algorithm>

#include "auditor/forms/written_parts.h"

namespace periksa::forms {
namespace {

constexpr std::size_t kWords = 20;

/// Any hundred years: the filing's closing day, which is not known yet, mostly leaves one century.
Habits of_one_century(DateOrder dates = DateOrder::unknown) {
  return {.dates = dates, .century = DateRange{*Date::of(1950, 1, 1), *Date::of(2049, 12, 31)}};
}

const Habits& in_rupiah() {
  static const Habits habits{.currency = Currency{{'I', 'D', 'R'}}};
  return habits;
}

class Looking {
 public:
  Looking(const facts::Field& field, const WrittenReader& values)
      : field_(field), values_(values) {}

  void at(const sheets::Cell& cell) {
    ++look_.filled;
    const Written written = read(cell, of_one_century());
    if (const auto order = proven_order(cell.text); order != DateOrder::unknown)
      orders_.insert(order);
    if (written.kind != Written::Kind::unreadable) return;
    ++look_.unread;
    const bool date = field_.type == facts::Type::date;
    if (date && read(cell, of_one_century(DateOrder::day_first)).kind == Written::Kind::value)
      ++look_.two_days;
    if (field_.type == facts::Type::money && read(cell, in_rupiah()).kind == Written::Kind::value)
      ++look_.no_currency;
    if (field_.type == facts::Type::code && look_.unknown.size() < kWords)
      look_.unknown.insert(small_letters(trimmed(cell.text)));
  }

  ColumnLook done() {
    look_.order_proven = orders_.size() == 1;
    return std::move(look_);
  }

 private:
  Written read(const sheets::Cell& cell, const Habits& habits) const {
    if (cell.kind == sheets::Kind::number)
      return values_.read_number(field_, cell.text, cell.unit, habits);
    if (cell.kind == sheets::Kind::error) return {Written::Kind::unreadable, {}, std::nullopt};
    return values_.read(field_, cell.text, habits);
  }

  const facts::Field& field_;
  const WrittenReader& values_;
  std::set<DateOrder> orders_;
  ColumnLook look_;
};

}  // namespace

ColumnLook look_at(const KeptSheet& kept, const RowStore& store, std::size_t first,
                   std::uint32_t column, const facts::Field& field, const WrittenReader& values) {
  Looking looking(field, values);
  std::vector<sheets::Cell> cells;
  for (std::size_t i = first; i < kept.rows.size(); ++i) {
    store.read(kept.rows[i], cells);
    if (is_example(cells)) continue;
    const auto at = std::ranges::find(cells, column, &sheets::Cell::column);
    if (at != cells.end()) looking.at(*at);
  }
  return looking.done();
}

}  // namespace periksa::forms
