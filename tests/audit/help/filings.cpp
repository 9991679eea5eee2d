// SPDX-License-Identifier: Apache-2.0
#include "tests/audit/help/filings.h"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <stdexcept>

#include "auditor/audit/example_filing.h"
#include "auditor/ruleset/xml_text.h"
#include "tests/ruleset/mini/temp_folder.h"

namespace periksa::test {
namespace {

std::runtime_error told(const Diagnostics& problems) {
  std::string text = "refused:";
  for (const auto& problem : problems) text += '\n' + render(problem, Language::en);
  return std::runtime_error(text);
}

}  // namespace

const ruleset::RuleSet& shipped_rules() {
  static const auto rules = [] {
    auto loaded = ruleset::RuleSet::load(std::filesystem::path(PERIKSA_SOURCE_DIR) / "rules");
    if (!loaded) throw told(loaded.error());
    return std::move(*loaded);
  }();
  return *rules;
}

std::string base(std::string_view name) {
  const auto folder = std::filesystem::path(PERIKSA_SOURCE_DIR) / "rules/examples";
  return slurp(folder / (std::string(name) + ".xml"));
}

std::string changed(const std::string& filing, const Change& change) {
  ruleset::Example example;
  example.set = change.set;
  example.drop = change.drop;
  example.none = change.none;
  example.records = change.add;
  auto text = audit::example_filing(filing, example, shipped_rules().vocabulary());
  if (!text) throw told(text.error());
  return *text;
}

std::string replaced(std::string filing, std::string_view piece, std::string_view by) {
  const auto at = filing.find(piece);
  if (at == std::string::npos || filing.find(piece, at + 1) != std::string::npos)
    throw std::runtime_error("not exactly once in the filing: " + std::string(piece));
  return filing.replace(at, piece.size(), by);
}

results::Results audited(const ruleset::RuleSet& rules, const std::string& filing,
                         audit::Options options) {
  auto done = audit::audit_text(rules, filing, "filing.xml", options);
  if (!done) throw told(done.error());
  return std::move(done->results);
}

results::Results audited(const ruleset::RuleSet& rules, const std::string& filing,
                         std::string_view as_of) {
  audit::Options options;
  options.as_of = parse_iso_date(as_of);
  if (!options.as_of) throw std::runtime_error("no date: " + std::string(as_of));
  return audited(rules, filing, options);
}

Outcome outcome(const results::Results& results, std::string_view rule) {
  for (const auto& one : results.rules) {
    if (one.id != rule) continue;
    Outcome found;
    bool first = true;
    for (const auto& run : one.runs) {
      if (!first && run.verdict <= found.verdict) continue;
      found = {run.verdict, run.reason};
      first = false;
    }
    return found;
  }
  throw std::runtime_error("no such rule in the results: " + std::string(rule));
}

std::string word(const Outcome& outcome) {
  std::string text(to_string(outcome.verdict));
  return outcome.reason.empty() ? text : text + '/' + outcome.reason;
}

const results::Finding* finding(const results::Results& results, std::string_view rule,
                                std::string_view subject) {
  for (const auto& one : results.findings) {
    if (one.rule == rule && (subject.empty() || one.subject == subject)) return &one;
  }
  return nullptr;
}

std::vector<std::string> causes(const results::Results& results, const results::Finding& finding) {
  std::vector<std::string> list;
  for (const auto& missing : finding.missing) {
    const auto& fact = results.facts.at(missing.fact);
    std::string name = fact.entity;
    if (!fact.field.empty()) name += '.' + fact.field;
    list.push_back(name + ' ' + missing.cause);
  }
  std::sort(list.begin(), list.end());
  return list;
}

void each_open_example(const std::function<void(const OpenExample&)>& each) {
  const auto& rules = shipped_rules();
  audit::ExampleBases bases(rules.folder());
  for (const auto& rule : rules.rules()) {
    if (rule.is_exception()) continue;
    for (const auto& example : rule.examples) {
      if (example.expect == "met" || example.expect.starts_with("not-")) continue;
      auto text =
          audit::example_filing(**bases.text(rule.example_base), example, rules.vocabulary());
      if (!text) throw told(text.error());
      each({rule, example, std::move(*text),
            rule.id + ": " + example.set + " / " + example.drop + " / " + example.none});
    }
  }
}

std::vector<std::vector<std::string>> table(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> cells;
    std::size_t from = 0;
    for (;;) {
      const auto bar = line.find(" | ", from);
      cells.push_back(one_line(line.substr(from, bar - from)));
      if (bar == std::string::npos) break;
      from = bar + 3;
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

}  // namespace periksa::test
