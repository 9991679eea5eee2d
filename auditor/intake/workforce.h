// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <memory>
#include <thread>
#include <vector>

#include "auditor/intake/batch_queue.h"
#include "auditor/intake/filing_reader.h"
#include "auditor/intake/worker_binder.h"

namespace periksa::intake {

/// Binds batches of workers and hands each worker out, on the caller's thread and `threads` - 1
/// others, which are only started when there is something to do.
class Workforce {
 public:
  Workforce(Lookups& lookups, Problems& problems, unsigned threads, const OnWorker& on_worker);
  ~Workforce();
  Workforce(const Workforce&) = delete;
  Workforce& operator=(const Workforce&) = delete;

  /// Passes a batch on; with no other thread free it is bound here and now.
  void take(Batch batch);

  /// A handler has thrown; nothing more will be bound.
  bool stopped() const { return stopped_; }

  /// Waits until all is bound; throws what a handler threw. To be called once, at the end.
  WorkerIds finish();

 private:
  /// One thread's tools.
  struct Hand {
    Hand(Lookups& lookups, Problems& problems)
        : facts(lookups.vocabulary, facts::Columns::all(lookups.vocabulary),
                facts::Facts::Places::offsets),
          binder(lookups, problems, facts) {}
    facts::Facts facts;
    WorkerBinder binder;
  };

  void start();
  void serve(unsigned thread);
  void work(unsigned thread, const Batch& batch);
  void bind_all(Hand& hand, unsigned thread, const Batch& batch);

  Lookups& lookups_;
  Problems& problems_;
  const OnWorker& on_worker_;
  BatchQueue queue_;
  std::vector<std::unique_ptr<Hand>> hands_;
  std::mutex mutex_;
  std::exception_ptr thrown_;
  std::atomic<bool> stopped_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace periksa::intake
