// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "auditor/audit/exchange_rates.h"
#include "auditor/language/evaluator.h"
#include "auditor/ruleset/measure.h"

namespace periksa::audit {

/// Whether one worker has a figure, and if not, why.
enum class Figured : std::uint8_t {
  figure,
  nothing_known,      ///< from nothing to without end: that is no figure
  no_rate,            ///< an amount in another currency than the pay's, without a rate
  no_income,          ///< the pay of a month is not known, or not positive
  placement_unknown,  ///< whether the worker belongs to the cohort is not known
  not_placed          ///< does not belong to it
};
/// "nothing-known" …: the word in results.json and in examples; empty for a figure.
std::string_view to_string(Figured figured);

/// One currency of a worker's cost.
struct CostPart {
  std::uint16_t unit = 0;
  Span amount;
};

/// One worker's figure, as far as the papers tell it.
struct WorkerMonths {
  Figured figured = Figured::not_placed;
  std::array<std::int32_t, 3> groups{-1, -1, -1};  ///< codes by kGroupings; -1: not one known value
  Span hundredths;                                 ///< of a month's pay, each end rounded half up
  std::uint16_t unit = 0;                          ///< of the income …
  std::int64_t least_income = 0;                   ///< … and its ends, in minor units
  std::int64_t greatest_income = 0;
  std::vector<CostPart> cost;  ///< by currency, ascending; empty for none
  bool cost_open = false;      ///< there may be more, in any currency
  bool rated = false;          ///< rests on an exchange rate that was supplied
  bool refunds_open = false;   ///< how much was refunded is not known: the lower end is zero
  facts::Basis basis = facts::Basis::registry;  ///< the weakest of what was read
};

/// Works out what one worker's job cost in months of the pay it brings (docs/measures.md). Exact:
/// no rounding but of a converted amount to its minor unit and of the ends to hundredths. One per
/// thread.
class MonthsOfPay {
 public:
  /// All outlive this object; `standings` as in language::Environment.
  MonthsOfPay(const ruleset::Measure& measure, const law::Limits& limits,
              const facts::Facts& filing, Date as_of, std::span<const facts::Standing> standings);

  /// The result stands until the next call.
  const WorkerMonths& of(const facts::Facts& worker);

 private:
  struct Taken;

  bool placed(language::Environment& env);
  bool find_income(const facts::Facts& worker, language::Environment env);
  bool widen_income(const language::Operand& pay);
  bool add_line(const ruleset::Measure::Line& line, const facts::Facts& worker,
                language::Environment env, Taken& taken);
  bool add_amount(const language::Operand& value, const language::Operand& on, bool surely,
                  Taken& taken);
  bool add_part(std::uint16_t unit, const Span& amount, const language::Operand& on, Taken& taken);
  void close(const Taken& costs, const Taken& refunds);
  void divide(const Span& cost);

  const ruleset::Measure* measure_;
  ExchangeRates rates_;
  language::Environment base_;
  language::Evaluator evaluator_;
  language::Reliance reliance_;
  WorkerMonths result_;
};

}  // namespace periksa::audit
