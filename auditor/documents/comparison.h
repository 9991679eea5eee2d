// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "auditor/documents/page_search.h"
#include "auditor/documents/page_text.h"
#include "auditor/documents/ties.h"

namespace periksa::documents {

/// The folder at a glance, for a person: the files with what they are tied to, what is missing, not
/// named, empty or misnamed, and each value that rests on a file beside what stands on its pages.
/// Nothing of it is a fact, and no result depends on it.
class Comparison {
 public:
  struct Options {
    Language language = Language::id;
    bool unmask = false;
  };

  /// All outlive this.
  Comparison(const Ties& ties, const facts::Vocabulary& vocabulary, Options options);

  /// While the filing is read, by one thread: its values that rest on files.
  void shared(const intake::Filing& filing);
  void worker(const facts::Facts& worker);

  /// After the reading: the lines of it, those that belong to another indented below it.
  std::vector<std::string> lines(const PageReader& reader) const;

 private:
  struct Value {
    std::string record;
    std::string label;
    std::string shown;
    Wanted wanted;
    bool worth_missing = true;  ///< codes stand for words of which a paper may use any
  };

  void look(const facts::Facts& facts, bool of_workers);
  void take(const facts::Facts& facts, const facts::Table& table, std::uint32_t row,
            const facts::Field& field, const facts::Cell& cell);
  void print(std::ostream& out, const PageReader& reader) const;
  void print_files(std::ostream& out) const;
  void print_missing(std::ostream& out) const;
  void print_pages(std::ostream& out, const PageReader& reader) const;
  void print_values(std::ostream& out, const std::vector<Value>& values,
                    const PageText& text) const;
  std::string name(std::size_t number) const;
  std::string state(std::size_t number) const;
  std::string ties(std::size_t number) const;
  const std::string& word(const Bilingual& text) const { return text.in(options_.language); }

  const Ties& ties_;
  const facts::Vocabulary& vocabulary_;
  Options options_;
  const facts::FilingHeader* header_ = nullptr;
  std::map<std::size_t, std::vector<Value>> values_;  // by number of the file
};

}  // namespace periksa::documents
