// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/screens.h"

#include <algorithm>

#include "auditor/audit/placeholders.h"

namespace periksa::audit {
namespace {

using language::Frame;
using language::Kind;
using language::Truth;
using ruleset::Indicator;
using ruleset::Screen;

class Cells {
 public:
  explicit Cells(const language::Expression& expression) : e_(expression) {}

  std::vector<language::CellRef> take(const Frame& frame) {
    walk(frame, e_.root);
    return std::move(cells_);
  }

 private:
  void walk(const Frame& frame, std::uint32_t index) {
    const auto at = frame.find(index);
    if (at == frame.end() || !at->second.examined) return;
    const auto& node = e_.at(index);
    for (const auto& ref : at->second.cells) {
      if (std::ranges::find(cells_, ref) == cells_.end()) cells_.push_back(ref);
    }
    if (language::is_loop(node.kind)) return walk_records(at->second, node);
    for (const auto part : node.parts) {
      if (node.kind == Kind::or_ && !holds(frame, part)) continue;
      walk(frame, part);
    }
  }

  static bool holds(const Frame& frame, std::uint32_t index) {
    const auto at = frame.find(index);
    return at != frame.end() && language::is_true(at->second.truth);
  }

  /// Of `some` that is true the records that make it so; of all else those that may be counted.
  void walk_records(const language::Recorded& recorded, const language::Node& node) {
    const bool some = node.kind == Kind::quantified &&
                      node.quantifier == language::Quantifier::some &&
                      language::is_true(recorded.truth);
    for (const auto& one : recorded.iterations) {
      const bool counts = some ? language::is_true(one.filter) && language::is_true(one.body)
                               : one.filter != Truth::no;
      if (!counts) continue;
      for (const auto part : node.parts) walk(one.frame, part);
    }
  }

  const language::Expression& e_;
  std::vector<language::CellRef> cells_;
};

}  // namespace

std::vector<language::CellRef> raising_cells(const language::Expression& expression,
                                             const Frame& frame) {
  return Cells(expression).take(frame);
}

Truth Screens::ask(const Indicator& indicator, const ruleset::Case& on) {
  auto env = ruleset::environment(on);
  language::Reliance reliance;
  const Truth calendar = evaluator_.condition(indicator.sign->program, env, reliance);
  // What the law is not sure of on that day is no certain sign.
  if (language::is_true(calendar) && (reliance.uncertain || reliance.stale)) return Truth::unknown;
  if (!reliance.months) return calendar;
  env.reading = language::MonthReading::thirty_days;
  const Truth days = evaluator_.condition(indicator.sign->program, env, reliance);
  return calendar == days ? calendar : Truth::unknown;
}

Truth Screens::ask(const Indicator& indicator, const ruleset::Case& on, Frame& trace) {
  const auto env = ruleset::environment(on);
  language::Reliance reliance;
  evaluator_.begin_recordings();
  evaluator_.condition(indicator.sign->program, env, reliance, trace);
  return ask(indicator, on);
}

void Screens::look(const ruleset::Case& on, FactBook& book, std::vector<results::Notice>& into) {
  const auto indicators = rules_->indicators();
  truths_.resize(indicators.size());
  bool any = false;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    truths_[i] = ask(indicators[i], on);
    any = any || raised(i);
  }
  if (!any) return;
  for (const auto& screen : rules_->screens()) {
    if (screen.by_worker) {
      if (enough(screen)) into.push_back(notice(screen, on, book));
      continue;
    }
    for (const auto index : screen.indicators) {
      if (!raised(index)) continue;
      results::Notice told;
      auto one = sign(index, on, book);
      told.pattern = one.indicator;
      told.title = one.title;
      told.text = screen.say;
      told.screen = true;
      told.workers = {book.names().worker(0)};
      told.facts = std::move(one.facts);
      one.facts.clear();
      told.signs.push_back(std::move(one));
      into.push_back(std::move(told));
    }
  }
}

/// Groups of raised indicators, each counted once, against what the screen asks for.
bool Screens::enough(const Screen& screen) const {
  const auto indicators = rules_->indicators();
  std::int64_t groups = 0;
  std::int64_t strong = 0;
  const auto first_of = [&](std::size_t index, bool only_strong) {
    return std::ranges::none_of(screen.indicators, [&](std::size_t other) {
      return other < index && raised(other) && (!only_strong || indicators[other].strong) &&
             indicators[other].group == indicators[index].group;
    });
  };
  for (const auto index : screen.indicators) {
    if (!raised(index)) continue;
    groups += first_of(index, false) ? 1 : 0;
    strong += indicators[index].strong && first_of(index, true) ? 1 : 0;
  }
  return groups >= screen.least || (screen.strong && strong >= *screen.strong);
}

results::Notice Screens::notice(const Screen& screen, const ruleset::Case& on, FactBook& book) {
  results::Notice notice;
  notice.pattern = screen.id;
  notice.title = screen.title;
  notice.text = screen.say;
  notice.referral = screen.referral;
  notice.screen = true;
  notice.workers = {book.names().worker(0)};
  for (const auto& body : screen.bodies)
    notice.bodies.push_back({body.code, body.label, body.when});
  for (const auto index : screen.indicators) {
    if (raised(index)) notice.signs.push_back(sign(index, on, book));
  }
  const std::size_t told = notice.signs.size();
  for (const auto index : screen.indicators) {
    if (truths_[index] == Truth::unknown) notice.signs.push_back(sign(index, on, book));
  }
  replace_all(notice.text, "worker", notice.workers.front());
  replace_all(notice.text, "signs", std::to_string(told));
  return notice;
}

results::Sign Screens::sign(std::size_t index, const ruleset::Case& on, FactBook& book) {
  const auto& indicator = rules_->indicators()[index];
  results::Sign sign;
  sign.indicator = indicator.id;
  sign.title = indicator.title;
  sign.strong = indicator.strong;
  sign.confidential = indicator.confidential;
  sign.truth = raised(index) ? results::Truth::yes : results::Truth::unknown;
  if (!raised(index)) return sign;
  sign.question = indicator.question;
  if (indicator.confidential) return sign;
  Frame frame;
  ask(indicator, on, frame);
  for (const auto& ref : raising_cells(indicator.sign->expression, frame)) {
    const auto& field = rules_->vocabulary().entity(ref.entity).fields[ref.field];
    const bool to_worker =
        field.type == facts::Type::reference && field.target == rules_->vocabulary().worker();
    if (!to_worker) sign.facts.push_back(book.add(ref));  // it would only say whose notice this is
  }
  return sign;
}

}  // namespace periksa::audit
