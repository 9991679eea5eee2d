// SPDX-License-Identifier: Apache-2.0

#include "auditor/results/diff.h"
#include "auditor/results/json_text.h"
#include "auditor/results/supervision.h"

namespace periksa::results {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson json_of(const Bilingual& text) {
  return {{"id", text.id}, {"en", text.en}};
}

OrderedJson json_of(const Results& results) {
  const Header& x = results.header;
  OrderedJson out{{"engine_version", x.engine_version},
                  {"rule_set", x.rule_set},
                  {"rule_set_version", x.rule_set_version},
                  {"manifest_sha256", x.manifest_sha256},
                  {"as_of", x.as_of}};
  for (const Input& input : x.inputs)
    out["inputs"].push_back({{"file", input.file}, {"sha256", input.sha256}});
  return out;
}

/// A fingerprint or digest could be tried against ids and values that are short.
void add_keyed(OrderedJson& out, const char* name, const std::string& value, bool unmask) {
  if (unmask) out[name] = value;
}

OrderedJson json_of(const Finding& x, bool unmask) {
  OrderedJson out{{"id", x.id},
                  {"subject", x.subject},
                  {"verdict", to_string(x.verdict)},
                  {"original", to_string(x.original)}};
  add_keyed(out, "evidence_digest", x.evidence_digest, unmask);
  return out;
}

OrderedJson json_of(const Fact& x) {
  return {{"record", x.record}, {"field", x.field}, {"state", x.state}, {"shown", x.shown.text}};
}

void add_case(OrderedJson& out, const StoreMark* store, const std::string& fingerprint) {
  if (store == nullptr) return;
  const auto known = store->cases.find(fingerprint);
  if (known == store->cases.end()) return;
  auto& told = out["case"] = {{"number", known->second.number}, {"state", known->second.state}};
  if (!known->second.due.empty()) told["due"] = known->second.due;
}

OrderedJson json_of(const FindingShift& x, bool unmask, const StoreMark* store) {
  OrderedJson out{{"class", to_string(x.shift)}, {"rule", x.shown().rule}};
  add_keyed(out, "fingerprint", x.shown().fingerprint, unmask);
  if (x.before != nullptr) out["before"] = json_of(*x.before, unmask);
  if (x.after != nullptr) out["after"] = json_of(*x.after, unmask);
  add_case(out, store, x.shown().fingerprint);
  if (!x.why.en.empty()) out["why"] = json_of(x.why);
  for (const FactShift& fact : x.facts) {
    OrderedJson one;
    if (fact.before != nullptr) one["before"] = json_of(*fact.before);
    if (fact.after != nullptr) one["after"] = json_of(*fact.after);
    if (fact.hidden) one["hidden"] = true;
    out["facts"].push_back(std::move(one));
  }
  return out;
}

}  // namespace

void write_json(const Diff& diff, bool unmask, const StoreMark* store,
                const std::function<void(std::string_view)>& sink) {
  sink("{\"format\":\"periksa-diff/1\",\n\"before\":" + json_text(json_of(*diff.before)) +
       ",\n\"after\":" + json_text(json_of(*diff.after)) + ",\n");
  OrderedJson counts;
  for (std::size_t i = 0; i < kShifts; ++i)
    counts[std::string(to_string(static_cast<Shift>(i)))] = diff.counts[i];
  OrderedJson notes = OrderedJson::array();
  for (const Bilingual& note : diff.notes) notes.push_back(json_of(note));
  sink("\"counts\":" + json_text(counts) + ",\n\"notes\":" + json_text(notes) +
       ",\n\"findings\":[");
  for (std::size_t i = 0; i < diff.findings.size(); ++i)
    sink((i > 0 ? ",\n" : "\n") + json_text(json_of(diff.findings[i], unmask, store)));
  sink("\n]}\n");
}

}  // namespace periksa::results
