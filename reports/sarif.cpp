// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "auditor/base/printable.h"
#include "auditor/base/uri_path.h"
#include "auditor/results/exit_code.h"
#include "auditor/results/json_text.h"
#include "reports/law_wording.h"
#include "reports/machine_report.h"
#include "reports/wording.h"

namespace periksa::reports {
namespace {

using nlohmann::ordered_json;
using results::Finding;
using results::Verdict;

/// What a finding would be without its waiver.
Verdict verdict_of(const Finding& x) {
  return x.verdict == Verdict::waived ? x.original : x.verdict;
}

const char* kind_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::breach:
      return "fail";
    case Verdict::suspected:
    case Verdict::insufficient:
      return "review";
    case Verdict::observation:
      return "informational";
    case Verdict::excused:
    case Verdict::met:
      return "pass";
    case Verdict::not_applicable:
    case Verdict::not_in_force:
      return "notApplicable";
    case Verdict::waived:
    case Verdict::engine_error:
      break;
  }
  return "open";
}

const char* level_of(const Finding& x) {
  return x.severity == results::Severity::minor ? "warning" : "error";
}

/// Relative, whatever the name begins with.
std::string uri(const std::string& file) {
  const std::string path = uri_path(file);
  return path.starts_with('/') ? "%2F" + path.substr(1) : path;
}

class Sarif {
 public:
  Sarif(const Wording& wording, const Sink& sink) : wording_(wording), sink_(sink) {
    for (std::size_t i = 0; i < all().rules.size(); ++i) rules_.emplace(all().rules[i].id, i);
    for (const auto& input : all().header.inputs) add_file(input.file, input.sha256);
    // The parts of a case, in which its places are, are no inputs of their own.
    for (const auto& finding : all().findings) {
      if (const auto* const at = place_of(finding)) add_file(at->file, {});
    }
  }

  /// Finding by finding, so that a large document is never a tree.
  void write() const {
    ordered_json run;
    run["tool"]["driver"] = driver();
    run["language"] = wording_.language() == Language::id ? "id" : "en";
    run["invocations"] = {invocation()};
    run["artifacts"] = artifacts_;
    run["properties"] = {{"asOf", all().header.as_of}, {"agency", all().header.agency}};
    std::string head = results::json_text(run);
    head.pop_back();
    sink_("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",");
    sink_("\"runs\":[" + head + ",\"results\":[");
    for (std::size_t i = 0; i < all().findings.size(); ++i) {
      if (i > 0) sink_(",\n");
      sink_(results::json_text(result(all().findings[i])));
    }
    sink_("]}]}\n");
  }

 private:
  const results::Results& all() const { return wording_.results(); }

  void add_file(const std::string& file, const std::string& sha256) {
    if (!files_.emplace(file, artifacts_.size()).second) return;
    ordered_json artifact{{"location", {{"uri", uri(file)}}}};
    if (!sha256.empty()) artifact["hashes"] = {{"sha-256", sha256}};
    artifacts_.push_back(std::move(artifact));
  }

  /// Where the first thing it rests on stands; null for what was never written.
  const Position* place_of(const Finding& x) const {
    const auto& facts = all().facts;
    const auto placed = std::ranges::find_if(
        x.evidence, [&](std::size_t index) { return !facts[index].at.file.empty(); });
    return placed == x.evidence.end() ? nullptr : &facts[*placed].at;
  }

  /// Waivers that lapsed concern the run; those applied stand at their findings.
  ordered_json invocation() const {
    ordered_json one{{"executionSuccessful", all().header.complete}};
    for (const auto& x : all().waivers) {
      if (x.state == "applied") continue;
      const std::string text =
          x.rule + ", " + wording_.waiver_subject(x) + ": " + wording_.lapsed(x);
      one["toolConfigurationNotifications"].push_back(
          {{"level", "warning"}, {"message", {{"text", printable(text)}}}});
    }
    return one;
  }

  ordered_json driver() const {
    ordered_json rules = ordered_json::array();
    for (const auto& rule : all().rules) {
      ordered_json one{{"id", rule.id}};
      one["shortDescription"]["text"] = wording_.text(rule.met);
      one["fullDescription"]["text"] = wording_.text(rule.breach);
      one["properties"] = {{"tier", to_string(rule.tier)}, {"citations", rule.citations}};
      rules.push_back(std::move(one));
    }
    return {{"name", "Periksa"},
            {"version", all().header.engine_version},
            {"properties",
             {{"ruleSet", all().header.rule_set},
              {"ruleSetVersion", all().header.rule_set_version},
              {"manifestSha256", all().header.manifest_sha256}}},
            {"rules", std::move(rules)}};
  }

  ordered_json result(const Finding& x) const {
    const Verdict verdict = verdict_of(x);
    ordered_json one{{"ruleId", x.rule}};
    const results::Rule* rule = nullptr;
    if (const auto at = rules_.find(x.rule); at != rules_.end()) {
      one["ruleIndex"] = at->second;
      rule = &all().rules[at->second];
    }
    // What nobody can have breached yet is to be looked at, as for the exit code.
    const bool ahead = verdict == Verdict::breach && !results::can_be_breached(x, rule);
    const bool fails = verdict == Verdict::breach && !ahead;
    one["kind"] = ahead ? "review" : kind_of(verdict);
    one["level"] = fails ? level_of(x) : "none";
    one["message"]["text"] = printable(wording_.title(x) + ". " + joined(wording_.sentence(x)));
    one["locations"] = locations(x);
    if (wording_.unmasked() && !x.fingerprint.empty())
      one["partialFingerprints"]["periksa/v1"] = x.fingerprint;
    if (x.verdict == Verdict::waived) {
      one["suppressions"] = {{{"kind", "external"},
                              {"status", "accepted"},
                              {"justification", printable(wording_.waiver(x))}}};
    }
    ordered_json& more = one["properties"];
    more = {{"id", x.id},
            {"verdict", to_string(x.verdict)},
            {"originalVerdict", to_string(x.original)},
            {"severity", to_string(x.severity)},
            {"readiness", x.readiness},
            {"subject", printable(wording_.subject(x))},
            {"eventDates", x.event_dates},
            {"restsOn", x.told_by}};
    for (const auto& citation : x.citations) more["citations"].push_back(citation.provision);
    if (x.amount) {
      more["amount"] = {
          {"kind", x.amount_kind}, {"currency", x.amount->currency}, {"low", x.amount->low}};
      if (x.amount->high) more["amount"]["high"] = *x.amount->high;
    }
    if (wording_.unmasked() && !x.evidence_digest.empty())
      more["evidenceDigest"] = x.evidence_digest;
    return one;
  }

  ordered_json locations(const Finding& x) const {
    const Position* const at = place_of(x);
    if (at == nullptr) return ordered_json::array();
    ordered_json place;
    place["artifactLocation"] = {{"uri", uri(at->file)}, {"index", files_.at(at->file)}};
    if (at->line > 0) place["region"]["startLine"] = at->line;
    ordered_json location{{"physicalLocation", std::move(place)}};
    location["logicalLocations"] = {
        {{"fullyQualifiedName", at->cell.empty() ? x.subject : printable(at->cell)}}};
    return ordered_json::array({std::move(location)});
  }

  const Wording& wording_;
  const Sink& sink_;
  std::map<std::string_view, std::size_t> rules_;
  std::map<std::string_view, std::size_t> files_;  // → index in artifacts_
  ordered_json artifacts_ = ordered_json::array();
};

}  // namespace

Result<void> write_sarif(const results::Results& results, const ReportOptions& options,
                         const Sink& sink) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  Sarif(Wording(results, *strings, options.unmask), sink).write();
  return {};
}

}  // namespace periksa::reports
