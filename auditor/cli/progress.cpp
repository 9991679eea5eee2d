// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "auditor/base/printable.h"
#include "reports/text_lines.h"

namespace periksa::cli {
namespace {

constexpr std::size_t kBar = 20;
constexpr std::size_t kColumns = 80;  // where a terminal does not tell
constexpr const char* kEraseLine = "\r\x1b[K";

const char* say(Language language, const char* id, const char* en) {
  return language == Language::id ? id : en;
}

/// Tenths, with the mark of the language: "3,1".
std::string tenths(std::uint64_t value, Language language) {
  return fmt::format("{}{}{}", value / 10, language == Language::id ? ',' : '.', value % 10);
}

std::string duration(std::uint64_t seconds, Language language) {
  const auto two = [&](std::uint64_t great, const char* id_great, const char* en_great,
                       std::uint64_t small, const char* id_small, const char* en_small) {
    return fmt::format("{} {} {:02} {}", great, say(language, id_great, en_great), small,
                       say(language, id_small, en_small));
  };
  if (seconds >= 3600) return two(seconds / 3600, "jam", "h", seconds / 60 % 60, "mnt", "min");
  if (seconds >= 60) return two(seconds / 60, "mnt", "min", seconds % 60, "dtk", "s");
  return fmt::format("{} {}", seconds, say(language, "dtk", "s"));
}

/// Cuts a text to so many characters.
std::string cut(const std::string& text, std::size_t columns) {
  if (reports::width(text) <= columns) return text;
  if (columns == 0) return {};
  std::size_t end = 0;
  for (std::size_t seen = 0; end < text.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (begins && seen++ == columns - 1) break;
  }
  return text.substr(0, end) + "…";
}

std::size_t terminal_columns() {
  winsize size{};
  const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : kColumns;
}

}  // namespace

std::string progress_bar(const ProgressState& state, std::size_t columns, Language language) {
  const std::size_t total = std::max<std::size_t>(state.total, 1);
  const std::size_t full = std::min(state.done, total) * kBar / total;
  std::string line;
  for (std::size_t i = 0; i < kBar; ++i) line += i < full ? "█" : "░";
  line += fmt::format(" {}/{}", state.done, state.total);
  if (state.done > 0 && state.milliseconds > 0) {
    // Both are guesses from what is done; a filing is not like the next.
    const std::uint64_t rate = state.done * 10'000 / state.milliseconds;
    const std::uint64_t left =
        (state.total - std::min(state.done, state.total)) * state.milliseconds / state.done;
    line += fmt::format(" · {} {}", tenths(rate, language),
                        say(language, "berkas per detik", "filings a second"));
    line += fmt::format(" · {} {}", say(language, "sisa", "left"),
                        duration((left + 999) / 1000, language));
  }
  if (!state.current.empty()) line += " · " + printable(state.current);
  return cut(line, columns);
}

std::string progress_line(std::size_t done, std::size_t total, const results::BatchEntry& entry,
                          Language language) {
  std::string what;
  if (entry.refused) {
    const auto reasons = entry.refused->reasons;
    what = fmt::format("{}, {} {}", say(language, "ditolak", "refused"), reasons,
                       say(language, "alasan", reasons == 1 ? "reason" : "reasons"));
  } else {
    std::uint64_t findings = 0;
    for (const auto& [verdict, count] : entry.findings) findings += count;
    what = fmt::format("{} {}", findings,
                       say(language, "temuan", findings == 1 ? "finding" : "findings"));
  }
  return fmt::format("{}/{} {}: {}", done, total, printable(entry.file), what);
}

Progress::Progress(std::size_t total, Language language, bool quiet)
    : kind_(Kind::none), language_(language), started_(std::chrono::steady_clock::now()) {
  state_.total = total;
  if (quiet) return;
  kind_ = ::isatty(STDERR_FILENO) == 1 ? Kind::bar : Kind::lines;
  columns_ = terminal_columns();
}

void Progress::begin(const std::string& name) {
  state_.current = name;
  draw();
}

void Progress::clear() {
  if (kind_ == Kind::bar) std::fputs(kEraseLine, stderr);
}

void Progress::end(const results::BatchEntry& entry) {
  ++state_.done;
  state_.current.clear();
  const auto spent = std::chrono::steady_clock::now() - started_;
  state_.milliseconds = static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(spent).count());
  if (kind_ == Kind::lines) {
    const auto line = progress_line(state_.done, state_.total, entry, language_);
    std::fprintf(stderr, "%s\n", line.c_str());
  }
  if (state_.done == state_.total) clear();
}

void Progress::draw() const {
  if (kind_ != Kind::bar) return;
  // The last column stays free: some terminals begin a new line when it is written.
  const auto line = progress_bar(state_, columns_ > 1 ? columns_ - 1 : 1, language_);
  std::fprintf(stderr, "%s%s", kEraseLine, line.c_str());
  std::fflush(stderr);
}

}  // namespace periksa::cli
