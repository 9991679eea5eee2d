// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <sstream>

#include "auditor/base/printable.h"
#include "reports/paper_writers.h"
#include "reports/text_lines.h"

namespace periksa::reports {
namespace {

constexpr std::size_t kTableWidth = 118;
constexpr std::size_t kBetween = 2;
constexpr std::size_t kFieldIndent = 30;

/// A text in lines of at most `room` characters, one at least; a longer word is cut.
std::vector<std::string> wrapped(const std::string& text, std::size_t room) {
  std::vector<std::string> lines;
  for (const auto& part : lines_of(text)) {
    std::string line;
    const std::string clean = printable(part);
    for (std::size_t at = 0; at < clean.size();) {
      const auto end = std::min(clean.find(' ', at), clean.size());
      std::string word = clean.substr(at, end - at);
      at = end + 1;
      if (!line.empty() && width(line) + 1 + width(word) > room) {
        lines.push_back(line);
        line.clear();
      }
      line += (line.empty() ? "" : " ") + word;
      while (width(line) > room) {
        std::size_t cut = 0;
        for (std::size_t seen = 0; cut < line.size(); ++cut) {
          const bool starts = (static_cast<unsigned char>(line[cut]) & 0xC0U) != 0x80;
          if (starts && seen++ == room) break;
        }
        // A number of a rule or a record is cut where its parts meet.
        const auto joint = line.find_last_of("/-", cut - 1);
        if (joint != std::string::npos && joint > 0) cut = joint + 1;
        lines.push_back(line.substr(0, cut));
        line.erase(0, cut);
      }
    }
    lines.push_back(line);
  }
  return lines;
}

std::size_t longest_word(const std::string& text) {
  std::size_t longest = 0;
  std::istringstream words(text);
  for (std::string word; words >> word;) longest = std::max(longest, width(word));
  return longest;
}

/// Longer ones, such as hashes, are cut rather than given room.
constexpr std::size_t kLongestWhole = 20;

/// Room for the columns of a table.
class Widths {
 public:
  explicit Widths(const PaperTable& table) {
    const unsigned whole = std::accumulate(
        table.columns.begin(), table.columns.end(), 0U,
        [](unsigned sum, const PaperTable::Column& column) { return sum + column.width; });
    const std::size_t all = kTableWidth - kBetween * (table.columns.size() - 1);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      room_.push_back(std::max(kLeast, all * table.columns[i].width / whole));
      heads_.push_back(std::max(kLeast, longest_word(table.columns[i].head)));
      words_.push_back(heads_.back());
      for (const PaperRow& row : table.rows) {
        if (i >= row.size()) continue;
        words_.back() = std::max(words_.back(), std::min(longest_word(row[i].text), kLongestWhole));
      }
    }
    left_ = all - std::min(all, std::accumulate(room_.begin(), room_.end(), std::size_t{0}));
  }

  /// In the proportions the table asks for, but no word of a heading is cut as long as another
  /// column has more room than its heading needs, and none of a cell as long as another has more
  /// than its words need.
  std::vector<std::size_t> of() {
    for (std::size_t i = 0; i < room_.size(); ++i) {
      grow(i, heads_[i], words_);
      grow(i, heads_[i], heads_);
    }
    for (std::size_t i = 0; i < room_.size(); ++i) grow(i, words_[i], words_);
    return room_;
  }

 private:
  static constexpr std::size_t kLeast = 3;

  /// Takes what nobody has, then from those that have most above what they `keep`.
  void grow(std::size_t column, std::size_t wanted, const std::vector<std::size_t>& keep) {
    const auto spare = [&](std::size_t i) { return room_[i] - std::min(room_[i], keep[i]); };
    while (room_[column] < wanted) {
      if (left_ > 0) {
        --left_;
      } else {
        std::size_t from = 0;
        for (std::size_t i = 1; i < room_.size(); ++i) {
          if (spare(i) > spare(from)) from = i;
        }
        if (spare(from) == 0) return;
        --room_[from];
      }
      ++room_[column];
    }
  }

  std::vector<std::size_t> room_;
  std::vector<std::size_t> heads_;  // longest word of each
  std::vector<std::size_t> words_;  // … with those of the cells
  std::size_t left_ = 0;
};

/// Writes the blocks of a paper; a visitor.
class TextBlocks {
 public:
  explicit TextBlocks(const Sink& sink) : sink_(sink), lines_(sink) {}

  void operator()(const PaperHeading& x) const {
    lines_.blank();
    lines_.line(0, x.text);
  }
  void operator()(const PaperText& x) const { lines_.line(0, x.text); }
  void operator()(const PaperFields& x) const {
    for (const auto& [name, value] : x.rows) lines_.item(kFieldIndent, name, value);
    lines_.blank();
  }
  void operator()(const PaperList& x) const {
    for (const auto& item : x.items) lines_.item(2, "-", item);
  }
  void operator()(const PaperTable& x) const {
    const auto room = Widths(x).of();
    PaperRow heads;
    PaperRow rule;
    for (std::size_t i = 0; i < x.columns.size(); ++i) {
      heads.emplace_back(x.columns[i].head);
      rule.emplace_back(std::string(room[i], '-'));
    }
    write(x, heads, room);
    write(x, rule, room);
    for (const PaperRow& row : x.rows) write(x, row, room);
    for (const PaperRow& row : x.foot) write(x, row, room);
    lines_.blank();
  }
  void operator()(const PaperBars&) const {}
  void operator()(const PaperChecks& x) const {
    for (const auto& check : x.checks)
      lines_.item(2, check.there ? "+" : "-", check.what + ' ' + check.remark);
  }
  void operator()(const PaperSignatures& x) const {
    for (const auto& one : x.signers) lines_.line(0, one.role + ' ' + one.name);
  }
  void operator()(const PaperBreak&) const {}

 private:
  void write(const PaperTable& table, const PaperRow& row,
             const std::vector<std::size_t>& room) const {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size() && i < room.size(); ++i) {
      cells.push_back(wrapped(row[i].text, room[i]));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::string out;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string text = line < cells[i].size() ? cells[i][line] : std::string();
        const std::string gap(room[i] - std::min(room[i], width(text)), ' ');
        out += (i == 0 ? "" : std::string(kBetween, ' ')) +
               (table.columns[i].number ? gap + text : text + gap);
      }
      out.erase(out.find_last_not_of(' ') + 1);
      sink_(out + "\n");
    }
  }

  const Sink& sink_;
  TextLines lines_;
};

}  // namespace

Result<void> write_paper_text(const Paper& paper, const Sink& sink) {
  const TextLines lines(sink);
  lines.line(0, paper.title + (paper.subtitle.empty() ? "" : " – " + paper.subtitle));
  for (const auto& notice : paper.notices) lines.line(0, notice.symbol + " " + notice.text);
  lines.blank();
  const TextBlocks blocks(sink);
  for (const auto& block : paper.blocks) std::visit(blocks, block);
  return {};
}

}  // namespace periksa::reports
