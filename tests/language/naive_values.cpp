// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <set>

#include "tests/language/naive.h"

namespace periksa::language::test {
namespace {

using facts::State;
using facts::Type;

Number number(std::int64_t value) {
  return static_cast<Number>(value);
}

Date date(Number days) {
  return Date(static_cast<std::int32_t>(days));
}

/// A function of days, applied to numbers that may be infinite.
template <class Function>
OfTwo on_days(Function function) {
  return [function](Number from, Number to) -> Number {
    if (std::isinf(from)) return -from;
    if (std::isinf(to)) return to;
    return static_cast<Number>(function(date(from), date(to)));
  };
}

}  // namespace

Values Naive::value(std::uint32_t index) {
  const Node& node = at(index);
  const auto of = [&](std::size_t part) { return value(node.parts[part]); };
  switch (node.kind) {
    case Kind::literal:
      return literal(node);
    case Kind::code:
      return Values::of(number(node.value));
    case Kind::path:
      return path(node);
    case Kind::record:
      return Values::of(number(named(node.names[0]).row));
    case Kind::event:
      return of_operand(environment_.event);
    case Kind::as_of:
      return Values::of(environment_.as_of.days());
    case Kind::limit:
      return limit(node);
    case Kind::plus:
    case Kind::minus:
      if (node.type.type == Type::date) return moved(node);
      return plus(of(0), of(1), node.kind == Kind::minus, node.type.type);
    case Kind::times:
      return times(of(0), of(1), node.type.type == Type::money);
    case Kind::whole_years:
      return from_to(of(0), of(1), on_days([](Date a, Date b) { return whole_years(a, b); }));
    case Kind::whole_months:
      return from_to(of(0), of(1), on_days([](Date a, Date b) { return whole_months(a, b); }));
    case Kind::days:
      return from_to(of(0), of(1), on_days([](Date a, Date b) { return b.days() - a.days(); }));
    case Kind::count:
      return count(node);
    case Kind::sum:
      return sum(node);
    default: {  // a let, which sees no loop around it
      Names around(names_.begin() + static_cast<std::ptrdiff_t>(outer_), names_.end());
      names_.resize(outer_);
      Values made = of(0);
      names_.insert(names_.end(), around.begin(), around.end());
      return made;
    }
  }
}

Values Naive::literal(const Node& node) {
  if (node.type.type == Type::text) return text(node.text);
  return Values::of(number(node.value), node.type.type == Type::money ? node.unit : 0);
}

/// Texts are only alike or not: each different one gets a number.
Values Naive::text(std::string_view text) {
  const auto known = texts_.find(text);
  if (known != texts_.end()) return Values::of(known->second);
  const auto next = number(static_cast<std::int64_t>(texts_.size()));
  texts_.emplace(text, next);
  return Values::of(next);
}

Values Naive::of_operand(const Operand& operand) {
  Values made;
  made.none = operand.maybe_none || operand.only_none;
  if (operand.only_none) return made;
  for (const Atom& atom : operand.atoms) {
    made.spans.push_back({number(atom.value), number(atom.value)});
  }
  const auto end = [](std::int64_t value) {
    return value == kLeast ? -kInfinity : value == kMost ? kInfinity : number(value);
  };
  if (operand.atoms.empty()) made.spans.push_back({end(operand.low), end(operand.high)});
  return made;
}

/// docs/rule-language.md §1.
Values Naive::cell(const facts::Facts& facts, const facts::Field& field, const facts::Cell& cell) {
  Values made;
  switch (cell.state) {
    case State::known:
      if (field.type == Type::text) return text(facts.text(cell));
      // Not one of the records that were filed.
      if (field.type == Type::reference && cell.value < 0) return Values::between(-2, -1);
      return Values::of(number(cell.value), field.type == Type::money ? cell.unit : 0);
    case State::stated_none:
      return field.none == facts::NoneMeans::zero
                 ? Values::of(0, field.type == Type::money ? kAnyCurrency : 0)
                 : Values::nothing();
    case State::contradictory:
      for (const auto& one : facts.alternatives(cell)) {
        const Values more = this->cell(facts, field, one);
        made.none = made.none || more.none;
        made.spans.insert(made.spans.end(), more.spans.begin(), more.spans.end());
      }
      return made;
    default:
      break;
  }
  if (const auto* reading = facts.reading(cell)) {
    return Values::between(number(reading->low), number(reading->high));
  }
  made = domain(vocabulary_, field);
  made.none = field.none != facts::NoneMeans::refused && field.none != facts::NoneMeans::zero;
  return made;
}

/// The record whose field a path ends in.
Record Naive::last_record(const Node& node) {
  Record record = named(node.names[0]);
  for (std::size_t i = 0; i + 1 < node.steps.size(); ++i) {
    const auto& field = vocabulary_.entity(node.owners[i]).fields[node.steps[i]];
    facts::Cell found;  // not supplied
    if (record.row >= 0) {
      found = record.facts->table(node.owners[i])
                  .cell(static_cast<std::uint32_t>(record.row), node.steps[i]);
    }
    record = {&environment_.home(field.target),
              field.target,
              found.state == State::known ? found.value : -1,
              {}};
  }
  return record;
}

Values Naive::path(const Node& node) {
  const Record record = last_record(node);
  if (node.steps.empty()) return Values::of(number(record.row));
  const auto& field = vocabulary_.entity(node.owners.back()).fields[node.steps.back()];
  if (record.row < 0) return cell(*environment_.filing, field, {});
  const auto& table = record.facts->table(node.owners.back());
  return cell(*record.facts, field,
              table.cell(static_cast<std::uint32_t>(record.row), node.steps.back()));
}

/// All who say anything of the field must be that one, or none of them.
Truth Naive::asserted(const Node& question) {
  const Node& node = at(question.parts[0]);
  const Record record = last_record(node);
  if (record.row < 0) return Truth::unknown;
  const auto& table = record.facts->table(node.owners.back());
  const auto& found = table.cell(static_cast<std::uint32_t>(record.row), node.steps.back());
  std::set<bool> theirs;
  const auto add = [&](const facts::Cell& one) {
    const auto standing = environment_.standings[one.source];
    theirs.insert(static_cast<std::int64_t>(standing.asserter) == question.value);
  };
  if (found.state == State::known || found.state == State::stated_none) add(found);
  if (found.state == State::contradictory) {
    for (const auto& one : record.facts->alternatives(found)) add(one);
  }
  if (theirs.size() != 1) return Truth::unknown;
  return *theirs.begin() ? Truth::yes : Truth::no;
}

/// Dates plus or minus a period, under the reading of a month that the environment names.
Values Naive::moved(const Node& node) {
  const Number sign = node.kind == Kind::minus ? -1 : 1;
  const Values days = value(node.parts[0]);
  const Values period = value(node.parts[1]);
  const bool only_none = days.spans.empty() || period.spans.empty();
  if (only_none) return Values::nothing();
  Values made{days.none || period.none, {}, {}};
  std::set<Number> ends;
  for (const Span& from : days.spans) {
    for (const Span& span : period.spans) {
      if (!span.point()) return {made.none, Values::anything().spans, {}};
      const auto packed = static_cast<std::int64_t>(span.low);
      const auto months = static_cast<std::int32_t>(packed >> 32);
      const auto more = static_cast<std::int32_t>(packed & 0xFFFFFFFF);
      const bool thirty = months % 12 != 0 && environment_.reading == MonthReading::thirty_days;
      for (const Number day : {from.low, from.high}) {
        if (std::isinf(day)) {
          ends.insert(day);
          continue;
        }
        const auto way = static_cast<std::int32_t>(sign);
        const Date moved =
            thirty ? date(day).plus_days(way * months * 30) : date(day).plus_months(way * months);
        ends.insert(moved.plus_days(way * more).days());
      }
    }
  }
  made.spans = {{*ends.begin(), *ends.rbegin()}};
  return made;
}

Values Naive::count(const Node& node) {
  bool complete = false;
  const auto seen = records(node, complete);
  const auto sure = std::ranges::count_if(
      seen, [](const Seen& one) { return one.filter == Truth::yes || one.filter == Truth::empty; });
  return Values::between(number(sure), complete ? number(std::ssize(seen)) : kInfinity);
}

/// Whether a record nobody has read could make a sum smaller.
bool Naive::may_be_negative(std::uint32_t index) const {
  const Node& node = at(index);
  const auto any_part = [&] {
    return std::ranges::any_of(node.parts, [&](auto part) { return may_be_negative(part); });
  };
  switch (node.kind) {
    case Kind::literal:
      return node.value < 0;
    case Kind::path: {
      const auto& field = vocabulary_.entity(node.owners.back()).fields[node.steps.back()];
      return field.type != Type::money && (!field.min || *field.min < 0);
    }
    case Kind::count:
      return false;
    case Kind::plus:
    case Kind::times:
    case Kind::let:
      return any_part();
    case Kind::sum:
      return may_be_negative(node.parts.back());
    default:
      return true;
  }
}

Values Naive::sum(const Node& node) {
  bool complete = false;
  const auto seen = records(node, complete);
  if (node.type.type == Type::money) return sum_of_money(node, seen, complete);
  Values made = Values::of(0);
  for (const Seen& one : seen) {
    const Values more = with(node, one.record, [&] { return value(node.parts.back()); });
    if (more.spans.empty()) continue;  // none adds nothing
    const Span hull = more.hull();
    const bool sure = one.filter != Truth::unknown && !more.none;
    made.spans[0].low += sure ? hull.low : std::min<Number>(hull.low, 0);
    made.spans[0].high += sure ? hull.high : std::max<Number>(hull.high, 0);
  }
  if (!complete) {
    made.spans[0].high = kInfinity;
    if (may_be_negative(node.parts.back())) made.spans[0].low = -kInfinity;
  }
  return made;
}

Values Naive::sum_of_money(const Node& node, const std::vector<Seen>& seen, bool complete) {
  Total total;
  for (const Seen& one : seen) {
    const Values more = with(node, one.record, [&] { return value(node.parts.back()); });
    bool one_currency = true;
    for (const Span& span : more.spans) {
      one_currency = one_currency && span.unit == more.spans[0].unit;
    }
    std::map<int, Span> parts;
    if (more.total) {
      parts = more.total->parts;
      total.open = total.open || more.total->open;
      total.may_fall = total.may_fall || more.total->may_fall;
    }
    for (const Span& span : more.spans) {
      if (span.unit == kAnyCurrency) {
        total.open = total.open || span.high > 0;
        total.may_fall = total.may_fall || span.low < 0;
        continue;
      }
      auto [part, fresh] = parts.try_emplace(span.unit, span);
      part->second.low = std::min(part->second.low, span.low);
      part->second.high = std::max(part->second.high, span.high);
    }
    const bool sure = one.filter != Truth::unknown && !more.none && one_currency;
    for (auto [unit, part] : parts) {
      if (!sure) {
        part.low = std::min<Number>(part.low, 0);
        part.high = std::max<Number>(part.high, 0);
      }
      auto& mine = total.parts.try_emplace(unit, Span{0, 0, unit}).first->second;
      mine.low += part.low;
      mine.high += part.high;
    }
  }
  if (!complete) {
    total.open = true;
    total.may_fall = total.may_fall || may_be_negative(node.parts.back());
  }
  Values made;
  if (const auto plain = single(total)) {
    made.spans = {*plain};
  } else {
    made.total = total;
  }
  return made;
}

}  // namespace periksa::language::test
