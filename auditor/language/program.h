// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "auditor/language/ast.h"
#include "auditor/language/operand.h"

namespace periksa::language {

/// What one instruction does. `dst`, `a`, `b` are registers unless said otherwise.
enum class Code : std::uint8_t {
  constant,     ///< dst = constants[x]
  event,        ///< dst = the event date
  as_of,        ///< dst = the as-of date
  record,       ///< dst = reference to record slot a
  load,         ///< dst = field `x` of record slot a
  follow,       ///< record slot dst = what field `x` of record slot a refers to
  to_truth,     ///< dst = truth of the bool operand a
  stated_none,  ///< dst = whether a is stated none; `flag` negates
  asserted,     ///< dst = whether field `field` of record slot a is the word of the asserter x;
                ///< `flag` negates
  compare,      ///< dst = a RELATION b
  one_of,       ///< dst = a in the registers pool[x … x+count); `flag` negates
  both,         ///< dst = dst and a
  all,          ///< dst = dst and a (`flag`: the first part, dst = a); to x if that is no
  any,          ///< dst = dst or a (`flag`: the first part, dst = a); to x if that is yes
  negate,       ///< dst = not a
  copy,         ///< dst = a
  plus,
  minus,
  date_plus,
  date_minus,
  times,
  whole_years,
  whole_months,
  days,
  limit,       ///< dst = limit `entity` for pool[x … x+count), the last the day
  listed,      ///< same, a truth
  loop_begin,  ///< starts the loop over collection `entity` of record slot a (or the filing:
               ///< `flag`); to x when done
  in_version,  ///< dst = whether date a lies in the rule's version
  loop_next,   ///< takes this record's filter a and body or value b into dst; back to x
  known,  ///< where the field of record slot a is known: dst as the code up to x would make it,
          ///< and on to x; else nothing. Not when traced. Compares with the event (`flag`),
          ///< each of numbers[y … y+count), or, with neither, none; `falls` negates
};

struct Instruction {
  Code code = Code::constant;
  Relation relation = Relation::equal;
  Quantifier quantifier = Quantifier::every;
  Kind loop = Kind::quantified;  // of loop_begin and loop_next: quantified, count or sum
  bool flag = false;
  bool falls = false;  // of the loop of a sum: a record nobody has read could lower it
  bool traced = true;  // whether the register is the value of `node`
  facts::Type type = facts::Type::boolean;
  std::uint16_t dst = 0;
  std::uint16_t a = 0;
  std::uint16_t b = 0;
  std::uint16_t count = 0;
  facts::EntityId entity = 0;
  facts::FieldId field = 0;
  std::uint32_t x = 0;
  std::uint32_t y = 0;
  std::uint32_t node = 0;
};

/// Where the code of a loop tells a record's key (auditor/language/loop_key.h).
struct KeyedLoop {
  std::uint32_t compare = 0;  // the comparison; from the loop's head to it: what comes before it,
  std::uint32_t outside_first = 0;  // with the instructions [first, last) of the side that
  std::uint32_t outside_last = 0;   // is not the record's
  std::uint16_t key = 0;            // registers
  std::uint16_t outside = 0;
};

/// A flat program over registers, made from one checked expression. Jumps only go forward, but for
/// the ends of loops, which run once per record: it always ends.
struct Program {
  std::vector<Instruction> code;
  std::vector<Operand> constants;  // views point into the expression it was lowered from
  std::vector<std::uint16_t> pool;
  std::vector<std::int64_t> numbers;
  std::vector<KeyedLoop> keyed;  // a loop_begin with `count` has the one of that number, from 1
  std::uint16_t registers = 0;
  std::uint16_t records = 0;
  std::uint16_t result = 0;
  std::uint32_t nodes = 0;
};

/// Precondition: `checked` went through the checker with the same number of variables, and outlives
/// the program.
Program lower(const Expression& checked, std::size_t variables);

/// One line an instruction, for people.
std::string to_string(const Program& program);

}  // namespace periksa::language
