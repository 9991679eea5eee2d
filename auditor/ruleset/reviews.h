// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/diagnostic.h"

namespace periksa::ruleset {

/// The independent reading of one rule: somebody who did not write it held it against the law.
struct Review {
  std::string rule;
  std::string sha256;    ///< of the rule's file as it was read
  std::string compared;  ///< the rows and texts it was held against
  std::string outcome;   ///< "agrees" · "mended" · "doubt"
  std::string note;      ///< what was mended, or the doubt; may be empty
};

/// A file with a rule in it: its id, and its place below the rules folder.
struct Reviewable {
  std::string id;
  std::string file;
};

/// `rules/reviews.csv`, the trace of the independent reading: one row a rule, ascending by id. A
/// row says nothing any more once the rule's file has changed.
class Reviews {
 public:
  /// No file: no reviews.
  static Result<Reviews> load(const std::filesystem::path& rules_folder);
  /// A reader's notes: the same columns without the hash.
  static Result<std::vector<Review>> read_notes(const std::filesystem::path& file);

  const Review* find(std::string_view rule) const;
  /// Adds a review or replaces the one of its rule.
  void set(Review review);
  /// The file's text.
  std::string text() const;
  std::span<const Review> all() const { return reviews_; }

 private:
  std::vector<Review> reviews_;  // ascending by rule
};

/// One error for each rule that nobody else has read as it stands, and for each review of a rule
/// that is not there.
Result<Diagnostics> unreviewed(const Reviews& reviews, std::span<const Reviewable> rules,
                               const std::filesystem::path& rules_folder);

}  // namespace periksa::ruleset
