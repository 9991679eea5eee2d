// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/overview.h"

#include <algorithm>
#include <string_view>

#include "auditor/audit/fact_book.h"

namespace periksa::audit {
namespace {

using facts::Cell;
using facts::Completeness;
using facts::Facts;
using facts::State;
using results::Overview;

constexpr std::array<std::string_view, 4> kCompleteness{"unknown", "complete", "sample",
                                                        "contradictory"};

std::size_t index(State state) {
  return static_cast<std::size_t>(state);
}

}  // namespace

OverviewMaker::OverviewMaker(const facts::Vocabulary& vocabulary, bool unmask)
    : vocabulary_(vocabulary), unmask_(unmask) {
  for (const auto& entity : vocabulary.entities()) {
    seen_.emplace_back();
    seen_.back().fields.resize(entity.fields.size());
  }
}

void OverviewMaker::shared(const intake::Filing& filing) {
  header_ = &filing.header;
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    const auto id = static_cast<facts::EntityId>(i);
    if (!vocabulary_.entity(id).in_worker && id != vocabulary_.worker()) look(*filing.shared, id);
  }
}

void OverviewMaker::worker(const Facts& worker) {
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    const auto id = static_cast<facts::EntityId>(i);
    if (vocabulary_.entity(id).in_worker || id == vocabulary_.worker()) look(worker, id);
  }
}

void OverviewMaker::look(const Facts& facts, facts::EntityId entity) {
  const auto& table = facts.table(entity);
  const auto said = table.completeness(0).state;
  if (table.size() > 0 || said != Completeness::State::unknown)
    ++seen_[entity].lists[static_cast<std::size_t>(said)];
  for (std::uint32_t row = 0; row < table.size(); ++row) look(facts, entity, row);
}

void OverviewMaker::look(const Facts& facts, facts::EntityId entity, std::uint32_t row) {
  Seen& seen = seen_[entity];
  ++seen.records;
  const auto& table = facts.table(entity);
  const auto& fields = vocabulary_.entity(entity).fields;
  for (facts::FieldId field = 0; field < fields.size(); ++field) {
    const Cell& cell = table.cell(row, field);
    ++seen.fields[field][index(cell.state)];
    if (cell.state == State::unreadable)
      note(overview_.unreadable, facts, fields[field], table.row(row).id, cell);
    if (cell.state != State::contradictory) continue;
    for (const Cell& one : facts.alternatives(cell))
      note(overview_.contradictory, facts, fields[field], table.row(row).id, one);
  }
}

void OverviewMaker::note(Overview::DoubtfulList& into, const Facts& facts,
                         const facts::Field& field, std::string_view record,
                         const Cell& cell) const {
  if (++into.count > results::kToldDoubtful) return;
  Overview::Doubtful told;
  told.at = facts::position(header_->file, header_->parts, facts.spot(cell.at));
  told.record = record;
  told.field = field.label;
  told.source = header_->sources[cell.source].id;
  told.none = cell.state == State::stated_none;
  told.masked = !told.none && is_private(field.privacy) && !unmask_;
  if (!told.none && !told.masked) {
    told.written = facts.raw(cell.at);
    const auto* const reading = facts.reading(cell);
    if (reading != nullptr && field.type == facts::Type::date) {
      told.from = to_iso(Date(static_cast<std::int32_t>(reading->low)));
      told.to = to_iso(Date(static_cast<std::int32_t>(reading->high)));
    }
  }
  into.told.push_back(std::move(told));
}

results::Overview OverviewMaker::finish(const intake::Filing& filing,
                                        const results::Results& audited) {
  const auto& header = filing.header;
  overview_.file = header.file;
  overview_.sha256 = header.sha256;
  overview_.closing = to_iso(header.closing);
  overview_.fictitious = header.fictitious;
  overview_.workers = header.workers;
  overview_.warnings = filing.warnings;
  add_entities(header.workers_completeness.state);
  add_open(audited);
  return std::move(overview_);
}

/// What is said of the workers stands in the header: they come one at a time.
void OverviewMaker::add_entities(Completeness::State workers) {
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    Seen& seen = seen_[i];
    if (seen.records == 0) continue;
    const auto id = static_cast<facts::EntityId>(i);
    const auto& declared = vocabulary_.entity(id);
    Overview::Entity entity;
    entity.label = declared.label;
    entity.list = declared.many;
    entity.records = seen.records;
    if (id == vocabulary_.worker()) {
      seen.lists = {};
      seen.lists[static_cast<std::size_t>(workers)] = 1;
    }
    for (std::size_t state = 0; state < seen.lists.size() && !declared.single; ++state) {
      if (seen.lists[state] > 0)
        entity.completeness.emplace(kCompleteness[state], seen.lists[state]);
    }
    for (std::size_t field = 0; field < seen.fields.size(); ++field) {
      const auto& counts = seen.fields[field];
      if (counts[index(State::not_supplied)] == seen.records) {
        ++entity.silent;
        continue;
      }
      Overview::Field& told = entity.fields.emplace_back();
      told.label = declared.fields[field].label;
      for (std::size_t state = 0; state < counts.size(); ++state) {
        if (counts[state] > 0)
          told.states.emplace(to_string(static_cast<State>(state)), counts[state]);
      }
    }
    overview_.entities.push_back(std::move(entity));
  }
}

/// What the audit could not judge, by what is missing for it.
void OverviewMaker::add_open(const results::Results& audited) {
  std::map<std::string_view, std::uint64_t> by_rule;
  for (const auto& finding : audited.findings) {
    if (finding.verdict != results::Verdict::insufficient) continue;
    ++by_rule[finding.rule];
    ++overview_.unjudged;
  }
  overview_.evaluations = audited.summary.evaluations;
  for (const auto& rule : audited.rules) {
    const auto at = by_rule.find(rule.id);
    if (at != by_rule.end()) overview_.open.push_back({rule.id, rule.met, at->second});
  }
  for (const auto& request : audited.requests) {
    const bool worded = !request.ask.id.empty();
    overview_.asked.push_back(
        {worded ? request.ask : request.label, std::max<std::uint64_t>(request.workers.size(), 1)});
  }
}

}  // namespace periksa::audit
