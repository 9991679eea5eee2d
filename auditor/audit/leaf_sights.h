// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/language/leaves.h"
#include "auditor/ruleset/judge.h"
#include "auditor/ruleset/rule.h"

namespace periksa::audit {

/// Where a leaf of a rule's conditions is written: the version, the text ("when" · "due" ·
/// "require" or a let's name) and the bytes in it. A let used twice has each leaf once.
struct LeafPlace {
  std::size_t version = 0;
  std::string part;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const LeafPlace&) const = default;
};

/// A leaf as the rule file has it.
struct WrittenLeaf {
  LeafPlace place;
  Position at;
  std::string text;  // on one line
  const language::Expression* expression = nullptr;
  std::uint32_t node = 0;
};

/// Every leaf of every version, each once, in reading order.
std::vector<WrittenLeaf> written_leaves(const ruleset::Rule& rule);

/// The text that a leaf's bytes are counted in; empty for a place that is none.
std::string_view text_of(const ruleset::Rule& rule, const LeafPlace& place);

/// What one evaluation made of a leaf; valid as long as the recording.
struct LeafSight {
  LeafPlace place;
  std::vector<std::uint32_t> records;  // the rows of the loops around it, outermost first
  const language::Expression* expression = nullptr;
  const language::Frame* frame = nullptr;
  std::uint32_t node = 0;
  bool in_let = false;

  const language::Node& written() const { return expression->at(node); }
  /// Never null for a sight that is offered.
  const language::Recorded* recorded(std::uint32_t index) const;
  const language::Recorded& own() const { return *recorded(node); }
};

/// Offers every leaf that was evaluated, also those after the outcome stood (`examined` tells). Of
/// a record that a filter leaves out only the filter.
void for_each_sight(const ruleset::Rule& rule, const ruleset::Judgement& judgement,
                    const ruleset::Recording& recording,
                    const std::function<void(const LeafSight&)>& each);

/// The relation a comparison's words say, read from its text; nothing if they say none.
std::optional<language::Relation> written_relation(const ruleset::Rule& rule,
                                                   const LeafSight& sight);

}  // namespace periksa::audit
