// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/ods_dates.h"

#include <algorithm>

namespace periksa::sheets {

void OdsDates::format(std::string_view name) {
  open_ = &(formats_[std::string(name)] = {});
}

void OdsDates::part(char which) {
  if (which == 'd') open_->day = true;
  if (which == 'm') open_->month = true;
  if (which == 'y') open_->year = true;
}

void OdsDates::style(std::string_view name, std::string_view format) {
  styles_.insert_or_assign(std::string(name), std::string(format));
}

void OdsDates::columns(std::uint64_t count, std::string_view style) {
  columns_.push_back({columns_known() + count, std::string(style)});
}

std::string_view OdsDates::style_of_column(std::uint64_t column) const {
  const auto at = std::ranges::lower_bound(columns_, column, {}, &Columns::last);
  return at == columns_.end() ? std::string_view() : at->style;
}

Shows OdsDates::shows(std::string_view style) const {
  const auto of = styles_.find(style);
  const auto format = of == styles_.end() ? formats_.end() : formats_.find(of->second);
  if (format == formats_.end()) return Shows::day;
  const Parts& parts = format->second;
  if (parts.day) return parts.year || !parts.month ? Shows::day : Shows::no_year;
  if (parts.month) return Shows::month;
  return parts.year ? Shows::year : Shows::day;
}

}  // namespace periksa::sheets
