// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/date.h"
#include "auditor/facts/facts.h"

namespace periksa::documents {

/// The ways in which a value is looked for on a page: any of them will do.
struct Wanted {
  enum class Kind : std::uint8_t {
    number,  ///< "2.500.000", "2,500,000", "2500000": digits with their separators, as a whole
    date,    ///< "12/03/2024", "12 Maret 2024": as a whole, in any case
    words    ///< letters and digits, whatever stands between them, in any case
  };
  Kind kind = Kind::words;
  std::vector<std::string> spellings;
};

/// How a known value may be written; nothing for what no page spells out (yes and no, references).
std::optional<Wanted> wanted(const facts::Facts& facts, const facts::Field& field,
                             const facts::Cell& cell);

/// A page made ready to be searched.
class SearchedPage {
 public:
  explicit SearchedPage(std::string_view text);

  bool has(const Wanted& wanted) const;

 private:
  bool has_words(std::string_view words) const;
  bool has_date(std::string_view date) const;

  std::string small_;              // small letters, runs of blanks as one
  std::set<std::string> numbers_;  // runs of digits with points and commas inside
  std::string letters_;            // letters and digits only
  std::vector<bool> begins_;       // of each of those: whether something else stood before it
};

/// How a sum, a number and a day may be written, for `wanted`.
std::vector<std::string> spellings_of_number(std::int64_t whole, std::string_view fraction);
std::vector<std::string> spellings_of_date(Date day);

}  // namespace periksa::documents
