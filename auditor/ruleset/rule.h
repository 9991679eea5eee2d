// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/language/checker.h"
#include "auditor/language/program.h"
#include "auditor/law/register.h"
#include "auditor/results/verdict.h"

/// Rules as they are loaded from `rules/duties/` (docs/writing-rules.md): checked, lowered,
/// immutable.
namespace periksa::ruleset {

/// An expression with its program; the program's views point into the expression, so it stays where
/// it is.
struct Checked {
  language::Expression expression;
  language::Program program;
  language::ValueType type;
  TextPlaces places;
};
using CheckedPtr = std::unique_ptr<const Checked>;

struct Cite {
  const law::Provision* provision = nullptr;
  std::string proves;
  Position at;
};

/// The rule under one text of the law.
struct Version {
  law::Window window;
  std::vector<Cite> cites;
  std::vector<language::Let> lets;
  CheckedPtr when;  // null: applies to every subject
  CheckedPtr due;   // null: no day in the law
  CheckedPtr require;
  std::map<std::string, CheckedPtr> arguments;  // of the sentences' placeholders
  CheckedPtr amount;                            // null: worth nothing
  Position at;
};

/// What a card shows beside what the condition read: a path from a variable, or a field of every
/// record of a collection.
struct Show {
  std::uint16_t variable = 0;
  std::optional<facts::EntityId> collection;
  std::vector<facts::FieldId> steps;
  std::vector<facts::EntityId> owners;
  bool year_only = false;
};

struct Ask {
  facts::EntityId entity = 0;
  facts::FieldId field = 0;
  Bilingual text;
};

struct RuleRemedy {
  std::string who;
  Bilingual text;
};

/// Changes to a base filing and the verdict they must lead to (docs/writing-rules.md, Examples).
struct Example {
  std::string expect;
  std::string reason;
  std::string set;
  std::string drop;
  std::string none;
  std::string as_of;
  std::string records;  // XML of the records added
  Position at;
};

/// The kinds of warnings of `rules lint`, as `<allow lint="…">` names them.
inline constexpr std::array<std::string_view, 7> kLints{
    "boundary", "condition", "example", "limit-ended", "number", "placeholder", "text-ended"};

/// A warning of `rules lint` that the author has looked at and lets stand.
struct Allow {
  std::string lint;
  std::string part;  // the piece it is about; empty: every warning of the kind
  Bilingual why;
  Position at;
};

struct Rule {
  std::string id;
  results::Tier tier = results::Tier::law;
  std::vector<std::string> accounts;
  Bilingual met;
  Bilingual breach;

  facts::EntityId entity = 0;  // of the subject
  std::vector<language::Variable> variables;
  bool reads_workers = false;
  CheckedPtr event;               // null: the as-of date
  CheckedPtr planned;             // may be null
  std::vector<Version> versions;  // ascending

  std::string defeats;                  // set on exceptions: the rule they excuse
  std::vector<std::size_t> exceptions;  // indexes in the rule set of the rules that excuse this one
  results::Severity severity = results::Severity::major;
  std::vector<Show> evidence;
  std::vector<Ask> asks;
  std::map<std::string, Bilingual> sentences;  // by verdict
  std::vector<RuleRemedy> remedies;
  Bilingual question;
  std::string amount_kind;
  std::string amount_of;
  std::vector<std::string> with;
  std::string example_base;
  std::vector<Example> examples;
  std::vector<Allow> allows;
  Position at;
  std::string file;  // relative to the rules folder

  bool is_exception() const { return !defeats.empty(); }
  /// Whether subjects are workers or records of workers, so that one worker's facts suffice.
  bool of_worker(const facts::Vocabulary& vocabulary) const {
    return entity == vocabulary.worker() || vocabulary.entity(entity).in_worker;
  }
};

}  // namespace periksa::ruleset
