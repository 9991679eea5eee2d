// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/quotes.h"

#include <algorithm>
#include <tuple>

#include "auditor/audit/provisions.h"
#include "auditor/results/summary.h"

namespace periksa::audit {
namespace {

using ruleset::Papers;
using Rows = std::vector<Quoted>;

class Quoter {
 public:
  Quoter(const facts::Facts& facts, FactBook& book, Fragment& into)
      : facts_(facts), book_(book), into_(into) {}

  void add(std::size_t index, const Papers::Table& table) {
    if (table.steps) return add_steps(index, table);
    const facts::EntityId entity = table.columns.front().entity;
    for (std::uint32_t row = 0; row < facts_.table(entity).size(); ++row) {
      results::Table::Row out = named(entity, row);
      for (const auto& column : table.columns)
        out.facts.push_back(book_.add({&facts_, entity, column.field, row}));
      into_.quoted.push_back({index, std::move(out)});
    }
  }

 private:
  results::Table::Row named(facts::EntityId entity, std::uint32_t row) const {
    return {book_.names().worker_of(entity, row), book_.names().record(entity, row), {}};
  }

  /// The days of a worker's case in their order; those of one day as they are declared.
  void add_steps(std::size_t index, const Papers::Table& table) {
    std::vector<std::tuple<std::int64_t, facts::EntityId, facts::FieldId, std::uint32_t>> days;
    for (const auto& [entity, field] : table.columns) {
      const auto& records = facts_.table(entity);
      for (std::uint32_t row = 0; row < records.size(); ++row) {
        const auto& cell = records.cell(row, field);
        if (cell.state == facts::State::known) days.emplace_back(cell.value, entity, field, row);
      }
    }
    std::ranges::stable_sort(days, {}, [](const auto& day) { return std::get<0>(day); });
    for (const auto& [day, entity, field, row] : days) {
      results::Table::Row out = named(entity, row);
      out.facts.push_back(book_.add({&facts_, entity, field, row}));
      into_.quoted.push_back({index, std::move(out)});
    }
  }

  const facts::Facts& facts_;
  FactBook& book_;
  Fragment& into_;
};

bool is_of_worker(const Papers::Table& table, const facts::Vocabulary& vocabulary) {
  const auto entity = table.columns.front().entity;
  return entity == vocabulary.worker() || vocabulary.entity(entity).in_worker;
}

}  // namespace

void quote_worker(const Papers& papers, const facts::Facts& worker, FactBook& book,
                  Fragment& fragment) {
  const bool indicated = std::ranges::any_of(fragment.findings, results::is_indication);
  Quoter quoter(worker, book, fragment);
  for (std::size_t i = 0; i < papers.tables.size(); ++i) {
    const auto& table = papers.tables[i];
    if (!is_of_worker(table, worker.vocabulary())) continue;
    if (indicated || table.of == Papers::Table::Of::findings) quoter.add(i, table);
  }
}

void quote_agency(const Papers& papers, const facts::Facts& filing, FactBook& book,
                  Fragment& fragment) {
  Quoter quoter(filing, book, fragment);
  for (std::size_t i = 0; i < papers.tables.size(); ++i) {
    if (!is_of_worker(papers.tables[i], filing.vocabulary())) quoter.add(i, papers.tables[i]);
  }
}

void add_papers_frame(const ruleset::RuleSet& rules, Date as_of, results::Results& results) {
  const Papers& papers = rules.papers();
  const auto& vocabulary = rules.vocabulary();
  results.tables.resize(papers.tables.size());
  for (std::size_t i = 0; i < papers.tables.size(); ++i) {
    const auto& table = papers.tables[i];
    results.tables[i].id = table.id;
    results.tables[i].title = table.title;
    results.tables[i].indicated = table.of == Papers::Table::Of::indications;
    if (table.steps) continue;
    for (const auto& [entity, field] : table.columns)
      results.tables[i].columns.push_back(vocabulary.entity(entity).fields[field].label);
  }
  for (const auto& basis : papers.bases) {
    results::Basis out{basis.id, {}, {}};
    if (const auto* authority = rules.law().authority(basis.authority, as_of))
      out.authority = authority->text;
    for (const auto* provision : basis.provisions) {
      for (const auto* text : provision->on(as_of, as_of))
        out.provisions.push_back(provision_id(*provision, *text));
    }
    results.bases.push_back(std::move(out));
  }
}

}  // namespace periksa::audit
