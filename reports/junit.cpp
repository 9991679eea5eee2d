// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>
#include <span>
#include <vector>

#include "auditor/base/printable.h"
#include "auditor/base/xml_escape.h"
#include "auditor/results/exit_code.h"
#include "reports/machine_report.h"
#include "reports/wording.h"

namespace periksa::reports {
namespace {

using results::Finding;
using results::Verdict;

std::string escaped(std::string_view text) {
  return xml_escaped(printable(text));
}

/// What nobody can have breached yet is to be looked at, as for the exit code.
bool fails(const Finding& x, const results::Rule& rule) {
  return x.verdict == Verdict::breach && results::can_be_breached(x, &rule);
}

struct SuiteCounts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;

  void add(const Finding& x, const results::Rule& rule) {
    ++tests;
    if (fails(x, rule)) {
      ++failures;
    } else if (x.verdict == Verdict::engine_error) {
      ++errors;
    } else if (x.verdict != Verdict::excused) {
      ++skipped;
    }
  }
  /// What lapsed is not done with: it stands among what somebody has to look at.
  void add(const results::Waiver& x) {
    ++tests;
    if (x.state != "applied") ++skipped;
  }
  void add(const SuiteCounts& other) {
    tests += other.tests;
    failures += other.failures;
    errors += other.errors;
    skipped += other.skipped;
  }
  std::string attributes() const {
    return fmt::format(R"(tests="{}" failures="{}" errors="{}")", tests, failures, errors);
  }
};

class Junit {
 public:
  Junit(const Wording& wording, const Sink& sink) : wording_(wording), sink_(sink) {
    for (const auto& finding : wording.results().findings)
      by_rule_[finding.rule].push_back(&finding);
  }

  void write() const {
    SuiteCounts all;
    for (const auto& rule : wording_.results().rules) all.add(counts(rule));
    all.add(waivers());
    sink_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    sink_(fmt::format("<testsuites name=\"periksa\" {}>\n", all.attributes()));
    for (const auto& rule : wording_.results().rules) suite(rule);
    waiver_suite();
    sink_("</testsuites>\n");
  }

 private:
  std::span<const Finding* const> findings(const results::Rule& rule) const {
    const auto at = by_rule_.find(rule.id);
    if (at == by_rule_.end()) return {};
    return at->second;
  }

  static std::uint64_t met(const results::Rule& rule) {
    std::uint64_t all = 0;
    for (const auto& run : rule.runs) all += run.verdict == Verdict::met ? run.count : 0;
    return all;
  }

  SuiteCounts counts(const results::Rule& rule) const {
    SuiteCounts all;
    for (const auto* const finding : findings(rule)) all.add(*finding, rule);
    if (met(rule) > 0) ++all.tests;
    return all;
  }

  SuiteCounts waivers() const {
    SuiteCounts all;
    for (const auto& waiver : wording_.results().waivers) all.add(waiver);
    return all;
  }

  void begin(const std::string& name, const SuiteCounts& all) const {
    sink_(fmt::format("<testsuite name=\"{}\" {} skipped=\"{}\">\n", escaped(name),
                      all.attributes(), all.skipped));
  }

  /// The schema knows a text in it, and no attribute.
  void skipped(const std::string& text) const {
    sink_("><skipped>" + escaped(text) + "</skipped></testcase>\n");
  }

  void waiver_suite() const {
    if (wording_.results().waivers.empty()) return;
    begin("waivers", waivers());
    for (const auto& waiver : wording_.results().waivers) {
      sink_(fmt::format(
          "<testcase classname=\"waivers\" name=\"{}\"",
          escaped(waiver.id + " " + waiver.rule + " " + wording_.waiver_subject(waiver))));
      if (waiver.state == "applied") {
        sink_("/>\n");
      } else {
        skipped(wording_.lapsed(waiver));
      }
    }
    sink_("</testsuite>\n");
  }

  void suite(const results::Rule& rule) const {
    const SuiteCounts all = counts(rule);
    if (all.tests == 0) return;
    begin(rule.id, all);
    if (met(rule) > 0) {
      sink_(fmt::format("<testcase classname=\"{}\" name=\"{} ({})\"/>\n", escaped(rule.id),
                        escaped(wording_.text(rule.met)), met(rule)));
    }
    for (const auto* const finding : findings(rule)) test(*finding, rule);
    sink_("</testsuite>\n");
  }

  void test(const Finding& x, const results::Rule& rule) const {
    sink_(fmt::format("<testcase classname=\"{}\" name=\"{}\"", escaped(x.rule),
                      escaped(x.id + " " + wording_.subject(x))));
    const std::string title = wording_.title(x);
    const std::string sentence = joined(wording_.sentence(x));
    switch (x.verdict) {
      case Verdict::excused:
        sink_("/>\n");
        return;
      case Verdict::breach:
        if (!fails(x, rule)) return skipped("review: " + title + ". " + sentence);
        sink_(fmt::format("><failure type=\"{}\" message=\"{}\">{}</failure></testcase>\n",
                          to_string(x.severity), escaped(title), escaped(sentence)));
        return;
      case Verdict::engine_error:
        sink_(fmt::format("><error type=\"engine-error\" message=\"{}\"/></testcase>\n",
                          escaped(title)));
        return;
      case Verdict::waived:
        return skipped("waived: " + wording_.waiver(x) + ". " + wording_.strings()("original") +
                       ": " + wording_.verdict(x.original) + ". " + title);
      default:
        return skipped((x.verdict == Verdict::observation ? "observation: " : "review: ") + title +
                       ". " + sentence);
    }
  }

  const Wording& wording_;
  const Sink& sink_;
  std::map<std::string_view, std::vector<const Finding*>> by_rule_;
};

}  // namespace

Result<void> write_junit(const results::Results& results, const ReportOptions& options,
                         const Sink& sink) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  Junit(Wording(results, *strings, options.unmask), sink).write();
  return {};
}

}  // namespace periksa::reports
