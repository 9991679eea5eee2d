// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "auditor/sheets/sheets.h"

namespace periksa::test {

/// Names and contents of the entries of a zip, in this order.
using Parts = std::vector<std::pair<std::string, std::string>>;

struct Zipping {
  std::string password{};  ///< of all entries, where there is one
  bool stored = false;     ///< not deflated
};

std::string zipped(const Parts& parts, const Zipping& how = {});

/// An XLSX of one sheet "S" with these rows inside <sheetData>; what tests vary can be replaced.
struct MadeXlsx {
  std::string rows{};
  std::string behind{};               ///< after </sheetData>
  std::string strings{};              ///< inside <sst>
  std::string formats{};              ///< inside <numFmts>
  std::string styles{};               ///< inside <cellXfs>
  std::string workbook_properties{};  ///< attributes of <workbookPr>

  Parts parts() const;
  std::string bytes() const { return zipped(parts()); }
};

/// An ODS with this inside <office:spreadsheet>, and in <office:automatic-styles>.
struct MadeOds {
  std::string tables{};
  std::string styles{};

  Parts parts() const;
  std::string bytes() const { return zipped(parts()); }
};

/// The content of a part replaced.
Parts with(Parts parts, std::string_view name, std::string content);
Parts without(Parts parts, std::string_view name);

/// Every occurrence replaced; for archives that no library would write.
std::string replaced(std::string bytes, std::string_view what, std::string_view by);

/// What `seen_in` tells of these bytes as a file of this name.
std::string seen(std::string_view bytes, const sheets::Caps& caps = {},
                 const std::string& name = "book");

/// Requires that these bytes are refused in both languages and that the English message holds
/// `words`; `where` is the cell, "LINE:COLUMN" or empty.
void refused(std::string_view bytes, std::string_view words, std::string_view where = {},
             const sheets::Caps& caps = {});

}  // namespace periksa::test
