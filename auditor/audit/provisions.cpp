// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/provisions.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace periksa::audit {
namespace {

Date clamp_day(std::int64_t day) {
  return Date(static_cast<std::int32_t>(std::clamp<std::int64_t>(day, -1'000'000, 1'000'000)));
}

std::string day(Date date) {
  return date == law::kOpen ? "" : to_iso(date);
}

results::Provision to_provision(const law::Register& law, const law::Provision& provision,
                                const law::ProvisionVersion& text) {
  results::Provision out;
  out.id = provision_id(provision, text);
  if (const auto* instrument = law.instrument(provision.instrument)) {
    out.instrument = instrument->cite;
    out.instrument_title = instrument->title;
  }
  out.cite = provision.cite;
  out.from = day(text.window.from);
  out.to = day(text.window.to);
  if (text.window.sure_from != text.window.from) out.sure_from = day(text.window.sure_from);
  if (text.window.sure_to != text.window.to) out.sure_to = day(text.window.sure_to);
  out.grade = to_string(text.grade);
  out.concurring = text.concurring;
  out.source = text.source;
  out.amended_by = text.amended_by;
  for (const auto& party : text.binds) out.binds += (out.binds.empty() ? "" : " ") + party;
  out.paraphrase = text.paraphrase;
  return out;
}

}  // namespace

std::vector<const law::ProvisionVersion*> texts_of(const ruleset::Cite& cite,
                                                   const ruleset::Judgement& j) {
  const auto texts = cite.provision->on(clamp_day(j.event.low), clamp_day(j.event.high));
  return {texts.begin(), texts.end()};
}

std::string provision_id(const law::Provision& provision, const law::ProvisionVersion& text) {
  return fmt::format("{}@{}", provision.id, to_iso(text.window.from));
}

void add_law(const law::Register& law, Date as_of, results::Results& results) {
  std::set<std::string> cited;
  std::map<std::string, std::string>
      sanctions;  // id → last event day of the findings that carry it
  for (const auto& finding : results.findings) {
    for (const auto& citation : finding.citations) cited.insert(citation.provision);
    const std::string last =
        finding.event_dates.empty() ? to_iso(as_of) : finding.event_dates.back();
    for (const auto& id : finding.sanctions) sanctions[id] = std::max(sanctions[id], last);
  }
  for (const auto& rule : results.rules) cited.insert(rule.citations.begin(), rule.citations.end());
  for (const auto& provision : law.provisions()) {
    for (const auto& text : provision.versions) {
      if (cited.contains(provision_id(provision, text)))
        results.provisions.push_back(to_provision(law, provision, text));
    }
  }
  std::sort(results.provisions.begin(), results.provisions.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  for (const auto& [id, last] : sanctions) {
    const auto* sanction = law.sanction(id);
    const auto event = parse_iso_date(last).value_or(as_of);
    if (!sanction) continue;
    results::Sanction out;
    out.id = id;
    out.kind = sanction->kind;
    for (const auto& text : sanction->versions) {
      if (!text.window.may_hold(event)) continue;
      out.grade = to_string(text.grade);
      out.text = text.text;
    }
    if (const auto* authority = law.authority(sanction->authority, as_of))
      out.authority = authority->text;
    if (!out.text.id.empty()) results.sanctions.push_back(std::move(out));
  }
}

}  // namespace periksa::audit
