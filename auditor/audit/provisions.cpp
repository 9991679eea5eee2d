// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/provisions.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace periksa::audit {
namespace {

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

/// "UU 18/2017 Pasal 86 huruf a".
std::string cite_of(const law::Register& law, const law::Sanction& sanction) {
  const std::string_view id = sanction.id;
  const auto* const instrument = law.instrument(id.substr(0, id.find('#')));
  return instrument ? fmt::format("{} {}", instrument->cite, sanction.cite) : sanction.cite;
}

/// The text of a sanction on the day of an event, as its own entry; nothing where none was in
/// force.
std::optional<results::Sanction> sanction_on(const law::Register& law, const std::string& id,
                                             Date event, Date as_of) {
  const auto* sanction = law.sanction(id);
  if (!sanction) return std::nullopt;
  std::optional<results::Sanction> out;
  for (const auto& text : sanction->versions) {
    if (!text.window.may_hold(event)) continue;
    out = results::Sanction{fmt::format("{}@{}", id, to_iso(text.window.from)),
                            cite_of(law, *sanction),
                            sanction->kind,
                            std::string(to_string(text.grade)),
                            text.text,
                            {}};
  }
  if (!out) return out;
  if (const auto* authority = law.authority(sanction->authority, as_of))
    out->authority = authority->text;
  return out;
}

/// A finding names sanctions by their text on its own event's day.
void date_sanctions(const law::Register& law, Date as_of, results::Results& results) {
  std::map<std::string, results::Sanction> used;
  for (auto& finding : results.findings) {
    const auto event = finding.event_dates.empty()
                           ? as_of
                           : parse_iso_date(finding.event_dates.back()).value_or(as_of);
    std::vector<std::string> dated;
    for (const auto& id : finding.sanctions) {
      auto sanction = sanction_on(law, id, event, as_of);
      if (!sanction) continue;
      dated.push_back(sanction->id);
      used.emplace(sanction->id, std::move(*sanction));
    }
    finding.sanctions = std::move(dated);
  }
  for (auto& [id, sanction] : used) results.sanctions.push_back(std::move(sanction));
}

}  // namespace

std::vector<const law::ProvisionVersion*> texts_of(const ruleset::Cite& cite,
                                                   const ruleset::Judgement& j) {
  const auto texts = cite.provision->on(Date::nearest(j.event.low), Date::nearest(j.event.high));
  return {texts.begin(), texts.end()};
}

std::string provision_id(const law::Provision& provision, const law::ProvisionVersion& text) {
  return fmt::format("{}@{}", provision.id, to_iso(text.window.from));
}

void add_law(const law::Register& law, Date as_of, results::Results& results) {
  std::set<std::string> cited;
  for (const auto& finding : results.findings) {
    for (const auto& citation : finding.citations) cited.insert(citation.provision);
  }
  for (const auto& rule : results.rules) cited.insert(rule.citations.begin(), rule.citations.end());
  for (const auto& basis : results.bases)
    cited.insert(basis.provisions.begin(), basis.provisions.end());
  for (const auto& provision : law.provisions()) {
    for (const auto& text : provision.versions) {
      if (cited.contains(provision_id(provision, text)))
        results.provisions.push_back(to_provision(law, provision, text));
    }
  }
  std::sort(results.provisions.begin(), results.provisions.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  date_sanctions(law, as_of, results);
}

}  // namespace periksa::audit
