// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/rule_set.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/nearest.h"
#include "auditor/ruleset/lint.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::ruleset {
namespace {

void append(Diagnostics& all, Diagnostics more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

template <class T>
bool take(std::optional<T>& into, Result<T> from, Diagnostics& problems) {
  if (!from) {
    append(problems, std::move(from.error()));
    return false;
  }
  into.emplace(std::move(*from));
  return true;
}

/// Of a list ascending by id: two that share one.
template <class List>
void refuse_twice(const List& list, Diagnostics& problems) {
  for (std::size_t i = 1; i < list.size(); ++i) {
    if (list[i].id != list[i - 1].id) continue;
    complain(problems, list[i].at,
             fmt::format("id {} sudah dipakai di {}", list[i].id, to_string(list[i - 1].at)),
             fmt::format("the id {} is taken by {}", list[i].id, to_string(list[i - 1].at)));
  }
}

/// Adds what an expression reads of workers and their records.
void collect_reads(const language::Expression& expression, const facts::Vocabulary& vocabulary,
                   facts::Columns& columns) {
  const auto add = [&](facts::EntityId entity, facts::FieldId field) {
    const bool of_worker = entity == vocabulary.worker() || vocabulary.entity(entity).in_worker;
    if (of_worker) columns.add(entity, field);
  };
  for (const auto& node : expression.nodes) {
    for (std::size_t i = 0; i < node.steps.size(); ++i) add(node.owners[i], node.steps[i]);
    if (node.this_version) add(node.entity, node.version_field_id);
  }
}

}  // namespace

Result<std::unique_ptr<RuleSet>> RuleSet::load(const std::filesystem::path& folder) {
  std::unique_ptr<RuleSet> set(new RuleSet);
  set->folder_ = folder;
  Diagnostics problems;
  auto manifest = compare_manifest(folder);
  if (!manifest) return std::unexpected(std::move(manifest.error()));
  set->manifest_ = std::move(*manifest);
  const bool ground =
      take(set->vocabulary_, facts::Vocabulary::load(folder), problems) &&
      take(set->law_, law::Register::load(folder), problems) &&
      take(set->limits_, law::Limits::load(folder, *set->vocabulary_, *set->law_), problems);
  if (!ground) return std::unexpected(std::move(problems));
  set->load_duties(problems);
  set->load_patterns(problems);
  set->load_indicators(problems);
  set->load_measures(problems);
  set->load_papers(problems);
  set->link_exceptions(problems);
  if (!problems.empty()) return std::unexpected(std::move(problems));
  set->find_retained();
  return set;
}

void RuleSet::load_duties(Diagnostics& problems) {
  const Ground ground{&*vocabulary_, &*law_, &*limits_};
  for (const auto& path : xml_files_below(folder_ / "duties")) {
    auto file = DataFile::load(path);
    if (!file) {
      append(problems, std::move(file.error()));
      continue;
    }
    auto rule = read_rule(*file, ground);
    if (!rule) {
      append(problems, std::move(rule.error()));
      continue;
    }
    rule->file = path.lexically_relative(folder_).generic_string();
    append(problems, lint_rule(*rule));
    check_accounts(rule->accounts, rule->at, problems);
    rules_.push_back(std::move(*rule));
  }
  std::sort(rules_.begin(), rules_.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
  refuse_twice(rules_, problems);
}

void RuleSet::check_accounts(const std::vector<std::string>& accounts, const Position& at,
                             Diagnostics& problems) const {
  for (const auto& row : accounts) {
    if (law_->may_be_row(row)) continue;
    complain(problems, at,
             fmt::format("accounts: \"{}\" bukan baris rujukan hukum (law/rows.xml)", row),
             fmt::format("accounts: \"{}\" is no row of the legal reference (law/rows.xml)", row));
  }
}

void RuleSet::load_patterns(Diagnostics& problems) {
  for (const auto& path : xml_files_below(folder_ / "patterns")) {
    auto file = DataFile::load(path);
    if (!file) {
      append(problems, std::move(file.error()));
      continue;
    }
    auto pattern = read_pattern(*file, *vocabulary_);
    if (pattern) {
      patterns_.push_back(std::move(*pattern));
    } else {
      append(problems, std::move(pattern.error()));
    }
  }
  std::sort(patterns_.begin(), patterns_.end(),
            [](const Pattern& a, const Pattern& b) { return a.id < b.id; });
  for (std::size_t i = 1; i < patterns_.size(); ++i) {
    const auto& id = patterns_[i].id;
    if (id != patterns_[i - 1].id) continue;
    complain(problems, {(folder_ / "patterns").string()},
             fmt::format("id pola {} dipakai dua kali", id),
             fmt::format("the pattern id {} is used twice", id));
  }
}

void RuleSet::load_indicators(Diagnostics& problems) {
  const Ground ground{&*vocabulary_, &*law_, &*limits_};
  for (const auto& path : xml_files_below(folder_ / "indicators")) {
    auto file = DataFile::load(path);
    if (!file) {
      append(problems, std::move(file.error()));
      continue;
    }
    if (path.filename() == "screen.xml") {
      auto screen = read_screen(*file, *vocabulary_);
      if (screen) screens_.push_back(std::move(*screen));
      if (!screen) append(problems, std::move(screen.error()));
      continue;
    }
    auto indicator = read_indicator(*file, ground);
    if (!indicator) {
      append(problems, std::move(indicator.error()));
      continue;
    }
    indicator->file = path.lexically_relative(folder_).generic_string();
    check_accounts(indicator->accounts, indicator->at, problems);
    indicators_.push_back(std::move(*indicator));
  }
  link_indicators(problems);
}

/// Puts each indicator under its screen, which its id names.
void RuleSet::link_indicators(Diagnostics& problems) {
  std::ranges::sort(indicators_, {}, &Indicator::id);
  std::ranges::sort(screens_, {}, &Screen::id);
  refuse_twice(indicators_, problems);
  refuse_twice(screens_, problems);
  for (std::size_t i = 0; i < indicators_.size(); ++i) {
    const std::string& id = indicators_[i].id;
    const auto screen = std::ranges::find(screens_, id.substr(0, id.find('/')), &Screen::id);
    if (screen != screens_.end()) {
      screen->indicators.push_back(i);
      continue;
    }
    complain(problems, indicators_[i].at,
             fmt::format("{}: saringan yang disebut id ini tidak ada (screen.xml)", id),
             fmt::format("{}: there is no screen of that name (screen.xml)", id));
  }
}

void RuleSet::load_measures(Diagnostics& problems) {
  const Ground ground{&*vocabulary_, &*law_, &*limits_};
  for (const auto& path : xml_files_below(folder_ / "measures")) {
    auto file = DataFile::load(path);
    if (!file) {
      append(problems, std::move(file.error()));
      continue;
    }
    auto measure = read_measure(*file, ground);
    if (!measure) {
      append(problems, std::move(measure.error()));
      continue;
    }
    measure->file = path.lexically_relative(folder_).generic_string();
    check_accounts(measure->accounts, measure->at, problems);
    measures_.push_back(std::move(*measure));
  }
  std::ranges::sort(measures_, {}, &Measure::id);
  refuse_twice(measures_, problems);
}

void RuleSet::load_papers(Diagnostics& problems) {
  const auto path = folder_ / "papers.xml";
  if (std::error_code error; !std::filesystem::exists(path, error)) return;
  const auto file = DataFile::load(path);
  if (!file) return append(problems, file.error());
  auto papers = read_papers(*file, *vocabulary_, *law_);
  if (!papers) return append(problems, std::move(papers.error()));
  papers_ = std::move(*papers);
}

/// Exceptions excuse rules that are no exceptions themselves: the graph is two levels deep and has
/// no cycle.
void RuleSet::link_exceptions(Diagnostics& problems) {
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const Rule& exception = rules_[i];
    for (const auto& with : exception.with) {
      if (find(with)) continue;
      complain(problems, exception.at, fmt::format("aturan \"{}\" tidak ada", with),
               fmt::format("there is no rule \"{}\"", with));
    }
    if (!exception.is_exception()) continue;
    const auto base = std::find_if(rules_.begin(), rules_.end(),
                                   [&](const Rule& r) { return r.id == exception.defeats; });
    if (base == rules_.end() || base->is_exception() || base->entity != exception.entity) {
      complain(problems, exception.at,
               fmt::format("\"{}\" bukan aturan dengan subjek yang sama", exception.defeats),
               fmt::format("\"{}\" is not a rule with the same subject", exception.defeats));
    } else {
      base->exceptions.push_back(i);
    }
  }
}

void RuleSet::find_retained() {
  retained_ = facts::Columns::none(*vocabulary_);
  for (const auto& rule : rules_) {
    if (!rule.reads_workers) continue;
    for (const auto& version : rule.versions) {
      for (const auto* part : {&version.when, &version.due, &version.require, &version.amount}) {
        if (*part) collect_reads((*part)->expression, *vocabulary_, *retained_);
      }
    }
  }
}

const Rule* RuleSet::find(std::string_view id) const {
  const auto at = std::lower_bound(rules_.begin(), rules_.end(), id,
                                   [](const Rule& r, std::string_view x) { return r.id < x; });
  return at != rules_.end() && at->id == id ? &*at : nullptr;
}

std::vector<std::string> RuleSet::ids() const {
  std::vector<std::string> ids;
  for (const auto& rule : rules_) ids.push_back(rule.id);
  for (const auto& pattern : patterns_) ids.push_back(pattern.id);
  for (const auto& indicator : indicators_) ids.push_back(indicator.id);
  for (const auto& screen : screens_) ids.push_back(screen.id);
  for (const auto& measure : measures_) ids.push_back(measure.id);
  return ids;
}

const Indicator* RuleSet::find_indicator(std::string_view id) const {
  const auto at = std::ranges::find(indicators_, id, &Indicator::id);
  return at == indicators_.end() ? nullptr : &*at;
}

}  // namespace periksa::ruleset
