// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/names.h"

#include <algorithm>
#include <array>

namespace periksa::intake {
namespace {

constexpr std::array<std::string_view, 4> kReserved{"id", "source", "page", "none"};

}  // namespace

AttributeNames::AttributeNames(const facts::Entity& entity)
    : fields_(static_cast<Slot>(entity.fields.size())) {
  for (const auto& field : entity.fields) names_.emplace_back(field.name);
  names_.insert(names_.end(), kReserved.begin(), kReserved.end());
  next_.assign(names_.size() + 1, 0);
  for (std::size_t i = 0; i < names_.size(); ++i) {
    index_.emplace(names_[i], static_cast<Slot>(i));
  }
}

AttributeNames::Slot AttributeNames::find(std::string_view name, Slot previous) {
  const Slot guess = next_[previous];
  if (names_[guess] == name) return guess;
  const auto found = index_.find(name);
  if (found == index_.end()) return kUnknown;
  next_[previous] = found->second;
  return found->second;
}

ElementNames::ElementNames(const facts::Vocabulary& vocabulary, Level level) {
  using Kind = ElementMeaning::Kind;
  const auto entities = vocabulary.entities();
  const bool in_worker = level == Level::worker;
  index_.emplace("collection", ElementMeaning{Kind::collection, 0});
  if (!in_worker) index_.emplace("source", ElementMeaning{Kind::source, 0});
  for (std::size_t i = 0; i < entities.size(); ++i) {
    if (entities[i].in_worker != in_worker || i == vocabulary.worker()) continue;
    index_.emplace(entities[i].name, ElementMeaning{Kind::record, static_cast<std::uint16_t>(i)});
  }
  if (!in_worker) return;
  const auto& fields = vocabulary.entity(vocabulary.worker()).fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    index_.emplace(fields[i].name, ElementMeaning{Kind::field, static_cast<std::uint16_t>(i)});
  }
}

ElementMeaning ElementNames::find(std::string_view name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? ElementMeaning{} : found->second;
}

std::vector<std::string_view> ElementNames::all() const {
  std::vector<std::string_view> names;
  for (const auto& [name, meaning] : index_) names.push_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace periksa::intake
