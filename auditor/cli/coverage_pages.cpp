// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/coverage_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace periksa::cli {
namespace {

using Json = nlohmann::ordered_json;
using ruleset::Covered;
using State = Covered::State;

constexpr std::size_t kStates = 6;

const Bilingual& words_for(State state) {
  static const std::array<Bilingual, kStates> words{
      {{"diperiksa", "checked"},
       {"diperiksa sebagian", "checked in part"},
       {"pertanyaan kepada orang", "question to a person"},
       {"bukan kewajiban P3MI", "not the agency's duty"},
       {"tidak dikodekan", "not coded"},
       {"belum dikerjakan", "to do"}}};
  return words[static_cast<std::size_t>(state)];
}

/// The ids of what checks a row: rules, indicators, measures.
std::vector<std::string> ids_of(const Covered& row) {
  std::vector<std::string> ids;
  for (const auto* rule : row.rules) ids.push_back(rule->id);
  for (const auto* indicator : row.indicators) ids.push_back(indicator->id);
  for (const auto* measure : row.measures) ids.push_back(measure->id);
  return ids;
}

std::string rules_of(const Covered& row, std::string_view quote) {
  std::string text;
  for (const auto& id : ids_of(row))
    text += fmt::format("{}{}{}{}", text.empty() ? "" : ", ", quote, id, quote);
  return text;
}

std::string reasons_of(const Covered& row, Language language) {
  std::string text;
  for (const auto* left : row.left) text += (text.empty() ? "" : " ") + left->why.in(language);
  return text;
}

/// A cell of a Markdown table.
std::string cell(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2)
    text.insert(at, 1, '\\');
  return text;
}

std::string totals(const Coverage& coverage, Language language) {
  std::string text;
  for (std::size_t i = 0; i < kStates; ++i) {
    const auto state = static_cast<State>(i);
    const auto count = count_of(coverage, state);
    if (count == 0) continue;
    text +=
        fmt::format("{}{}: {}", text.empty() ? "" : " · ", words_for(state).in(language), count);
  }
  return text;
}

}  // namespace

std::size_t count_of(const Coverage& coverage, State state) {
  std::size_t count = 0;
  for (const auto& part : coverage)
    count += static_cast<std::size_t>(std::ranges::count(part.rows, state, &Covered::state));
  return count;
}

std::string coverage_text(const Coverage& coverage, Language language) {
  std::string text;
  for (const auto& part : coverage) {
    text += part.part->title.in(language) + '\n';
    for (const auto& row : part.rows) {
      text += fmt::format("  {:<12} {:<24} {}\n", row.row, words_for(row.state).in(language),
                          rules_of(row, ""));
      if (!row.left.empty()) text += fmt::format("{:40}{}\n", "", reasons_of(row, language));
    }
  }
  return text + totals(coverage, language) + '\n';
}

std::string coverage_page(const Coverage& coverage, Language language) {
  const bool id = language == Language::id;
  std::string text =
      id ? "# Cakupan hukum\n\nDibuat oleh `periksa rules coverage --format markdown`; "
           "jangan disunting.\n\n"
         : "# What is covered of the law\n\nMade by `periksa --lang en rules coverage "
           "--format markdown`; not to be edited.\n\n";
  text += totals(coverage, language) + '\n';
  for (const auto& part : coverage) {
    text += fmt::format("\n## {}\n\n", part.part->title.in(language));
    text += id ? "| baris | keadaan | aturan | yang tersisa atau alasannya |\n|---|---|---|---|\n"
               : "| row | state | rules | what is left, or why |\n|---|---|---|---|\n";
    for (const auto& row : part.rows) {
      text += fmt::format("| {} | {} | {} | {} |\n", row.row, words_for(row.state).in(language),
                          rules_of(row, "`"), cell(reasons_of(row, language)));
    }
  }
  return text;
}

std::string coverage_json(const Coverage& coverage) {
  const auto both = [](const Bilingual& text) { return Json{{"id", text.id}, {"en", text.en}}; };
  Json parts = Json::array();
  for (const auto& part : coverage) {
    Json rows = Json::array();
    for (const auto& row : part.rows) {
      Json left = Json::array();
      for (const auto* one : row.left)
        left.push_back({{"id", one->id}, {"kind", one->kind}, {"why", both(one->why)}});
      Json provisions = Json::array();
      for (const auto* provision : row.stands) provisions.push_back(provision->id);
      rows.push_back({{"row", row.row},
                      {"state", to_string(row.state)},
                      {"rules", ids_of(row)},
                      {"left", std::move(left)},
                      {"provisions", std::move(provisions)}});
    }
    parts.push_back(
        {{"id", part.part->id}, {"title", both(part.part->title)}, {"rows", std::move(rows)}});
  }
  return Json{{"parts", std::move(parts)}}.dump(1) + '\n';
}

}  // namespace periksa::cli
