// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/reviews.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "auditor/base/csv.h"
#include "auditor/base/file.h"
#include "auditor/base/sha256.h"
#include "auditor/ruleset/manifest.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::ruleset {
namespace {

constexpr const char* kReviewsFile = "reviews.csv";
constexpr std::string_view kHead = "rule,sha256,compared,outcome,note";
constexpr std::string_view kNotesHead = "rule,compared,outcome,note";
constexpr std::array<std::string_view, 3> kOutcomes{"agrees", "mended", "doubt"};

/// A row by the columns of `head`.
Review review_of(const CsvRow& row, bool with_hash) {
  const auto& cells = row.cells;
  if (with_hash) return {cells[0], cells[1], cells[2], cells[3], cells[4]};
  return {cells[0], {}, cells[1], cells[2], cells[3]};
}

void check(const Review& review, const Position& at, Diagnostics& problems) {
  if (review.rule.empty() || review.compared.empty()) {
    complain(problems, at, "aturan dan yang dibandingkan tidak boleh kosong",
             "the rule and what it was compared with must not be empty");
  }
  if (std::ranges::find(kOutcomes, review.outcome) == kOutcomes.end()) {
    complain(problems, at,
             fmt::format("hasil \"{}\" bukan agrees, mended, atau doubt", review.outcome),
             fmt::format("the outcome \"{}\" is not agrees, mended or doubt", review.outcome));
  } else if (review.outcome != "agrees" && review.note.empty()) {
    complain(problems, at, "yang diperbaiki atau diragukan harus dicatat",
             "what was mended or is doubted must be noted");
  }
}

Result<std::vector<Review>> read(const std::filesystem::path& path, std::string_view head) {
  const auto text = read_file(path, kLongestFile);
  if (!text) return std::unexpected(text.error());
  const auto rows = read_csv(*text, path.string());
  if (!rows) return std::unexpected(rows.error());
  const auto columns = read_csv(head, "")->front().cells;
  if (rows->empty() || rows->front().cells != columns) {
    return fail({path.string(), 1, 0, {}}, {fmt::format("baris pertama harus {}", head),
                                            fmt::format("the first row must be {}", head)});
  }
  std::vector<Review> reviews;
  Diagnostics problems;
  for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
    const Position at{path.string(), row->line, 0, {}};
    if (row->cells.size() != columns.size()) {
      complain(
          problems, at,
          fmt::format("baris ini memiliki {} kolom, seharusnya {}", row->cells.size(),
                      columns.size()),
          fmt::format("this row has {} columns instead of {}", row->cells.size(), columns.size()));
      continue;
    }
    reviews.push_back(review_of(*row, head == kHead));
    check(reviews.back(), at, problems);
    const auto& id = reviews.back().rule;
    const auto same = [&](const Review& other) { return other.rule == id; };
    if (std::count_if(reviews.begin(), reviews.end(), same) > 1)
      complain(problems, at, fmt::format("{} sudah ada di atas", id),
               fmt::format("{} stands above already", id));
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return reviews;
}

}  // namespace

std::vector<Reviewable> reviewables(const RuleSet& rules) {
  std::vector<Reviewable> all;
  for (const auto& rule : rules.rules()) all.push_back({rule.id, rule.file});
  for (const auto& indicator : rules.indicators()) all.push_back({indicator.id, indicator.file});
  return all;
}

Result<Reviews> Reviews::load(const std::filesystem::path& rules_folder) {
  Reviews reviews;
  if (!std::filesystem::exists(rules_folder / kReviewsFile)) return reviews;
  auto rows = read(rules_folder / kReviewsFile, kHead);
  if (!rows) return std::unexpected(std::move(rows.error()));
  for (auto& row : *rows) reviews.set(std::move(row));
  return reviews;
}

Result<std::vector<Review>> Reviews::read_notes(const std::filesystem::path& file) {
  return read(file, kNotesHead);
}

const Review* Reviews::find(std::string_view rule) const {
  const auto at = std::ranges::lower_bound(reviews_, rule, {}, &Review::rule);
  return at != reviews_.end() && at->rule == rule ? &*at : nullptr;
}

void Reviews::set(Review review) {
  const auto at = std::ranges::lower_bound(reviews_, review.rule, {}, &Review::rule);
  if (at != reviews_.end() && at->rule == review.rule) {
    *at = std::move(review);
  } else {
    reviews_.insert(at, std::move(review));
  }
}

std::string Reviews::text() const {
  std::string text = fmt::format("{}\n", kHead);
  for (const auto& x : reviews_) {
    text += fmt::format("{},{},{},{},{}\n", csv_value(x.rule), x.sha256, csv_value(x.compared),
                        x.outcome, csv_value(x.note));
  }
  return text;
}

Result<Diagnostics> unreviewed(const Reviews& reviews, std::span<const Reviewable> rules,
                               const std::filesystem::path& rules_folder) {
  Diagnostics lacking;
  for (const auto& rule : rules) {
    const Position at{(rules_folder / rule.file).string(), 0, 0, {}};
    const auto text = read_file(rules_folder / rule.file, kLongestFile);
    if (!text) return std::unexpected(text.error());
    const Review* review = reviews.find(rule.id);
    if (review == nullptr) {
      complain(lacking, at, fmt::format("{}: belum dibaca oleh orang kedua", rule.id),
               fmt::format("{}: nobody else has read it yet", rule.id));
    } else if (review->sha256 != sha256_hex(*text)) {
      complain(lacking, at, fmt::format("{}: berubah sejak dibaca oleh orang kedua", rule.id),
               fmt::format("{}: has changed since somebody else read it", rule.id));
    }
  }
  for (const auto& review : reviews.all()) {
    const auto named = [&](const Reviewable& rule) { return rule.id == review.rule; };
    if (std::ranges::any_of(rules, named)) continue;
    complain(lacking, {(rules_folder / kReviewsFile).string()},
             fmt::format("{} tidak ada dalam kumpulan aturan", review.rule),
             fmt::format("there is no {} in the rule set", review.rule));
  }
  return lacking;
}

}  // namespace periksa::ruleset
