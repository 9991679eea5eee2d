// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "auditor/language/checker.h"
#include "auditor/language/evaluator.h"
#include "tests/language/values.h"

namespace periksa::language::test {

/// A second evaluator, written from docs/rule-language.md without looking at the first: it walks
/// the checked tree, knows records by name, tries every part and remembers nothing.
class Naive {
 public:
  Naive(const Expression& checked, const Scope& scope, const Environment& environment);

  Truth condition() { return truth(expression_.root); }
  Values operand() { return value(expression_.root); }

 private:
  using Names = std::vector<std::pair<std::string, Record>>;
  struct Seen {
    Truth filter = Truth::yes;
    Record record;
  };

  const Node& at(std::uint32_t index) const { return expression_.at(index); }
  const Record& named(const std::string& name) const;

  Truth truth(std::uint32_t index);
  Truth listed(const Node& node);
  Truth asserted(const Node& node);
  Truth quantified(const Node& node);
  Truth every(const Node& node, const std::vector<Seen>& seen, bool complete);
  Truth some(const Node& node, const std::vector<Seen>& seen, bool complete);
  Truth in_version(const Node& node, const Record& record);

  Values value(std::uint32_t index);
  Record last_record(const Node& node);
  Values path(const Node& node);
  Values literal(const Node& node);
  Values text(std::string_view text);
  Values cell(const facts::Facts& facts, const facts::Field& field, const facts::Cell& cell);
  Values count(const Node& node);
  Values sum(const Node& node);
  Values sum_of_money(const Node& node, const std::vector<Seen>& seen, bool complete);
  Values limit(const Node& node);
  Values moved(const Node& node);
  Values of_operand(const Operand& operand);

  std::vector<Seen> records(const Node& node, bool& complete);
  /// With the loop's variable standing for a record.
  template <class Function>
  auto with(const Node& node, const Record& record, Function function) {
    names_.emplace_back(node.names[0], record);
    const auto result = function();
    names_.pop_back();
    return result;
  }
  bool may_be_negative(std::uint32_t index) const;
  /// The answers of a table for every combination of keys and days: rows each has, or whether none
  /// is an answer.
  struct Answers {
    bool some_have = false;
    bool some_surely_not = false;
    bool some_unknown = false;
    std::vector<const law::LimitRow*> rows;
  };
  Answers look_up(const Node& node);

  const Expression& expression_;
  const facts::Vocabulary& vocabulary_;
  const law::Limits& limits_;
  const Environment& environment_;
  Names names_;
  std::size_t outer_ = 0;  // names of the scope, which a let sees
  std::map<std::string, Number, std::less<>> texts_;
};

}  // namespace periksa::language::test
