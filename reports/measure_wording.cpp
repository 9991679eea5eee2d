// SPDX-License-Identifier: Apache-2.0
#include "reports/measure_wording.h"

#include "auditor/base/number_format.h"

namespace periksa::reports {

std::string months(std::int64_t hundredths, Language language) {
  const std::string rest = std::to_string(hundredths % 100);
  return format_decimal(std::to_string(hundredths / 100) + (rest.size() < 2 ? ".0" : ".") + rest,
                        language);
}

std::string months(std::int64_t low, std::optional<std::int64_t> high, const Strings& strings) {
  const std::string least = months(low, strings.language());
  if (!high) return strings.fill("months_from", {{"low", least}});
  if (*high == low) return least;
  return strings.fill("months_range",
                      {{"low", least}, {"high", months(*high, strings.language())}});
}

std::string measure_label(const results::Measure& measure, std::string_view by,
                          const std::string& code, const Wording& wording) {
  if (code.empty()) return wording.strings()("cohort_unknown");
  const auto at = measure.labels.find(std::string(by) + '/' + code);
  return at == measure.labels.end() ? code : wording.text(at->second);
}

std::string measure_line(const results::Measure& measure, const Wording& wording) {
  if (measure.cohorts.empty() || measure.cohorts.front().placed == 0) return {};
  const results::Cohort& all = measure.cohorts.front();
  const Strings& strings = wording.strings();
  const std::string title = wording.text(measure.title);
  const std::string figures = format_count(all.figures, wording.language());
  const std::string placed = strings.count("n_worker", all.placed);
  if (!all.low || !all.low->median) {
    return strings.fill("text_measure_few",
                        {{"title", title}, {"figures", figures}, {"placed", placed}});
  }
  const auto high = all.high ? all.high->median : std::nullopt;
  return strings.fill("text_measure", {{"title", title},
                                       {"median", months(*all.low->median, high, strings)},
                                       {"figures", figures},
                                       {"placed", placed}});
}

}  // namespace periksa::reports
