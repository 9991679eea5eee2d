// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/json_tables.h"

#include <utility>

namespace periksa::forms {

JsonTables::JsonTables(const facts::Vocabulary& vocabulary, std::string file)
    : vocabulary_(vocabulary), file_(std::move(file)), worker_(vocabulary.worker()) {
  JsonTable filing{.kind = JsonTableKind::filing};
  filing.keys = {"format", "closing", "asserter", "fictitious", "sources", "collections"};
  for (const auto& entity : vocabulary.entities()) {
    if (!entity.in_worker) filing.keys.emplace_back(entity.many);
  }
  filing.required = {"format", "closing"};
  add(std::move(filing), {}, false);
  JsonTable source{.kind = JsonTableKind::source, .element = "source"};
  source.keys = {"id", "document", "asserter", "file", "sha256", "dated"};
  source.required = {"id"};  // the binder asks for the document
  add(std::move(source), "sources", false);
  for (const bool in_worker : {false, true}) {
    JsonTable completeness{.kind = JsonTableKind::completeness, .element = "collection"};
    completeness.keys = {"of", "completeness", "count", "source", "page"};
    completeness.required = {"of", "completeness"};
    add(std::move(completeness), "collections", in_worker);
  }
  for (const auto& entity : vocabulary.entities()) add_records(entity);
  reading_.kind = JsonTableKind::reading;
  reading_.keys = {"value", "source", "page", "state", "raw", "from", "to"};
  for (std::uint32_t i = 0; i < reading_.keys.size(); ++i) reading_.index.add(reading_.keys[i], i);
}

void JsonTables::add_records(const facts::Entity& entity) {
  JsonTable records{.kind = JsonTableKind::record, .entity = &entity, .element = entity.name};
  records.single = entity.single;
  records.keys = {"id", "source", "page", "none"};
  for (const auto& field : entity.fields) records.keys.emplace_back(field.name);
  if (&entity == &vocabulary_.entity(worker_)) {
    records.keys.emplace_back("collections");
    for (const auto& own : vocabulary_.entities()) {
      if (own.in_worker) records.keys.emplace_back(own.many);
    }
  }
  records.required = {"id"};
  add(std::move(records), entity.many, entity.in_worker);
}

void JsonTables::add(JsonTable table, std::string name, bool in_worker) {
  facts::Part part{facts::Part::Kind::pointers, file_, std::move(name), in_worker, {}};
  for (std::uint32_t i = 0; i < table.keys.size(); ++i) {
    table.index.add(table.keys[i], i);
    part.keys.emplace_back(table.keys[i]);
  }
  parts_.push_back(std::move(part));
  table.part = static_cast<std::uint16_t>(parts_.size());
  tables_.push_back(std::move(table));
}

const JsonTable* JsonTables::in_filing(std::string_view name) const {
  if (name == "sources") return &tables_[kSources];
  if (name == "collections") return &tables_[kCompleteness];
  const auto entity = vocabulary_.find_collection(name);
  if (!entity || vocabulary_.entity(*entity).in_worker) return nullptr;
  return &tables_[first_ + *entity];
}

const JsonTable* JsonTables::in_worker(std::string_view name) const {
  if (name == "collections") return &tables_[kOfWorker];
  const auto entity = vocabulary_.find_collection(name);
  if (!entity || !vocabulary_.entity(*entity).in_worker) return nullptr;
  return &tables_[first_ + *entity];
}

}  // namespace periksa::forms
