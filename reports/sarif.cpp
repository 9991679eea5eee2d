// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "auditor/base/printable.h"
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
  if (verdict_of(x) != Verdict::breach) return "none";
  return x.severity == results::Severity::minor ? "warning" : "error";
}

/// Bytes that are no UTF-8 become U+FFFD.
std::string text_of(const ordered_json& json) {
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

class Sarif {
 public:
  Sarif(const Wording& wording, const Sink& sink) : wording_(wording), sink_(sink) {
    for (std::size_t i = 0; i < all().rules.size(); ++i) rules_.emplace(all().rules[i].id, i);
    for (std::size_t i = 0; i < all().header.inputs.size(); ++i)
      files_.emplace(all().header.inputs[i].file, i);
  }

  /// Finding by finding, so that a large document is never a tree.
  void write() const {
    ordered_json run;
    run["tool"]["driver"] = driver();
    run["language"] = wording_.language() == Language::id ? "id" : "en";
    run["invocations"] = {invocation()};
    run["artifacts"] = artifacts();
    run["properties"] = {{"asOf", all().header.as_of}, {"agency", all().header.agency}};
    std::string head = text_of(run);
    head.pop_back();
    sink_("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",");
    sink_("\"runs\":[" + head + ",\"results\":[");
    for (std::size_t i = 0; i < all().findings.size(); ++i) {
      if (i > 0) sink_(",\n");
      sink_(text_of(result(all().findings[i])));
    }
    sink_("]}]}\n");
  }

 private:
  const results::Results& all() const { return wording_.results(); }

  /// Waivers that lapsed concern the run; those applied stand at their findings.
  ordered_json invocation() const {
    ordered_json one{{"executionSuccessful", all().header.complete}};
    for (const auto& x : all().waivers) {
      if (x.state == "applied") continue;
      const std::string text = wording_.strings().term("waiver_state", x.state) + ": " + x.rule +
                               ", " + wording_.waiver_subject(x) + "; " + x.authority + "; " +
                               x.reason + "; " + x.expires;
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

  ordered_json artifacts() const {
    ordered_json list = ordered_json::array();
    for (const auto& input : all().header.inputs) {
      list.push_back(
          {{"location", {{"uri", uri(input.file)}}}, {"hashes", {{"sha-256", input.sha256}}}});
    }
    return list;
  }

  /// A base name as a relative reference: what could mean something else is written as %XX.
  static std::string uri(const std::string& name) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : name) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') || std::string_view("-._~").contains(c);
      const auto byte = static_cast<unsigned char>(c);
      if (plain) {
        out += c;
      } else {
        out += {'%', kDigits[byte / 16], kDigits[byte % 16]};
      }
    }
    return out;
  }

  ordered_json result(const Finding& x) const {
    const Verdict verdict = verdict_of(x);
    ordered_json one{{"ruleId", x.rule}};
    if (const auto at = rules_.find(x.rule); at != rules_.end()) one["ruleIndex"] = at->second;
    one["kind"] = kind_of(verdict);
    one["level"] = level_of(x);
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
    ordered_json list = ordered_json::array();
    for (const std::size_t index : x.evidence) {
      const auto& at = all().facts[index].at;
      if (at.file.empty()) continue;
      ordered_json place;
      place["artifactLocation"]["uri"] = uri(at.file);
      if (const auto file = files_.find(at.file); file != files_.end())
        place["artifactLocation"]["index"] = file->second;
      if (at.line > 0) place["region"]["startLine"] = at.line;
      ordered_json location{{"physicalLocation", std::move(place)}};
      location["logicalLocations"] = {
          {{"fullyQualifiedName", at.cell.empty() ? x.subject : printable(at.cell)}}};
      list.push_back(std::move(location));
      break;
    }
    return list;
  }

  const Wording& wording_;
  const Sink& sink_;
  std::map<std::string_view, std::size_t> rules_;
  std::map<std::string_view, std::size_t> files_;
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
