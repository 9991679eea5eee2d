// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "auditor/base/data_file.h"
#include "auditor/ruleset/rule.h"
#include "auditor/ruleset/rule_reader.h"

namespace periksa::ruleset {

/// A figure over workers that judges nothing (docs/measures.md). Its kind is code; what is summed,
/// for whom and divided by what is data (`rules/measures/`). Immutable once loaded.
struct Measure {
  enum class Kind : std::uint8_t {
    months_of_pay,  ///< a worker's cost divided by the pay of one month
  };

  /// What is taken of each record of one entity of the worker. In its expressions slot 0 is the
  /// record, slot 1 the worker.
  struct Line {
    std::string part;  ///< of a cost: what it is called in the results' documentation
    facts::EntityId entity = 0;
    CheckedPtr value;   ///< money
    CheckedPtr on;      ///< the day whose exchange rate counts; null for incomes
    CheckedPtr where;   ///< null: every record
    CheckedPtr surely;  ///< where unknown or false, the record counts perhaps; null: as `where`
  };

  /// Where exchange rates stand, and the fields of each: codes of currencies, decimal, date.
  struct Rates {
    facts::EntityId entity = 0;
    facts::FieldId from = 0;
    facts::FieldId to = 0;
    facts::FieldId rate = 0;
    facts::FieldId on = 0;
  };

  /// Country, job and sex: a code of `list`. Slot 0 is the worker.
  struct Grouping {
    CheckedPtr value;
    facts::ListId list = 0;
  };

  std::string id;
  Kind kind = Kind::months_of_pay;
  std::vector<std::string> accounts;
  Bilingual title;
  Bilingual say;
  CheckedPtr when;                   ///< null: every worker; slot 0 is the worker
  std::array<Grouping, 3> groups{};  ///< in the order of kGroupings
  std::vector<Line> incomes;
  std::vector<Line> costs;
  std::vector<Line> refunds;
  Rates rates;
  std::string example_base;
  std::vector<Example> examples;  ///< `expect` is a figure (parse_figure) or "none"
  Position at;
  std::string file;  ///< relative to the rules folder
};

inline constexpr std::array<std::string_view, 3> kGroupings{"country", "job", "sex"};

/// "4.20", "4.20..6.10" or "5.00.." in hundredths; `high` is absent where there is no upper end.
struct ExpectedFigure {
  std::int64_t low = 0;
  std::optional<std::int64_t> high;
  bool operator==(const ExpectedFigure&) const = default;
};
std::optional<ExpectedFigure> parse_figure(std::string_view text);

/// Reads and checks one file of `rules/measures/`; every mistake is told with its place.
Result<Measure> read_measure(const DataFile& file, const Ground& ground);

}  // namespace periksa::ruleset
