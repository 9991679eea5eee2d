// SPDX-License-Identifier: Apache-2.0
#include "tests/audit/help/hide.h"

#include <pugixml.hpp>
#include <sstream>
#include <stdexcept>

#include "auditor/ruleset/xml_text.h"

namespace periksa::test {
namespace {

struct FactAt {
  pugi::xml_node record;
  std::string field;
};

struct Everything {
  std::vector<FactAt> facts;
  std::vector<pugi::xml_node> records;
  std::vector<pugi::xml_node> collections;
};

bool states_none(pugi::xml_node record, const std::string& field) {
  for (const auto& name : ruleset::split(record.attribute("none").value(), " ")) {
    if (name == field) return true;
  }
  return false;
}

void look(pugi::xml_node parent, const facts::Vocabulary& vocabulary, Everything& out) {
  for (const auto node : parent.children()) {
    const std::string name = node.name();
    if (name == "collection") out.collections.push_back(node);
    const auto entity = vocabulary.find_entity(name);
    // Inside a record an element of an entity's name may be a field; entities stand in workers.
    if (!entity) continue;
    out.records.push_back(node);
    for (const auto& field : vocabulary.entity(*entity).fields) {
      if (node.attribute(field.name.c_str()) || node.child(field.name.c_str()) ||
          states_none(node, field.name))
        out.facts.push_back({node, field.name});
    }
    if (name == "worker") look(node, vocabulary, out);
  }
}

std::string label(pugi::xml_node record) {
  return std::string(record.name()) + '[' + record.attribute("id").value() + ']';
}

void remove(const FactAt& fact) {
  auto record = fact.record;
  record.remove_attribute(fact.field.c_str());
  while (record.remove_child(fact.field.c_str())) {
  }
  std::string rest;
  for (const auto& name : ruleset::split(record.attribute("none").value(), " ")) {
    if (name != fact.field) rest += (rest.empty() ? "" : " ") + name;
  }
  if (rest.empty()) {
    record.remove_attribute("none");
  } else {
    record.attribute("none").set_value(rest.c_str());
  }
}

/// The filing with an edit made on its tree.
template <class Edit>
std::string edited(const std::string& filing, const facts::Vocabulary& vocabulary, Edit edit) {
  pugi::xml_document document;
  if (!document.load_string(filing.c_str())) throw std::runtime_error("no XML");
  Everything all;
  look(document.document_element(), vocabulary, all);
  edit(all);
  std::ostringstream text;
  document.document_element().print(text, "", pugi::format_raw);
  return text.str();
}

}  // namespace

Hide::Hide(std::string filing, const facts::Vocabulary& vocabulary)
    : filing_(std::move(filing)), vocabulary_(&vocabulary) {
  filing_ = edited(filing_, vocabulary, [&](const Everything& all) {
    for (const auto& fact : all.facts) facts_.push_back(label(fact.record) + '.' + fact.field);
    for (const auto& record : all.records) records_.push_back(label(record));
    for (const auto& one : all.collections) collections_.emplace_back(one.attribute("of").value());
  });
}

std::string Hide::without_fact(std::size_t index) const {
  return without_facts([index](std::size_t i) { return i == index; });
}

std::string Hide::without_facts(const std::function<bool(std::size_t)>& hidden) const {
  return edited(filing_, *vocabulary_, [&](const Everything& all) {
    for (std::size_t i = 0; i < all.facts.size(); ++i) {
      if (hidden(i)) remove(all.facts[i]);
    }
  });
}

std::string Hide::without_record(std::size_t index) const {
  return edited(filing_, *vocabulary_, [&](const Everything& all) {
    all.records.at(index).parent().remove_child(all.records.at(index));
  });
}

std::string Hide::without_collection(std::size_t index) const {
  return edited(filing_, *vocabulary_, [&](const Everything& all) {
    all.collections.at(index).parent().remove_child(all.collections.at(index));
  });
}

}  // namespace periksa::test
