// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "auditor/language/environment.h"
#include "auditor/language/program.h"
#include "auditor/language/reliance.h"
#include "auditor/language/sides.h"

namespace periksa::language {

struct Recorded;
using Frame = std::map<std::uint32_t, Recorded>;  // by node

struct Iteration {
  Record record;
  Frame frame;
  Truth filter = Truth::yes;
  Truth body = Truth::yes;
};

/// What one node came to.
struct Recorded {
  Truth truth = Truth::unknown;
  Operand operand;
  bool examined = true;  ///< false where the outcome stood before this part
  bool law = false;      ///< unknown for want of law on file
  std::vector<CellRef> cells;
  std::vector<const law::LimitRow*> rows;
  std::vector<Iteration> iterations;
  bool incomplete = false;                   ///< the collection may hold more
  const facts::Facts* collection = nullptr;  ///< of a loop: where its records stand …
  std::uint32_t parent = 0;                  ///< … and whose they are
};

/// Runs programs; keeps its registers between runs. One per thread. An operand that is given back
/// stays valid until the next run, those of recordings until others are begun.
class Evaluator {
 public:
  Truth condition(const Program& program, const Environment& environment, Reliance& reliance);
  Operand operand(const Program& program, const Environment& environment, Reliance& reliance);

  /// Before the first of the recordings that are looked at together.
  void begin_recordings() { recorded_.clear(); }

  /// The same program with a sink: equal truth and reliance, and every node's value, also of parts
  /// after the outcome stood.
  Truth condition(const Program& program, const Environment& environment, Reliance& reliance,
                  Frame& trace);
  Operand operand(const Program& program, const Environment& environment, Reliance& reliance,
                  Frame& trace);

 private:
  struct Register {
    Operand operand;
    Truth truth = Truth::unknown;
  };
  struct Loop {
    void begin(facts::EntityId entity);  // as new, with its memory

    std::uint32_t row = 0;
    std::uint32_t end = 0;
    bool incomplete = false;
    bool looked = false;
    bool no = false;
    bool yes = false;
    bool unknown = false;
    std::int64_t low = 0;
    std::int64_t high = 0;
    MoneySum money;
    std::uint32_t parent = 0;
    Record record;
    std::span<const std::uint32_t> picked;  // the rows to look at, if `narrowed`; row, end index it
    std::vector<std::uint32_t> room;
    bool narrowed = false;
    std::vector<Iteration> iterations;
    Sides sides;  // used where the facts come from several sides
  };

  void begin(const Program& program, const Environment& environment);
  template <bool traced>
  void run(const Program& program, const Environment& environment);
  void execute(const Instruction& instruction, const Program& program);
  bool known(const Instruction& instruction, const Program& program);
  bool join(const Instruction& instruction);
  void load(const Instruction& instruction);
  bool load_number(const Instruction& instruction, const facts::Cell& cell);
  void follow(const Instruction& instruction);
  Truth asserted(const Instruction& instruction) const;
  Operand record_value(const Record& record) const;
  void look_up(const Instruction& instruction, const Program& program);
  void look_up_answer(const Instruction& instruction, const law::Found& found);
  void arithmetic(const Instruction& instruction);
  void in_version(const Instruction& instruction);
  template <bool traced>
  std::uint32_t loop_begin(const Program& program, std::uint32_t at);
  template <bool traced>
  std::uint32_t loop_next(const Program& program, std::uint32_t at);
  void add_to_sides(Loop& loop, bool surely, const Operand& value, facts::Type type);
  void narrow(const Program& program, const Instruction& head, Loop& loop);
  LoopIndex index_rows(const Program& program, const Instruction& head, const Loop& loop);
  bool reaches(const Program& program, const KeyedLoop& key, std::uint32_t first);
  void execute_range(const Program& program, std::uint32_t first, std::uint32_t last);
  template <bool traced>
  void enter_row(const Instruction& head, Loop& loop);
  template <bool traced>
  void end_loop(const Instruction& head, Loop& loop);
  Arena& arena() { return frames_.empty() ? fleeting_ : recorded_; }
  Register& reg(std::uint16_t index) { return registers_.data()[index]; }
  void note(const Instruction& instruction);
  void rest_on(const facts::Facts& facts, const facts::Cell& cell);
  void rest_on(std::uint32_t source) { reliance_.rest_on(environment_->standing_of(source).basis); }
  bool shadowed() const { return !shadow_.empty(); }

  const Environment* environment_ = nullptr;
  Reliance reliance_;
  std::vector<Register> registers_;
  std::vector<Record> records_;
  std::vector<Loop> loops_;
  std::size_t open_loops_ = 0;
  Arena fleeting_;  // of the run under way, or the last one
  Arena recorded_;  // of all recordings since they began
  std::vector<std::int64_t> keys_;
  std::vector<law::KeySet> key_sets_;
  std::vector<const Operand*> allowed_;

  // Tracing only.
  std::vector<std::uint32_t> shadow_;  // instructions at which parts count again
  std::vector<Frame*> frames_;
  std::vector<CellRef> cells_;
  std::vector<const law::LimitRow*> rows_;
  bool law_ = false;
};

/// Joins a part of an `and` or `or`; true if its outcome now stands.
inline bool Evaluator::join(const Instruction& in) {
  const Truth part = reg(in.a).truth;
  Truth& whole = reg(in.dst).truth;
  const bool all = in.code == Code::all;
  whole = in.flag ? part : all ? both(whole, part) : either(whole, part);
  return whole == (all ? Truth::no : Truth::yes);
}

}  // namespace periksa::language
