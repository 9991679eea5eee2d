// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/batch_queue.h"

#include <utility>

namespace periksa::intake {

bool BatchQueue::try_push(Batch& batch) {
  {
    const std::lock_guard lock(mutex_);
    if (batches_.size() == capacity_) return false;
    batches_.push_back(std::move(batch));
  }
  changed_.notify_one();
  return true;
}

std::optional<Batch> BatchQueue::take() {
  if (batches_.empty()) return std::nullopt;
  std::optional<Batch> batch = std::move(batches_.front());
  batches_.pop_front();
  return batch;
}

std::optional<Batch> BatchQueue::pop() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return closed_ || !batches_.empty(); });
  return take();
}

std::optional<Batch> BatchQueue::try_pop() {
  const std::lock_guard lock(mutex_);
  return take();
}

void BatchQueue::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
}

}  // namespace periksa::intake
