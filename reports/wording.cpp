// SPDX-License-Identifier: Apache-2.0
#include "reports/wording.h"

#include <algorithm>

#include "auditor/base/date_format.h"
#include "auditor/base/number_format.h"

namespace periksa::reports {

using results::Fact;
using results::Finding;
using results::Value;

namespace {

/// Two values of type "range:TYPE" are the bounds of one range; the upper one may be empty.
constexpr std::string_view kRange = "range:";

template <class T>
const T* found(const std::map<std::string_view, const T*>& map, const std::string& id) {
  const auto at = map.find(id);
  return at == map.end() ? nullptr : at->second;
}

/// "W001/payment-2" in its parts: whose, and of its own name the kind and the number.
struct RecordName {
  std::string whose;
  std::string own;  // empty of what is nobody's record
  std::string entity;
  std::string number;
};

RecordName name_of(const std::string& id) {
  const auto slash = id.find('/');
  if (slash == std::string::npos) return {id, {}, {}, {}};
  RecordName name{id.substr(0, slash), id.substr(slash + 1), {}, {}};
  const auto dash = name.own.rfind('-');
  if (dash == std::string::npos) return name;
  name.entity = name.own.substr(0, dash);
  name.number = name.own.substr(dash + 1);
  return name;
}

}  // namespace

std::string amount_words(const results::Amount& amount, const Strings& strings) {
  const Language language = strings.language();
  std::string low = format_money(amount.low, amount.currency, language);
  if (!amount.high) return strings.fill("amount_at_least", {{"low", low}});
  if (*amount.high == amount.low) return low;
  return strings.fill(
      "amount_range",
      {{"low", low}, {"high", format_money(*amount.high, amount.currency, language)}});
}

Wording::Wording(const results::Results& results, const Strings& strings, bool unmask,
                 const results::StoreMark* store)
    : results_(results),
      strings_(strings),
      rows_(results.facts),
      unmask_(unmask && !results.secrets.empty()),
      store_(store) {
  for (const results::Rule& x : results.rules) {
    rules_.emplace(x.id, &x);
    if (!text(x.entity_label).empty()) entities_.emplace(x.entity, x.entity_label);
  }
  for (const results::Provision& x : results.provisions) provisions_.emplace(x.id, &x);
  for (const results::Sanction& x : results.sanctions) sanctions_.emplace(x.id, &x);
  for (const results::Input& input : results.header.inputs) {
    for (const results::SourceRow& x : input.sources) sources_.emplace(x.id, &x);
  }
  for (const Fact& x : results.facts) entities_.emplace(x.entity, x.entity_label);
}

std::string Wording::verdict(results::Verdict verdict) const {
  return text(wording(verdict));
}

std::string Wording::value(const Value& value) const {
  if (!text(value.label).empty()) return text(value.label);
  if (value.type == "money") return format_money(value.text, language());
  if (value.type == "date") return format_date(value.text, language());
  if (value.type == "period") return format_period(value.text, language());
  if (value.type == "integer" || value.type == "decimal") {
    return format_decimal(value.text, language());
  }
  if (value.type == "percent") return format_percent(value.text, language());
  if (value.type == "bool") return strings_.term("bool", value.text);
  if (value.type == "ref") return whole_record(value.text);
  return value.text;
}

std::string Wording::range(Value low, Value high) const {
  low.type.erase(0, kRange.size());
  high.type.erase(0, std::min(high.type.size(), kRange.size()));
  if (high.text.empty()) return strings_.fill("amount_at_least", {{"low", value(low)}});
  return strings_.fill("amount_range", {{"low", value(low)}, {"high", value(high)}});
}

std::string Wording::values(const std::vector<Value>& values) const {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool bounded = values[i].type.starts_with(kRange) && i + 1 < values.size();
    std::string word = bounded ? range(values[i], values[i + 1]) : value(values[i]);
    if (bounded) ++i;
    if (words.empty() || words.back() != word) words.push_back(std::move(word));
  }
  return join(words, " " + strings_("or") + " ");
}

const results::CaseMark* Wording::case_of(const Finding& finding) const {
  if (store_ == nullptr) return nullptr;
  const auto at = store_->cases.find(finding.fingerprint);
  return at == store_->cases.end() ? nullptr : &at->second;
}

std::string Wording::amount_kind(const results::Finding& finding) const {
  const bool open =
      finding.amount_kind == "refund" && finding.verdict == results::Verdict::suspected;
  return strings_.term("amount_kind", open ? "refund_open" : finding.amount_kind);
}

std::string Wording::amount(const results::Amount& amount) const {
  return amount_words(amount, strings_);
}

std::string Wording::dates(const std::vector<std::string>& dates) const {
  std::vector<std::string> words;
  words.reserve(dates.size());
  for (const std::string& date : dates) words.push_back(format_date(date, language()));
  return words.empty() ? strings_("date_unknown") : join(words, " " + strings_("or") + " ");
}

std::string Wording::person(const std::string& pseudonym) const {
  const auto key = results_.pseudonyms.find(pseudonym);
  if (!unmask_ || key == results_.pseudonyms.end()) return pseudonym;
  const auto secret = results_.secrets.find(key->second);
  if (secret == results_.secrets.end()) return pseudonym;
  return secret->second.value + " (" + pseudonym + ")";
}

std::string Wording::people(const std::vector<std::string>& pseudonyms) const {
  std::vector<std::string> names;
  names.reserve(pseudonyms.size());
  for (const std::string& x : pseudonyms) names.push_back(person(x));
  return join(names, ", ");
}

std::string Wording::some_people(const std::vector<std::string>& pseudonyms,
                                 std::uint64_t left_out) const {
  if (pseudonyms.size() > kMostListed) {
    const std::vector<std::string> first(pseudonyms.begin(), pseudonyms.begin() + kMostListed);
    return some_people(first, left_out + pseudonyms.size() - kMostListed);
  }
  const std::string names = people(pseudonyms);
  if (left_out == 0) return names;
  return names + " " + strings_("and") + " " + strings_.count("n_other_worker", left_out);
}

std::string Wording::named(const results::Notice& notice) const {
  return some_people(notice.workers, notice.workers_left);
}

std::string Wording::record(const std::string& id) const {
  const RecordName name = name_of(id);
  if (name.own.empty()) return person(id);
  const std::string whose = person(name.whose);
  if (!entities_.contains(name.entity)) return whose + " / " + name.own;
  return strings_.fill("record_of", {{"number", name.number}, {"whose", whose}});
}

std::string Wording::whole_record(const std::string& id) const {
  const auto label = entities_.find(name_of(id).entity);
  return label == entities_.end() ? record(id) : text(label->second) + " " + record(id);
}

std::string Wording::subject(const Finding& finding) const {
  const auto label = entities_.find(finding.entity);
  std::string kind = label == entities_.end() ? finding.entity : text(label->second);
  if (finding.subject == finding.entity || finding.subject.empty()) return kind;
  return kind + " " + record(finding.subject);
}

std::string Wording::title(const Finding& finding) const {
  const results::Rule* const of = rule(finding.rule);
  if (of == nullptr) return finding.rule;
  if (finding.verdict == results::Verdict::met) return text(of->met);
  if (finding.verdict != results::Verdict::insufficient) return text(of->breach);
  return strings_.fill("asked", {{"title", text(of->met)}});
}

std::string Wording::document(const std::string& code) const {
  const auto at = results_.documents.find(code);
  return at == results_.documents.end() ? code : text(at->second);
}

std::string Wording::join(const std::vector<std::string>& items, std::string_view separator) const {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += separator;
    out += item;
  }
  return out;
}

std::string Wording::waiver(const Finding& finding) const {
  std::vector<std::string> terms;
  terms.reserve(finding.waiver.size());
  for (const std::string& x : finding.waiver) terms.push_back(format_date(x, language()));
  return join(terms, "; ");
}

std::string Wording::waiver_subject(const results::Waiver& waiver) const {
  if (!waiver.subject.empty()) return whole_record(waiver.subject);
  return strings_(waiver.fingerprint.empty() ? "waiver_for_all" : "waiver_for_one");
}

std::string Wording::lapsed(const results::Waiver& waiver) const {
  return strings_.term("waiver_state", waiver.state) + ": " + waiver.authority + "; " +
         waiver.reason + "; " + waiver.expires;
}

std::string Wording::waiver_window(const results::Waiver& waiver) const {
  const std::string until = format_date(waiver.expires, language());
  if (waiver.from.empty()) return strings_.fill("waiver_until", {{"day", until}});
  return strings_.fill("waiver_between",
                       {{"from", format_date(waiver.from, language())}, {"day", until}});
}

const results::Rule* Wording::rule(const std::string& id) const {
  return found(rules_, id);
}
const results::Provision* Wording::provision(const std::string& id) const {
  return found(provisions_, id);
}
const results::Sanction* Wording::sanction(const std::string& id) const {
  return found(sanctions_, id);
}

}  // namespace periksa::reports
