// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/workforce.h"

#include <algorithm>
#include <utility>

namespace periksa::intake {

Workforce::Workforce(Lookups& lookups, Problems& problems, unsigned threads,
                     const OnWorker& on_worker)
    : lookups_(lookups),
      problems_(problems),
      on_worker_(on_worker),
      queue_(2 * std::size_t{threads}),
      hands_(std::max(threads, 1U)) {}

Workforce::~Workforce() {
  stopped_ = true;
  queue_.close();
}

void Workforce::take(Batch batch) {
  if (batch.items.empty()) return;
  if (hands_.size() > 1) {
    if (threads_.empty()) start();
    if (queue_.try_push(batch)) return;
  }
  work(0, batch);
}

void Workforce::start() {
  for (unsigned thread = 1; thread < hands_.size(); ++thread) {
    threads_.emplace_back([this, thread] { serve(thread); });
  }
}

void Workforce::serve(unsigned thread) {
  while (const auto batch = queue_.pop()) work(thread, *batch);
}

void Workforce::work(unsigned thread, const Batch& batch) {
  if (stopped_) return;
  try {
    auto& hand = hands_[thread];
    if (!hand) hand = std::make_unique<Hand>(lookups_, problems_);
    bind_all(*hand, thread, batch);
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!thrown_) thrown_ = std::current_exception();
    stopped_ = true;
  }
}

void Workforce::bind_all(Hand& hand, unsigned thread, const Batch& batch) {
  for (const auto& [slice, ordinal] : batch.items) {
    if (stopped_) return;
    if (!hand.binder.bind(slice, ordinal) || problems_.failed()) continue;
    on_worker_(thread, ordinal, hand.facts);
  }
}

WorkerIds Workforce::finish() {
  while (const auto batch = queue_.try_pop()) work(0, *batch);
  queue_.close();
  threads_.clear();
  if (thrown_) std::rethrow_exception(thrown_);
  WorkerIds ids;
  for (const auto& hand : hands_) {
    if (hand) ids.add(hand->binder.ids());
  }
  ids.sort();
  return ids;
}

}  // namespace periksa::intake
