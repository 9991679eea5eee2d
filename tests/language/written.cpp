// SPDX-License-Identifier: Apache-2.0
#include "tests/language/written.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "auditor/law/limit_values.h"
#include "tests/language/vocabulary.h"

namespace periksa::language::test {
namespace {

using facts::State;

Said said(std::string_view text, const facts::Field& field) {
  Said one;
  if (text == "none") {
    one.none = true;
  } else if (field.type == facts::Type::text) {
    one.text = text;
  } else if (field.type == facts::Type::reference) {
    one.value = text == "#x" ? -1 : std::stoll(std::string(text.substr(1)));
  } else {
    const auto value = law::parse_limit_value(text, field.type, field.target, vocabulary());
    if (!value) throw std::runtime_error(fmt::format("\"{}\" is no {}", text, field.name));
    one.value = value->value;
    one.unit = value->unit;
  }
  return one;
}

void set(Row& row, facts::EntityId entity, std::string_view assignment) {
  const auto equals = assignment.find('=');
  const auto name = trim(assignment.substr(0, equals));
  const auto field = vocabulary().entity(entity).find(name);
  if (!field) throw std::runtime_error(fmt::format("no field \"{}\"", name));
  row.facts[*field] =
      written_fact(trim(assignment.substr(equals + 1)), vocabulary().entity(entity).fields[*field]);
}

}  // namespace

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \n") - begin + 1);
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(trim(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

Fact written_fact(std::string_view text, const facts::Field& field) {
  if (text == "?") return {};
  if (text == "absent") return Fact::of(State::absent);
  if (text == "unreadable") return Fact::of(State::unreadable);
  if (text == "none") return Fact::of(State::stated_none);
  Fact fact;
  if (const auto ends = split(text, ".."); ends.size() == 2) {
    fact.state = State::unreadable;
    fact.reading = {said(ends[0], field).value, said(ends[1], field).value};
    return fact;
  }
  for (const auto one : split(text, "|")) fact.said.push_back(said(one, field));
  fact.state = fact.said.size() > 1 ? State::contradictory : State::known;
  return fact;
}

World written_world(std::string_view text) {
  World world;
  const auto worker = vocabulary().worker();
  world.add(worker, 0);
  bool first_worker = true;
  for (const auto statement : split(text, ";")) {
    if (statement.empty()) continue;
    if (statement.ends_with(" complete")) {
      const auto many = statement.substr(0, statement.find(' '));
      auto& sheet = world.sheets[vocabulary().find_collection(many).value()];
      sheet.complete[0] = std::ssize(sheet.rows);
      continue;
    }
    const auto colon = statement.find(':');
    const auto entity = vocabulary().find_entity(statement.substr(0, colon)).value();
    const std::uint32_t row = entity == worker && first_worker ? 0 : world.add(entity, 0);
    first_worker = first_worker && entity != worker;
    const auto assignments = trim(statement.substr(colon + 1));
    if (assignments.empty()) continue;
    for (const auto one : split(assignments, ",")) set(world.sheets[entity].rows[row], entity, one);
  }
  return world;
}

std::vector<std::vector<std::string>> table(const std::string& file) {
  std::ifstream stream(std::string(PERIKSA_SOURCE_DIR) + "/tests/language/" + file);
  if (!stream) throw std::runtime_error("cannot read " + file);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(stream, line);) {
    if (trim(line).empty() || line.starts_with('#')) continue;
    const auto cells = split(line, "|");
    rows.emplace_back(cells.begin(), cells.end());
  }
  return rows;
}

}  // namespace periksa::language::test
