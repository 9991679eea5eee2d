// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
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

  /// The parts that spots name, before the first is told; they outlive the problems.
  void set_parts(const std::vector<facts::Part>& parts) { parts_ = &parts; }

  void error(facts::Spot at, Bilingual text);
  /// The XML is broken there: nothing behind it can be trusted, so no error behind it is told.
  void fault(facts::Spot at, Bilingual text);
  void warning(facts::Spot at, Bilingual text);
  /// A value that is written and not read; no problem of the filing's form.
  void count_unreadable() { unreadable_.fetch_add(1, std::memory_order_relaxed); }
  std::uint64_t unreadable() const { return unreadable_.load(std::memory_order_relaxed); }
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
  Position position(facts::Spot spot) const;
  /// The same in words, for a message: with the file's base name, as a message may be quoted in a
  /// document, where no folder of this machine stands.
  std::string place(facts::Spot spot) const;

  /// Sorted by position, at the end one that counts the rest.
  Diagnostics errors();
  Diagnostics warnings();

 private:
  struct Told {
    facts::Spot spot;
    Diagnostic diagnostic;
  };

  struct Kept {
    explicit Kept(std::size_t how_many) : cap(how_many) {}
    bool wants(facts::Spot at) const;

    std::vector<Told> first;
    std::uint64_t total = 0;
    std::size_t cap;
    std::atomic<std::uint64_t> horizon = ~std::uint64_t{0};  // packed spot of the last wanted
  };

  static bool before(const Told& a, const Told& b);
  void add(Kept& kept, Told told);
  Told at(Diagnostic::Kind kind, facts::Spot spot, Bilingual text) const;
  static void sort(Kept& kept);
  static Diagnostics diagnostics(const std::vector<Told>& told);
  void count_rest(Diagnostics& told, std::uint64_t total, Diagnostic::Kind kind) const;

  std::string file_;
  const std::vector<facts::Part>* parts_ = nullptr;
  std::mutex mutex_;
  std::atomic<bool> failed_ = false;
  std::atomic<bool> broken_ = false;
  std::atomic<std::uint64_t> unreadable_ = 0;
  std::optional<Told> fault_;  // the first by position
  Kept errors_{50};
  Kept warnings_{200};
};

}  // namespace periksa::intake
