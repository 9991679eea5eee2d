// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "auditor/intake/reporter.h"

namespace periksa::intake {

/// Workers cut out of one window, with the buffer they stand in.
struct Batch {
  struct Item {
    Slice slice;
    std::uint32_t ordinal = 0;
  };
  std::shared_ptr<const char[]> bytes;
  std::vector<Item> items;
};

/// A short queue from the scanning thread to those that bind.
class BatchQueue {
 public:
  explicit BatchQueue(std::size_t capacity) : capacity_(capacity) {}

  /// Takes the batch, or leaves it and says false if the queue is full.
  bool try_push(Batch& batch);
  /// The oldest batch; waits for one, and gives nothing when the queue is closed and empty.
  std::optional<Batch> pop();
  /// The oldest batch if there is one.
  std::optional<Batch> try_pop();
  void close();

 private:
  std::optional<Batch> take();

  std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> batches_;
  bool closed_ = false;
};

}  // namespace periksa::intake
