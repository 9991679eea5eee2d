// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/sheets/caps.h"
#include "auditor/sheets/xml_part.h"

namespace periksa::sheets {

/// Undoes the escapes of Office ("_x000D_" is a line end, "_x005F_" an underscore). Escapes of what
/// may not stand in XML are left as they are.
void undo_escapes(std::string& text);

/// The shared strings of a workbook: all texts behind one another.
class SharedStrings {
 public:
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t index) const;
  std::size_t bytes() const { return text_.size(); }
  void add(std::string_view text);

 private:
  std::string text_;
  std::vector<std::size_t> ends_;
};

/// Reads the part of shared strings: runs of rich text are joined, phonetic ones left out.
class StringsReader final : public PartReader {
 public:
  StringsReader(SharedStrings& strings, const Caps& caps);

  void start(std::uint8_t element, const Attributes& attributes) override;
  void end(std::uint8_t element) override;
  void text(std::uint8_t element, std::string_view piece) override;

 private:
  SharedStrings& strings_;
  const Caps& caps_;
  std::string item_;
};

}  // namespace periksa::sheets
