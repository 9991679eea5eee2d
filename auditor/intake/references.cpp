// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/messages.h"
#include "auditor/intake/record_binder.h"

/// The part of RecordBinder that resolves references.
namespace periksa::intake {

using facts::Cell;
using facts::Completeness;
using facts::EntityId;
using facts::Field;

void RecordBinder::read_reference(const Field& field, const Written& written, Cell& cell) {
  const EntityId target = field.target;
  cell.state = facts::State::known;
  if (const auto value = find_record(target, written)) {
    cell.value = *value;
    return;
  }
  cell.value = -1;
  const facts::Entity& entity = lookups_.vocabulary.entity(target);
  const bool out_of_reach =
      target == lookups_.vocabulary.worker() || (entity.in_worker && level_ == Level::filing);
  reporter_.warning(written.at, [&] {
    return out_of_reach ? say::another_worker(field.name, written.text)
                        : say::no_such_record(field.name, written.text, entity);
  });
  if (!out_of_reach) doubt(target);
}

std::optional<std::int64_t> RecordBinder::find_record(EntityId target, const Written& written) {
  const std::string_view id = written.text;
  const bool to_worker = target == lookups_.vocabulary.worker();
  if (to_worker && level_ == Level::filing) {
    const auto [found, fresh] = mention_index_.emplace(id, mentions_->size());
    if (fresh) mentions_->push_back({std::string(id), reporter_.slice().spot(written.at), -1});
    return mention_value(found->second);
  }
  const bool mine = to_worker || lookups_.vocabulary.entity(target).in_worker;
  const facts::Facts& where = mine || level_ == Level::filing ? facts_ : *lookups_.shared;
  return where.table(target).find(id);
}

/// A record that is referred to but not there: its collection is not complete, whatever it says.
void RecordBinder::doubt(EntityId target) {
  const bool mine = lookups_.vocabulary.entity(target).in_worker;
  if (level_ == Level::worker && !mine) return lookups_.doubts.add(target);
  facts::Table& table = facts_.table(target);
  Completeness stated = table.completeness(0);
  if (stated.state != Completeness::State::complete) return;
  stated.state = Completeness::State::contradictory;
  table.set_completeness(0, stated);
}

}  // namespace periksa::intake
