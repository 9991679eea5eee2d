// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/audit/fact_book.h"
#include "auditor/ruleset/rule_set.h"

namespace periksa::audit {

/// Privacy of what an operand shows: the field itself is masked, and a sum or difference from which
/// it follows; an age, a count or a truth is not.
bool shows_private(const language::Expression& expression, const language::Node& node,
                   const facts::Vocabulary& vocabulary);

/// Turns recordings into the traces of results.json and finds what decided them.
class Reasoning {
 public:
  Reasoning(const ruleset::RuleSet& rules, const ruleset::Rule& rule, FactBook& book)
      : rules_(rules), rule_(rule), book_(book) {}

  /// The tree of one recorded expression. `decisive` marks the parts that made the whole what it
  /// is: those that failed, or could not be told.
  results::Trace trace(const language::Expression& expression, const language::Frame& frame);

  /// What kept an expression from being told, each once.
  struct Cause {
    std::size_t fact = 0;
    const char* kind = "fact";
  };
  std::vector<Cause> causes(const language::Expression& expression, const language::Frame& frame);

  /// Every cell that was read, in order, each once.
  static std::vector<language::CellRef> cells(const language::Frame& frame);

 private:
  results::Trace node(const language::Expression& e, const language::Frame& frame,
                      std::uint32_t index, bool decisive);
  void loop(const language::Expression& e, const language::Recorded& recorded,
            const language::Node& node, results::Trace& trace, bool decisive);
  results::Trace iteration(const language::Expression& e, const language::Iteration& iteration,
                           const language::Node& node, bool decisive);
  void find_causes(const language::Expression& e, const language::Frame& frame, std::uint32_t index,
                   std::vector<Cause>& out);
  void loop_causes(const language::Expression& e, const language::Recorded& recorded,
                   const language::Node& node, std::vector<Cause>& out);
  void doubtful_reads(const language::Expression& e, const language::Frame& frame,
                      std::uint32_t index, std::vector<Cause>& out);
  void add(std::vector<Cause>& out, std::size_t fact, const char* kind);

  const ruleset::RuleSet& rules_;
  const ruleset::Rule& rule_;
  FactBook& book_;
};

}  // namespace periksa::audit
