// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/lint.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/ruleset/xml_text.h"

namespace periksa::ruleset {
namespace {

std::string day(Date date) {
  return date == law::kOpen ? "…" : to_iso(date);
}

/// The time a provision may have been in force, over all of its texts.
std::pair<Date, Date> life(const law::Provision& provision) {
  return {provision.versions.front().window.from, provision.versions.back().window.to};
}

void check_windows(const Rule& rule, Diagnostics& out) {
  for (std::size_t i = 0; i < rule.versions.size(); ++i) {
    const auto& window = rule.versions[i].window;
    const Position& at = rule.versions[i].at;
    if (!(window.from < window.to) || window.sure_from < window.from ||
        window.sure_to > window.to) {
      complain(out, at, "jangka waktu versi ini tidak berurutan",
               "the dates of this version are not in order");
    }
    if (i == 0) continue;
    const auto& before = rule.versions[i - 1].window;
    const bool certain_overlap = window.from < before.sure_to || before.to > window.sure_from;
    if (certain_overlap && window.from < before.to) {
      complain(out, at, "versi ini tumpang tindih di luar masa yang tidak pasti",
               "this version overlaps the one before outside their uncertain windows");
    }
  }
}

void check_citations(const Rule& rule, Diagnostics& out) {
  for (const auto& version : rule.versions) {
    if (version.cites.empty()) {
      complain(out, version.at, "versi ini tidak merujuk ketentuan apa pun",
               "this version cites nothing");
    }
    for (const auto& cite : version.cites) {
      const auto [from, to] = life(*cite.provision);
      if (version.window.from >= from && version.window.to <= to) continue;
      complain(out, cite.at,
               fmt::format("{} berlaku {} – {}, lebih sempit daripada versi aturan ini",
                           cite.provision->id, day(from), day(to)),
               fmt::format("{} holds {} – {}, less than this version of the rule",
                           cite.provision->id, day(from), day(to)));
    }
  }
}

/// 5(a) binds the worker, 66 the agency: whoever is accused must be bound by what is cited first.
void check_bound_party(const Rule& rule, Diagnostics& out) {
  if (rule.is_exception() || rule.tier == results::Tier::standard) return;
  for (const auto& version : rule.versions) {
    if (version.cites.empty()) continue;
    const auto& first = version.cites.front();
    for (const auto* text :
         first.provision->on(version.window.from, version.window.to.plus_days(-1))) {
      if (text->binds_agency()) continue;
      complain(
          out, first.at, fmt::format("rujukan pertama {} tidak mengikat P3MI", first.provision->id),
          fmt::format("the first citation, {}, does not bind the agency", first.provision->id));
      break;
    }
  }
}

}  // namespace

Diagnostics lint_rule(const Rule& rule) {
  Diagnostics out;
  check_windows(rule, out);
  check_citations(rule, out);
  check_bound_party(rule, out);
  return out;
}

}  // namespace periksa::ruleset
