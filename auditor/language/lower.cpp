// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <optional>

#include "auditor/language/checker.h"
#include "auditor/language/loop_key.h"
#include "auditor/language/program.h"
#include "auditor/language/quick_test.h"

namespace periksa::language {
namespace {

using facts::Type;

class Lowering {
 public:
  Lowering(const Expression& expression, std::size_t variables) : e_(expression) {
    program_.records = static_cast<std::uint16_t>(variables + kLoopDepth);
    program_.nodes = static_cast<std::uint32_t>(e_.nodes.size());
  }

  Program run() {
    program_.result = emit(e_.root);
    return std::move(program_);
  }

 private:
  std::uint16_t fresh() { return program_.registers++; }
  std::uint32_t here() const { return static_cast<std::uint32_t>(program_.code.size()); }

  Instruction& add(Code code, std::uint32_t node, std::uint16_t dst) {
    Instruction instruction;
    instruction.code = code;
    instruction.node = node;
    instruction.dst = dst;
    instruction.type = e_.at(node).type.type;
    return program_.code.emplace_back(instruction);
  }

  /// Emits code that leaves the node's value in the register returned.
  std::uint16_t emit(std::uint32_t index) {
    const Node& node = e_.at(index);
    switch (node.kind) {
      case Kind::and_:
        return chain(index, Code::all);
      case Kind::or_:
        return chain(index, Code::any);
      case Kind::not_:
        return unary(index, Code::negate);
      case Kind::holds:
        return quickly(index, [&] { return unary(index, Code::to_truth); });
      case Kind::let:
        return unary(index, Code::copy);
      case Kind::quantified:
      case Kind::count:
      case Kind::sum:
        return loop(index);
      case Kind::listed:
        return look_up(index, Code::listed);
      case Kind::limit:
        return look_up(index, Code::limit);
      case Kind::compare:
        return quickly(index, [&] { return compare(index); });
      case Kind::one_of:
        return quickly(index, [&] { return one_of(index); });
      case Kind::stated_none:
        return quickly(index, [&] { return stated_none(index); });
      case Kind::asserted:
        return asserted(index);
      case Kind::literal:
      case Kind::code:
        return constant(index);
      case Kind::path:
        return path(index);
      case Kind::record: {
        auto& instruction = add(Code::record, index, fresh());
        instruction.a = node.variable;
        return instruction.dst;
      }
      case Kind::event:
        return add(Code::event, index, fresh()).dst;
      case Kind::as_of:
        return add(Code::as_of, index, fresh()).dst;
      case Kind::plus:
      case Kind::minus:
        return sum_or_difference(index);
      case Kind::times:
        return binary(index, Code::times);
      case Kind::whole_years:
        return binary(index, Code::whole_years);
      case Kind::whole_months:
        return binary(index, Code::whole_months);
      case Kind::days:
        return binary(index, Code::days);
    }
    return 0;
  }

  std::uint16_t stated_none(std::uint32_t index) {
    const auto value = emit(e_.at(index).parts[0]);
    auto& instruction = add(Code::stated_none, index, fresh());
    instruction.a = value;
    instruction.flag = e_.at(index).negated;
    return instruction.dst;
  }

  /// The field is loaded, and then asked of the same record for its source.
  std::uint16_t asserted(std::uint32_t index) {
    emit(e_.at(index).parts[0]);
    const Instruction field = program_.code.back();
    auto& instruction = add(Code::asserted, index, fresh());
    instruction.a = field.a;
    instruction.entity = field.entity;
    instruction.field = field.field;
    instruction.x = static_cast<std::uint32_t>(e_.at(index).value);
    instruction.flag = e_.at(index).negated;
    return instruction.dst;
  }

  /// Before the code of a condition the way around it, where there is one.
  template <class Emit>
  std::uint16_t quickly(std::uint32_t index, Emit emit_all) {
    const auto quick = quick_test(e_, index);
    if (!quick) return emit_all();
    const Node& path = e_.at(quick->path);
    const std::uint32_t at = here();
    auto& known = add(Code::known, index, 0);
    known.traced = false;
    known.a = path.variable;
    known.entity = path.owners.front();
    known.field = path.steps.front();
    known.relation = quick->relation;
    known.flag = quick->against_event;
    known.falls = quick->negated;
    known.y = static_cast<std::uint32_t>(program_.numbers.size());
    known.count = static_cast<std::uint16_t>(quick->values.size());
    program_.numbers.insert(program_.numbers.end(), quick->values.begin(), quick->values.end());
    const std::uint16_t result = emit_all();
    program_.code[at].dst = result;
    program_.code[at].x = here();
    return result;
  }

  std::uint16_t chain(std::uint32_t index, Code join) {
    const std::uint16_t result = fresh();
    std::vector<std::uint32_t> joins;
    for (const auto part : e_.at(index).parts) {
      const auto value = emit(part);
      auto& joined = add(join, index, result);
      joined.a = value;
      joined.flag = joins.empty();
      joins.push_back(here() - 1);
    }
    for (const auto at : joins) program_.code[at].x = here();
    return result;
  }

  std::uint16_t unary(std::uint32_t index, Code code) {
    const auto value = emit(e_.at(index).parts[0]);
    auto& instruction = add(code, index, fresh());
    instruction.a = value;
    return instruction.dst;
  }

  std::uint16_t binary(std::uint32_t index, Code code) {
    const Node& node = e_.at(index);
    const auto a = emit(node.parts[0]);
    const auto b = emit(node.parts[1]);
    auto& instruction = add(code, index, fresh());
    instruction.a = a;
    instruction.b = b;
    instruction.type = e_.at(node.parts[0]).type.type;
    return instruction.dst;
  }

  std::uint16_t sum_or_difference(std::uint32_t index) {
    const bool plus = e_.at(index).kind == Kind::plus;
    const bool date = e_.at(index).type.type == Type::date;
    return binary(index, date ? (plus ? Code::date_plus : Code::date_minus)
                              : (plus ? Code::plus : Code::minus));
  }

  std::uint16_t compare(std::uint32_t index) {
    const Relation relation = e_.at(index).relation;
    if (key_ && key_->comparison == index) return keyed_compare(index);
    const auto dst = binary(index, Code::compare);
    program_.code.back().relation = relation;
    return dst;
  }

  /// The comparison of a loop's key: the same code, and where it stands.
  std::uint16_t keyed_compare(std::uint32_t index) {
    const bool field_first = key_->field_first;
    key_.reset();
    const std::uint32_t left = here();
    const auto a = emit(e_.at(index).parts[0]);
    const std::uint32_t right = here();
    const auto b = emit(e_.at(index).parts[1]);
    auto& instruction = add(Code::compare, index, fresh());
    instruction.a = a;
    instruction.b = b;
    instruction.type = e_.at(e_.at(index).parts[0]).type.type;
    const std::uint32_t at = here() - 1;
    program_.keyed.push_back(field_first ? KeyedLoop{at, right, at, a, b}
                                         : KeyedLoop{at, left, right, b, a});
    return instruction.dst;
  }

  std::uint16_t one_of(std::uint32_t index) {
    const Node& node = e_.at(index);
    std::vector<std::uint16_t> values;
    for (const auto part : node.parts) values.push_back(emit(part));
    auto& instruction = add(Code::one_of, index, fresh());
    instruction.a = values[0];
    instruction.flag = node.negated;
    instruction.type = e_.at(node.parts[0]).type.type;
    instruction.x = static_cast<std::uint32_t>(program_.pool.size());
    instruction.count = static_cast<std::uint16_t>(values.size() - 1);
    program_.pool.insert(program_.pool.end(), values.begin() + 1, values.end());
    return instruction.dst;
  }

  std::uint16_t constant(std::uint32_t index) {
    const Node& node = e_.at(index);
    auto& instruction = add(Code::constant, index, fresh());
    instruction.x = static_cast<std::uint32_t>(program_.constants.size());
    program_.constants.push_back(node.type.type == Type::text ? Operand::of_text(node.text)
                                                              : Operand::of(node.value, node.unit));
    return instruction.dst;
  }

  std::uint16_t path(std::uint32_t index) {
    const Node& node = e_.at(index);
    std::uint16_t slot = node.variable;
    for (std::size_t i = 0; i + 1 < node.steps.size(); ++i) {
      const std::uint16_t next = program_.records++;
      auto& instruction = add(Code::follow, index, next);
      instruction.a = slot;
      instruction.field = node.steps[i];
      instruction.entity = node.owners[i + 1];
      instruction.traced = false;
      slot = next;
    }
    auto& instruction = add(Code::load, index, fresh());
    instruction.a = slot;
    instruction.field = node.steps.back();
    instruction.entity = node.owners.back();
    return instruction.dst;
  }

  std::uint16_t look_up(std::uint32_t index, Code code) {
    const Node& node = e_.at(index);
    std::vector<std::uint16_t> arguments;
    for (const auto part : node.parts) arguments.push_back(emit(part));
    if (!node.has_day) {
      auto& day = add(Code::event, index, fresh());
      day.traced = false;
      arguments.push_back(day.dst);
    }
    auto& instruction = add(code, index, fresh());
    instruction.entity = node.limit_index;
    instruction.x = static_cast<std::uint32_t>(program_.pool.size());
    instruction.count = static_cast<std::uint16_t>(arguments.size());
    program_.pool.insert(program_.pool.end(), arguments.begin(), arguments.end());
    return instruction.dst;
  }

  std::uint16_t loop(std::uint32_t index) {
    const Node& node = e_.at(index);
    const std::uint16_t result = fresh();
    const std::uint32_t begin = here();
    auto& head = add(Code::loop_begin, index, result);
    head.a = node.owner;
    head.b = node.variable;
    head.flag = node.owner_is_filing;
    head.entity = node.entity;
    head.falls = node.falls;
    head.quantifier = node.quantifier;
    head.loop = node.kind;
    head.traced = false;
    key_ = loop_key(e_, index);
    const bool keyed = key_.has_value();
    const std::uint16_t filter = filter_of(index);
    if (keyed) program_.code[begin].count = static_cast<std::uint16_t>(program_.keyed.size());
    const std::size_t body_part = node.has_filter ? 1 : 0;
    const bool has_body = body_part < node.parts.size();
    const std::uint32_t skip = here();
    const bool filtered = has_body && (node.has_filter || node.this_version);
    if (filtered) skip_filtered(index, filter);
    const std::uint16_t body = has_body ? emit(node.parts[body_part]) : truth(index, true);
    if (filtered) program_.code[skip].x = here();
    auto& next = add(Code::loop_next, index, result);
    next.a = filter;
    next.b = body;
    next.quantifier = node.quantifier;
    next.loop = node.kind;
    next.x = begin;
    program_.code[begin].x = here();
    return result;
  }

  /// To the loop's end if the filter says no: nothing rests on what such a record says further.
  void skip_filtered(std::uint32_t index, std::uint16_t filter) {
    auto& skip = add(Code::all, index, filter);
    skip.a = filter;
    skip.flag = true;
    skip.traced = false;
  }

  /// The truth that a record counts: its `where`, and lying in the version.
  std::uint16_t filter_of(std::uint32_t index) {
    const Node& node = e_.at(index);
    std::uint16_t filter = node.has_filter ? emit(node.parts[0]) : truth(index, true);
    if (!node.this_version) return filter;
    auto& load = add(Code::load, index, fresh());
    load.a = node.variable;
    load.entity = node.entity;
    load.field = node.version_field_id;
    load.traced = false;
    const auto date = load.dst;
    auto& inside = add(Code::in_version, index, fresh());
    inside.a = date;
    inside.traced = false;
    const auto in_version = inside.dst;
    auto& start = add(Code::copy, index, fresh());
    start.a = filter;
    start.traced = false;
    const auto joined = start.dst;
    auto& both = add(Code::both, index, joined);
    both.a = in_version;
    both.traced = false;
    return joined;
  }

  std::uint16_t truth(std::uint32_t index, bool value) {
    auto& instruction = add(Code::constant, index, fresh());
    instruction.x = static_cast<std::uint32_t>(program_.constants.size());
    instruction.traced = false;
    program_.constants.push_back(Operand::of(value ? 1 : 0));
    const auto operand = instruction.dst;
    auto& convert = add(Code::to_truth, index, fresh());
    convert.a = operand;
    convert.traced = false;
    return convert.dst;
  }

  const Expression& e_;
  Program program_;
  std::optional<LoopKey> key_;  // of the loop whose filter is emitted, until its comparison is
};

constexpr std::array<std::string_view, 30> kNames{
    "constant",  "event",       "as_of",      "record",      "load",         "follow",
    "to_truth",  "stated_none", "asserted",   "compare",     "one_of",       "both",
    "all",       "any",         "negate",     "copy",        "plus",         "minus",
    "date_plus", "date_minus",  "times",      "whole_years", "whole_months", "days",
    "limit",     "listed",      "loop_begin", "in_version",  "loop_next",    "known"};

}  // namespace

Program lower(const Expression& checked, std::size_t variables) {
  return Lowering(checked, variables).run();
}

std::string to_string(const Program& program) {
  std::string text;
  for (std::size_t i = 0; i < program.code.size(); ++i) {
    const auto& c = program.code[i];
    text += fmt::format("{:3} {:12} r{} <- r{} r{} x{} e{} f{}\n", i,
                        kNames[static_cast<std::size_t>(c.code)], c.dst, c.a, c.b, c.x, c.entity,
                        c.field);
  }
  return text;
}

}  // namespace periksa::language
