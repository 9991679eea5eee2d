// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/sheets/caps.h"
#include "auditor/sheets/cell.h"

/// Workbooks and CSV files as rows of cells, told by their content whatever their names say.
/// Everything is streamed: no sheet is ever held as a
/// whole, and what reading itself takes grows only with the shared strings of an XLSX. A handler
/// that keeps what it is handed is held to `Caps::cells` and `Caps::text`, however small the file.
///
/// - XLSX, also with macros (which are ignored) or as a template: parts are found by their
///   relationships, both the transitional and the strict vocabulary under any prefix. Formulas are
///   never computed: what the saving program had computed is taken, and a formula without a value
///   is an error. Links to other workbooks, pictures, charts and macro sheets are not read.
/// - ODS: repeated rows and columns are written out where they hold content. Annotations are no
///   text of a cell.
/// - CSV: UTF-8 with or without byte order mark; the delimiter is a comma, a semicolon or a tab. A
///   first line `sep=;` names it. Else, of the first ten records that are not blank, the first one
///   whose most frequent candidate (outside quotes) stands equally often in the record after it
///   decides; failing that, the first record that holds a candidate. Where two candidates stand
///   equally often, or none stands at all, every record is one cell. Quotes as in RFC 4180: one
///   inside an unquoted value or never closed refuses the file. Rows count records, blank lines
///   included, as a spreadsheet program does.
/// - A folder of CSV files (`*.csv`): each is a sheet, by file name.
///
/// Refused, each with its reason: what is encrypted, old binary workbooks (.xls, .xlsb), a zip that
/// is no workbook or is damaged, parts that are missing, named twice or named like a path outside
/// the archive, XML that is broken or declares a DOCTYPE, addresses that go backwards or repeat,
/// and what exceeds a cap.
namespace periksa::sheets {

struct ReadFile {
  std::string file;  ///< base name
  std::string sha256;
};

/// Reads a workbook of any form and tells which files were read. Errors carry `path` as it was
/// given (of a folder: the file in it) and the cell ("Pekerja!C12"), of CSV line and column; a
/// part of an archive is named in the text with line and column.
Result<std::vector<ReadFile>> read_workbook(const std::filesystem::path& path, const Caps& caps,
                                            Handler& handler);

}  // namespace periksa::sheets
