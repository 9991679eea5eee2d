// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/facts/vocabulary.h"
#include "auditor/law/grade.h"
#include "auditor/law/key_set.h"
#include "auditor/law/limit_index.h"
#include "auditor/law/register.h"
#include "auditor/law/row_list.h"

namespace periksa::law {

/// A key of a table; `type` and `target` as in facts::Field (code, integer).
struct LimitKey {
  std::string name;
  facts::Type type = facts::Type::code;
  std::uint16_t target = 0;
};

struct LimitRow {
  std::vector<std::vector<std::int64_t>> keys;  // one per LimitKey, sorted; empty = any
  Window window;
  std::int64_t value = 0;  // coded as facts::Cell::value for the limit's type; 1 for `listed`
  std::uint16_t unit = 0;  // packed currency of money
  Grade grade = Grade::verified;
  int concurring = 0;
  std::string cite;
  Position at;
};

/// The days for which *no row* is an answer, and the last day the table was compared with the law.
/// What nobody has compared is not known to be complete: the answer ends with that day at latest.
struct Complete {
  Date from;
  Date to;  // exclusive
  Date checked_until;
  std::vector<std::vector<std::int64_t>> keys;  // restriction, one per LimitKey like LimitRow::keys

  /// The first day for which *no row* is no answer any more.
  Date end() const { return to <= checked_until ? to : checked_until.plus_days(1); }
};

struct Limit {
  std::string name;
  bool listed = false;  // a table that only says whether a combination stands in it
  facts::Type type = facts::Type::integer;  // boolean for `listed`
  std::uint16_t target = 0;                 // a ListId where the values are codes
  Bilingual label;
  std::vector<LimitKey> keys;
  std::vector<Complete> complete;
  Date checked_until;  // the latest of `complete`
  std::vector<LimitRow> rows;
  LimitIndex index;  // of the members above; make it anew after changing one
};

/// Answer of a look-up. It speaks of every combination of a value of each key and a day that was
/// asked; `rows` and `no_row` are true of all of them, whichever is the real one.
struct Found {
  enum class Answer : std::uint8_t {
    rows,     ///< every combination has a row (for value limits: `rows` is their union)
    no_row,   ///< no combination is listed, and the table is complete for all of them
    depends,  ///< listed for some, surely not listed for the others: a fact is in doubt
    unknown,  ///< some have no row and the table is not complete for them (value limits: no row,
              ///< whether complete or not): the law is not on file
  };
  Answer answer = Answer::unknown;
  RowList rows;                   // every row that some combination may meet, in the table's order
  Grade grade = Grade::verified;  // weakest of `rows`
  bool uncertain = false;         // one of `rows` lies in its uncertain window on some day asked
  bool stale = false;   // some day asked lies after the last checked-until for its keys (of all
                        // <complete> that speak of them; if none does, the table's)
  bool partly = false;  // `unknown`, yet some combinations have an answer: a fact may settle it
};

/// All of `rules/limits/*.xml`. Immutable after loading.
class Limits {
 public:
  static Result<Limits> load(const std::filesystem::path& rules,
                             const facts::Vocabulary& vocabulary, const Register& law);
  static Result<Limits> parse(std::span<const std::string> files,
                              const facts::Vocabulary& vocabulary, const Register& law);

  /// Index for `at`, or nothing.
  std::optional<std::uint16_t> find(std::string_view name) const;
  const Limit& at(std::uint16_t index) const { return limits_[index]; }
  std::span<const Limit> all() const { return limits_; }

 private:
  friend class LimitsReader;
  std::vector<Limit> limits_;  // ascending by name
};

/// Rows in force on the day(s) for the keys; a row counts as in force through its widest window
/// (`uncertain` tells). Precondition: one KeySet per key of the limit. A KeySet without a value
/// (low above high) is answered `unknown`. Ranges cost by the rows they meet, not by their length;
/// one value for each key and one day cost no allocation (tables below 900 rows, four rows found).
Found look_up(const Limit& limit, std::span<const KeySet> keys, const KeySet& day);

}  // namespace periksa::law
