// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "auditor/audit/boundaries.h"
#include "auditor/audit/boundary_points.h"

namespace periksa::audit {
namespace {

using ruleset::Warning;

Bilingual joined(const std::vector<Bilingual>& words) {
  Bilingual all;
  for (const auto& word : words) {
    all.id += (all.id.empty() ? "" : ", ") + word.id;
    all.en += (all.en.empty() ? "" : ", ") + word.en;
  }
  return all;
}

void boundaries(const ruleset::RuleSet& rules, const ruleset::Rule& rule, ExampleBases& bases,
                std::vector<Warning>& out) {
  for (const auto& gap : test_boundaries(rules, rule, bases).gaps) {
    const Bilingual sides = joined(gap.sides);
    out.push_back(
        {"boundary",
         gap.at,
         gap.text,
         {fmt::format("tidak ada contoh dengan \"{}\" {}; misalnya contoh baris {} dengan {}",
                      gap.text, sides.id, gap.base.line, gap.hint),
          fmt::format("no example has \"{}\" {}; for instance the one of line {} with {}", gap.text,
                      sides.en, gap.base.line, gap.hint)}});
  }
}

/// What the examples made of each version's `when`.
struct Reached {
  bool at_all = false;
  bool yes = false;
  bool no = false;
};

void versions(const ruleset::RuleSet& rules, const ruleset::Rule& rule, ExampleBases& bases,
              std::vector<Warning>& out) {
  const auto base = bases.text(rule.example_base);
  if (!base) return;
  std::map<const ruleset::Version*, Reached> reached;
  Points points(rules, rule);
  for (const auto& example : rule.examples) {
    const auto filing = example_filing(**base, example, rules.vocabulary());
    if (!filing) continue;
    points.judge_all(*filing, parse_iso_date(example.as_of), [&](std::size_t, const Judged& j) {
      for (const auto& parts : j.judgement.parts) {
        auto& one = reached[parts.version];
        one.at_all = true;
        one.yes = one.yes || language::is_true(parts.when);
        one.no = one.no || parts.when == language::Truth::no;
      }
    });
  }
  const auto warn = [&](const Position& at, const char* id, const char* en) {
    out.push_back({"example", at, {}, {id, en}});
  };
  for (const auto& version : rule.versions) {
    const Reached& one = reached[&version];
    if (!one.at_all) {
      warn(version.at, "tidak ada contoh yang sampai ke versi ini",
           "no example reaches this version");
    } else if (version.when && !one.yes) {
      warn(version.when->places.at(0), "tidak ada contoh yang membuat when benar",
           "no example makes when true");
    } else if (version.when && !one.no) {
      warn(version.when->places.at(0), "tidak ada contoh yang membuat when salah",
           "no example makes when false");
    }
  }
}

void let_stand(const ruleset::Rule& rule, std::vector<Warning>& warnings) {
  for (const auto& allow : rule.allows) {
    const auto before = warnings.size();
    std::erase_if(warnings, [&](const Warning& warning) {
      return warning.lint == allow.lint && (allow.part.empty() || allow.part == warning.part);
    });
    if (warnings.size() < before) continue;
    warnings.push_back({"allow",
                        allow.at,
                        allow.part,
                        {"<allow> ini tidak mengizinkan apa pun; hapuslah",
                         "this <allow> lets nothing stand; take it out"}});
  }
}

}  // namespace

std::vector<Warning> lint(const ruleset::RuleSet& rules, const ruleset::Rule& rule,
                          ExampleBases& bases) {
  auto warnings = ruleset::lint_warnings(rules, rule);
  versions(rules, rule, bases, warnings);
  boundaries(rules, rule, bases, warnings);
  let_stand(rule, warnings);
  std::ranges::stable_sort(warnings, {},
                           [](const Warning& w) { return std::pair(w.at.line, w.at.column); });
  return warnings;
}

}  // namespace periksa::audit
