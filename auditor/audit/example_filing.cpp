// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/example_filing.h"

#include <fmt/format.h>

#include <pugixml.hpp>
#include <sstream>

#include "auditor/base/decimal.h"
#include "auditor/base/file.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::audit {
namespace {

constexpr std::size_t kExampleCap = 1U << 20;

/// `entity[id].field`, id and field optional.
struct Target {
  std::string entity;
  std::string id;
  std::string field;
};

Target parse_target(std::string_view text) {
  Target target;
  const auto dot = text.find('.', text.find(']') == std::string_view::npos ? 0 : text.find(']'));
  std::string_view record = text.substr(0, dot);
  if (dot != std::string_view::npos) target.field = text.substr(dot + 1);
  if (const auto open = record.find('['); open != std::string_view::npos) {
    target.id = record.substr(open + 1, record.size() - open - 2);
    record = record.substr(0, open);
  }
  target.entity = record;
  return target;
}

class Editor {
 public:
  Editor(pugi::xml_document& document, const ruleset::Example& example,
         const facts::Vocabulary& vocabulary)
      : filing_(document.document_element()), example_(example), vocabulary_(vocabulary) {}

  Result<void> apply() {
    for (const auto& part : ruleset::split(example_.set, ";")) set(part);
    for (const auto& part : ruleset::split(example_.none, ";")) none(parse_target(part));
    for (const auto& part : ruleset::split(example_.drop, ";")) drop(parse_target(part));
    add_records();
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return {};
  }

 private:
  void wrong(const std::string& what) {
    ruleset::complain(problems_, example_.at,
                      fmt::format("contoh tidak dapat diterapkan: {}", what),
                      fmt::format("the example cannot be applied: {}", what));
  }

  const facts::Entity* entity_of(const Target& target) {
    const auto id = vocabulary_.find_entity(target.entity);
    if (id) return &vocabulary_.entity(*id);
    wrong(target.entity);
    return nullptr;
  }

  /// The records of the filing, or of its first worker.
  pugi::xml_node home(const facts::Entity& entity) const {
    return entity.in_worker ? filing_.child("worker") : filing_;
  }

  pugi::xml_node record(const Target& target) {
    const auto* entity = entity_of(target);
    if (!entity) return {};
    for (const auto node : home(*entity).children(target.entity.c_str())) {
      if (target.id.empty() || target.id == node.attribute("id").value()) return node;
    }
    wrong(fmt::format("{}[{}]", target.entity, target.id));
    return {};
  }

  bool has_field(const Target& target) {
    const auto* entity = entity_of(target);
    if (entity && entity->find(target.field)) return true;
    wrong(fmt::format("{}.{}", target.entity, target.field));
    return false;
  }

  void set(std::string_view part) {
    const auto equals = part.find('=');
    const Target target = parse_target(part.substr(0, equals));
    if (equals == std::string_view::npos || target.field.empty() || !has_field(target))
      return wrong(std::string(part));
    auto node = record(target);
    if (!node) return;
    forget_fact(node, target.field);
    const auto values = ruleset::split(part.substr(equals + 1), "|");
    if (values.size() <= 1) {
      node.append_attribute(target.field.c_str())
          .set_value(values.empty() ? "" : values[0].c_str());
      return;
    }
    for (const auto& value : values)
      node.append_child(target.field.c_str()).text().set(value.c_str());
  }

  void drop(const Target& target) {
    if (!target.field.empty()) {
      if (!has_field(target)) return;
      if (auto node = record(target)) forget_fact(node, target.field);
      return;
    }
    remove_records(target, nullptr);
  }

  void none(const Target& target) {
    if (target.field.empty()) return remove_records(target, "complete");
    if (!has_field(target)) return;
    auto node = record(target);
    if (!node) return;
    forget_fact(node, target.field);
    auto attribute = node.attribute("none");
    if (!attribute) attribute = node.append_attribute("none");
    const std::string before = attribute.value();
    attribute.set_value((before.empty() ? target.field : before + ' ' + target.field).c_str());
  }

  pugi::xml_node collection(const facts::Entity& entity) const {
    return home(entity).find_child_by_attribute("collection", "of", entity.many.c_str());
  }

  /// Takes the records away and says of their collection nothing, or that it is complete and empty.
  void remove_records(const Target& target, const char* completeness) {
    const auto* entity = entity_of(target);
    if (!entity) return;
    auto parent = home(*entity);
    while (parent.remove_child(target.entity.c_str())) {
    }
    parent.remove_child(collection(*entity));
    if (!completeness) return;
    auto statement = parent.prepend_child("collection");
    statement.append_attribute("of").set_value(entity->many.c_str());
    statement.append_attribute("completeness").set_value(completeness);
    statement.append_attribute("count").set_value("0");
  }

  void add_records() {
    pugi::xml_document added;
    if (!added.load_string(("<r>" + example_.records + "</r>").c_str()))
      return wrong(example_.records);
    for (const auto node : added.document_element().children()) {
      const auto* entity = entity_of({node.name(), {}, {}});
      if (!entity) continue;
      auto parent = home(*entity);
      // Shared records stand before the workers; a worker's records may stand anywhere in it.
      const auto worker = filing_.child("worker");
      if (entity->in_worker) {
        parent.append_copy(node);
      } else {
        filing_.insert_copy_before(node, worker);
      }
      grow(*entity);
    }
  }

  void grow(const facts::Entity& entity) {
    auto count = collection(entity).attribute("count");
    if (!count) return;
    count.set_value(fmt::format("{}", parse_integer(count.value()).value_or(0) + 1).c_str());
  }

  pugi::xml_node filing_;
  const ruleset::Example& example_;
  const facts::Vocabulary& vocabulary_;
  Diagnostics problems_;
};

}  // namespace

void forget_fact(pugi::xml_node record, const std::string& field) {
  record.remove_attribute(field.c_str());
  while (record.remove_child(field.c_str())) {
  }
  std::string rest;
  for (const auto& name : ruleset::split(record.attribute("none").value(), " ")) {
    if (name != field) rest += (rest.empty() ? "" : " ") + name;
  }
  if (rest.empty()) {
    record.remove_attribute("none");
  } else {
    record.attribute("none").set_value(rest.c_str());
  }
}

Result<const std::string*> ExampleBases::text(const std::string& name) {
  if (const auto known = texts_.find(name); known != texts_.end()) return &known->second;
  auto text = read_file(folder_ / (name + ".xml"), kExampleCap);
  if (!text) return std::unexpected(std::move(text.error()));
  return &texts_.emplace(name, std::move(*text)).first->second;
}

Result<std::string> example_filing(const std::string& base, const ruleset::Example& example,
                                   const facts::Vocabulary& vocabulary) {
  pugi::xml_document document;
  document.load_string(base.c_str());
  if (auto done = Editor(document, example, vocabulary).apply(); !done)
    return std::unexpected(std::move(done.error()));
  std::ostringstream text;
  document.document_element().print(text, "  ");
  return text.str();
}

}  // namespace periksa::audit
