// SPDX-License-Identifier: Apache-2.0
// The part of Wording that speaks of facts and of the values in a sentence.
#include <algorithm>

#include "reports/wording.h"

namespace periksa::reports {

using results::Fact;
using results::Finding;
using results::Value;

namespace {

/// A private value, or all readings of a contradictory one: "2007-01-02 / 2007-06-30".
std::vector<Value> readings(const std::string& type, const std::string& text) {
  constexpr std::string_view kBetween = " / ";
  std::vector<Value> out;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(kBetween, at), text.size());
    out.push_back({type, text.substr(at, end - at), {}});
    at = end == text.size() ? end + 1 : end + kBetween.size();
  }
  return out;
}

}  // namespace

std::string Wording::source(const std::string& id) const {
  const auto at = sources_.find(id);
  if (at == sources_.end()) return id;
  std::vector<std::string> words;
  if (!text(at->second->document_label).empty()) words.push_back(text(at->second->document_label));
  if (!at->second->file.empty()) words.push_back(file(*at->second));
  words.push_back(strings_.term("asserter", at->second->asserter));
  return join(words, ", ");
}

std::string Wording::paper(const results::PaperRow& paper) const {
  const auto secret = results_.secrets.find(paper.secret);
  if (!unmask_ || secret == results_.secrets.end()) return paper.id;
  return secret->second.value + " (" + paper.id + ")";
}

std::string Wording::file(const results::SourceRow& source) const {
  if (!results_.header.documents) return source.file;
  for (const results::PaperRow& x : results_.header.documents->files) {
    const bool tied = !source.sha256.empty() && x.sha256 == source.sha256;
    if (tied && x.id == source.file) return paper(x);
  }
  return source.file;
}

FactWords Wording::fact(std::size_t index) const {
  const Fact& fact = results_.facts[index];
  FactWords words;
  words.row = rows_.number(index);
  words.what = text(fact.field_label).empty() ? fact.field : text(fact.field_label);
  words.whose = text(fact.entity_label).empty() ? fact.entity : text(fact.entity_label);
  if (fact.record != fact.entity) words.whose += " " + record(fact.record);
  words.place = to_string(fact.at);
  words.source = fact.source.empty() ? "" : source(fact.source);
  // Of what was never written nobody vouches.
  const bool written = fact.state != "not-supplied" && fact.state != "absent";
  if (written) words.basis = strings_.term("basis", fact.basis);
  words.raw = fact.raw;
  words.masked = !fact.secret.empty() && !unmask_;
  describe(fact, words);
  return words;
}

void Wording::describe(const Fact& fact, FactWords& words) const {
  const std::string state = strings_.term("state", fact.state);
  const auto secret = results_.secrets.find(fact.secret);
  if (unmask_ && !fact.secret.empty() && secret != results_.secrets.end()) {
    words.value = values(readings(fact.shown.type, secret->second.value));
    words.raw = secret->second.raw;
  } else if (fact.state == "contradictory") {
    words.value = values(fact.others);
  } else {
    words.value = value(fact.shown);
  }
  if (fact.state == "known") return;
  words.known = fact.state == "contradictory" && !words.value.empty();
  if (words.known) {
    words.note = state;
  } else {
    words.value = state;
  }
}

std::string Wording::argument(const Finding& finding, const std::string& name) const {
  const auto at = finding.arguments.find(name);
  if (at == finding.arguments.end() || at->second.empty()) return "{" + name + "}";
  const auto key = finding.argument_secrets.find(name);
  if (!unmask_ || key == finding.argument_secrets.end()) return values(at->second);
  const auto secret = results_.secrets.find(key->second);
  if (secret == results_.secrets.end()) return values(at->second);
  return value({at->second.front().type, secret->second.value, {}});
}

std::vector<PhrasePart> Wording::sentence(const Finding& finding) const {
  return phrase(text(finding.sentence),
                [&](std::string_view name) { return argument(finding, std::string(name)); });
}

}  // namespace periksa::reports
