// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/bilingual.h"
#include "auditor/intake/filing_reader.h"

namespace periksa::intake {

/// Prints what was read of a filing, for `periksa facts`: every record with its fields, each as it
/// stands in the file, with its state in words, its place and its source; fields that were not
/// supplied are only counted. Values that are more private than `business` are masked unless
/// asked for. One worker at a time, in the order of the calls.
class FactsText {
 public:
  struct Options {
    Language language = Language::id;
    bool unmask = false;
  };

  FactsText(std::ostream& out, const facts::Vocabulary& vocabulary, Options options);

  /// To be called first; `filing` must live as long as workers are printed.
  void shared(const Filing& filing);
  void worker(const facts::Facts& worker);
  /// How many records there were of each kind.
  void summary(const Filing& filing);

 private:
  void header(const Filing& filing);
  void sources(const Filing& filing);
  void tables(const facts::Facts& facts, bool in_worker);
  void completeness(const facts::Facts& facts, const facts::Table& table);
  void record(const facts::Facts& facts, const facts::Table& table, std::uint32_t row);
  void field(const facts::Facts& facts, const facts::Field& field, const facts::Cell& cell);
  void reading(const facts::Facts& facts, const facts::Field& field, const facts::Cell& cell,
               const char* indent);
  std::string name(const facts::Field& field) const;
  std::string value(const facts::Facts& facts, const facts::Field& field,
                    const facts::Cell& cell) const;
  std::string place(facts::Spot spot) const;
  std::string source(std::uint32_t index) const;
  const std::string& word(const Bilingual& text) const { return text.in(options_.language); }

  std::ostream& out_;
  const facts::Vocabulary& vocabulary_;
  Options options_;
  const facts::FilingHeader* header_ = nullptr;
  std::vector<std::uint64_t> counts_;  // by entity
};

/// The state in words.
const Bilingual& words_for(facts::State state);
const Bilingual& words_for(facts::Completeness::State state);

}  // namespace periksa::intake
