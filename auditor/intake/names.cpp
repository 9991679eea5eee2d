// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/names.h"

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
    index_.add(names_[i], static_cast<std::uint32_t>(i));
  }
}

AttributeNames::Slot AttributeNames::find(std::string_view name, Slot previous) {
  const Slot guess = next_[previous];
  if (same_name(names_[guess], name)) return guess;
  const auto found = index_.find(name);
  if (!found) return kUnknown;
  next_[previous] = static_cast<Slot>(*found);
  return next_[previous];
}

ElementNames::ElementNames(const facts::Vocabulary& vocabulary, Level level) {
  using Kind = ElementMeaning::Kind;
  const auto entities = vocabulary.entities();
  const bool in_worker = level == Level::worker;
  add("collection", ElementMeaning{Kind::collection, 0});
  if (!in_worker) add("source", ElementMeaning{Kind::source, 0});
  for (std::size_t i = 0; i < entities.size(); ++i) {
    if (entities[i].in_worker != in_worker || i == vocabulary.worker()) continue;
    add(entities[i].name, ElementMeaning{Kind::record, static_cast<std::uint16_t>(i)});
  }
  if (!in_worker) return;
  const auto& fields = vocabulary.entity(vocabulary.worker()).fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    add(fields[i].name, ElementMeaning{Kind::field, static_cast<std::uint16_t>(i)});
  }
}

void ElementNames::add(std::string_view name, ElementMeaning meaning) {
  if (!index_.add(name, static_cast<std::uint32_t>(meanings_.size()))) return;
  meanings_.push_back(meaning);
  names_.push_back(name);
}

ElementMeaning ElementNames::find(std::string_view name) const {
  const auto found = index_.find(name);
  return found ? meanings_[*found] : ElementMeaning{};
}

}  // namespace periksa::intake
