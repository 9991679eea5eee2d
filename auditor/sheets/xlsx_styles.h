// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "auditor/sheets/caps.h"
#include "auditor/sheets/number_format.h"
#include "auditor/sheets/xml_part.h"

namespace periksa::sheets {

/// The number formats that the cells of a workbook name by the number of their style.
class Styles {
 public:
  /// Nothing for a style that does not exist; style 0 always does.
  const NumberFormat* format(std::size_t style) const;
  std::size_t size() const { return styles_.size(); }

  /// A format with a code of its own; counts for styles that are added after it.
  void define(std::uint32_t id, std::string_view code) { own_[id] = read_number_format(code); }
  void add(std::uint32_t format_id);

 private:
  std::map<std::uint32_t, NumberFormat> own_;
  std::vector<NumberFormat> styles_;
  NumberFormat general_;
};

/// Reads the part of styles.
class StylesReader final : public PartReader {
 public:
  StylesReader(Styles& styles, const Caps& caps);

  void start(std::uint8_t element, const Attributes& attributes) override;
  void end(std::uint8_t /*element*/) override {}
  void text(std::uint8_t /*element*/, std::string_view /*piece*/) override {}

 private:
  Styles& styles_;
  const Caps& caps_;
  std::uint32_t formats_ = 0;
};

}  // namespace periksa::sheets
