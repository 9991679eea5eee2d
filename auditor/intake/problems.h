// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <string>

#include "auditor/base/diagnostic.h"
#include "auditor/facts/facts.h"

namespace periksa::intake {

/// What is wrong with one input, collected from several threads. Only the first by position are
/// kept, the others counted, so that a hopeless file costs no memory and the report does not depend
/// on who came first.
class Problems {
 public:
  explicit Problems(std::string file) : file_(std::move(file)) {}

  void error(facts::Spot at, Bilingual text);
  /// The XML is broken there: nothing behind it can be trusted, so no error behind it is told.
  void fault(facts::Spot at, Bilingual text);
  void warning(facts::Spot at, Bilingual text);
  /// One more that is only counted.
  void more_errors();
  void more_warnings();

  /// Whether an error or warning there could still be among those that are told; else it is enough
  /// to count it.
  bool wants_error(facts::Spot at) const { return errors_.wants(at); }
  bool wants_warning(facts::Spot at) const { return warnings_.wants(at); }

  /// Whether a fault is known, so that reading on is in vain.
  bool broken() const { return broken_.load(std::memory_order_relaxed); }
  bool failed() const { return failed_.load(std::memory_order_relaxed); }
  const std::string& file() const { return file_; }

  /// Sorted by position, at the end one that counts the rest.
  Diagnostics errors();
  Diagnostics warnings();

 private:
  struct Kept {
    explicit Kept(std::size_t how_many) : cap(how_many) {}
    bool wants(facts::Spot at) const;

    Diagnostics first;
    std::uint64_t total = 0;
    std::size_t cap;
    std::atomic<std::uint64_t> horizon = ~std::uint64_t{0};  // line and column of the last wanted
  };

  void add(Kept& kept, Diagnostic diagnostic);
  Diagnostic at(Diagnostic::Kind kind, facts::Spot spot, Bilingual text) const;
  static Diagnostics sorted(Kept& kept);
  void count_rest(Diagnostics& told, std::uint64_t total, Diagnostic::Kind kind) const;

  std::string file_;
  std::mutex mutex_;
  std::atomic<bool> failed_ = false;
  std::atomic<bool> broken_ = false;
  std::optional<Diagnostic> fault_;  // the first by position
  Kept errors_{50};
  Kept warnings_{200};
};

}  // namespace periksa::intake
