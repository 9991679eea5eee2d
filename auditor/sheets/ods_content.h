// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "auditor/sheets/ods_dates.h"
#include "auditor/sheets/sheet_rows.h"
#include "auditor/sheets/xml_part.h"

namespace periksa::sheets {

/// The text of a cell as ODF has it: runs of blanks are one blank, those at the ends of a paragraph
/// none, unless written as elements; paragraphs are joined by line ends.
class OdsText {
 public:
  void clear();
  void paragraph();
  void characters(std::string_view piece);
  /// Blanks, tabs and line ends that were written as elements.
  void exactly(char c, std::size_t count);

  std::string_view text() const { return text_; }

 private:
  std::string text_;
  bool paragraphs_ = false;
  bool blank_ = false;  // waits for a character behind it
  bool begun_ = false;  // the paragraph has a character
};

/// Reads content.xml and hands out its tables.
class OdsContentReader final : public PartReader {
 public:
  OdsContentReader(std::string file, const Caps& caps, Handler& handler);

  std::uint32_t sheets() const { return static_cast<std::uint32_t>(names_.size()); }

  void start(std::uint8_t element, const Attributes& attributes) override;
  void end(std::uint8_t element) override;
  void text(std::uint8_t element, std::string_view piece) override;

 private:
  using Names = std::set<std::string, std::less<>>;

  /// The cell that is being read.
  struct Open {
    std::string type;
    std::string value;
    std::string_view unit;
    Shows shows = Shows::day;
    std::uint32_t repeated = 1;
    bool formula = false;
    bool stated = false;  ///< its value is an attribute, not its text
  };

  void start_style(const Attributes& attributes);
  void start_columns(const Attributes& attributes);
  void start_table(const Attributes& attributes);
  void start_row(const Attributes& attributes);
  void start_cell(const Attributes& attributes);
  void take_value(const Attributes& attributes);
  Shows shows(const Attributes& attributes) const;
  void take_spans(const Attributes& attributes);
  void space(const Attributes& attributes);
  void check_length();
  void check_formats();
  void end_row();
  void end_cell();
  void number();
  void add(Kind kind, std::string_view text, std::string_view unit = {});
  std::string_view unit(std::string_view text);
  std::uint32_t repeated(const Attributes& attributes, std::string_view name);
  void refuse_here(Bilingual text);

  std::string file_;
  const Caps& caps_;
  Handler& handler_;
  Names names_;
  Names hidden_styles_;
  Names units_;
  std::string style_;
  OdsDates dates_;
  std::string row_style_;
  std::string sheet_;
  SheetRows::Total total_;
  std::optional<SheetRows> rows_;
  std::uint64_t row_ = 1;
  std::uint64_t column_ = 1;
  std::uint32_t rows_repeated_ = 1;
  Open open_;
  OdsText text_;
  std::string scratch_;
};

}  // namespace periksa::sheets
