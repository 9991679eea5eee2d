// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>
#include <vector>

#include "auditor/base/csv.h"
#include "auditor/base/printable.h"
#include "reports/law_wording.h"
#include "reports/machine_report.h"
#include "reports/wording.h"

namespace periksa::reports {
namespace {

using results::Finding;

constexpr std::array<const char*, 17> kHeads{
    "csv_id",     "csv_verdict", "csv_severity", "csv_rule",  "csv_law",     "csv_subject",
    "csv_worker", "csv_date",    "csv_title",    "csv_text",  "csv_kind",    "csv_currency",
    "csv_least",  "csv_most",    "csv_rests_on", "csv_place", "csv_remedies"};

/// Spreadsheets take what begins so for a formula.
std::string harmless(const std::string& text) {
  const bool formula = !text.empty() && std::string_view("=+-@\t\r").contains(text.front());
  return formula ? "'" + text : text;
}

class Table {
 public:
  Table(const Wording& wording, const Sink& sink) : wording_(wording), sink_(sink) {}

  void write() const {
    sink_("\xEF\xBB\xBF");
    std::vector<std::string> heads;
    for (const char* head : kHeads) heads.push_back(wording_.strings()(head));
    row(heads);
    for (const auto& finding : wording_.results().findings) row(cells(finding));
  }

 private:
  void row(const std::vector<std::string>& values) const {
    std::string line;
    for (std::size_t i = 0; i < values.size(); ++i)
      line += (i > 0 ? "," : "") + csv_value(harmless(printable(values[i])));
    sink_(line + "\r\n");
  }

  std::vector<std::string> cells(const Finding& x) const {
    const Strings& strings = wording_.strings();
    std::vector<std::string> laws;
    for (const auto& citation : x.citations) {
      if (const auto* const provision = wording_.provision(citation.provision))
        laws.push_back(law_words(*provision, wording_).cite);
    }
    std::vector<std::string> bases;
    for (const auto& one : x.told_by) bases.push_back(strings.term("basis", one));
    std::vector<std::string> remedies;
    for (const auto& remedy : x.remedies) remedies.push_back(wording_.text(remedy.text));
    std::string place;
    if (!x.evidence.empty()) place = to_string(wording_.results().facts[x.evidence.front()].at);
    return {x.id,
            wording_.verdict(x.verdict),
            strings.term("severity", to_string(x.severity)),
            x.rule,
            wording_.join(laws, "; "),
            wording_.subject(x),
            wording_.person(x.worker),
            wording_.join(x.event_dates, "; "),
            wording_.title(x),
            joined(wording_.sentence(x)),
            x.amount ? strings.term("amount_kind", x.amount_kind) : "",
            x.amount ? x.amount->currency : "",
            x.amount ? std::to_string(x.amount->low) : "",
            x.amount && x.amount->high ? std::to_string(*x.amount->high) : "",
            wording_.join(bases, "; "),
            place,
            wording_.join(remedies, " ")};
  }

  const Wording& wording_;
  const Sink& sink_;
};

}  // namespace

Result<void> write_findings_csv(const results::Results& results, const ReportOptions& options,
                                const Sink& sink) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  Table(Wording(results, *strings, options.unmask), sink).write();
  return {};
}

}  // namespace periksa::reports
