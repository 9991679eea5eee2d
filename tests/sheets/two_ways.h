// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "auditor/sheets/xlsx_sheet.h"
#include "tests/sheets/feed_part.h"
#include "tests/sheets/seen.h"

namespace periksa::test {

/// What is seen in the XML of a worksheet, or "refused: " with why: with `scanning` as it is read,
/// `piece` bytes at a time, else by the XML parser alone, which is the oracle. Broken XML is told
/// without its place, which only the parser alone knows.
inline std::string sheet_seen(std::string_view xml, const sheets::XlsxGround& ground, bool scanning,
                              std::size_t piece, const sheets::Caps& caps = {}) {
  Seen seen;
  sheets::SheetRows::Total total;
  seen.sheet({"S", "f", false});
  sheets::SheetRows rows(seen, caps, total);
  sheets::XlsxRows cells("S", ground, caps, rows);
  sheets::XlsxSheetPart part("p", caps, cells);
  sheets::XlsxSheetReader reader(caps, cells);
  sheets::XmlPart alone("p", caps, reader);
  const bool fine = scanning ? feed_part(xml, part, piece) : feed_part(xml, alone, piece);
  if (!fine) {
    const auto& problem = scanning ? part.problem() : alone.problem();
    if (problem.text.id.empty() || problem.text.en.empty()) return "told in one language only";
    if (!cells.problem()) return "refused: XML";
    return "refused: " + problem.at.cell + ' ' + problem.text.en;
  }
  rows.end();
  return seen.text();
}

/// Strings, formats and dates for any sheet to refer to.
inline sheets::XlsxGround small_ground() {
  sheets::XlsxGround ground;
  for (const char* text : {"nol", "satu", ""}) ground.strings.add(text);
  ground.styles.define(164, "[$Rp-421]#,##0");
  for (const std::uint32_t id : {0U, 14U, 164U, 46U}) ground.styles.add(id);
  return ground;
}

}  // namespace periksa::test
