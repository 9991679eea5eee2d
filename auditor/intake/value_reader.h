// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <string_view>

#include "auditor/facts/facts.h"

namespace periksa::intake {

/// Reads what is written for a field into a cell's state, value and unit. Knows all types but
/// references, which need the other records.
class ValueReader {
 public:
  explicit ValueReader(const facts::Vocabulary& vocabulary);

  /// How texts get into the tables: as views of a buffer that outlives them, or copied.
  enum class Texts : std::uint8_t { viewed, copied };

  /// False if the field is a code and `text` none of its list; everything else that is no value is
  /// `unreadable`, a blank text `absent`.
  bool read(const facts::Field& field, std::string_view text, Texts texts, facts::Facts& facts,
            facts::Cell& cell) const;

 private:
  bool read_money(std::string_view text, facts::Cell& cell) const;

  const facts::Vocabulary& vocabulary_;
  std::bitset<26 * 26 * 26> currencies_;
};

/// Nothing but blanks.
bool is_blank(std::string_view text);
/// What people write into a box they leave empty: "-", "--", "—".
bool is_dash(std::string_view text);

}  // namespace periksa::intake
