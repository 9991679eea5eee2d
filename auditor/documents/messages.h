// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "auditor/base/bilingual.h"

/// The sentences about papers and their index: what was found, what was expected, the way out.
namespace periksa::documents::say {

using Names = std::span<const std::string>;

// The folder.
Bilingual no_folder();
Bilingual cannot_list(std::string_view why);
Bilingual too_many_files(std::size_t cap);
Bilingual too_deep(int cap);
Bilingual file_too_large(std::uint64_t cap);
Bilingual all_too_large(std::uint64_t cap);
Bilingual no_index();
Bilingual several_indexes(Names found);
Bilingual index_is_link();

// The index.
Bilingual no_headings();
Bilingual two_index_sheets(std::string_view one, std::string_view other);
Bilingual unknown_column(std::string_view heading);
Bilingual column_twice(std::string_view heading);
Bilingual too_many_rows(std::uint32_t cap);
Bilingual no_file_named();
Bilingual nothing_named();
Bilingual source_and_record();
Bilingual unknown_entity(std::string_view found, std::string_view nearest);
Bilingual needs_entity();
Bilingual needs_worker(const Bilingual& entity);
Bilingual needs_worker_id();
Bilingual two_workers();
Bilingual no_workers_record(const Bilingual& entity);
Bilingual needs_record(const Bilingual& entity);
Bilingual needs_document();
Bilingual unknown_document(std::string_view found, std::string_view nearest);
Bilingual unknown_asserter(std::string_view found);
Bilingual not_a_date(std::string_view found);
Bilingual source_twice(std::string_view source, std::uint32_t row);

// Against the filing.
Bilingual unknown_source(std::string_view id, std::string_view nearest);
Bilingual unknown_worker(std::string_view id, std::string_view nearest);
Bilingual unknown_record(const Bilingual& entity, std::string_view id, std::string_view nearest);
Bilingual other_document(std::string_view source, std::string_view stated);
Bilingual other_asserter(std::string_view source, std::string_view stated);
Bilingual record_again(std::uint32_t row);
Bilingual more_errors(std::size_t count);

// What is told of the files.
Bilingual missing(std::string_view name);
Bilingual missing_near(std::string_view name, std::string_view near);
Bilingual more_missing(std::size_t count);
Bilingual are_empty(Names names, std::size_t count);
Bilingual are_links(Names names, std::size_t count);
Bilingual are_special(Names names, std::size_t count);
Bilingual are_unreadable(Names names, std::size_t count);
Bilingual have_wrong_ending(Names names, std::size_t count);
Bilingual are_copies(Names names, std::size_t count);
Bilingual are_unindexed(Names names, std::size_t count);
Bilingual hash_differs(std::string_view source);
Bilingual hash_unfound(std::string_view source);

}  // namespace periksa::documents::say
