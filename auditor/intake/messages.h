// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "auditor/base/bilingual.h"
#include "auditor/facts/vocabulary.h"

/// The sentences the filing reader says: what was found, what was expected, the way out.
namespace periksa::intake::say {

using Names = std::span<const std::string_view>;

Bilingual unknown_attribute(std::string_view element, std::string_view name, Names known);
Bilingual unknown_element(std::string_view name, Names known);
Bilingual unknown_value(std::string_view attribute, std::string_view value, Names known);
Bilingual unknown_code(const facts::Field& field, std::string_view value,
                       const facts::CodeList& list);
Bilingual unknown_collection(std::string_view value, Names known);
Bilingual unknown_document(std::string_view value, Names known);
Bilingual missing_attribute(std::string_view element, std::string_view name);
Bilingual not_a_number(std::string_view attribute, std::string_view value);
Bilingual not_a_count(std::string_view value);
Bilingual not_a_date(std::string_view attribute, std::string_view value);

Bilingual wrong_root(std::string_view name);
Bilingual wrong_format(std::string_view value);
Bilingual not_a_hash();
Bilingual text_between();
Bilingual must_be_empty(std::string_view element);
Bilingual split_value(std::string_view field);
Bilingual element_in_field(std::string_view field, std::string_view name);
Bilingual record_in_record(std::string_view outer, std::string_view inner);
Bilingual belongs_in_worker(std::string_view name);
Bilingual belongs_in_filing(std::string_view name);
Bilingual shared_after_worker(std::string_view name);
Bilingual worker_in_worker();

Bilingual id_taken(std::string_view element, std::string_view id, std::string_view first_at);
Bilingual second_of_single(std::string_view entity, std::string_view first_at);
Bilingual source_taken(std::string_view id);
Bilingual unknown_source(std::string_view id, Names known);
Bilingual none_refused(std::string_view field);
Bilingual none_with_value(std::string_view field);
Bilingual state_with_value(std::string_view field, std::string_view state);
Bilingual too_many_readings(std::string_view field, std::uint32_t cap);

Bilingual collection_stated_twice(std::string_view collection);
Bilingual complete_without_count(std::string_view collection);
Bilingual count_differs(std::string_view collection, std::int64_t stated, std::uint64_t read);
Bilingual no_such_record(std::string_view field, std::string_view id, const facts::Entity& target);
Bilingual another_worker(std::string_view field, std::string_view id);

Bilingual file_too_large(std::uint64_t cap);
Bilingual shared_too_large(std::size_t cap);
Bilingual element_too_large(std::string_view element, std::size_t cap);
Bilingual too_many_records(std::string_view collection, std::uint32_t cap);
Bilingual too_many_shared(std::uint32_t cap);
Bilingual id_too_long(std::size_t cap);
Bilingual cannot_read(int error);

Bilingual readings_of_no_date(std::string_view field);
Bilingual readings_wrong();

}  // namespace periksa::intake::say
