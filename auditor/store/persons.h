// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "auditor/store/connection.h"
#include "auditor/store/match_key.h"

namespace periksa::store {

/// What is kept of one worker in one audit.
struct PersonRow {
  std::int64_t commitment = 0;
  std::int64_t log = 0;  ///< of the audit's entry
  std::int64_t audit = 0;
  std::int64_t filing = 0;
  std::int64_t agency = 0;
  std::int64_t place = 0;  ///< in the filing, from 0
};

/// Which rows may tell of one person, as far as the store can know. All of them are read once.
class Persons {
 public:
  using Rows = std::set<std::int64_t>;  // commitments

  Persons(Connection& connection, const MatchKey& key);

  /// Those with this NIK or passport number as their own.
  Rows with_number(const std::string& number) const;
  /// Those that have it among their papers as somebody's: who gave consent, a relative.
  Rows naming(const std::string& number) const;
  /// Beyond these, all that hang together with them: by a NIK or passport number, as the same place
  /// of the same filing, or as the same worker of an agency; and those that name one of them.
  Rows linked_to(const Rows& rows) const;
  /// Whether they cannot be one person's by themselves: two of one audit, or of several agencies.
  bool are_several(const Rows& rows) const;

  const PersonRow& at(std::int64_t commitment) const { return rows_.at(commitment); }

 private:
  using Index = std::unordered_map<std::string, std::vector<std::int64_t>>;

  void read_rows(Connection& connection, const MatchKey& key);
  void read_numbers(Connection& connection);
  void read_findings(Connection& connection);
  void mark(std::int64_t row, const std::string& mark);
  Rows of(const Index& index, const std::string& number) const;

  const MatchKey& key_;
  std::map<std::int64_t, PersonRow> rows_;
  std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> by_place_;  // entry, place
  std::unordered_map<std::int64_t, std::vector<std::string>> marks_;
  Index marked_;
  Index own_;     // by keyed number
  Index naming_;  // … of others
};

}  // namespace periksa::store
