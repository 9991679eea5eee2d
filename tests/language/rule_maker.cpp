// SPDX-License-Identifier: Apache-2.0
#include "tests/language/rule_maker.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/language/parser.h"

namespace periksa::language::test {
namespace {

using facts::Type;

bool is_number(Type type) {
  return type == Type::integer || type == Type::decimal || type == Type::percent ||
         type == Type::money;
}

}  // namespace

std::string joined(std::initializer_list<std::string> words) {
  return fmt::format("{}", fmt::join(words, " "));
}

RuleMaker::RuleMaker(Random& random, const Scope& scope)
    : random_(random), scope_(scope), visible_(scope.variables) {}

bool RuleMaker::sees(std::string_view variable) const {
  return std::ranges::count(visible_, variable, &Variable::name) > 0;
}

std::string RuleMaker::condition(int depth) {
  if (depth <= 0) return comparison(0);
  switch (random_.below(10)) {
    case 0:
    case 1: {
      const std::string word = random_.chance(50) ? "and" : "or";
      const auto part = [&] { return "(" + condition(depth - 1) + ")"; };
      std::string text = joined({part(), word, part()});
      if (random_.chance(30)) text += " " + word + " " + part();
      return text;
    }
    case 2:
      return fmt::format("not ({})", condition(depth - 1));
    case 3:
      return asking(depth - 1);
    case 4:
    case 5:
      return loops_ < kLoopDepth ? quantified(depth - 1) : comparison(depth - 1);
    case 6:
      return one_of(depth - 1);
    case 7:
      return asserted();
    case 8:
      if (random_.chance(30)) return look_up("listed", "closed", depth - 1);
      [[fallthrough]];
    default:
      return comparison(depth - 1);
  }
}

std::string RuleMaker::comparison(int depth) {
  const ValueType type = some_type();
  if (type.type == Type::boolean && random_.chance(50)) return operand(type, depth);
  const bool can_order = is_number(type.type) || type.type == Type::date;
  if (can_order && random_.chance(75)) return ordered(type, depth);
  // A bare code needs the list of the other side.
  const std::string left = type.type == Type::code ? path_of(type) : operand(type, depth);
  return joined({left, random_.chance(30) ? "is not" : "is", operand(type, depth)});
}

std::string RuleMaker::ordered(ValueType type, int depth) {
  static const std::vector<std::string> kNumbers{"at least", "at most", "more than", "less than"};
  static const std::vector<std::string> kDates{"before", "after", "on or before", "on or after"};
  const auto& words = type.type == Type::date ? kDates : kNumbers;
  return joined({operand(type, depth), "is", random_.one_of(words), operand(type, depth)});
}

std::string RuleMaker::one_of(int depth) {
  const ValueType type = some_type();
  const std::string left = type.type == Type::code ? path_of(type) : operand(type, depth);
  std::string allowed = operand(type, 0);
  for (auto more = random_.below(4); more > 0; --more) allowed += ", " + operand(type, 0);
  return fmt::format("{} is {}one of ({})", left, random_.chance(30) ? "not " : "", allowed);
}

/// By whom a field is asserted, be it none or not.
std::string RuleMaker::asserted() {
  static const std::vector<std::string> kBy{"agency", "worker", "union", "registry", "inspector"};
  auto all = paths();
  std::erase_if(all, [&](const Path& path) {
    Path before = path;
    if (path.may_state_none) before.questions.pop_back();
    return path.text.find('.') == std::string::npos || !asked(before);
  });
  if (all.empty()) return comparison(0);
  const std::string field = random_.one_of(all).text;
  return fmt::format("{} is {}asserted by {}", field, random_.chance(30) ? "not " : "",
                     random_.one_of(kBy));
}

/// A question for none, alone or before a comparison.
std::string RuleMaker::asking(int depth) {
  auto all = paths();
  std::erase_if(all, [&](const Path& path) {
    if (!path.may_state_none) return true;
    auto before = path.questions;
    before.pop_back();
    return !std::ranges::all_of(before, [&](const std::string& question) {
      return std::ranges::count(asked_, question) > 0;
    });
  });
  if (all.empty()) return comparison(depth);
  const std::string field = random_.one_of(all).text;
  if (random_.chance(15)) {
    return fmt::format("{} is {}stated none", field, random_.chance(50) ? "not " : "");
  }
  const bool with_and = random_.chance(60);
  asked_.push_back(field);
  const std::string then = condition(depth);
  asked_.pop_back();
  return with_and ? fmt::format("{} is not stated none and ({})", field, then)
                  : fmt::format("{} is stated none or ({})", field, then);
}

RuleMaker::Loop RuleMaker::open_loop(int depth) {
  const auto& vocabulary = *scope_.vocabulary;
  std::vector<std::pair<std::string, facts::EntityId>> collections;
  for (std::size_t i = 0; i < vocabulary.entities().size(); ++i) {
    const auto id = static_cast<facts::EntityId>(i);
    const auto& entity = vocabulary.entity(id);
    if (!entity.in_worker) {
      if (id == vocabulary.worker() && !scope_.whole_filing) continue;
      collections.emplace_back("filing." + entity.many, id);
      continue;
    }
    for (const auto& variable : visible_) {
      if (variable.entity == vocabulary.worker()) {
        for (int twice = 0; twice < 2; ++twice) {
          collections.emplace_back(variable.name + "." + entity.many, id);
        }
      }
    }
  }
  const auto [collection, entity] = random_.one_of(collections);
  Loop loop{fmt::format("x{}", ++names_), {}, asked_.size()};
  visible_.push_back({loop.variable, entity});
  ++loops_;
  deepest_ = std::max(deepest_, loops_);
  loop.head = fmt::format("{} in {}", loop.variable, collection) + filter(loop, entity, depth);
  return loop;
}

void RuleMaker::close_loop(const Loop& loop) {
  asked_.resize(loop.asked_before);
  visible_.pop_back();
  --loops_;
}

std::string RuleMaker::filter(const Loop& loop, facts::EntityId entity, int depth) {
  std::string text;
  std::vector<std::string> dates;
  std::vector<std::string> noneable;
  for (const auto& field : scope_.vocabulary->entity(entity).fields) {
    if (field.type == Type::date) dates.push_back(field.name);
    if (field.none != facts::NoneMeans::refused && field.none != facts::NoneMeans::zero) {
      noneable.push_back(loop.variable + "." + field.name);
    }
  }
  if (!dates.empty() && random_.chance(20)) {
    text += " in this version by " + random_.one_of(dates);
  }
  if (!noneable.empty() && random_.chance(35)) {
    const std::string field = random_.one_of(noneable);
    text += fmt::format(" where ({} is not stated none", field);
    asked_.push_back(field);
    if (random_.chance(40)) text += fmt::format(" and ({})", condition(depth - 1));
    return text + ")";
  }
  if (random_.chance(50)) text += fmt::format(" where ({})", condition(depth - 1));
  return text;
}

std::string RuleMaker::quantified(int depth) {
  static const std::vector<std::string> kWords{"every", "every", "some", "no"};
  const std::string word = random_.one_of(kWords);
  const Loop loop = open_loop(depth);
  std::string text = fmt::format("{} {}", word, loop.head);
  if (word == "every" || random_.chance(70)) text += fmt::format(" has ({})", condition(depth));
  close_loop(loop);
  return text;
}

std::string RuleMaker::aggregate(Kind kind, ValueType type, int depth) {
  const Loop loop = open_loop(depth);
  const std::string text = kind == Kind::count
                               ? fmt::format("(count of {})", loop.head)
                               : fmt::format("(sum of {} for {})", operand(type, depth), loop.head);
  close_loop(loop);
  return text;
}

Let RuleMaker::let(std::string name) {
  static const std::vector<Type> kTypes{Type::integer, Type::money, Type::date, Type::integer};
  const ValueType type{random_.one_of(kTypes), 0};
  deepest_ = 0;
  Let made{name, {"a", "a"}, *parse_operand(operand(type, 2))};
  lets_.push_back({std::move(name), type, deepest_});
  return made;
}

}  // namespace periksa::language::test
