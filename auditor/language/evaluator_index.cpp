// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "auditor/language/evaluator.h"

/// The part of Evaluator that looks at those records of a loop only whose key may fit. All others
/// are ones the filter says no to; what telling that rests on is joined all the same.
namespace periksa::language {
namespace {

/// Below this asking each record costs no more.
constexpr std::uint32_t kFew = 8;

/// A record that was filed, or a code.
bool tells(const Operand& operand) {
  return operand.exact() && operand.low >= 0;
}

/// Whether a replaced fact is a worker's and the records are the filing's own: those name workers,
/// but lead to no fact of theirs.
bool apart(const Overlay& overlay, const Record& record) {
  const auto& vocabulary = record.facts->vocabulary();
  const auto of_worker = [&](facts::EntityId entity) {
    return entity == vocabulary.worker() || vocabulary.entity(entity).in_worker;
  };
  return of_worker(overlay.at.entity) && !of_worker(record.entity);
}

}  // namespace

void Evaluator::narrow(const Program& program, const Instruction& head, Loop& loop) {
  LoopIndexes* const indexes = environment_->indexes;
  if (indexes == nullptr || head.count == 0 || loop.end - loop.row < kFew) return;
  if (environment_->overlay && !apart(*environment_->overlay, loop.record)) return;
  const KeyedLoop& key = program.keyed[head.count - 1];
  const LoopIndex* index = indexes->find(&head, loop.record.facts);
  if (index == nullptr)
    index = &indexes->add(&head, loop.record.facts, index_rows(program, head, loop));
  if (index->reached) {
    const Reliance before = reliance_;
    execute_range(program, key.outside_first, key.outside_last);
    const Operand& wanted = reg(key.outside).operand;
    if (!tells(wanted)) {
      reliance_ = before;
      return;
    }
    loop.picked = index->with(wanted.low, loop.room);
  }
  reliance_.join(index->reliance);
  loop.narrowed = true;
  loop.row = 0;
  loop.end = static_cast<std::uint32_t>(loop.picked.size());
}

LoopIndex Evaluator::index_rows(const Program& program, const Instruction& head, const Loop& loop) {
  const KeyedLoop& key = program.keyed[head.count - 1];
  LoopIndex index;
  const Reliance before = std::exchange(reliance_, {});
  Record record = loop.record;
  for (std::uint32_t row = loop.row; row < loop.end; ++row) {
    record.row = row;
    record.cells = record.facts->table(head.entity).whole_row(row);
    records_[head.b] = record;
    const auto first = static_cast<std::uint32_t>(&head - program.code.data()) + 1;
    if (!reaches(program, key, first)) continue;
    index.reached = true;
    const Operand& value = reg(key.key).operand;
    (tells(value) ? index.rows[value.low] : index.unsure).push_back(row);
  }
  index.reliance = std::exchange(reliance_, before);
  return index;
}

/// Runs what stands before the comparison, without the other side; false if it is jumped over.
bool Evaluator::reaches(const Program& program, const KeyedLoop& key, std::uint32_t first) {
  std::uint32_t at = first;
  while (at < key.compare) {
    if (at == key.outside_first && key.outside_last > at) {
      at = key.outside_last;
      continue;
    }
    const Instruction& in = program.code[at++];
    if (in.code == Code::all || in.code == Code::any) {
      if (join(in)) at = in.x;
    } else if (in.code != Code::known) {
      execute(in, program);
    }
  }
  return at == key.compare;
}

void Evaluator::execute_range(const Program& program, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t at = first; at < last; ++at) execute(program.code[at], program);
}

}  // namespace periksa::language
