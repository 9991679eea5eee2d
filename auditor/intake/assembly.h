// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/intake/filing_reader.h"
#include "auditor/intake/workforce.h"

namespace periksa::intake {

/// Puts a filing together from the texts of its elements, wherever they come from: a front end (the
/// XML reader, the sheets', JSON's) cuts or makes them and hands them over in this order.
class Assembly {
 public:
  /// All but `file` outlive the assembly.
  Assembly(std::string file, const facts::Vocabulary& vocabulary, const ReadOptions& options,
           const OnShared& on_shared, const OnWorker& on_worker);

  Problems& problems() { return problems_; }
  const facts::FilingHeader& header() const { return filing_.header; }

  /// First, and once: what the filing says of itself, with its parts and at least its first source;
  /// further ones may stand here instead of among the shared elements.
  void begin(facts::FilingHeader header);
  /// Then, once: all elements that stand before the workers, each scanned and whole.
  void shared(const Slice& section);
  bool has_shared() const { return lookups_.shared != nullptr; }
  /// Then the workers, batch by batch; their slices hold one element each, which is proved here.
  /// Ordinals count from 0 in the order of the filing.
  void workers(Batch batch) {
    if (has_shared()) workforce_.take(std::move(batch));  // else an error is known
  }
  /// Nothing that is handed over can matter any more.
  bool stopped() const { return workforce_.stopped() || problems_.broken(); }

  /// Last: the filing, or all its errors. `whole`: the front end has come to the input's end;
  /// `sha256` is then called for the hash of the input, unless the header names several files: then
  /// it is that of their list as sha256sum would write it.
  Result<Filing> finish(bool whole, std::uint32_t workers,
                        const std::function<std::string()>& sha256);

 private:
  bool doubt(facts::EntityId entity);
  void check(const WorkerIds& ids);
  void find_worker(Mention& mention, const WorkerIds& ids);
  void check_worker_count();
  const facts::Entity& worker() const;

  const ReadOptions& options_;
  const OnShared& on_shared_;
  Problems problems_;
  Lookups lookups_;
  Filing filing_;
  Workforce workforce_;
};

}  // namespace periksa::intake
