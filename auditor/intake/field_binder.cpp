// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "auditor/base/blanks.h"
#include "auditor/base/date.h"
#include "auditor/base/nearest.h"
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

constexpr std::array<std::string_view, 5> kFieldAttributes{"source", "page", "state", "from", "to"};
constexpr std::array<std::string_view, 4> kFieldStates{"none", "absent", "unreadable",
                                                       "not-supplied"};
constexpr std::array<State, 4> kMeaning{State::stated_none, State::absent, State::unreadable,
                                        State::not_supplied};

}  // namespace

void RecordBinder::fill_elements(xml::Node element) {
  const facts::Entity& entity = lookups_.vocabulary.entity(entity_);
  for (auto child = element.first_child(); child; child = child.next()) {
    if (child.is_text()) {
      reporter_.error(offset(child), [] { return say::text_between(); });
    } else if (const auto field = entity.find(child.name())) {
      fill_field(child, entity_, row_, *field);
    } else {
      element_in_record(child);
    }
  }
}

void RecordBinder::element_in_record(xml::Node child) {
  const facts::Entity& entity = lookups_.vocabulary.entity(entity_);
  const std::string_view name = child.name();
  const bool known =
      name == "collection" || name == "source" || lookups_.vocabulary.find_entity(name).has_value();
  reporter_.error(offset(child), [&] {
    return known ? say::record_in_record(entity.name, name)
                 : say::unknown_element(name, names_of(entity.fields));
  });
}

void RecordBinder::fill_field(xml::Node element, EntityId entity, std::uint32_t row,
                              FieldId field_id) {
  const Field& field = lookups_.vocabulary.entity(entity).fields[field_id];
  const auto written = element_text(element);
  if (!written) return;
  Cell other{.source = facts_.table(entity).row(row).source};
  const auto* const state = element_attributes(element, field, other);
  const bool at_state = state != nullptr && written->text.empty();
  other.at = facts_.place(at_state ? offset(*state) : written->at);
  if (state == nullptr) {
    read(field, *written, other);
  } else if (!read_state(*state, field, *written, other)) {
    return;
  }
  if (!read_readings(element, field, other)) return;
  told_by(entity, row, other.source);
  Cell& cell = facts_.table(entity).cell(row, field_id);
  facts_.merge(cell, other, field.type);
  rest_on_stronger(cell, other);
  const std::uint32_t cap = lookups_.caps.readings;
  if (cell.state == State::contradictory && facts_.alternatives(cell).size() > cap) {
    reporter_.error(offset(element), [&] { return say::too_many_readings(field.name, cap); });
  }
}

/// Two sources that say the same: the value rests on the stronger one, whichever is written first.
void RecordBinder::rest_on_stronger(Cell& cell, const Cell& other) const {
  const bool same =
      cell.state == other.state && (cell.state == State::known || cell.state == State::stated_none);
  const auto& sources = *lookups_.declared;
  if (!same || facts::basis_of(sources[other.source]) >= facts::basis_of(sources[cell.source]))
    return;
  cell.source = other.source;
  cell.at = other.at;
}

/// Reads source and page; the state, if there is one, is for the caller.
const xml::Attribute* RecordBinder::element_attributes(xml::Node element, const Field& field,
                                                       Cell& cell) {
  const xml::Attribute* state = nullptr;
  for (const xml::Attribute& attribute : element.attributes()) {
    if (attribute.name == "source") {
      cell.source = read_source(attribute);
    } else if (attribute.name == "page") {
      check_page(attribute);
    } else if (attribute.name == "state") {
      state = &attribute;
    } else if (attribute.name != "from" && attribute.name != "to") {
      reporter_.error(offset(attribute.name.data()), [&] {
        return say::unknown_attribute(field.name, attribute.name, kFieldAttributes);
      });
    }
  }
  return state;
}

bool RecordBinder::read_state(const xml::Attribute& attribute, const Field& field,
                              const Written& written, Cell& cell) {
  const auto known = std::find(kFieldStates.begin(), kFieldStates.end(), attribute.value);
  if (known == kFieldStates.end()) {
    reporter_.error(offset(attribute),
                    [&] { return say::unknown_value("state", attribute.value, kFieldStates); });
    return false;
  }
  cell.state = kMeaning[static_cast<std::size_t>(known - kFieldStates.begin())];
  if (cell.state == State::unreadable) reporter_.count_unreadable();
  if (cell.state == State::stated_none && field.none == facts::NoneMeans::refused) {
    reporter_.error(offset(attribute), [&] { return say::none_refused(field.name); });
    return false;
  }
  if (cell.state != State::unreadable && !written.text.empty()) {
    reporter_.error(offset(attribute),
                    [&] { return say::state_with_value(field.name, attribute.value); });
    return false;
  }
  return true;
}

/// `from` and `to` of an unreadable date: the first and the last day it may mean.
bool RecordBinder::read_readings(xml::Node element, const Field& field, Cell& cell) {
  const auto* const from = element.attribute("from");
  const auto* const to = element.attribute("to");
  if (from == nullptr && to == nullptr) return true;
  const auto* const there = from == nullptr ? to : from;
  if (field.type != facts::Type::date || cell.state != State::unreadable) {
    reporter_.error(offset(*there), [&] { return say::readings_of_no_date(field.name); });
    return false;
  }
  const auto first = from == nullptr ? std::nullopt : parse_iso_date(from->value);
  const auto last = to == nullptr ? std::nullopt : parse_iso_date(to->value);
  if (!first || !last || *last < *first) {
    reporter_.error(offset(*there), [] { return say::readings_wrong(); });
    return false;
  }
  facts_.set_reading(cell, {first->days(), last->days()});
  return true;
}

/// What stands between the tags, without the blanks around it.
std::optional<RecordBinder::Written> RecordBinder::element_text(xml::Node element) {
  const auto text = element.first_child();
  if (!text) return Written{{}, offset(element)};
  for (auto child = text; child; child = child.next()) {
    if (child.is_text()) continue;
    reporter_.error(offset(child),
                    [&] { return say::element_in_field(element.name(), child.name()); });
    return std::nullopt;
  }
  if (text.next()) {
    reporter_.error(offset(text.next()), [&] { return say::split_value(element.name()); });
    return std::nullopt;
  }
  const auto blanks = text.raw().find_first_not_of(kBlanks);
  return Written{without_blanks_around(text.text()), offset(text) + blanks};
}

}  // namespace periksa::intake
