// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/mutants.h"

#include <array>
#include <string_view>

#include "auditor/base/date.h"

namespace periksa::language {
namespace {

using facts::Type;

constexpr std::array<std::string_view, 6> kNumbers{"is",         "is not",       "is at least",
                                                   "is at most", "is more than", "is less than"};
constexpr std::array<std::string_view, 6> kDates{
    "is", "is not", "is on or after", "is on or before", "is after", "is before"};

/// The relation that differs on the limit itself, and the one that differs everywhere else.
std::array<Relation, 2> others(Relation relation) {
  switch (relation) {
    case Relation::equal:
      return {Relation::not_equal, Relation::not_equal};
    case Relation::not_equal:
      return {Relation::equal, Relation::equal};
    case Relation::at_least:
      return {Relation::more_than, Relation::at_most};
    case Relation::at_most:
      return {Relation::less_than, Relation::at_least};
    case Relation::more_than:
      return {Relation::at_least, Relation::less_than};
    case Relation::less_than:
      break;
  }
  return {Relation::at_most, Relation::more_than};
}

class Maker {
 public:
  explicit Maker(const Expression& e) : e_(e) {}

  std::vector<Mutant> make() {
    look(e_.root);
    return std::move(made_);
  }

 private:
  std::string_view text(std::size_t begin, std::size_t end) const {
    return std::string_view(e_.text).substr(begin, end - begin);
  }
  std::string_view text(const Node& node) const { return text(node.begin, node.end); }

  void replace(std::size_t begin, std::size_t end, std::string by) {
    std::string all = e_.text;
    all.replace(begin, end - begin, by);
    made_.push_back({std::move(all), std::string(text(begin, end)), std::move(by)});
  }

  void replace(const Node& node, std::string by) { replace(node.begin, node.end, std::move(by)); }

  void look(std::uint32_t index) {
    const Node& node = e_.at(index);
    if (node.kind == Kind::let) return;
    switch (node.kind) {
      case Kind::and_:
        chain(node, "and", "or", "yes");
        break;
      case Kind::or_:
        chain(node, "or", "and", "no");
        break;
      case Kind::not_:
        replace(node, '(' + std::string(text(e_.at(node.parts[0]))) + ')');
        break;
      case Kind::holds:
      case Kind::listed:
        replace(node, "(not (" + std::string(text(node)) + "))");
        break;
      case Kind::compare:
        compare(node);
        break;
      case Kind::stated_none:
        negate(node, node.negated ? "is not stated" : "is stated",
               node.negated ? "is stated" : "is not stated");
        break;
      case Kind::asserted:
        negate(node, node.negated ? "is not asserted" : "is asserted",
               node.negated ? "is asserted" : "is not asserted");
        break;
      case Kind::one_of:
        one_of(node);
        break;
      case Kind::quantified:
        quantified(node);
        break;
      case Kind::plus:
      case Kind::minus:
        between(e_.at(node.parts[0]), e_.at(node.parts[1]),
                node.kind == Kind::plus ? "plus" : "minus",
                node.kind == Kind::plus ? "minus" : "plus");
        break;
      case Kind::literal:
        literal(node);
        break;
      case Kind::limit:
        limit(node);
        break;
      default:
        break;
    }
    for (const auto part : node.parts) look(part);
  }

  /// Leaves out each part in turn, and joins them the other way.
  void chain(const Node& node, std::string_view word, std::string_view other,
             std::string_view neutral) {
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
      const Node& part = e_.at(node.parts[i]);
      replace(part, '(' + std::string(neutral) + ')');
      if (i > 0) between(e_.at(node.parts[i - 1]), part, word, other);
    }
  }

  /// A word between two neighbours, which may stand in parentheses.
  void between(const Node& left, const Node& right, std::string_view word, std::string_view by) {
    const auto at = e_.text.find(word, left.end);
    if (at != std::string::npos && at < right.begin) replace(at, at + word.size(), std::string(by));
  }

  void compare(const Node& node) {
    const Node& left = e_.at(node.parts[0]);
    const Node& right = e_.at(node.parts[1]);
    const auto& words = node.for_dates ? kDates : kNumbers;
    const auto relations = others(node.relation);
    const auto word = words[static_cast<std::size_t>(node.relation)];
    for (std::size_t i = 0; i < relations.size(); ++i) {
      if (i > 0 && relations[i] == relations[0]) break;
      between(left, right, word, words[static_cast<std::size_t>(relations[i])]);
    }
  }

  void negate(const Node& node, std::string_view word, std::string_view by) {
    const auto at = e_.text.find(word, e_.at(node.parts[0]).end);
    if (at != std::string::npos && at < node.end) replace(at, at + word.size(), std::string(by));
  }

  /// Leaves out each of the allowed: another one stands twice.
  void one_of(const Node& node) {
    negate(node, node.negated ? "is not one" : "is one", node.negated ? "is one" : "is not one");
    for (std::size_t i = 1; node.parts.size() > 2 && i < node.parts.size(); ++i) {
      const Node& kept = e_.at(node.parts[i == 1 ? 2 : 1]);
      replace(e_.at(node.parts[i]), std::string(text(kept)));
    }
  }

  void quantified(const Node& node) {
    const bool has_body = node.parts.size() > (node.has_filter ? 1U : 0U);
    switch (node.quantifier) {
      case Quantifier::every:
        replace(node.begin, node.begin + 5, "some");
        break;
      case Quantifier::some:
        replace(node.begin, node.begin + 4, "no");
        if (has_body) replace(node.begin, node.begin + 4, "every");
        break;
      case Quantifier::none:
        replace(node.begin, node.begin + 2, "some");
        break;
    }
  }

  void literal(const Node& node) {
    const std::string word(text(node));
    switch (node.type.type) {
      case Type::boolean:
        replace(node, word == "yes" ? "no" : "yes");
        break;
      case Type::date:
        if (const auto date = parse_iso_date(word)) {
          replace(node, to_iso(Date(date->days() + 1)));
          replace(node, to_iso(Date(date->days() - 1)));
        }
        break;
      case Type::integer:
      case Type::money:
        replace(node, '(' + word + " plus " + one(node) + ')');
        if (node.value > 0) replace(node, '(' + word + " minus " + one(node) + ')');
        break;
      default:
        break;
    }
  }

  void limit(const Node& node) {
    const std::string word(text(node));
    const bool number = node.type.type == Type::integer || node.type.type == Type::date;
    if (number) {
      const auto step = node.type.type == Type::date ? std::string("1 day") : std::string("1");
      replace(node, "((" + word + ") plus " + step + ')');
      replace(node, "((" + word + ") minus " + step + ')');
    }
  }

  std::string one(const Node& node) const {
    if (node.type.type == Type::integer) return "1";
    return std::string(text(node).substr(0, 3)) + " 1";
  }

  const Expression& e_;
  std::vector<Mutant> made_;
};

}  // namespace

std::vector<Mutant> mutants(const Expression& checked) {
  return Maker(checked).make();
}

}  // namespace periksa::language
