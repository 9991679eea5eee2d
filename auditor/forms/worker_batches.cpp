// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/worker_batches.h"

#include <utility>

namespace periksa::forms {
namespace {

constexpr std::size_t kBatch = std::size_t{1} << 18;  // bytes of elements handed over at a time

}  // namespace

void WorkerBatches::add(std::uint32_t ordinal) {
  ends_.push_back({writer_.size(), ordinal});
  if (writer_.size() >= kBatch) flush();
}

void WorkerBatches::flush() {
  if (ends_.empty()) return;
  intake::Batch batch;
  std::size_t from = 0;
  for (const auto& [at, ordinal] : ends_) {
    batch.items.push_back({writer_.slice(from, at), ordinal});
    from = at;
  }
  batch.bytes = writer_.take();
  assembly_.workers(std::move(batch));
  ends_.clear();
}

}  // namespace periksa::forms
