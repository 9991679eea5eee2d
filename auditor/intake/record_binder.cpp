// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/record_binder.h"

#include "auditor/base/decimal.h"
#include "auditor/intake/messages.h"

namespace periksa::intake {
namespace {

using facts::Cell;
using facts::EntityId;
using facts::Field;
using facts::FieldId;
using facts::State;

constexpr std::size_t kLongestId = 128;

}  // namespace

RecordBinder::RecordBinder(Lookups& lookups, Level level, Reporter& reporter,
                           facts::Facts& facts, std::vector<Mention>* mentions)
    : lookups_(lookups),
      level_(level),
      reporter_(reporter),
      facts_(facts),
      mentions_(mentions) {
  for (const auto& entity : lookups.vocabulary.entities()) names_.emplace_back(entity);
}

/// Views of a worker's parse buffer live as long as the worker's facts; shared ones must be copied.
std::string_view RecordBinder::lasting(std::string_view text) {
  return level_ == Level::worker ? text : facts_.keep(text);
}

std::optional<std::uint32_t> RecordBinder::open(pugi::xml_node element, EntityId entity) {
  facts::Table& table = facts_.table(entity);
  const auto id = element.attribute("id");
  if (!id) {
    reporter_.error(offset(element), [&] { return say::missing_attribute(element.name(), "id"); });
    return std::nullopt;
  }
  if (!acceptable(element, table, id.value())) return std::nullopt;
  return table.append({.id = lasting(id.value()),
                       .parent = 0,
                       .at = facts_.place(offset(element)),
                       .source = source_of(element, 0)});
}

bool RecordBinder::acceptable(pugi::xml_node element, const facts::Table& table,
                              std::string_view id) {
  const auto at = offset(element.attribute("id").value());
  const auto first_at = [&](std::uint32_t row) {
    const auto spot = facts_.spot(table.row(row).at);
    return to_string(Position{reporter_.file(), spot.line, spot.column, {}});
  };
  if (is_blank(id) || id.size() > kLongestId) {
    reporter_.error(at, [] { return say::id_too_long(kLongestId); });
    return false;
  }
  const facts::Entity& entity = table.entity();
  if (const auto taken = table.find(id)) {
    reporter_.error(at, [&] { return say::id_taken(entity.name, id, first_at(*taken)); });
    return false;
  }
  if (entity.single && table.size() > 0) {
    reporter_.error(offset(element),
                    [&] { return say::second_of_single(entity.name, first_at(0)); });
    return false;
  }
  const std::uint32_t cap = lookups_.caps.records_of_one_worker;
  if (level_ == Level::worker && table.size() == cap) {
    reporter_.error(offset(element), [&] { return say::too_many_records(entity.many, cap); });
    return false;
  }
  return true;
}

std::uint32_t RecordBinder::source_of(pugi::xml_node element, std::uint32_t otherwise) {
  const auto source = element.attribute("source");
  if (!source) return otherwise;
  const std::string_view id = source.value();
  if (const auto found = lookups_.sources.find(id)) return *found;
  reporter_.error(offset(source.value()), [&] {
    const auto known = lookups_.sources.all();
    return say::unknown_source(id, known);
  });
  return otherwise;
}

void RecordBinder::check_page(pugi::xml_attribute page) {
  const auto number = parse_integer(page.value());
  if (number && *number > 0) return;
  reporter_.error(offset(page.value()), [&] { return say::not_a_number("page", page.value()); });
}

void RecordBinder::fill(pugi::xml_node element, EntityId entity, std::uint32_t row) {
  entity_ = entity;
  row_ = row;
  source_ = facts_.table(entity).row(row).source;
  fill_attributes(element, lookups_.vocabulary.entity(entity));
  if (entity != lookups_.vocabulary.worker()) fill_elements(element);
}

void RecordBinder::fill_attributes(pugi::xml_node element, const facts::Entity& entity) {
  AttributeNames& names = names_[entity_];
  AttributeNames::Slot slot = names.start();
  const char* none = nullptr;
  for (auto attribute = element.first_attribute(); attribute;
       attribute = attribute.next_attribute()) {
    const auto found = names.find(attribute.name(), slot);
    const char* const value = attribute.value();
    if (found == AttributeNames::kUnknown) {
      reporter_.error(offset(attribute.name()), [&] {
        return say::unknown_attribute(entity.name, attribute.name(), names.all());
      });
      continue;
    }
    slot = found;
    if (names.is_field(found)) {
      Cell& cell = facts_.table(entity_).cell(row_, found);
      const std::size_t at = offset(value);
      cell.at = facts_.place(at);
      cell.source = source_;
      read(entity.fields[found], {value, at}, cell);
    } else if (names.reserved(found) == Reserved::none) {
      none = value;
    } else if (names.reserved(found) == Reserved::page) {
      check_page(attribute);
    }
  }
  if (none != nullptr) fill_none(none);
}

/// The cells stand at the list's beginning, so that their raw text is the whole list.
void RecordBinder::fill_none(const char* list) {
  std::string_view rest = list;
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
    cell = {.at = facts_.place(at), .source = source_, .state = State::stated_none};
  }
}

void RecordBinder::read(const Field& field, const Written& written, Cell& cell) {
  if (field.type == facts::Type::reference && !is_dash(written.text) && !is_blank(written.text)) {
    return read_reference(field, written, cell);
  }
  const auto texts =
      level_ == Level::worker ? ValueReader::Texts::viewed : ValueReader::Texts::copied;
  if (lookups_.values.read(field, written.text, texts, facts_, cell)) return;
  reporter_.error(written.at, [&] {
    return say::unknown_code(field, written.text, lookups_.vocabulary.list(field.target));
  });
}

}  // namespace periksa::intake
