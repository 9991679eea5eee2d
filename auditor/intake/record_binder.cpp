// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/record_binder.h"

#include <algorithm>

#include "auditor/base/decimal.h"
#include "auditor/base/nearest.h"
#include "auditor/intake/messages.h"

namespace periksa::intake {
namespace {

using facts::Cell;
using facts::EntityId;
using facts::Field;
using facts::State;

constexpr std::size_t kLongestId = 128;

}  // namespace

RecordBinder::RecordBinder(Lookups& lookups, Level level, Reporter& reporter, facts::Facts& facts,
                           std::vector<Mention>* mentions)
    : lookups_(lookups), level_(level), reporter_(reporter), facts_(facts), mentions_(mentions) {
  for (const auto& entity : lookups.vocabulary.entities()) names_.emplace_back(entity);
}

std::optional<std::uint32_t> RecordBinder::open(xml::Node element, EntityId entity) {
  facts::Table& table = facts_.table(entity);
  const auto* const id = element.attribute("id");
  if (id == nullptr) {
    reporter_.error(offset(element), [&] { return say::missing_attribute(element.name(), "id"); });
    return std::nullopt;
  }
  if (!acceptable(element, table, *id)) return std::nullopt;
  // A worker's id is a view that lives as long as the worker's facts; a shared one is copied.
  const auto kept = level_ == Level::worker ? id->value : facts_.keep(id->value);
  return table.append(
      {.id = kept, .parent = 0, .at = facts_.place(offset(element)), .source = 0, .sides = 0});
}

bool RecordBinder::acceptable(xml::Node element, const facts::Table& table,
                              const xml::Attribute& id) {
  const auto first_at = [&](std::uint32_t row) {
    return reporter_.place(facts_.spot(table.row(row).at));
  };
  const facts::Entity& entity = table.entity();
  const std::uint32_t cap = lookups_.caps.records_of_one_worker;
  if (is_blank(id.value) || id.value.size() > kLongestId) {
    reporter_.error(offset(id), [] { return say::id_too_long(kLongestId); });
  } else if (const auto taken = table.find(id.value)) {
    reporter_.error(offset(id),
                    [&] { return say::id_taken(entity.name, id.value, first_at(*taken)); });
  } else if (entity.single && table.size() > 0) {
    reporter_.error(offset(element),
                    [&] { return say::second_of_single(entity.name, first_at(0)); });
  } else if (level_ == Level::worker && table.size() == cap) {
    reporter_.error(offset(element), [&] { return say::too_many_records(entity.many, cap); });
  } else {
    return true;
  }
  return false;
}

std::uint32_t RecordBinder::read_source(const xml::Attribute& attribute) {
  const auto found = lookups_.sources.find(attribute.value);
  if (!found) {
    reporter_.error(offset(attribute),
                    [&] { return say::unknown_source(attribute.value, lookups_.sources.all()); });
  }
  return found.value_or(0);
}

void RecordBinder::check_page(const xml::Attribute& attribute) {
  const auto number = parse_integer(attribute.value);
  if (number && *number > 0) return;
  reporter_.error(offset(attribute), [&] { return say::not_a_number("page", attribute.value); });
}

void RecordBinder::fill(xml::Node element, EntityId entity, std::uint32_t row) {
  entity_ = entity;
  row_ = row;
  fill_attributes(element, lookups_.vocabulary.entity(entity));
  if (entity != lookups_.vocabulary.worker()) fill_elements(element);
}

void RecordBinder::fill_attributes(xml::Node element, const facts::Entity& entity) {
  AttributeNames& names = names_[entity_];
  facts::Table& table = facts_.table(entity_);
  AttributeNames::Slot slot = names.start();
  const xml::Attribute* none = nullptr;
  filled_.clear();
  for (const xml::Attribute& attribute : element.attributes()) {
    const auto found = names.find(attribute.name, slot);
    if (found == AttributeNames::kUnknown) {
      reporter_.error(offset(attribute.name.data()), [&] {
        return say::unknown_attribute(entity.name, attribute.name, names.all());
      });
      continue;
    }
    slot = found;
    if (names.is_field(found)) {
      Cell& cell = table.cell(row_, found);
      const std::size_t at = offset(attribute);
      cell.at = facts_.place(at);
      read(entity.fields[found], {attribute.value, at}, cell);
      filled_.push_back(found);
    } else if (names.reserved(found) == Reserved::none) {
      none = &attribute;
    } else {
      fill_reserved(names.reserved(found), attribute);
    }
  }
  if (none != nullptr) fill_none(*none);
  told_by(entity_, row_, table.row(row_).source);
  if (const auto source = table.row(row_).source; source != 0) {
    for (const auto field : filled_) table.cell(row_, field).source = source;
  }
}

/// A record is told of by the sides of all its sources.
void RecordBinder::told_by(EntityId entity, std::uint32_t row, std::uint32_t source) {
  const auto side = (*lookups_.declared)[source].side;
  if (side >= facts::kMostSides) return;
  facts::Table& table = facts_.table(entity);
  const auto sides = static_cast<std::uint16_t>(table.row(row).sides | (1U << side));
  table.set_sides(row, sides);
}

void RecordBinder::fill_reserved(Reserved meaning, const xml::Attribute& attribute) {
  if (meaning == Reserved::page) check_page(attribute);
  if (meaning == Reserved::source) {
    facts_.table(entity_).set_source(row_, read_source(attribute));
  }
}

/// The cells stand at the list's beginning, so that their raw text is the whole list.
void RecordBinder::fill_none(const xml::Attribute& list) {
  std::string_view rest = list.value;
  while (!is_blank(rest)) {
    rest.remove_prefix(rest.find_first_not_of(' '));
    fill_none_of(rest.substr(0, rest.find(' ')), offset(list));
    rest.remove_prefix(std::min(rest.find(' '), rest.size()));
  }
}

void RecordBinder::fill_none_of(std::string_view name, std::size_t at) {
  const auto& entity = lookups_.vocabulary.entity(entity_);
  const auto field = entity.find(name);
  if (!field) {
    reporter_.error(
        at, [&] { return say::unknown_attribute(entity.name, name, names_of(entity.fields)); });
    return;
  }
  Cell& cell = facts_.table(entity_).cell(row_, *field);
  if (entity.fields[*field].none == facts::NoneMeans::refused) {
    reporter_.error(at, [&] { return say::none_refused(name); });
  } else if (cell.state != State::not_supplied) {
    reporter_.error(at, [&] { return say::none_with_value(name); });
  } else {
    cell.at = facts_.place(at);
    cell.state = State::stated_none;
    filled_.push_back(*field);
  }
}

void RecordBinder::read(const Field& field, const Written& written, Cell& cell) {
  if (field.type == facts::Type::reference && !is_dash(written.text) && !is_blank(written.text)) {
    return read_reference(field, written, cell);
  }
  const auto texts =
      level_ == Level::worker ? ValueReader::Texts::viewed : ValueReader::Texts::copied;
  if (lookups_.values.read(field, written.text, texts, facts_, cell)) {
    if (cell.state == facts::State::unreadable) reporter_.count_unreadable();
    return;
  }
  reporter_.error(written.at, [&] {
    return say::unknown_code(field, written.text, lookups_.vocabulary.list(field.target));
  });
}

}  // namespace periksa::intake
