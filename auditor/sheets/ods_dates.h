// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/sheets/serial_date.h"

namespace periksa::sheets {

/// What the formats of an ODS show of a date. Only those in content.xml are known, where programs
/// write the formats of cells; a date in any other format counts as shown whole.
class OdsDates {
 public:
  /// A date format begins; the parts it shows follow: 'd'ay, 'm'onth or 'y'ear.
  void format(std::string_view name);
  void part(char which);
  /// A style of cells and the format it names.
  void style(std::string_view name, std::string_view format);
  /// How many names are kept, for the cap.
  std::size_t size() const { return formats_.size() + styles_.size(); }

  void begin_table() { columns_.clear(); }
  /// The next columns and the style of their cells that name none.
  void columns(std::uint64_t count, std::string_view style);
  std::uint64_t columns_known() const { return columns_.empty() ? 0 : columns_.back().last; }
  std::string_view style_of_column(std::uint64_t column) const;

  Shows shows(std::string_view style) const;

 private:
  struct Parts {
    bool day = false;
    bool month = false;
    bool year = false;
  };
  struct Columns {
    std::uint64_t last = 0;
    std::string style;
  };

  std::map<std::string, Parts, std::less<>> formats_;
  std::map<std::string, std::string, std::less<>> styles_;  // of cells → format
  std::vector<Columns> columns_;
  Parts* open_ = nullptr;
};

}  // namespace periksa::sheets
