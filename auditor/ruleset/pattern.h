// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "auditor/base/data_file.h"
#include "auditor/facts/vocabulary.h"

namespace periksa::ruleset {

/// A pattern across records. Its kind is code, its parameters are data (`rules/patterns/`); what it
/// finds is a notice, never a verdict.
struct Pattern {
  enum class Kind : std::uint8_t {
    same_key,        ///< one value of `fields` on records of two workers
    total_differs,   ///< a stated total unlike the sum of its lines
    one_for_many,    ///< one combination of `fields` on records of `least` workers or more
    nik_birth_date,  ///< the birth date a NIK encodes, unlike the one stated
    outlier,  ///< a worker's total of `lines` far from the median of workers alike in `fields`
  };
  std::string id;
  Kind kind = Kind::same_key;
  facts::EntityId entity = 0;
  std::vector<facts::FieldId> fields;   // total_differs: the total; outlier: of the worker
  std::vector<facts::FieldId> with;     // of the worker whose record it is: part of the key
  std::optional<facts::FieldId> where;  // only records (outlier: lines) whose code here …
  std::vector<std::int64_t> is;         // … is one of these
  facts::EntityId lines = 0;            // total_differs, outlier: where the lines stand …
  facts::FieldId line_field = 0;        // … and their amount
  std::int64_t least = 2;               // workers; outlier: to compare
  std::int64_t times = 0;               // outlier: further than so many median deviations …
  std::int64_t percent = 0;             // … and by so much of the median
  Bilingual title;
  Bilingual say;
};

Result<Pattern> read_pattern(const DataFile& file, const facts::Vocabulary& vocabulary);

}  // namespace periksa::ruleset
