// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/measure_examples.h"

#include <fmt/format.h>

#include <set>

#include "auditor/audit/months_of_pay.h"
#include "auditor/intake/filing_reader.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::audit {
namespace {

std::string decimal(std::int64_t hundredths) {
  return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

/// As an example would write it: "4.20..6.10", or "none/no-rate".
std::string written(const WorkerMonths& months) {
  if (months.figured != Figured::figure) return fmt::format("none/{}", to_string(months.figured));
  const Span& span = months.hundredths;
  if (!span.high) return decimal(span.low) + "..";
  if (*span.high == span.low) return decimal(span.low);
  return decimal(span.low) + ".." + decimal(*span.high);
}

/// The figure of the filing's first worker.
Result<std::string> figure_of(const ruleset::RuleSet& rules, const ruleset::Measure& measure,
                              const std::string& filing, const std::string& as_of) {
  std::optional<MonthsOfPay> work;
  std::vector<facts::Standing> standings;
  std::string figure;
  intake::ReadOptions options;
  options.threads = 1;
  const auto read = intake::read_filing_text(
      filing, "example", rules.vocabulary(), options,
      [&](const intake::Filing& shared) {
        for (const auto& source : shared.header.sources)
          standings.push_back(facts::standing_of(source));
        work.emplace(measure, rules.limits(), *shared.shared,
                     parse_iso_date(as_of).value_or(shared.header.closing), standings);
      },
      [&](unsigned, std::uint32_t ordinal, facts::Facts& worker) {
        if (ordinal == 0) figure = written(work->of(worker));
      });
  if (!read) return std::unexpected(read.error());
  return figure;
}

std::string kind_of(const std::string& figure) {
  if (figure.starts_with("none")) return figure;
  const auto dots = figure.find("..");
  if (dots == std::string::npos) return "4.20";
  return dots + 2 == figure.size() ? "5.00.." : "4.20..6.10";
}

}  // namespace

Diagnostics test_measure(const ruleset::RuleSet& rules, const ruleset::Measure& measure,
                         ExampleBases& bases) {
  const auto base = bases.text(measure.example_base);
  if (!base) return base.error();
  Diagnostics problems;
  std::set<std::string> missing{"4.20",         "4.20..6.10",         "5.00..",
                                "none/no-rate", "none/nothing-known", "none/no-income"};
  if (measure.when) missing.insert({"none/not-placed", "none/placement-unknown"});
  for (const auto& example : measure.examples) {
    const std::string expected =
        example.expect == "none" ? "none/" + example.reason : example.expect;
    const auto text = example_filing(**base, example, rules.vocabulary());
    const auto got = text ? figure_of(rules, measure, *text, example.as_of)
                          : Result<std::string>(std::unexpected(text.error()));
    if (!got) {
      problems.insert(problems.end(), got.error().begin(), got.error().end());
      continue;
    }
    missing.erase(kind_of(*got));
    if (*got == expected) continue;
    ruleset::complain(
        problems, example.at,
        fmt::format("{}: contoh mengharapkan {}, hasilnya {}", measure.id, expected, *got),
        fmt::format("{}: the example expects {}, got {}", measure.id, expected, *got));
  }
  if (!problems.empty()) return problems;
  for (const auto& kind : missing) {
    ruleset::complain(problems, measure.at,
                      fmt::format("{}: tidak ada contoh seperti {}", measure.id, kind),
                      fmt::format("{}: no example like {}", measure.id, kind));
  }
  return problems;
}

}  // namespace periksa::audit
