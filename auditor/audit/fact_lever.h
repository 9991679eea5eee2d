// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "auditor/audit/leaf_sights.h"

namespace periksa::audit {

/// One fact of one record of a small filing, found by what the filing itself says of the record.
struct FactPlace {
  std::string entity;
  std::string worker;     // the id of the worker it belongs to; empty: a record of the filing
  std::string id;         // the record's own id, may be empty
  std::size_t index = 0;  // among the records of its entity and worker
  std::string field;
  /// The as-of date, which no record holds.
  bool as_of() const { return entity.empty(); }
  /// As an example names it: "payment.amount", "payment[b2].amount", "as-of".
  std::string name() const;
};

/// A known fact that a side of a comparison was made from.
struct Lever {
  FactPlace at;
  facts::Type type = facts::Type::integer;
  std::int64_t value = 0;
  std::uint16_t unit = 0;
  bool left = false;    // of the side of the comparison
  bool direct = false;  // it is the side, or the sum of it and something else
  bool event = false;   // the day of the event: other versions may speak of another day
};

FactPlace place_of(const language::CellRef& ref);

/// The text a filing has for a value.
std::string fact_text(facts::Type type, std::int64_t value, std::uint16_t unit);

/// The facts behind a comparison's two sides that have an order, those that are a side themselves
/// first and the day of the event last.
std::vector<Lever> levers(const LeafSight& comparison, const ruleset::Recording& recording);

/// The filing with the fact changed, or taken out where `value` is nothing. Precondition: the
/// place was found in a filing of this text, or of one that differs in its facts only.
std::optional<std::string> with_fact(const std::string& filing, const FactPlace& at,
                                     const std::optional<std::string>& value);

}  // namespace periksa::audit
