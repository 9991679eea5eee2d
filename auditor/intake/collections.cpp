// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "auditor/base/decimal.h"
#include "auditor/intake/level_binder.h"
#include "auditor/intake/messages.h"

/// The part of LevelBinder that reads `<collection of="payments" completeness="complete" …/>`.
namespace periksa::intake {
namespace {

using facts::Completeness;
using facts::EntityId;

constexpr std::array<std::string_view, 3> kCompletenessStates{"unknown", "complete", "sample"};
constexpr std::array<std::string_view, 5> kCollectionAttributes{"of", "completeness", "count",
                                                                "source", "page"};

}  // namespace

bool fits(const Completeness& stated, std::uint64_t read) {
  const auto count = static_cast<std::uint64_t>(stated.count);
  if (stated.state == Completeness::State::complete) return count == read;
  return stated.state != Completeness::State::sample || stated.count < 0 || count >= read;
}

void LevelBinder::check_collection(xml::Node element) {
  Completeness stated{.source = check_attributes(element)};
  const auto entity = collection_of(element);
  if (!entity) return;
  const std::string& name = lookups_.vocabulary.entity(*entity).many;
  if (std::find(stated_.begin(), stated_.end(), *entity) != stated_.end()) {
    reporter_.error(records_.offset(element), [&] { return say::collection_stated_twice(name); });
    return;
  }
  stated_.push_back(*entity);
  if (!read_completeness(element, name, stated)) return;
  if (*entity == lookups_.vocabulary.worker()) return state_workers(stated);
  const std::uint32_t read = facts_.table(*entity).size();
  if (!fits(stated, read)) {
    reporter_.warning(records_.offset(*element.attribute("count")),
                      [&] { return say::count_differs(name, stated.count, read); });
    stated.state = Completeness::State::contradictory;
  }
  facts_.table(*entity).set_completeness(0, stated);
}

/// The source, if one is named.
std::uint32_t LevelBinder::check_attributes(xml::Node element) {
  std::uint32_t source = 0;
  const auto known = [](const xml::Attribute& attribute) {
    return std::ranges::any_of(kCollectionAttributes, [&](std::string_view name) {
      return same_name(name, attribute.name);
    });
  };
  for (const xml::Attribute& attribute : element.attributes()) {
    if (attribute.name == "page") records_.check_page(attribute);
    if (attribute.name == "source") source = records_.read_source(attribute);
    if (known(attribute)) continue;
    reporter_.error(records_.offset(attribute.name.data()), [&] {
      return say::unknown_attribute("collection", attribute.name, kCollectionAttributes);
    });
  }
  if (element.first_child()) {
    reporter_.error(records_.offset(element), [] { return say::must_be_empty("collection"); });
  }
  return source;
}

std::optional<EntityId> LevelBinder::collection_of(xml::Node element) {
  const auto* const of = element.attribute("of");
  if (of == nullptr) {
    reporter_.error(records_.offset(element),
                    [] { return say::missing_attribute("collection", "of"); });
    return std::nullopt;
  }
  const auto entity = lookups_.vocabulary.find_collection(of->value);
  const bool in_worker = level_ == Level::worker;
  if (entity && lookups_.vocabulary.entity(*entity).in_worker == in_worker) return entity;
  unknown_collection(*of, entity);
  return std::nullopt;
}

void LevelBinder::unknown_collection(const xml::Attribute& of, std::optional<EntityId> entity) {
  reporter_.error(records_.offset(of), [&] {
    const auto tag = fmt::format("collection of=\"{}\"", of.value);
    if (entity) {
      return level_ == Level::filing ? say::belongs_in_worker(tag) : say::belongs_in_filing(tag);
    }
    std::vector<std::string_view> names;
    for (const auto& known : lookups_.vocabulary.entities()) names.emplace_back(known.many);
    return say::unknown_collection(of.value, names);
  });
}

bool LevelBinder::read_completeness(xml::Node element, std::string_view name,
                                    Completeness& stated) {
  const auto* const attribute = element.attribute("completeness");
  if (attribute == nullptr) {
    reporter_.error(records_.offset(element),
                    [] { return say::missing_attribute("collection", "completeness"); });
    return false;
  }
  const auto at = records_.offset(*attribute);
  const auto state = std::ranges::find_if(kCompletenessStates, [&](std::string_view known) {
    return same_name(known, attribute->value);
  });
  if (state == kCompletenessStates.end()) {
    reporter_.error(at, [&] {
      return say::unknown_value("completeness", attribute->value, kCompletenessStates);
    });
    return false;
  }
  stated.at = facts_.place(at);
  stated.state = static_cast<Completeness::State>(state - kCompletenessStates.begin());
  if (const auto* const count = element.attribute("count")) return read_count(*count, stated);
  if (stated.state != Completeness::State::complete) return true;
  reporter_.error(at, [&] { return say::complete_without_count(name); });
  return false;
}

bool LevelBinder::read_count(const xml::Attribute& attribute, Completeness& stated) {
  const auto number = parse_integer(attribute.value);
  stated.count = number.value_or(-1);
  if (number && *number >= 0) return true;
  reporter_.error(records_.offset(attribute), [&] { return say::not_a_count(attribute.value); });
  return false;
}

}  // namespace periksa::intake
