// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <new>

#include "auditor/audit/provisions.h"
#include "auditor/audit/quotes.h"
#include "auditor/audit/summary.h"
#include "auditor/results/summary.h"

namespace periksa::audit {
namespace {

using results::Verdict;

bool contains(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

std::string known_text(const facts::Facts& filing, std::string_view entity,
                       std::string_view field) {
  const auto id = filing.vocabulary().find_entity(entity);
  if (!id || filing.table(*id).size() == 0) return {};
  const auto column = filing.vocabulary().entity(*id).find(field);
  if (!column) return {};
  const auto& cell = filing.table(*id).cell(0, *column);
  return cell.state == facts::State::known ? std::string(filing.text(cell)) : std::string{};
}

}  // namespace

Run::Run(const ruleset::RuleSet& rules, const Options& options) : rules_(rules), options_(options) {
  for (std::size_t i = 0; i < rules.rules().size(); ++i) {
    const auto& rule = rules.rules()[i];
    if (rule.is_exception() || !wanted(rule)) continue;
    (rule.of_worker(rules.vocabulary()) ? worker_rules_ : agency_rules_).push_back(i);
    retains_ = retains_ || rule.reads_workers;
  }
}

bool Run::wanted(const ruleset::Rule& rule) const {
  if (contains(options_.skipped_rules, rule.id)) return false;
  return options_.only_rules.empty() || contains(options_.only_rules, rule.id);
}

void Run::shared(const intake::Filing& filing) {
  filing_ = &filing;
  as_of_ = options_.as_of.value_or(filing.header.closing);
  mentions_ = Mentions(filing);
  for (const auto& source : filing.header.sources) {
    standings_.push_back(facts::standing_of(source));
    several_sides_ = several_sides_ || source.side != filing.header.sources.front().side;
  }
  const unsigned threads = std::max(1U, options_.threads);
  for (unsigned i = 0; i < threads; ++i)
    lanes_.push_back(std::make_unique<Lane>(rules_, filing.header));
  const std::string nib = known_text(*filing.shared, "agency", "nib");
  for (auto& lane : lanes_) {
    lane->worker_keys.emplace(nib);
    if (retains_) lane->retained = kept_columns();
  }
  for (auto& lane : lanes_) lane->measures.begin(*filing.shared, as_of_, standings_);
}

std::unique_ptr<facts::Facts> Run::kept_columns() const {
  return std::make_unique<facts::Facts>(rules_.vocabulary(), rules_.retained(),
                                        facts::Facts::Places::kept);
}

/// The lanes' retained workers in file order.
std::unique_ptr<facts::Facts> Run::all_workers(const intake::Filing& filing) const {
  auto all = kept_columns();
  if (!retains_) return all;
  struct Kept {
    std::uint32_t ordinal;
    const facts::Facts* facts;
    std::uint32_t row;
  };
  std::vector<Kept> order;
  for (const auto& lane : lanes_) {
    for (std::uint32_t row = 0; row < lane->ordinals.size(); ++row)
      order.push_back({lane->ordinals[row], lane->retained.get(), row});
  }
  std::sort(order.begin(), order.end(),
            [](const Kept& a, const Kept& b) { return a.ordinal < b.ordinal; });
  for (const auto& kept : order) all->append_worker(*kept.facts, kept.row);
  all->table(rules_.vocabulary().worker()).set_completeness(0, filing.header.workers_completeness);
  return all;
}

void Run::worker(unsigned number, std::uint32_t ordinal, facts::Facts& worker) {
  Lane& lane = *lanes_[number];
  const auto& vocabulary = rules_.vocabulary();
  const Names names(*filing_->shared, worker, ordinal);
  FactBook book(filing_->header, names);
  Finder finder(rules_, lane.judge);
  Fragment fragment;
  fragment.ordinal = ordinal;
  const auto self = language::Record::of(worker, vocabulary.worker(), 0);
  ruleset::Case on;
  on.filing = filing_->shared.get();
  on.workers = &worker;
  on.as_of = as_of_;
  on.limits = &rules_.limits();
  on.standings = standings_;
  on.several_sides = several_sides_;
  on.indexes = &lane.indexes;
  on.mention = mentions_.of(worker);
  for (const auto index : worker_rules_) {
    const auto& rule = rules_.rules()[index];
    if (rule.entity == vocabulary.worker()) {
      on.variables = {&self, 1};
      judge_rule(lane, index, on, ordinal, finder, book, fragment);
      continue;
    }
    for (std::uint32_t row = 0; row < worker.table(rule.entity).size(); ++row) {
      const std::array<language::Record, 2> variables{
          language::Record::of(worker, rule.entity, row), self};
      on.variables = variables;
      judge_rule(lane, index, on, ordinal, finder, book, fragment);
    }
  }
  if (lane.retained) {
    lane.retained->append_worker(worker);
    lane.ordinals.push_back(ordinal);
  }
  lane.keys.emplace_back(ordinal,
                         lane.worker_keys->of(worker.table(vocabulary.worker()).row(0).id));
  lane.patterns.look(ordinal, *filing_->shared, worker, fragment);
  if (!is_told_twice(worker)) lane.measures.look(ordinal, worker);
  std::vector<results::Notice> screened;
  on.variables = {&self, 1};
  lane.screens.look(on, book, screened);
  if (!fragment.findings.empty() || !fragment.notices.empty() || !screened.empty()) {
    if (const auto field = vocabulary.entity(vocabulary.worker()).find("name")) {
      const auto& cell = worker.table(vocabulary.worker()).cell(0, *field);
      if (cell.state == facts::State::known) fragment.name = worker.text(cell);
    }
    quote_worker(rules_.papers(), worker, book, fragment);
    keep(lane, book, std::move(fragment), std::move(screened));
  }
}

/// A figure adds up what a worker paid; where the same payment may stand there twice there is none.
bool Run::is_told_twice(const facts::Facts& worker) const {
  if (!several_sides_) return false;
  for (std::size_t i = 0; i < worker.vocabulary().entities().size(); ++i) {
    const bool in_worker = worker.vocabulary().entities()[i].in_worker;
    if (in_worker && worker.table(static_cast<facts::EntityId>(i)).sides_differ(0)) return true;
  }
  return false;
}

void Run::judge_rule(Lane& lane, std::size_t index, const ruleset::Case& on, std::uint32_t ordinal,
                     Finder& finder, FactBook& book, Fragment& fragment) {
  const auto& rule = rules_.rules()[index];
  try {
    judge_safely(lane, index, on, ordinal, finder, book, fragment);
  } catch (const std::bad_alloc&) {
    throw;  // nothing can be said any more; the run ends without a result
  } catch (const std::exception& error) {
    lane.tallies[index].add(ordinal, Verdict::engine_error, {});
    fragment.findings.push_back(broken(rule, on, book.names(), error.what()));
  }
}

/// An evaluation that broke: told as what it is, and the results are marked incomplete.
results::Finding Run::broken(const ruleset::Rule& rule, const ruleset::Case& on, const Names& names,
                             const std::string& what) const {
  results::Finding finding;
  finding.rule = rule.id;
  finding.verdict = finding.original = Verdict::engine_error;
  finding.severity = rule.severity;
  finding.entity = rules_.vocabulary().entity(rule.entity).name;
  const auto row = static_cast<std::uint32_t>(on.variables.front().row);
  finding.subject = names.record(rule.entity, row);
  finding.worker = names.worker_of(rule.entity, row);
  finding.basis = "declared";
  finding.sentence = {"Mesin gagal menilai ketentuan ini: " + what,
                      "The engine failed on this duty: " + what};
  return finding;
}

void Run::judge_safely(Lane& lane, std::size_t index, const ruleset::Case& on,
                       std::uint32_t ordinal, Finder& finder, FactBook& book, Fragment& fragment) {
  const auto& rule = rules_.rules()[index];
  const auto judgement = lane.judge.judge(rule, rules_.rules(), on);
  const Capped capped = cap(judgement, lane.readings.of(index, judgement));
  lane.tallies[index].add(ordinal, capped.verdict, capped.reason);
  if (is_reported(capped.verdict)) finder.report(rule, on, capped, book, fragment);
  if (!judgement.readiness) return;
  // Nothing has happened yet: what would not be met on the planned day is told, and counted apart.
  const Capped ahead = cap(prospect(judgement), readings_of(rule, judgement, rules_.law()));
  if (is_reported(ahead.verdict) && ahead.verdict != Verdict::excused)
    finder.report(rule, on, ahead, book, fragment);
}

void Run::keep(Lane& lane, FactBook& book, Fragment&& fragment,
               std::vector<results::Notice> screened) {
  // Patterns number their facts after those already in the fragment; the book's come behind them.
  Fragment own;
  own.facts = std::move(book.facts());
  own.findings = std::move(fragment.findings);
  own.notices = std::move(screened);
  own.secrets = std::move(book.secrets());
  own.quoted = std::move(fragment.quoted);
  fragment.findings.clear();
  fragment.quoted.clear();
  results::Results shifted;
  shifted.facts = std::move(fragment.facts);
  Merger(shifted).add(std::move(own));
  fragment.facts = std::move(shifted.facts);
  fragment.findings = std::move(shifted.findings);
  std::ranges::move(shifted.notices, std::back_inserter(fragment.notices));
  fragment.secrets.merge(shifted.secrets);
  for (std::size_t i = 0; i < shifted.tables.size(); ++i) {
    for (auto& row : shifted.tables[i].rows) fragment.quoted.push_back({i, std::move(row)});
  }
  lane.fragments.push_back(std::move(fragment));
}

void Run::judge_agency(const intake::Filing& filing) {
  Lane& lane = *lanes_.front();
  const auto all = all_workers(filing);
  const facts::Facts& workers = *all;
  const Names names(*filing.shared, workers, 0);
  FactBook book(filing.header, names);
  Finder finder(rules_, lane.judge);
  Fragment fragment;
  ruleset::Case on;
  on.filing = filing.shared.get();
  on.workers = &workers;
  on.as_of = as_of_;
  on.limits = &rules_.limits();
  on.standings = standings_;
  on.several_sides = several_sides_;
  on.indexes = &lane.indexes;
  for (const auto index : agency_rules_) {
    const auto& rule = rules_.rules()[index];
    for (std::uint32_t row = 0; row < filing.shared->table(rule.entity).size(); ++row) {
      const auto subject = language::Record::of(*filing.shared, rule.entity, row);
      on.variables = {&subject, 1};
      judge_rule(lane, index, on, 0, finder, book, fragment);
    }
  }
  quote_agency(rules_.papers(), *filing.shared, book, fragment);
  // The agency's own findings stand before those of its workers.
  if (!fragment.findings.empty() || !fragment.notices.empty() || !fragment.quoted.empty()) {
    keep(lane, book, std::move(fragment));
    std::rotate(lane.fragments.begin(), lane.fragments.end() - 1, lane.fragments.end());
  }
}

results::Header Run::header(const intake::Filing& filing) const {
  results::Header header;
  header.engine_version = ruleset::engine_version();
  header.rule_set = rules_.manifest().name;
  header.rule_set_version = rules_.manifest().version;
  header.manifest_sha256 = rules_.manifest().sha256;
  header.official = rules_.manifest().official;
  header.changed_files = rules_.manifest().changed;
  header.as_of = to_iso(as_of_);
  header.as_of_given = options_.as_of.has_value();
  header.only_rules = options_.only_rules;
  header.skipped_rules = options_.skipped_rules;
  header.agency = known_text(*filing.shared, "agency", "name");
  header.agency_nib = known_text(*filing.shared, "agency", "nib");
  results::Input input;
  input.file = filing.header.file;
  input.sha256 = filing.header.sha256;
  input.closing = to_iso(filing.header.closing);
  input.fictitious = filing.header.fictitious;
  input.workers = filing.header.workers;
  for (const auto& source : filing.header.sources) {
    results::SourceRow row{source.id,
                           source.document,
                           {},
                           std::string(to_string(source.asserter)),
                           source.file,
                           source.sha256,
                           source.dated ? to_iso(*source.dated) : ""};
    const auto list = rules_.vocabulary().find_list("document_kind");
    const auto code = list ? rules_.vocabulary().list(*list).find(source.document) : std::nullopt;
    if (code)
      row.document_label =
          rules_.vocabulary().list(*list).codes[static_cast<std::size_t>(*code)].label;
    input.sources.push_back(std::move(row));
  }
  if (!filing.header.sources.empty())
    input.asserter = to_string(filing.header.sources.front().asserter);
  input.unreadable = filing.unreadable;
  header.inputs.push_back(std::move(input));
  return header;
}

std::vector<Fragment> Run::find_patterns(const intake::Filing& filing) {
  Patterns& all = lanes_.front()->patterns;
  for (std::size_t i = 1; i < lanes_.size(); ++i) all.absorb(std::move(lanes_[i]->patterns));
  return all.finish(filing.header);
}

std::vector<results::Measure> Run::measure() {
  Measures& all = lanes_.front()->measures;
  for (std::size_t i = 1; i < lanes_.size(); ++i) all.absorb(std::move(lanes_[i]->measures));
  return all.finish();
}

/// Rule by rule, as all lanes' tallies together are large.
std::vector<results::Rule::Run> Run::runs_of(std::size_t rule) {
  Tally all;
  for (auto& lane : lanes_) all.absorb(std::move(lane->tallies[rule]));
  return all.runs();
}

std::vector<std::string> Run::worker_keys() {
  std::vector<std::pair<std::uint32_t, std::string>> all;
  for (auto& lane : lanes_) std::ranges::move(lane->keys, std::back_inserter(all));
  std::ranges::sort(all);
  std::vector<std::string> keys;
  keys.reserve(all.size());
  for (auto& [ordinal, key] : all) keys.push_back(std::move(key));
  return keys;
}

void Run::collect(std::vector<Fragment> notices, results::Results& results) {
  std::vector<Fragment> fragments;
  for (auto& lane : lanes_) std::ranges::move(lane->fragments, std::back_inserter(fragments));
  std::stable_sort(fragments.begin(), fragments.end(),
                   [](const Fragment& a, const Fragment& b) { return a.ordinal < b.ordinal; });
  std::ranges::move(notices, std::back_inserter(fragments));
  Merger merger(results);
  for (auto& fragment : fragments) {
    if (!fragment.name.empty()) {
      const std::string pseudonym = Names::pseudonym(fragment.ordinal);
      results.pseudonyms.emplace(pseudonym, pseudonym + "/name");
      results.secrets.emplace(pseudonym + "/name", results::Secret{fragment.name, {}});
    }
    merger.add(std::move(fragment));
  }
  for (std::size_t i = 0; i < results.findings.size(); ++i)
    results.findings[i].id = fmt::format("F{:04}", i + 1);
  results.notices = join_notices(std::move(results.notices));
  for (std::size_t i = 0; i < results.notices.size(); ++i)
    results.notices[i].id = fmt::format("N{:04}", i + 1);
  for (const auto* group : {&agency_rules_, &worker_rules_}) {
    for (const auto index : *group) {
      const auto& rule = rules_.rules()[index];
      results::Rule out;
      out.id = rule.id;
      out.tier = rule.tier;
      out.entity = rules_.vocabulary().entity(rule.entity).name;
      out.met = rule.met;
      out.breach = rule.breach;
      out.accounts = rule.accounts;
      for (const auto& version : rule.versions) {
        if (!version.window.may_hold(as_of_)) continue;
        for (const auto& cite : version.cites) {
          for (const auto* text : cite.provision->on(as_of_, as_of_))
            out.citations.push_back(provision_id(*cite.provision, *text));
        }
      }
      out.runs = runs_of(index);
      results.rules.push_back(std::move(out));
    }
  }
  std::sort(results.rules.begin(), results.rules.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  results.workers = worker_keys();
  if (options_.waivers != nullptr) waiver_warnings_ = apply_waivers(*options_.waivers, results);
  results.requests = requests(results, rules_.vocabulary());
  results.documents = document_labels(results, rules_.vocabulary());
  results.header.complete =
      std::none_of(results.findings.begin(), results.findings.end(),
                   [](const auto& finding) { return finding.verdict == Verdict::engine_error; });
  results.summary = results::summarise(results);
}

results::Results Run::finish(const intake::Filing& filing) {
  filing_ = &filing;  // the one seen while reading has moved here
  results::Results results;
  results.header = header(filing);
  for (const auto& [path, text] : filing.header.matter)
    results.secrets.emplace("matter/" + path, results::Secret{text, {}});
  // What is large is done with before the next large thing is made.
  auto notices = find_patterns(filing);
  results.measures = measure();
  judge_agency(filing);
  for (auto& lane : lanes_) lane->retained.reset();
  collect(std::move(notices), results);
  add_papers_frame(rules_, as_of_, results);
  add_law(rules_.law(), as_of_, results);
  results.coverage = coverage(rules_.law());
  return results;
}

}  // namespace periksa::audit
