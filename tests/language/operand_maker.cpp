// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "tests/language/rule_maker.h"

namespace periksa::language::test {
using facts::Type;

ValueType RuleMaker::some_type() {
  const auto list = [&](std::string_view name) {
    return ValueType{Type::code, scope_.vocabulary->find_list(name).value()};
  };
  const ValueType permit{Type::reference, scope_.vocabulary->find_entity("permit").value()};
  const std::vector<ValueType> types{{Type::boolean, 0},
                                     {Type::boolean, 0},
                                     {Type::integer, 0},
                                     {Type::integer, 0},
                                     {Type::integer, 0},
                                     {Type::decimal, 0},
                                     {Type::percent, 0},
                                     {Type::money, 0},
                                     {Type::money, 0},
                                     {Type::money, 0},
                                     {Type::date, 0},
                                     {Type::date, 0},
                                     {Type::date, 0},
                                     {Type::period, 0},
                                     {Type::text, 0},
                                     list("status"),
                                     list("country"),
                                     list("status"),
                                     permit};
  const ValueType type = random_.one_of(types);
  // A bare code needs a path on the other side, a reference has no literal: some must be in sight.
  if (type.type != Type::code && type.type != Type::reference) return type;
  return path_of(type).empty() ? ValueType{Type::integer, 0} : type;
}

std::string RuleMaker::operand(ValueType type, int depth) {
  if (random_.chance(12)) {
    std::vector<Named> fitting;
    for (const Named& let : lets_) {
      if (let.type == type && loops_ + let.loops <= kLoopDepth) fitting.push_back(let);
    }
    if (!fitting.empty()) {
      const Named& chosen = random_.one_of(fitting);
      deepest_ = std::max(deepest_, loops_ + chosen.loops);
      return chosen.name;
    }
  }
  if (depth > 0 && random_.chance(45)) {
    if (type.type == Type::date) return date(depth - 1);
    if (type.type == Type::integer || type.type == Type::decimal || type.type == Type::money) {
      return number(type, depth - 1);
    }
  }
  if (type.type == Type::period && random_.chance(20)) return "limit grace";
  if (type.type == Type::percent && random_.chance(30)) return "limit share_cap";
  if (random_.chance(60)) {
    if (auto path = path_of(type); !path.empty()) return path;
  }
  return literal(type);
}

std::string RuleMaker::literal(ValueType type) {
  static const std::vector<std::string> kDays{"2023-12-31", "2024-01-30", "2024-01-31",
                                              "2024-02-28", "2024-02-29", "2024-03-01",
                                              "2024-03-30", "2025-02-28"};
  static const std::vector<std::string> kPeriods{"1 month",  "30 days", "31 days",  "1 year",
                                                 "2 months", "0 days",  "12 months"};
  static const std::vector<std::string> kMoney{"IDR 0", "IDR 1", "IDR 2", "IDR 3",
                                               "IDR 5", "TWD 0", "TWD 2"};
  switch (type.type) {
    case Type::boolean:
      return random_.chance(50) ? "yes" : "no";
    case Type::integer:
      return std::to_string(static_cast<int>(random_.below(6)) - 1);
    case Type::decimal:
      return fmt::format("{}.5", random_.below(3));
    case Type::percent:
      return "limit share_cap";
    case Type::date:
      return random_.one_of(kDays);
    case Type::money:
      return random_.one_of(kMoney);
    case Type::period:
      return random_.one_of(kPeriods);
    case Type::text:
      return random_.chance(50) ? "\"ani\"" : "\"budi\"";
    case Type::code:
      return random_.one_of(scope_.vocabulary->list(type.target).codes).name;
    case Type::reference:
      return path_of(type);
  }
  return {};
}

std::string RuleMaker::number(ValueType type, int depth) {
  const bool whole = type.type == Type::integer;
  switch (random_.below(whole ? 8 : 6)) {
    case 0:
      return joined({"(", operand(type, depth), random_.chance(70) ? "plus" : "minus",
                     operand(type, depth), ")"});
    case 1: {
      const std::string factor = operand({Type::integer, 0}, depth);
      const std::string scaled = operand(type, depth);
      return random_.chance(50) ? fmt::format("({} times {})", factor, scaled)
                                : fmt::format("({} times {})", scaled, factor);
    }
    case 2:
    case 3:
      return loops_ < kLoopDepth ? aggregate(Kind::sum, type, depth) : literal(type);
    case 4:
    case 5:
      if (type.type == Type::money) return look_up("limit", "most_fee", depth);
      if (!whole || loops_ >= kLoopDepth) return literal(type);
      return aggregate(Kind::count, type, depth);
    case 6:
      return look_up("limit", "least_age", depth);
    default: {
      static const std::vector<std::string> kUnits{"whole years", "whole months", "days"};
      const ValueType days{Type::date, 0};
      return joined({"(", random_.one_of(kUnits), "from", operand(days, depth), "to",
                     operand(days, depth), ")"});
    }
  }
}

std::string RuleMaker::date(int depth) {
  if (random_.chance(20)) return random_.chance(50) ? "event" : "as_of";
  return joined({"(", operand({Type::date, 0}, depth), random_.chance(60) ? "plus" : "minus",
                 operand({Type::period, 0}, depth), ")"});
}

std::string RuleMaker::look_up(std::string_view word, std::string_view table, int depth) {
  std::string text = fmt::format("({} {}", word, table);
  const ValueType country{Type::code, scope_.vocabulary->find_list("country").value()};
  if (table != "least_age") text += " for " + operand(country, 0);
  if (table == "closed") text += ", " + operand({Type::integer, 0}, 0);
  if (random_.chance(50)) text += " on " + operand({Type::date, 0}, depth);
  return text + ")";
}

std::vector<RuleMaker::Path> RuleMaker::paths() const {
  std::vector<Path> all;
  for (const auto& variable : visible_) {
    const Path record{variable.name, {Type::reference, variable.entity}, {}, false};
    all.push_back(record);
    paths_from(record, variable.entity, 2, all);
  }
  return all;
}

void RuleMaker::paths_from(const Path& prefix, facts::EntityId entity, int steps,
                           std::vector<Path>& out) const {
  for (const auto& field : scope_.vocabulary->entity(entity).fields) {
    Path path{prefix.text + "." + field.name, {field.type, field.target}, prefix.questions, false};
    if (field.none != facts::NoneMeans::refused && field.none != facts::NoneMeans::zero) {
      path.questions.push_back(path.text);
      path.may_state_none = true;
    }
    out.push_back(path);
    if (field.type == Type::reference && steps > 1) {
      paths_from(path, field.target, steps - 1, out);
    }
  }
}

bool RuleMaker::asked(const Path& path) const {
  return std::ranges::all_of(path.questions, [&](const std::string& question) {
    return std::ranges::count(asked_, question) > 0;
  });
}

/// A path of the type, preferably one that had to be asked for; empty if there is none.
std::string RuleMaker::path_of(ValueType type) {
  std::vector<std::string> free;
  std::vector<std::string> behind_a_question;
  for (const Path& path : paths()) {
    if (path.type != type || !asked(path)) continue;
    (path.questions.empty() ? free : behind_a_question).push_back(path.text);
  }
  if (!behind_a_question.empty() && random_.chance(60)) return random_.one_of(behind_a_question);
  return free.empty() ? std::string() : random_.one_of(free);
}

}  // namespace periksa::language::test
