// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "auditor/base/bilingual.h"
#include "auditor/results/batch.h"

namespace periksa::cli {

/// How far a run over several filings is.
struct ProgressState {
  std::size_t done = 0;
  std::size_t total = 0;
  std::uint64_t milliseconds = 0;  ///< since the run began
  std::string current;             ///< the filing being read; empty at the end
};

/// The line that is drawn again and again on a terminal of that many columns: a bar, how many of
/// how many, how many a second, how long it may still take, and the filing being read. Never wider
/// than the terminal; a name that does not fit is cut.
std::string progress_bar(const ProgressState& state, std::size_t columns, Language language);

/// The line that tells where there is no terminal what a filing came to:
/// "12/40 berkas.xml: 3 temuan".
std::string progress_line(std::size_t done, std::size_t total, const results::BatchEntry& entry,
                          Language language);

/// Tells on standard error how a run goes on: on a terminal one line drawn again and again, else a
/// line for each filing. This alone looks at a clock; no result knows of it.
class Progress {
 public:
  Progress(std::size_t total, Language language, bool quiet);

  void begin(const std::string& name);
  /// Takes the line away, so that something else can be told; the next call draws it again.
  void clear();
  void end(const results::BatchEntry& entry);

 private:
  enum class Kind : std::uint8_t { none, bar, lines };

  void draw() const;

  Kind kind_;
  Language language_;
  ProgressState state_;
  std::size_t columns_ = 0;
  std::chrono::steady_clock::time_point started_;
};

}  // namespace periksa::cli
