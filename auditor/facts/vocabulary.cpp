// SPDX-License-Identifier: Apache-2.0
#include "auditor/facts/vocabulary.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace periksa::facts {
namespace {

constexpr std::array<std::pair<std::string_view, Type>, 10> kTypes{{{"bool", Type::boolean},
                                                                    {"integer", Type::integer},
                                                                    {"decimal", Type::decimal},
                                                                    {"money", Type::money},
                                                                    {"percent", Type::percent},
                                                                    {"date", Type::date},
                                                                    {"period", Type::period},
                                                                    {"text", Type::text},
                                                                    {"code", Type::code},
                                                                    {"ref", Type::reference}}};

std::optional<std::uint16_t> look_up(const NameIndex& index, std::string_view name) {
  const auto found = index.find(name);
  if (!found) return std::nullopt;
  return static_cast<std::uint16_t>(*found);
}

}  // namespace

std::optional<std::int64_t> CodeList::find(std::string_view code) const {
  const auto found = index_.find(code);
  if (!found) return std::nullopt;
  return *found;
}
std::optional<FieldId> Entity::find(std::string_view field) const {
  return look_up(index_, field);
}
std::optional<EntityId> Vocabulary::find_entity(std::string_view name) const {
  return look_up(by_name_, name);
}
std::optional<EntityId> Vocabulary::find_collection(std::string_view many) const {
  return look_up(by_many_, many);
}
std::optional<ListId> Vocabulary::find_list(std::string_view name) const {
  return look_up(by_list_, name);
}

std::string_view to_string(Type type) {
  for (const auto& [name, value] : kTypes) {
    if (value == type) return name;
  }
  return {};
}

std::optional<Type> parse_type(std::string_view name) {
  for (const auto& [text, value] : kTypes) {
    if (text == name) return value;
  }
  return std::nullopt;
}

std::string type_name(const Vocabulary& vocabulary, const Field& field) {
  if (field.type == Type::code) return fmt::format("code:{}", vocabulary.list(field.target).name);
  if (field.type == Type::reference) {
    return fmt::format("ref:{}", vocabulary.entity(field.target).name);
  }
  return std::string(to_string(field.type));
}

}  // namespace periksa::facts
