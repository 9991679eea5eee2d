// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/facts_writer.h"

#include <algorithm>
#include <utility>

#include "auditor/forms/fact_text.h"
#include "auditor/forms/join_key.h"

namespace periksa::forms {

using facts::Cell;
using facts::Completeness;
using facts::State;
using facts::Type;

namespace {

/// "Not yet" is said of the day on which the part was closed, not of the case's.
bool is_overtaken(const facts::Field& field, const Cell& cell, const Telling& by) {
  return by.part->earlier && cell.state == State::stated_none &&
         field.none == facts::NoneMeans::not_yet;
}

}  // namespace

std::size_t FactsWriter::overtaken(const Told& part) const {
  const auto at = overtaken_.find(&part);
  return at == overtaken_.end() ? 0 : at->second;
}

std::string FactsWriter::source_id(const Told& part, std::uint32_t source) {
  if (source == 0) return part.name;
  return part.name + ':' + part.filing->header.sources[source].id;
}

facts::Spot FactsWriter::spot(const Told& part, facts::Spot spot) {
  spot.part = static_cast<std::uint16_t>(spot.part + part.first_part);
  return spot;
}

void FactsWriter::open(facts::EntityId entity, const std::string& id,
                       std::span<const Telling> tellings, const OwnIds& own_ids) {
  const Telling& first = tellings.front();
  const auto& row = first.facts->table(entity).row(first.row);
  const facts::Spot at = spot(*first.part, first.facts->spot(row.at));
  writer_.open(vocabulary_.entity(entity).name, at);
  writer_.attribute("id", id, {at, {}});
  writer_.attribute("source", source_id(*first.part, row.source), {at, {}});
  later_.clear();
  for (const auto& telling : tellings) take(entity, telling, first, own_ids);
  for (const auto& [field, source, written, by, place] : later_)
    writer_.field(field->name, source, written,
                  {spot(*by.part, by.facts->spot(place)), by.facts->raw(place)});
}

void FactsWriter::take(facts::EntityId entity, const Telling& telling, const Telling& first,
                       const OwnIds& own_ids) {
  const auto& table = telling.facts->table(entity);
  const auto& fields = vocabulary_.entity(entity).fields;
  for (facts::FieldId id = 0; id < fields.size(); ++id) {
    const Cell& cell = table.cell(telling.row, id);
    if (cell.state == State::not_supplied) continue;
    if (cell.state == State::contradictory) {
      for (const auto& one : telling.facts->alternatives(cell))
        put(fields[id], one, telling, false, said(fields[id], one, telling, own_ids));
      continue;
    }
    const bool own = cell.source == table.row(telling.row).source;
    const bool value = cell.state == State::known || cell.state == State::absent;
    // A key joined the records: it is the same however it is written.
    const Telling& spelt = is_same_key(entity, id, telling, first) ? first : telling;
    const Cell& as = spelt.facts->table(entity).cell(spelt.row, id);
    put(fields[id], cell, telling, &telling == &first && own && value,
        said(fields[id], as, spelt, own_ids));
  }
}

bool FactsWriter::is_same_key(facts::EntityId entity, facts::FieldId field, const Telling& telling,
                              const Telling& first) const {
  const auto& of = vocabulary_.entity(entity);
  const bool key = std::ranges::any_of(
      of.keys, [&](const auto& one) { return one.entity == entity && one.field == field; });
  if (!key) return false;
  const Cell& mine = telling.facts->table(entity).cell(telling.row, field);
  const Cell& other = first.facts->table(entity).cell(first.row, field);
  if (mine.state != State::known || other.state != State::known) return false;
  const auto plain = join_key(of, of.fields[field], telling.facts->text(mine));
  return !plain.empty() && plain == join_key(of, of.fields[field], first.facts->text(other));
}

void FactsWriter::put(const facts::Field& field, const Cell& cell, const Telling& by, bool plain,
                      Written written) {
  if (is_overtaken(field, cell, by)) ++overtaken_[by.part];
  if (!plain) {
    later_.push_back({&field, source_id(*by.part, cell.source), std::move(written), by, cell.at});
    return;
  }
  writer_.attribute(field.name, written.text,
                    {spot(*by.part, by.facts->spot(cell.at)), by.facts->raw(cell.at)});
}

Written FactsWriter::said(const facts::Field& field, const Cell& cell, const Telling& by,
                          const OwnIds& own_ids) const {
  switch (cell.state) {
    case State::known:
      return {Written::Kind::value, known(field, cell, by, own_ids), std::nullopt};
    case State::stated_none: {
      const bool open = is_overtaken(field, cell, by);
      return {open ? Written::Kind::unreadable : Written::Kind::none, {}, std::nullopt};
    }
    case State::absent:
      return {Written::Kind::absent, {}, std::nullopt};
    case State::unreadable: {
      Written written{Written::Kind::unreadable, {}, std::nullopt};
      if (const auto* const reading = by.facts->reading(cell))
        written.readings = DateRange{Date(static_cast<std::int32_t>(reading->low)),
                                     Date(static_cast<std::int32_t>(reading->high))};
      return written;
    }
    case State::not_supplied:
    case State::contradictory:
      break;
  }
  return {Written::Kind::not_supplied, {}, std::nullopt};
}

std::string FactsWriter::known(const facts::Field& field, const Cell& cell, const Telling& by,
                               const OwnIds& own_ids) const {
  if (field.type == Type::reference) return target(field, cell, by, own_ids);
  return fact_text(*by.part->filing, *by.facts, field, cell);
}

/// The id that the record has in the case; where none was filed, as it is written, with its part.
std::string FactsWriter::target(const facts::Field& field, const Cell& cell, const Telling& by,
                                const OwnIds& own_ids) const {
  const bool to_worker = field.target == vocabulary_.worker();
  const bool shared = by.facts == by.part->filing->shared.get();
  // The first part's ids stay as they are.
  const std::string before = by.part->first_part == 1 ? "" : by.part->name + ':';
  if (shared && to_worker && cell.value < -1) {
    const auto& mention = by.part->filing->mentions[intake::mention_index(cell.value)];
    if (mention.ordinal < 0) return before + mention.id;
    return by.part->worker_ids[static_cast<std::size_t>(mention.ordinal)];
  }
  if (cell.value < 0) return before + raw_text(*by.facts, cell);
  const auto row = static_cast<std::uint32_t>(cell.value);
  if (to_worker || vocabulary_.entity(field.target).in_worker)
    return own_ids(by, field.target, row);
  return by.part->shared_ids[field.target][row];
}

void FactsWriter::completeness(const std::string& many, std::span<const Stated> stated) {
  const Stated* said = nullptr;
  for (const auto& one : stated) {
    const auto state = one.completeness.state;
    if (state == Completeness::State::unknown) continue;
    if (state == Completeness::State::contradictory) return;
    const bool differs = said != nullptr && (said->completeness.state != state ||
                                             said->completeness.count != one.completeness.count);
    if (differs) return;
    if (said == nullptr) said = &one;
  }
  if (said == nullptr) return;
  const auto& [part, completeness, at] = *said;
  const Origin origin{spot(*part, at), {}};
  const bool sample = completeness.state == Completeness::State::sample;
  writer_.open("collection", origin.spot);
  writer_.attribute("of", many, origin);
  writer_.attribute("completeness", sample ? "sample" : "complete", origin);
  if (completeness.count >= 0)
    writer_.attribute("count", std::to_string(completeness.count), origin);
  writer_.attribute("source", source_id(*part, completeness.source), origin);
  writer_.close("collection");
}

}  // namespace periksa::forms
