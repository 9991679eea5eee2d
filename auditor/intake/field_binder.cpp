// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "auditor/intake/messages.h"
#include "auditor/intake/record_binder.h"

/// The part of RecordBinder that reads field elements: `<born_on source="s7">2001-04-06</born_on>`.
namespace periksa::intake {
namespace {

using facts::Cell;
using facts::EntityId;
using facts::Field;
using facts::FieldId;
using facts::State;

constexpr std::array<std::string_view, 4> kStates{"none", "absent", "unreadable", "not-supplied"};
constexpr std::array<State, 4> kMeaning{State::stated_none, State::absent, State::unreadable,
                                        State::not_supplied};
constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace

void RecordBinder::fill_elements(pugi::xml_node element) {
  const facts::Entity& entity = lookups_.vocabulary.entity(entity_);
  for (auto child = element.first_child(); child; child = child.next_sibling()) {
    if (child.type() != pugi::node_element) {
      reporter_.error(offset(child.value()), [] { return say::text_between(); });
    } else if (const auto field = entity.find(child.name())) {
      fill_field(child, entity_, row_, *field);
    } else {
      element_in_record(child);
    }
  }
}

void RecordBinder::element_in_record(pugi::xml_node child) {
  const facts::Entity& entity = lookups_.vocabulary.entity(entity_);
  const std::string_view name = child.name();
  const bool known = name == "collection" || name == "source" ||
                     lookups_.vocabulary.find_entity(name).has_value();
  reporter_.error(offset(child), [&] {
    return known ? say::record_in_record(entity.name, name)
                 : say::unknown_element(name, names_of(entity.fields));
  });
}

void RecordBinder::fill_field(pugi::xml_node element, EntityId entity, std::uint32_t row,
                              FieldId field_id) {
  const Field& field = lookups_.vocabulary.entity(entity).fields[field_id];
  const auto written = element_text(element);
  if (!written) return;
  Cell other{.source = source_of(element, facts_.table(entity).row(row).source)};
  pugi::xml_attribute state;
  for (const auto attribute : element.attributes()) {
    const std::string_view name = attribute.name();
    if (name == "state") {
      state = attribute;
    } else if (name == "page") {
      check_page(attribute);
    } else if (name != "source") {
      static constexpr std::array<std::string_view, 3> kKnown{"source", "page", "state"};
      reporter_.error(offset(attribute.name()),
                      [&] { return say::unknown_attribute(field.name, name, kKnown); });
    }
  }
  const bool at_state = state && written->text.empty();
  other.at = facts_.place(at_state ? offset(state.value()) : written->at);
  if (!state) {
    read(field, *written, other);
  } else if (!read_state(state, field, *written, other)) {
    return;
  }
  Cell& cell = facts_.table(entity).cell(row, field_id);
  facts_.merge(cell, other, field.type);
  if (cell.state == State::contradictory &&
      facts_.alternatives(cell).size() > lookups_.caps.readings) {
    reporter_.error(offset(element),
                    [&] { return say::too_many_readings(field.name, lookups_.caps.readings); });
  }
}

bool RecordBinder::read_state(pugi::xml_attribute attribute, const Field& field,
                              const Written& written, Cell& cell) {
  const std::string_view state = attribute.value();
  const auto at = offset(attribute.value());
  const auto known = std::find(kStates.begin(), kStates.end(), state);
  if (known == kStates.end()) {
    reporter_.error(at, [&] { return say::unknown_value("state", state, kStates); });
    return false;
  }
  cell.state = kMeaning[static_cast<std::size_t>(known - kStates.begin())];
  if (cell.state == State::stated_none && field.none == facts::NoneMeans::refused) {
    reporter_.error(at, [&] { return say::none_refused(field.name); });
    return false;
  }
  if (cell.state != State::unreadable && !written.text.empty()) {
    reporter_.error(at, [&] { return say::state_with_value(field.name, state); });
    return false;
  }
  return true;
}

/// What stands between the tags, without the blanks around it; its place is taken from the bytes as
/// they are in the file, as the parser may have moved text behind a line end.
std::optional<RecordBinder::Written> RecordBinder::element_text(pugi::xml_node element) {
  const auto text = element.first_child();
  if (!text) return Written{{}, offset(element)};
  for (auto child = text; child; child = child.next_sibling()) {
    if (child.type() == pugi::node_element) {
      reporter_.error(offset(child),
                      [&] { return say::element_in_field(element.name(), child.name()); });
      return std::nullopt;
    }
  }
  if (text.next_sibling()) {
    reporter_.error(offset(text.next_sibling().value()),
                    [&] { return say::split_value(element.name()); });
    return std::nullopt;
  }
  const std::size_t start = offset(text.value());
  const auto blanks = reporter_.slice().bytes.substr(start).find_first_not_of(kBlanks);
  return Written{trimmed(text.value()), start + blanks};
}

}  // namespace periksa::intake
