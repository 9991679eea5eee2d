// SPDX-License-Identifier: Apache-2.0
#include "reports/finding_tables.h"

#include <algorithm>
#include <initializer_list>
#include <map>

#include "auditor/base/date.h"
#include "auditor/base/money.h"
#include "auditor/base/printable.h"
#include "auditor/results/charges.h"
#include "reports/law_wording.h"

namespace periksa::reports {
namespace {

using results::Amount;
using results::Fact;
using results::Finding;
using Kind = TableCell::Kind;

TableCell text(const std::string& value) {
  return {printable(value), Kind::text};
}

TableCell day(const std::string& value) {
  return {printable(value), Kind::day};
}

TableCell number(std::string value) {
  return {std::move(value), Kind::number};
}

TableCell ordinal(std::size_t value) {
  return {std::to_string(value), Kind::ordinal};
}

/// Days as a day where there is one only.
TableCell days(const std::vector<std::string>& values, const Wording& wording) {
  if (values.size() == 1) return day(values.front());
  return text(wording.join(values, "; "));
}

/// Minor units as the currency is written, without places that are all zero.
TableCell money(std::int64_t minor, const std::string& currency) {
  Currency code;
  if (minor < 0 || currency.size() != code.code.size()) return text(std::to_string(minor));
  std::ranges::copy(currency, code.code.begin());
  std::string digits = to_string(Money{minor, code}).substr(4);
  const auto point = digits.find('.');
  if (point != std::string::npos && digits.find_first_not_of('0', point + 1) == std::string::npos)
    digits.resize(point);
  return number(std::move(digits));
}

/// Currency, at least, at most.
void add_amount(TableRow& row, const Amount* amount) {
  if (amount == nullptr) {
    row.insert(row.end(), 3, {});
    return;
  }
  row.push_back(text(amount->currency));
  row.push_back(money(amount->low, amount->currency));
  row.push_back(amount->high ? money(*amount->high, amount->currency) : TableCell{});
}

FindingTable table(const std::string& title, std::initializer_list<const char*> heads,
                   const Wording& wording) {
  FindingTable out{wording.strings()(title), {}, {}};
  for (const char* head : heads) out.heads.push_back(wording.strings()(head));
  return out;
}

TableRow finding_row(const Finding& x, const Wording& wording) {
  const Strings& strings = wording.strings();
  std::vector<std::string> laws;
  for (const auto& citation : x.citations) {
    if (const auto* const provision = wording.provision(citation.provision))
      laws.push_back(law_words(*provision, wording).cite);
  }
  std::vector<std::string> bases;
  for (const auto& one : x.told_by) bases.push_back(strings.term("basis", one));
  std::vector<std::string> remedies;
  for (const auto& remedy : x.remedies) remedies.push_back(wording.text(remedy.text));
  const bool waived = x.verdict == results::Verdict::waived;
  TableRow row{text(x.id),
               text(wording.verdict(x.verdict)),
               text(x.readiness ? strings("readiness") : ""),
               text(waived ? wording.verdict(x.original) : ""),
               text(waived ? wording.waiver(x) : ""),
               text(strings.term("severity", to_string(x.severity))),
               text(x.rule),
               text(wording.join(laws, "; ")),
               text(wording.subject(x)),
               text(wording.person(x.worker)),
               days(x.event_dates, wording),
               text(wording.title(x)),
               text(joined(wording.sentence(x))),
               text(x.amount ? wording.amount_kind(x) : "")};
  add_amount(row, x.amount ? &*x.amount : nullptr);
  row.push_back(text(wording.join(bases, "; ")));
  row.push_back(
      text(x.evidence.empty() ? "" : to_string(wording.results().facts[x.evidence.front()].at)));
  row.push_back(text(wording.join(remedies, " ")));
  row.push_back(text(wording.unmasked() ? x.fingerprint : ""));
  return row;
}

/// What stands there; of what is private the value itself, where it is shown and a whole day. Null
/// where only words tell.
const std::string* plain_text(const Fact& fact, const Wording& wording) {
  if (fact.secret.empty()) return &fact.shown.text;
  const auto& secrets = wording.results().secrets;
  const auto secret = secrets.find(fact.secret);
  const bool day = wording.unmasked() && secret != secrets.end() && fact.shown.type == "date" &&
                   parse_iso_date(secret->second.value);
  return day ? &secret->second.value : nullptr;
}

/// Currency and value; what is masked, contradictory or of another type in words.
void add_value(TableRow& row, const Fact& fact, const FactWords& words, const Wording& wording) {
  TableCell currency;
  TableCell value = text(words.known ? words.value : "");
  const std::string* const plain = plain_text(fact, wording);
  if (fact.state == "known" && plain != nullptr && fact.shown.label == Bilingual{}) {
    const std::string& type = fact.shown.type;
    if (type == "date") value = day(*plain);
    if (type == "integer" || type == "decimal") value = number(*plain);
    if (const auto amount = type == "money" ? parse_money(*plain) : std::nullopt) {
      currency = text(std::string(amount->currency.view()));
      value = money(amount->minor, std::string(amount->currency.view()));
    }
  }
  row.push_back(std::move(currency));
  row.push_back(std::move(value));
}

TableRow fact_row(std::size_t index, const Wording& wording) {
  const Fact& fact = wording.results().facts[index];
  const FactWords words = wording.fact(index);
  TableRow row{ordinal(words.row), text(words.whose), text(words.what)};
  add_value(row, fact, words, wording);
  row.push_back(text(wording.strings().term("state", fact.state)));
  row.push_back(text(words.raw));
  row.push_back(text(fact.at.file));
  row.push_back(fact.at.line > 0 ? ordinal(fact.at.line) : TableCell{});
  row.push_back(text(fact.at.cell));
  row.push_back(text(words.source));
  row.push_back(text(words.basis));
  return row;
}

}  // namespace

FindingTable finding_table(const Wording& wording) {
  FindingTable out = table(
      "sheet_findings",
      {"csv_id",    "csv_verdict",  "csv_ahead",      "csv_original", "csv_waiver", "csv_severity",
       "csv_rule",  "csv_law",      "csv_subject",    "csv_worker",   "csv_date",   "csv_title",
       "csv_text",  "csv_kind",     "csv_currency",   "csv_least",    "csv_most",   "csv_rests_on",
       "csv_place", "csv_remedies", "csv_fingerprint"},
      wording);
  for (const Finding& x : wording.results().findings) out.rows.push_back(finding_row(x, wording));
  return out;
}

FindingTable fact_table(const Wording& wording) {
  FindingTable out =
      table("sheet_facts",
            {"csv_row", "csv_whose", "csv_what", "csv_currency", "csv_value", "csv_state",
             "csv_raw", "csv_file", "csv_line", "csv_cell", "csv_source", "csv_basis"},
            wording);
  for (const std::size_t i : wording.rows().order()) out.rows.push_back(fact_row(i, wording));
  return out;
}

FindingTable request_table(const Wording& wording) {
  FindingTable out =
      table("sheet_requests", {"csv_document", "csv_ask", "csv_from_whom", "csv_settles"}, wording);
  for (const results::Request& x : wording.results().requests) {
    out.rows.push_back(
        {text(wording.text(x.label)), text(wording.text(x.ask)),
         text(x.workers.empty() ? wording.strings()("agency_itself") : wording.people(x.workers)),
         text(wording.join(x.findings, ", "))});
  }
  return out;
}

FindingTable refund_table(const Wording& wording) {
  FindingTable out = table(
      "sheet_refunds",
      {"csv_worker", "csv_kind", "csv_currency", "csv_least", "csv_most", "csv_settles"}, wording);
  const auto& findings = wording.results().findings;
  for (const results::Refund& x : results::by_worker(results::charges(findings))) {
    std::vector<std::string> ids;
    for (const std::size_t i : x.findings) ids.push_back(findings[i].id);
    TableRow row{
        text(x.worker.empty() ? wording.strings()("agency_itself") : wording.person(x.worker)),
        text(wording.strings().term("amount_kind", x.claimed ? "claimed" : "refund"))};
    add_amount(row, &x.amount);
    row.push_back(text(wording.join(ids, ", ")));
    out.rows.push_back(std::move(row));
  }
  return out;
}

FindingTable waiver_table(const Wording& wording) {
  FindingTable out =
      table("sheet_waivers",
            {"csv_id", "csv_waiver_state", "csv_rule", "csv_subject", "csv_fingerprint",
             "csv_authority", "csv_reason", "csv_from", "csv_expires", "csv_settles"},
            wording);
  for (const results::Waiver& x : wording.results().waivers) {
    out.rows.push_back({text(x.id), text(wording.strings().term("waiver_state", x.state)),
                        text(x.rule), text(wording.waiver_subject(x)),
                        text(wording.unmasked() ? x.fingerprint : ""), text(x.authority),
                        text(x.reason), day(x.from), day(x.expires),
                        text(wording.join(x.findings, ", "))});
  }
  return out;
}

}  // namespace periksa::reports
