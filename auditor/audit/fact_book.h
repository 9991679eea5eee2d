// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "auditor/audit/names.h"
#include "auditor/facts/filing.h"
#include "auditor/language/evaluator.h"
#include "auditor/results/results.h"

namespace periksa::audit {

/// The facts that findings of one worker (or of the agency) read, each once, with what is private
/// kept apart.
class FactBook {
 public:
  FactBook(const facts::FilingHeader& header, const Names& names)
      : header_(&header), names_(&names) {}

  /// Index of the fact; `year_only` lets the masked form of a date show its year.
  std::size_t add(const language::CellRef& ref, bool year_only = false);
  /// A stand-in for what no cell holds: whether a collection is complete …
  std::size_t add_collection(const facts::Facts& facts, facts::EntityId entity,
                             std::uint32_t parent);
  /// … and a table of the law that is not on file.
  std::size_t add_law(const std::string& name, const Bilingual& label);

  const std::vector<results::Fact>& facts() const { return facts_; }
  std::vector<results::Fact>& facts() { return facts_; }
  const std::map<std::string, results::Secret>& secrets() const { return secrets_; }
  std::map<std::string, results::Secret>& secrets() { return secrets_; }
  const Names& names() const { return *names_; }

 private:
  using Key = std::tuple<const void*, facts::EntityId, std::uint32_t, std::uint32_t>;

  void fill(results::Fact& fact, const language::CellRef& ref, bool year_only);
  void hide(results::Fact& fact, const language::CellRef& ref, bool year_only);
  Position place(const facts::Facts& facts, std::uint32_t at) const;

  const facts::FilingHeader* header_;
  const Names* names_;
  std::map<Key, std::size_t> index_;
  std::vector<results::Fact> facts_;
  std::map<std::string, results::Secret> secrets_;
};

/// "stated-none" …, "registry" …: words of results.json.
std::string_view to_string(facts::State state);
std::string_view to_string(facts::Basis basis);

}  // namespace periksa::audit
