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

constexpr std::array<std::string_view, 3> kStates{"unknown", "complete", "sample"};
constexpr std::array<std::string_view, 5> kAttributes{"of", "completeness", "count", "source",
                                                      "page"};

std::string collection_tag(std::string_view of) {
  return fmt::format("collection of=\"{}\"", of);
}

}  // namespace

bool fits(const Completeness& stated, std::uint64_t read) {
  const auto count = static_cast<std::uint64_t>(stated.count);
  if (stated.state == Completeness::State::complete) return count == read;
  return stated.state != Completeness::State::sample || stated.count < 0 || count >= read;
}

void LevelBinder::check_collections() {
  for (const auto& element : collections_) {
    enter(element);
    check_collection(element);
  }
}

void LevelBinder::check_collection(pugi::xml_node element) {
  allow_attributes(element);
  const auto entity = collection_of(element);
  if (!entity) return;
  const std::string& name = lookups_.vocabulary.entity(*entity).many;
  if (std::find(stated_.begin(), stated_.end(), *entity) != stated_.end()) {
    reporter_.error(records_.offset(element), [&] { return say::collection_stated_twice(name); });
    return;
  }
  stated_.push_back(*entity);
  Completeness stated;
  stated.source = records_.source_of(element, 0);
  if (!read_completeness(element, name, stated)) return;
  if (*entity == lookups_.vocabulary.worker()) return state_workers(stated);
  const std::uint32_t read = facts_.table(*entity).size();
  if (!fits(stated, read)) {
    reporter_.warning(records_.offset(element.attribute("count").value()),
                      [&] { return say::count_differs(name, stated.count, read); });
    stated.state = Completeness::State::contradictory;
  }
  facts_.table(*entity).set_completeness(0, stated);
}

void LevelBinder::allow_attributes(pugi::xml_node element) {
  for (const auto attribute : element.attributes()) {
    const std::string_view name = attribute.name();
    if (name == "page") records_.check_page(attribute);
    if (std::find(kAttributes.begin(), kAttributes.end(), name) != kAttributes.end()) continue;
    reporter_.error(records_.offset(attribute.name()),
                    [&] { return say::unknown_attribute("collection", name, kAttributes); });
  }
  if (element.first_child()) {
    reporter_.error(records_.offset(element), [] { return say::must_be_empty("collection"); });
  }
}

std::optional<EntityId> LevelBinder::collection_of(pugi::xml_node element) {
  const auto of = element.attribute("of");
  if (!of) {
    reporter_.error(records_.offset(element),
                    [] { return say::missing_attribute("collection", "of"); });
    return std::nullopt;
  }
  const auto entity = lookups_.vocabulary.find_collection(of.value());
  const bool here = entity && lookups_.vocabulary.entity(*entity).in_worker ==
                                  (level_ == Level::worker);
  const bool workers = entity == lookups_.vocabulary.worker();
  if (here && (!workers || level_ == Level::filing)) return entity;
  reporter_.error(records_.offset(of.value()), [&] {
    if (entity && level_ == Level::filing) return say::belongs_in_worker(collection_tag(of.value()));
    if (entity) return say::belongs_in_filing(collection_tag(of.value()));
    std::vector<std::string_view> names;
    for (const auto& known : lookups_.vocabulary.entities()) names.emplace_back(known.many);
    return say::unknown_collection(of.value(), names);
  });
  return std::nullopt;
}

bool LevelBinder::read_completeness(pugi::xml_node element, std::string_view name,
                                    Completeness& stated) {
  const auto attribute = element.attribute("completeness");
  if (!attribute) {
    reporter_.error(records_.offset(element),
                    [] { return say::missing_attribute("collection", "completeness"); });
    return false;
  }
  const auto at = records_.offset(attribute.value());
  const auto state = std::find(kStates.begin(), kStates.end(), attribute.value());
  if (state == kStates.end()) {
    reporter_.error(
        at, [&] { return say::unknown_value("completeness", attribute.value(), kStates); });
    return false;
  }
  stated.at = facts_.place(at);
  stated.state = static_cast<Completeness::State>(state - kStates.begin());
  const auto count = element.attribute("count");
  if (count) return read_count(count, stated);
  if (stated.state != Completeness::State::complete) return true;
  reporter_.error(at, [&] { return say::complete_without_count(name); });
  return false;
}

bool LevelBinder::read_count(pugi::xml_attribute count, Completeness& stated) {
  const auto number = parse_integer(count.value());
  stated.count = number.value_or(-1);
  if (number && *number >= 0) return true;
  reporter_.error(records_.offset(count.value()),
                  [&] { return say::not_a_count(count.value()); });
  return false;
}

}  // namespace periksa::intake
