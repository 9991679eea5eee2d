// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "auditor/base/bilingual.h"

/// The sentences the workbook reader says: what was found, what was expected, the way out.
namespace periksa::sheets::say {

Bilingual cannot_read(int error);
Bilingual file_too_large(std::uint64_t cap);
Bilingual is_folder_without_csv();
Bilingual is_link(std::string_view name);
Bilingual same_sheet_name(std::string_view name);
Bilingual too_many_sheets(std::uint32_t cap);

Bilingual empty_file();
Bilingual locked_or_old();
Bilingual binary_workbook();
Bilingual not_a_workbook(std::string_view what);
Bilingual markup();
Bilingual encrypted();
Bilingual damaged_zip();
Bilingual damaged_part(std::string_view part);
Bilingual other_compression(std::string_view part);
Bilingual too_many_parts(std::uint32_t cap);
Bilingual path_as_part(std::string_view name);
Bilingual part_twice(std::string_view name);
Bilingual part_missing(std::string_view name);
Bilingual no_relationship(std::string_view part, std::string_view what);
Bilingual external_part(std::string_view part, std::string_view target);
Bilingual relationship_twice(std::string_view part, std::string_view id);
Bilingual no_sheets();

Bilingual unpacks_too_large(std::uint64_t cap);
Bilingual unpacks_too_much(std::string_view part, std::uint32_t ratio);

/// `at` is "PART:LINE:COLUMN"; the reason is expat's number of the error.
Bilingual broken_xml(std::string_view at, int reason);
Bilingual doctype(std::string_view at);
Bilingual too_deep(std::string_view at, std::uint32_t cap);
Bilingual tag_too_long(std::string_view at, std::size_t cap);
Bilingual unknown_prefix(std::string_view at, std::string_view prefix);
Bilingual too_many_prefixes(std::string_view at, std::size_t cap);
Bilingual wrong_root(std::string_view at, std::string_view root);

Bilingual too_many_strings(std::uint32_t cap);
Bilingual strings_too_large(std::size_t cap);
Bilingual string_too_long(std::size_t number, std::size_t cap);
Bilingual too_many_formats(std::uint32_t cap);

Bilingual bad_row(std::string_view value);
Bilingual bad_address(std::string_view value);
Bilingual row_order(std::uint32_t row, std::uint32_t before);
Bilingual cell_order(std::string_view before);
Bilingual other_row(std::uint32_t row);
Bilingual rows_beyond(std::uint32_t cap);
Bilingual columns_beyond(std::uint32_t cap);
Bilingual too_many_cells(std::uint64_t cap);
Bilingual too_much_text(std::uint64_t cap);
Bilingual cell_too_long(std::size_t cap);
Bilingual row_too_long(std::size_t cap);
Bilingual too_many_merged(std::uint32_t cap);
Bilingual bad_area(std::string_view value);
Bilingual bad_repeat(std::string_view value);

Bilingual formula_without_value();
Bilingual not_a_number(std::string_view value);
Bilingual not_a_boolean(std::string_view value);
Bilingual no_such_string(std::string_view value);
Bilingual no_such_format(std::string_view value);
Bilingual unknown_type(std::string_view value);

Bilingual utf16();
Bilingual not_utf8();
Bilingual binary_byte();

}  // namespace periksa::sheets::say
