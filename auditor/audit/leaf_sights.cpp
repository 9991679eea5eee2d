// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/leaf_sights.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <utility>

#include "auditor/ruleset/xml_text.h"

namespace periksa::audit {
namespace {

using language::Expression;
using language::Frame;
using language::Kind;
using language::Node;
using language::Recorded;
using language::Relation;

const language::Let* find_let(const ruleset::Version& version, std::string_view name) {
  const auto at = std::ranges::find(version.lets, name, &language::Let::name);
  return at == version.lets.end() ? nullptr : &*at;
}

const ruleset::Checked* part_of(const ruleset::Version& version, std::string_view name) {
  if (name == "when") return version.when.get();
  if (name == "due") return version.due.get();
  if (name == "require") return version.require.get();
  return nullptr;
}

class Walk {
 public:
  Walk(std::size_t version, const char* part, const Expression& e,
       const std::function<void(const LeafSight&)>& each)
      : e_(e), each_(each) {
    sight_.place.version = version;
    sight_.place.part = part;
    sight_.expression = &e;
  }

  void visit(const Frame& frame, std::uint32_t index) {
    const Node& node = e_.at(index);
    const auto found = frame.find(index);
    const Recorded* recorded = found == frame.end() ? nullptr : &found->second;
    if (recorded && language::is_condition(node.kind) && language::is_leaf(node))
      offer(frame, index);
    if (language::is_loop(node.kind)) {
      if (recorded) loop(*recorded, node);
      return;
    }
    if (node.kind == Kind::let) return below_let(frame, node);
    for (const auto part : node.parts) visit(frame, part);
  }

 private:
  void offer(const Frame& frame, std::uint32_t index) {
    sight_.frame = &frame;
    sight_.node = index;
    const auto [begin, end] = language::written(e_.at(index), sight_.in_let);
    sight_.place.begin = begin;
    sight_.place.end = end;
    each_(sight_);
  }

  void loop(const Recorded& recorded, const Node& node) {
    for (const auto& one : recorded.iterations) {
      sight_.records.push_back(static_cast<std::uint32_t>(one.record.row));
      const bool out = one.filter == language::Truth::no;
      const std::size_t count = out && node.has_filter ? 1 : node.parts.size();
      for (std::size_t i = 0; i < count; ++i) visit(one.frame, node.parts[i]);
      sight_.records.pop_back();
    }
  }

  void below_let(const Frame& frame, const Node& node) {
    std::string outer = std::exchange(sight_.place.part, node.names[0]);
    const bool was_in_let = std::exchange(sight_.in_let, true);
    for (const auto part : node.parts) visit(frame, part);
    sight_.in_let = was_in_let;
    sight_.place.part = std::move(outer);
  }

  const Expression& e_;
  const std::function<void(const LeafSight&)>& each_;
  LeafSight sight_;
};

}  // namespace

std::string_view text_of(const ruleset::Rule& rule, const LeafPlace& place) {
  const auto& version = rule.versions[place.version];
  if (const auto* part = part_of(version, place.part)) return part->expression.text;
  const auto* let = find_let(version, place.part);
  return let ? std::string_view(let->expression.text) : std::string_view();
}

std::vector<WrittenLeaf> written_leaves(const ruleset::Rule& rule) {
  std::vector<WrittenLeaf> out;
  std::set<LeafPlace> seen;
  for (std::size_t v = 0; v < rule.versions.size(); ++v) {
    const auto& version = rule.versions[v];
    for (const char* name : {"when", "due", "require"}) {
      const auto* checked = part_of(version, name);
      if (!checked) continue;
      for (const auto& leaf : language::leaves(checked->expression)) {
        const auto* let = find_let(version, leaf.let);
        const Node& node = checked->expression.at(leaf.node);
        const auto [begin, end] = language::written(node, let != nullptr);
        const LeafPlace place{v, let ? leaf.let : name, begin, end};
        if (!seen.insert(place).second) continue;
        const auto& places = let ? let->places : checked->places;
        const auto words = text_of(rule, place).substr(begin, end - begin);
        out.push_back({place, places.at(begin), one_line(words), &checked->expression, leaf.node});
      }
    }
  }
  return out;
}

const Recorded* LeafSight::recorded(std::uint32_t index) const {
  const auto at = frame->find(index);
  return at == frame->end() ? nullptr : &at->second;
}

void for_each_sight(const ruleset::Rule& rule, const ruleset::Judgement& judgement,
                    const ruleset::Recording& recording,
                    const std::function<void(const LeafSight&)>& each) {
  for (std::size_t i = 0; i < recording.versions.size(); ++i) {
    const auto* version = judgement.parts[i].version;
    const auto index = static_cast<std::size_t>(version - rule.versions.data());
    const auto walk = [&](const char* name, const ruleset::CheckedPtr& part, const Frame& frame) {
      if (!part || frame.empty()) return;
      Walk(index, name, part->expression, each).visit(frame, part->expression.root);
    };
    walk("when", version->when, recording.versions[i].when);
    walk("due", version->due, recording.versions[i].due);
    walk("require", version->require, recording.versions[i].require);
  }
}

std::optional<Relation> written_relation(const ruleset::Rule& rule, const LeafSight& sight) {
  static constexpr std::array<std::pair<std::string_view, Relation>, 10> kWords{
      {{"is", Relation::equal},
       {"is not", Relation::not_equal},
       {"is at least", Relation::at_least},
       {"is on or after", Relation::at_least},
       {"is at most", Relation::at_most},
       {"is on or before", Relation::at_most},
       {"is more than", Relation::more_than},
       {"is after", Relation::more_than},
       {"is less than", Relation::less_than},
       {"is before", Relation::less_than}}};
  const Node& node = sight.written();
  const auto left = language::written(sight.expression->at(node.parts[0]), sight.in_let).end;
  const auto right = language::written(sight.expression->at(node.parts[1]), sight.in_let).begin;
  std::string between;
  for (const char c : text_of(rule, sight.place).substr(left, right - left)) {
    const bool letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
    between += letter ? c : ' ';
  }
  const std::string words = one_line(between);
  for (const auto& [known, relation] : kWords) {
    if (words == known || words == ' ' + std::string(known)) return relation;
  }
  return std::nullopt;
}

}  // namespace periksa::audit
