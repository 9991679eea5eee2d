// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "auditor/base/bilingual.h"
#include "auditor/base/diagnostic.h"

/// What is said of sheets; each message with what was found and the way out.
namespace periksa::forms::say {

Bilingual no_known_sheet(const Bilingual& examples);
Bilingual unknown_sheet(std::string_view name, std::string_view nearest);
Bilingual no_headings(const Bilingual& table);
Bilingual unknown_heading(std::string_view heading, std::string_view nearest);
Bilingual ambiguous_heading(std::string_view heading, std::span<const std::string> could_be);
Bilingual same_meaning(std::string_view heading, std::string_view meaning,
                       std::string_view first_at);
Bilingual no_heading_here();
Bilingual merged_cells(std::string_view area);
Bilingual no_such_heading(std::string_view heading, std::string_view nearest);
Bilingual heading_twice(std::string_view heading, std::string_view first_at);
Bilingual no_such_row(std::uint32_t number);
Bilingual no_such_sheet(std::string_view name, std::string_view nearest);
Bilingual no_filing_sheet();
Bilingual no_closing();
Bilingual bad_closing(std::string_view value);
Bilingual unknown_key(std::string_view key, const Bilingual& known);
Bilingual key_twice(std::string_view key);
Bilingual bad_format(std::string_view value);
Bilingual bad_asserter(std::string_view value);
Bilingual bad_yes_no(std::string_view value);
Bilingual example_rows(std::size_t count);
Bilingual total_row();
Bilingual too_many_workers(std::uint32_t cap);
Bilingual no_id(const Bilingual& record);
Bilingual no_worker(const Bilingual& record);
Bilingual unknown_worker(std::string_view id);
Bilingual id_again(const Bilingual& record, std::string_view id, std::string_view first_at);
Bilingual mixed_currency(std::string_view written, std::string_view heading);
Bilingual formulas(std::size_t count, std::string_view heading);
Bilingual unmapped_word(std::string_view value, const Bilingual& field);

// Of a cell's text or JSON's.
Bilingual text_too_long(std::size_t cap);
Bilingual text_illegal();

// Of a proposed mapping.
Bilingual closing_to_be_stated();
Bilingual read_without_mapping(std::string_view sheet);
Bilingual sheet_not_placed(std::string_view sheet, std::span<const std::string> choices);
Bilingual heading_not_placed(std::string_view heading, std::span<const std::string> choices,
                             std::string_view nearest);
Bilingual worker_without_id();
Bilingual record_without_worker(const Bilingual& record);
Bilingual values_unread(std::string_view heading, std::size_t unread, std::size_t filled);
Bilingual amounts_without_currency(std::string_view heading, std::size_t count);
Bilingual dates_of_two_days(std::string_view heading, std::size_t count);
Bilingual words_unknown(std::string_view heading, std::size_t count);

}  // namespace periksa::forms::say
