// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "auditor/language/checker.h"

namespace periksa::language {
namespace {

using Done = std::expected<void, Problem>;

bool may_be_none(const facts::Vocabulary& vocabulary, const Node& path, std::size_t step) {
  const auto& field = vocabulary.entity(path.owners[step]).fields[path.steps[step]];
  return field.none == facts::NoneMeans::does_not_exist || field.none == facts::NoneMeans::not_yet;
}

Asked prefix(const Node& path, std::size_t length) {
  return {path.variable,
          {path.steps.begin(), path.steps.begin() + static_cast<std::ptrdiff_t>(length)}};
}

/// What is asked when the condition is true (`when_true`) or when it is false.
void collect(const Expression& e, std::uint32_t index, bool when_true, std::vector<Asked>& out) {
  const Node& node = e.at(index);
  if (node.kind == (when_true ? Kind::and_ : Kind::or_)) {
    for (const auto part : node.parts) collect(e, part, when_true, out);
  } else if (node.kind == Kind::not_) {
    collect(e, node.parts[0], !when_true, out);
  } else if (node.kind == Kind::stated_none && node.negated == when_true) {
    const Node& path = e.at(node.parts[0]);
    out.push_back(prefix(path, path.steps.size()));
  }
}

class Guards {
 public:
  Guards(const Expression& expression, const Scope& scope)
      : e_(expression), vocabulary_(*scope.vocabulary), asked_(scope.asked) {}

  Done visit(std::uint32_t index) {
    const Node& node = e_.at(index);
    switch (node.kind) {
      case Kind::and_:
      case Kind::or_:
        return in_order(node);
      case Kind::quantified:
      case Kind::count:
      case Kind::sum:
        return loop(node);
      case Kind::stated_none:
      case Kind::asserted:
        return path(e_.at(node.parts[0]), 1);
      case Kind::path:
        return path(node, 0);
      default:
        for (const auto part : node.parts) {
          if (const auto done = visit(part); !done) return done;
        }
        return {};
    }
  }

 private:
  /// Each part may rely on what the parts before it asked.
  Done in_order(const Node& node) {
    const std::size_t before = asked_.size();
    for (const auto part : node.parts) {
      if (const auto done = visit(part); !done) return done;
      collect(e_, part, node.kind == Kind::and_, asked_);
    }
    asked_.resize(before);
    return {};
  }

  Done loop(const Node& node) {
    const std::size_t before = asked_.size();
    std::size_t part = 0;
    if (node.has_filter) {
      if (const auto done = visit(node.parts[part]); !done) return done;
      collect(e_, node.parts[part++], true, asked_);
    }
    for (; part < node.parts.size(); ++part) {
      if (const auto done = visit(node.parts[part]); !done) return done;
    }
    asked_.resize(before);
    return {};
  }

  /// All steps of a path but the last `spared` ones must have been asked where they may be none.
  Done path(const Node& node, std::size_t spared) {
    for (std::size_t i = 0; i + spared < node.steps.size(); ++i) {
      if (!may_be_none(vocabulary_, node, i)) continue;
      if (std::find(asked_.begin(), asked_.end(), prefix(node, i + 1)) != asked_.end()) continue;
      const auto& field = vocabulary_.entity(node.owners[i]).fields[node.steps[i]];
      return problem(
          node.begin, node.end,
          {"\"" + field.name +
               "\" dapat dinyatakan nihil; tanyakan dahulu: … is not stated none and …",
           "\"" + field.name + "\" may be stated none; ask first: … is not stated none and …"});
    }
    return {};
  }

  const Expression& e_;
  const facts::Vocabulary& vocabulary_;
  std::vector<Asked> asked_;
};

}  // namespace

std::vector<Asked> asked_by(const Expression& checked) {
  std::vector<Asked> asked;
  collect(checked, checked.root, true, asked);
  return asked;
}

std::expected<void, Problem> check_guards(const Expression& checked, const Scope& scope) {
  if (scope.unguarded) return {};
  return Guards(checked, scope).visit(checked.root);
}

}  // namespace periksa::language
