// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "auditor/base/bilingual.h"
#include "auditor/facts/vocabulary.h"

/// What is said of JSON; each message with what was found and the way out.
namespace periksa::forms::say {

// Of what is no JSON; the place is a line and a column.
Bilingual json_empty();
Bilingual json_cut_off();
Bilingual json_not_an_object();
Bilingual json_text_behind();
Bilingual json_too_deep(std::size_t levels);
Bilingual json_not_utf8();
Bilingual json_control_character();
Bilingual json_line_break_in_text();
Bilingual json_half_character();
Bilingual json_bad_escape();
Bilingual json_number_too_large();
Bilingual json_apostrophes();
Bilingual json_comment();
Bilingual json_bare_word();
Bilingual json_comma_too_many();
Bilingual json_expected_value(char found);
Bilingual json_expected_element(char found);
Bilingual json_expected_name(char found);
Bilingual json_expected_next_element(char found);
Bilingual json_expected_next_name(char found);
Bilingual json_record_too_large(std::size_t cap);

// Of JSON that is no filing; the place is a pointer.
Bilingual member_twice(std::string_view name);
Bilingual member_unknown(std::string_view name, std::span<const std::string_view> known);
Bilingual member_missing(std::string_view name);
Bilingual member_in_worker(std::string_view name);
Bilingual behind_workers(std::string_view name);
Bilingual not_this_format(std::string_view value);
Bilingual not_a_closing_day(std::string_view value);
Bilingual not_a_filer(std::string_view value);
Bilingual expected_truth();
Bilingual expected_text();
Bilingual expected_list();
Bilingual expected_object();
Bilingual expected_record_or_list();
Bilingual expected_value_of(std::string_view field, std::string_view type);
Bilingual not_in_list(std::string_view value, std::string_view field, const facts::CodeList& list);
Bilingual expected_number(std::string_view member);
Bilingual expected_names();
Bilingual too_many_readings_listed(std::size_t cap);
Bilingual state_unknown(std::string_view value);
Bilingual value_and_state();
Bilingual neither_value_nor_state();
Bilingual raw_alone();
Bilingual raw_of_reference();
Bilingual span_of_no_date();
Bilingual span_wrong();
Bilingual name_listed_twice(std::string_view name);

}  // namespace periksa::forms::say
