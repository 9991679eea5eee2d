// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/xlsx_styles.h"

#include <array>
#include <charconv>

#include "auditor/sheets/messages.h"

namespace periksa::sheets {
namespace {

enum StyleElement : std::uint8_t { document, sheet, formats, format, styles, style };

constexpr std::array kStyleSteps{
    Step{document, Space::sheet, "styleSheet", sheet},
    Step{sheet, Space::sheet, "numFmts", formats},
    Step{formats, Space::sheet, "numFmt", format},
    Step{sheet, Space::sheet, "cellXfs", styles},
    Step{styles, Space::sheet, "xf", style},
};

std::uint32_t number(std::optional<std::string_view> text) {
  std::uint32_t value = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), value);
  return value;
}

}  // namespace

const NumberFormat* Styles::format(std::size_t style) const {
  if (style < styles_.size()) return &styles_[style];
  return style == 0 ? &general_ : nullptr;
}

void Styles::add(std::uint32_t format_id) {
  const auto own = own_.find(format_id);
  styles_.push_back(own == own_.end() ? built_in_format(format_id) : own->second);
}

StylesReader::StylesReader(Styles& styles, const Caps& caps)
    : PartReader(kStyleSteps), styles_(styles), caps_(caps) {}

void StylesReader::start(std::uint8_t element, const Attributes& attributes) {
  if (element == format || element == style) {
    if (++formats_ > caps_.formats) return refuse(say::too_many_formats(caps_.formats));
  }
  const auto id = number(attributes.find("numFmtId"));
  if (element == format) styles_.define(id, attributes.find("formatCode").value_or(""));
  if (element == style) styles_.add(id);
}

}  // namespace periksa::sheets
