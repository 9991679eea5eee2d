// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/level_binder.h"

#include "auditor/intake/messages.h"

namespace periksa::intake {

using facts::EntityId;

LevelBinder::LevelBinder(Lookups& lookups, Level level, Problems& problems, facts::Facts& facts,
                         std::vector<Mention>* mentions)
    : lookups_(lookups),
      level_(level),
      reporter_(problems),
      facts_(facts),
      records_(lookups, level, reporter_, facts, mentions),
      names_(lookups.vocabulary, level) {}

void LevelBinder::open_children(xml::Node parent) {
  children_.clear();
  collections_.clear();
  stated_.clear();
  for (auto child = parent.first_child(); child; child = child.next()) {
    if (child.is_text()) {
      reporter_.error(records_.offset(child), [] { return say::text_between(); });
    } else {
      open_child(child);
    }
  }
  for (const auto& element : collections_) {
    enter(element);
    check_collection(element);
  }
}

void LevelBinder::open_child(xml::Node child) {
  enter(child);
  const ElementMeaning meaning = names_.find(child.name());
  switch (meaning.kind) {
    case ElementMeaning::Kind::record:
      if (const auto row = records_.open(child, meaning.id)) {
        children_.push_back({child, meaning.id, *row});
      }
      return;
    case ElementMeaning::Kind::collection:
      collections_.push_back(child);
      return;
    case ElementMeaning::Kind::source:
      return read_source(child);
    case ElementMeaning::Kind::field:
      return field_element(child, meaning.id);
    case ElementMeaning::Kind::unknown:
      return misplaced(child);
  }
}

void LevelBinder::misplaced(xml::Node child) {
  const std::string_view name = child.name();
  const auto entity = lookups_.vocabulary.find_entity(name);
  reporter_.error(records_.offset(child), [&] {
    if (entity == lookups_.vocabulary.worker()) return say::worker_in_worker();
    if (entity && level_ == Level::filing) return say::belongs_in_worker(name);
    if (entity || name == "source") return say::belongs_in_filing(name);
    return say::unknown_element(name, names_.all());
  });
}

void LevelBinder::fill_children() {
  for (const auto& [node, entity, row] : children_) {
    enter(node);
    records_.fill(node, entity, row);
  }
}

}  // namespace periksa::intake
