// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "auditor/base/bilingual.h"
#include "auditor/results/amount.h"

/// The part of the results document with figures that judge nothing.
namespace periksa::results {

/// Months of pay in hundredths, from `low` to `high`; `high` is absent where there is no upper end.
struct Months {
  std::int64_t low = 0;
  std::optional<std::int64_t> high;
  bool operator==(const Months&) const = default;
};

/// Hundredths of a month; the quartiles by nearest rank. What has no upper end is absent.
struct Spread {
  std::optional<std::int64_t> mean;
  std::optional<std::int64_t> first_quartile;
  std::optional<std::int64_t> median;
  std::optional<std::int64_t> third_quartile;
  bool operator==(const Spread&) const = default;
};

/// Workers placed in one country, one job …; a code is empty where the group is not by it, or where
/// it is not known of its workers.
struct Cohort {
  std::string by;  // "all" · "country" · "job" · "sex" · "country-job"
  std::string country;
  std::string job;
  std::string sex;
  std::uint64_t placed = 0;                      // = figures + all of `without`
  std::uint64_t figures = 0;                     // of which …
  std::uint64_t zero = 0;                        // … surely nothing
  std::uint64_t open = 0;                        // … without an upper end
  std::map<std::string, std::uint64_t> without;  // why no figure → workers
  /// Over all placed, so that who lacks a figure makes no group look better: of the lower ends,
  /// nothing where there is no figure, and of the upper ends, without one where there is none.
  /// Absent with fewer than three figures.
  std::optional<Spread> low;
  std::optional<Spread> high;
  bool operator==(const Cohort&) const = default;
};

/// One worker of a measure, by pseudonym only.
struct MeasuredWorker {
  std::string worker;
  std::string country;  // codes; empty where not known
  std::string job;
  std::string without;  // why there is no figure; empty with one
  std::optional<Months> months;
  std::optional<Amount> income;  // of a month
  std::vector<Amount> cost;      // by currency; empty for nothing
  bool cost_open = false;        // there may be more, in any currency
  bool rated = false;            // rests on a supplied exchange rate
  bool refunds_open = false;     // what was refunded is not known: the lower ends are zero
  std::string basis;
  bool operator==(const MeasuredWorker&) const = default;
};

/// A figure that judges nothing (docs/measures.md).
struct Measure {
  /// How many lower ends lie above `above` and up to `to`; no `to`: all above.
  struct Bin {
    std::int64_t above = 0;  // hundredths of a month; -1: from nothing
    std::optional<std::int64_t> to;
    std::uint64_t count = 0;
    bool operator==(const Bin&) const = default;
  };
  std::string id;
  std::string kind;  // "months-of-pay"
  Bilingual title;
  Bilingual say;
  std::vector<std::string> accounts;
  std::uint64_t placement_unknown = 0;  // workers of whom it is not known whether they belong here
  std::vector<Cohort> cohorts;          // the first is all
  std::vector<Bin> bins;                // of all; empty with fewer than three figures
  std::vector<MeasuredWorker> workers;  // those whose cost is not surely zero, greatest first
  std::uint64_t workers_left = 0;       // more of them than stand here
  std::map<std::string, Bilingual> labels;  // "country/HK" → what the codes above are called
  bool operator==(const Measure&) const = default;
};

}  // namespace periksa::results
