// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

namespace periksa::test {

/// Looks for private values in texts in every form in which one might be left: as it is, in other
/// letters or with other separators, a number without its separators, single words of it, a date in
/// any style. A form that also stands in what is open says nothing of anybody and is not looked
/// for: the words of `open` are public values, templates and rules.
class Traces {
 public:
  explicit Traces(std::string open);

  /// Adds a value and all its forms.
  void add(const std::string& value);
  /// A hash that somebody could try values against: found as it is and nowhere else.
  void add_hash(const std::string& hash);

  /// The forms that stand in a text.
  std::vector<std::string> in(const std::string& text) const;

  std::size_t size() const { return texts_.size() + words_.size() + numbers_.size(); }
  const std::set<std::string>& words() const { return words_; }

 private:
  void add_text(const std::string& form);
  void add_date(const std::string& value);

  std::string open_;          // in small letters
  std::string open_numbers_;  // and its digits, what parts them left out
  std::set<std::string> texts_;
  std::set<std::string> words_;  // found as whole words only
  std::set<std::string> numbers_;
  std::set<std::string> hashes_;
};

}  // namespace periksa::test
