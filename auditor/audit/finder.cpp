// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/finder.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/audit/changes.h"
#include "auditor/audit/digest.h"
#include "auditor/audit/provisions.h"
#include "auditor/audit/reasoning.h"
#include "auditor/audit/values.h"
#include "auditor/base/mask.h"
#include "auditor/base/money.h"

namespace periksa::audit {
namespace {

using facts::Basis;
using results::Verdict;

void add_fact(std::vector<std::size_t>& list, std::size_t item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

/// The path an argument is, when it is nothing but a field.
const language::Node* plain_path(const ruleset::Checked& checked) {
  const auto& root = checked.expression.at(checked.expression.root);
  return root.kind == language::Kind::path ? &root : nullptr;
}

/// The version whose verdict the finding tells: the first that came out like the whole.
std::size_t leading(const ruleset::Judgement& judgement) {
  for (std::size_t i = 0; i < judgement.parts.size(); ++i) {
    if (judgement.parts[i].verdict == judgement.verdict) return i;
  }
  const auto worst =
      std::max_element(judgement.parts.begin(), judgement.parts.end(),
                       [](const auto& a, const auto& b) { return a.verdict < b.verdict; });
  return static_cast<std::size_t>(worst - judgement.parts.begin());
}

}  // namespace

bool is_reported(Verdict verdict) {
  return verdict == Verdict::breach || verdict == Verdict::suspected ||
         verdict == Verdict::insufficient || verdict == Verdict::observation ||
         verdict == Verdict::excused || verdict == Verdict::engine_error;
}

void Finder::report(const ruleset::Rule& rule, const ruleset::Case& on, const Capped& capped,
                    FactBook& book, Fragment& into) {
  ruleset::Recording recording;
  const auto judgement = judge_.judge(rule, rules_.rules(), on, recording);
  results::Finding finding;
  finding.rule = rule.id;
  finding.verdict = finding.original = capped.verdict;
  finding.severity = rule.severity;
  finding.notes = capped.notes;
  finding.readiness = judgement.readiness;
  finding.basis = to_string(judgement.reliance.basis);
  for (const auto one : {Basis::registry, Basis::document, Basis::declared, Basis::statement}) {
    if (judgement.reliance.is_told_by(one)) finding.told_by.emplace_back(to_string(one));
  }
  for (const auto day : judgement.event_days) finding.event_dates.push_back(to_iso(day));
  place(rule, on, book, finding);
  cite(judgement, finding);
  const auto& version = *judgement.parts[leading(judgement)].version;
  reason(rule, judgement, recording, book, finding);
  evidence(rule, on, recording, book, finding);
  exceptions(rule, on, judgement, book, finding);
  const bool claimed = capped.reason == "claim";
  if (claimed) claims(rule, book, finding);
  sentence(rule, on, version, judgement, book, finding);
  amount(rule, on, version, judgement, claimed, finding);
  for (const auto& remedy : rule.remedies) finding.remedies.push_back({remedy.who, remedy.text});
  finding.question = rule.question;
  finding.with = rule.with;
  find_changes(rules_, rule, on, judge_, capped.verdict, recording, book, finding);
  finding.fingerprint = fingerprint(on, rules_.vocabulary(), finding);
  finding.evidence_digest = evidence_digest(rules_.vocabulary(), finding, book);
  into.findings.push_back(std::move(finding));
}

void Finder::place(const ruleset::Rule& rule, const ruleset::Case& on, const FactBook& book,
                   results::Finding& finding) const {
  const auto& subject = on.variables.front();
  const auto row = static_cast<std::uint32_t>(subject.row);
  finding.entity = rules_.vocabulary().entity(rule.entity).name;
  finding.subject = book.names().record(rule.entity, row);
  finding.worker = book.names().worker_of(rule.entity, row);
}

void Finder::cite(const ruleset::Judgement& judgement, results::Finding& finding) const {
  const bool alternatives = judgement.parts.size() > 1;
  for (const auto& parts : judgement.parts) {
    for (const auto& cite : parts.version->cites) {
      for (const auto* text : texts_of(cite, judgement)) {
        const std::string id = provision_id(*cite.provision, *text);
        const bool there = std::any_of(finding.citations.begin(), finding.citations.end(),
                                       [&](const auto& c) { return c.provision == id; });
        if (there) continue;
        finding.citations.push_back({id, cite.proves, alternatives});
        for (const auto& sanction : text->sanctions) {
          if (std::find(finding.sanctions.begin(), finding.sanctions.end(), sanction) ==
              finding.sanctions.end()) {
            finding.sanctions.push_back(sanction);
          }
        }
      }
    }
  }
}

void Finder::sentence(const ruleset::Rule& rule, const ruleset::Case& on,
                      const ruleset::Version& version, const ruleset::Judgement& judgement,
                      FactBook& book, results::Finding& finding) {
  const std::string word(to_string(finding.verdict));
  auto text = rule.sentences.find(word);
  const bool accuses = finding.verdict == Verdict::breach ||
                       finding.verdict == Verdict::suspected ||
                       finding.verdict == Verdict::observation;
  if (text == rule.sentences.end() && accuses) text = rule.sentences.find("breach");
  if (text == rule.sentences.end()) {
    finding.sentence = {"Belum dapat dinilai apakah ketentuan ini dipenuhi: " + rule.met.id + ".",
                        "It cannot be assessed yet whether this holds: " + rule.met.en + "."};
    return;
  }
  finding.sentence = text->second;
  for (const auto& [name, checked] : version.arguments) {
    if (finding.sentence.id.find('{' + name + '}') == std::string::npos) continue;
    const auto operand = judge_.evaluate(*checked, version, on, judgement.event);
    auto values = to_values(rules_.vocabulary(), checked->type, operand, book.names());
    std::erase_if(values, [](const results::Value& value) {
      return value.text.empty() && !value.type.starts_with("range:");
    });
    if (values.empty()) values = {{"text", "?", {}}};
    const auto& expression = checked->expression;
    if (shows_private(expression, expression.at(expression.root), rules_.vocabulary())) {
      values = {{"text", kMask, {}}};
      if (const auto* path = plain_path(*checked); path && path->steps.size() == 1) {
        const auto& record = on.variables[path->variable];
        const auto index = book.add(
            {record.facts, record.entity, path->steps[0], static_cast<std::uint32_t>(record.row)});
        if (!book.facts()[index].secret.empty())
          finding.argument_secrets.emplace(name, book.facts()[index].secret);
      }
    }
    finding.arguments.emplace(name, std::move(values));
  }
}

void Finder::evidence(const ruleset::Rule& rule, const ruleset::Case& on,
                      const ruleset::Recording& recording, FactBook& book,
                      results::Finding& finding) const {
  const auto show_cells = [&](const language::Record& record, const ruleset::Show& show) {
    language::Record at = record;
    for (std::size_t i = 0; i < show.steps.size() && at.row >= 0; ++i) {
      const language::CellRef ref{at.facts, show.owners[i], show.steps[i],
                                  static_cast<std::uint32_t>(at.row)};
      if (!ref.facts->table(ref.entity).keeps(ref.field)) return;
      add_fact(finding.evidence, book.add(ref, show.year_only));
      const auto& cell = ref.facts->table(ref.entity).cell(ref.row, ref.field);
      const bool follow =
          i + 1 < show.steps.size() && cell.state == facts::State::known && cell.value >= 0;
      at = follow ? language::Record{record.facts, show.owners[i + 1], cell.value, {}}
                  : language::Record{};
      if (follow) {
        const auto& vocabulary = rules_.vocabulary();
        const bool of_worker =
            at.entity == vocabulary.worker() || vocabulary.entity(at.entity).in_worker;
        at.facts = of_worker ? on.workers : on.filing;
      }
    }
  };
  for (const auto& show : rule.evidence) {
    const auto& record = on.variables[show.variable];
    if (!show.collection) {
      show_cells(record, show);
      continue;
    }
    const auto& table = record.facts->table(*show.collection);
    const auto [first, last] = table.rows_of(static_cast<std::uint32_t>(record.row));
    for (std::uint32_t row = first; row < last; ++row)
      show_cells({record.facts, *show.collection, row, {}}, show);
  }
  for (const auto& ref : Reasoning::cells(recording.event))
    add_fact(finding.evidence, book.add(ref));
  for (const auto& one : recording.versions) {
    for (const auto* frame : {&one.when, &one.due, &one.require}) {
      for (const auto& ref : Reasoning::cells(*frame)) add_fact(finding.evidence, book.add(ref));
    }
  }
}

void Finder::reason(const ruleset::Rule& rule, const ruleset::Judgement& judgement,
                    const ruleset::Recording& recording, FactBook& book,
                    results::Finding& finding) const {
  Reasoning reasoning(rules_, rule, book);
  const bool open = finding.verdict == Verdict::insufficient;
  if (open && judgement.date_in_doubt) {
    for (const auto& ref : Reasoning::cells(recording.event))
      add_missing(rule, {book.add(ref), "event-date"}, book, finding);
  }
  for (std::size_t i = 0; i < judgement.parts.size(); ++i) {
    const auto& parts = judgement.parts[i];
    const auto& frames = recording.versions[i];
    const auto explain = [&](const ruleset::CheckedPtr& checked, const language::Frame& frame,
                             const Bilingual& title) {
      if (!checked || frame.empty()) return;
      results::Trace trace;
      trace.text = title;
      trace.parts.push_back(reasoning.trace(checked->expression, frame));
      trace.truth = trace.parts[0].truth;
      trace.decisive = trace.parts[0].decisive;
      finding.reasoning.push_back(std::move(trace));
      if (!open || parts.verdict != Verdict::insufficient) return;
      for (const auto& cause : reasoning.causes(checked->expression, frame))
        add_missing(rule, cause, book, finding);
    };
    explain(parts.version->when, frames.when,
            {"Ketentuan ini berlaku bila", "The duty applies when"});
    explain(parts.version->require, frames.require, {"Yang disyaratkan", "What is required"});
    if (open && parts.late == language::Truth::unknown) {
      for (const auto& ref : Reasoning::cells(frames.due))
        add_missing(rule, {book.add(ref), "fact"}, book, finding);
    }
  }
}

void Finder::add_missing(const ruleset::Rule& rule, const Reasoning::Cause& cause, FactBook& book,
                         results::Finding& finding) const {
  const bool there = std::any_of(finding.missing.begin(), finding.missing.end(),
                                 [&](const auto& m) { return m.fact == cause.fact; });
  if (there) return;
  results::Missing missing{cause.fact, cause.kind, {}, {}};
  ask(rule, book, missing);
  finding.missing.push_back(std::move(missing));
}

/// One party's word alone: what it says needs another paper.
void Finder::claims(const ruleset::Rule& rule, FactBook& book, results::Finding& finding) const {
  for (const auto index : finding.evidence) {
    const auto& fact = book.facts()[index];
    const bool said = fact.state == "known" || fact.state == "stated-none";
    if (said && fact.basis == "statement") add_missing(rule, {index, "claim"}, book, finding);
  }
}

/// Where an exception mattered: its text is cited, its reasoning shown, and what kept it from being
/// told is asked for.
void Finder::exceptions(const ruleset::Rule& rule, const ruleset::Case& on,
                        const ruleset::Judgement& judgement, FactBook& book,
                        results::Finding& finding) const {
  if (!judgement.excused_by) return;
  const bool open = finding.verdict == Verdict::insufficient;
  for (const auto index : rule.exceptions) {
    const auto& exception = rules_.rules()[index];
    if (!open && &exception != judgement.excused_by) continue;
    ruleset::Judge judge;  // the other one's recording is still in use
    ruleset::Recording recording;
    const auto other = judge.judge(exception, rules_.rules(), on, recording);
    cite(other, finding);
    Reasoning reasoning(rules_, exception, book);
    for (std::size_t i = 0; i < other.parts.size(); ++i) {
      const auto& version = *other.parts[i].version;
      const auto explain = [&](const ruleset::CheckedPtr& checked, const language::Frame& frame) {
        if (!checked || frame.empty()) return;
        results::Trace trace;
        trace.text = {"Pengecualian", "The exception"};
        trace.parts.push_back(reasoning.trace(checked->expression, frame));
        trace.truth = trace.parts[0].truth;
        trace.decisive = trace.parts[0].decisive;
        finding.reasoning.push_back(std::move(trace));
        if (!open) return;
        for (const auto& cause : reasoning.causes(checked->expression, frame))
          add_missing(exception, cause, book, finding);
      };
      explain(version.when, recording.versions[i].when);
      explain(version.require, recording.versions[i].require);
    }
  }
}

/// Better words from the rule, else which papers prove the field.
void Finder::ask(const ruleset::Rule& rule, const FactBook& book, results::Missing& missing) const {
  const auto& fact = book.facts()[missing.fact];
  const auto entity = rules_.vocabulary().find_entity(fact.entity);
  if (!entity) return;
  const auto& declared = rules_.vocabulary().entity(*entity);
  const auto field = declared.find(fact.field);
  if (!field) {
    missing.ask = {fmt::format("Nyatakan apakah daftar {} sudah lengkap, dan berapa jumlahnya.",
                               declared.label.id),
                   fmt::format("State whether the list of {} is complete, and how many there are.",
                               declared.label.en)};
    return;
  }
  missing.documents = declared.fields[*field].proof;
  for (const auto& ask : rule.asks) {
    if (ask.entity == *entity && ask.field == *field) missing.ask = ask.text;
  }
  if (!missing.ask.id.empty()) return;
  missing.ask = {fmt::format("Sampaikan dokumen atau data tentang: {} ({}).",
                             declared.fields[*field].label.id, declared.label.id),
                 fmt::format("Hand over papers or data on: {} ({}).",
                             declared.fields[*field].label.en, declared.label.en)};
}

void Finder::amount(const ruleset::Rule& rule, const ruleset::Case& on,
                    const ruleset::Version& version, const ruleset::Judgement& judgement,
                    bool claimed, results::Finding& finding) {
  const bool found = finding.verdict == Verdict::breach || finding.verdict == Verdict::suspected;
  if (!version.amount || !(found || claimed) || judgement.readiness) return;
  const auto operand = judge_.evaluate(*version.amount, version, on, judgement.event);
  results::Amount amount;
  if (operand.sum) {
    if (operand.sum->parts.empty()) return;
    const auto& part = operand.sum->parts.front();
    amount.currency = unpack_currency(part.unit).view();
    amount.low = part.low;
    if (!operand.sum->open && part.high < language::kMost) amount.high = part.high;
  } else {
    if (operand.any_unit || operand.low < 0) return;
    amount.currency = unpack_currency(operand.unit).view();
    amount.low = operand.low;
    if (operand.high < language::kMost) amount.high = operand.high;
  }
  finding.amount = amount;
  finding.amount_kind = claimed ? "claimed" : rule.amount_kind;
}

}  // namespace periksa::audit
