// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/sheet_guess.h"

#include <algorithm>
#include <map>

#include "auditor/forms/heading_row.h"
#include "auditor/forms/written_parts.h"

namespace periksa::forms {
namespace {

using Choice = GuessedColumn::Choice;

constexpr int kWhole = 840;         // divisible by how many entities know a name, up to eight
constexpr int kNamed = 4 * kWhole;  // a sheet called like an entity weighs as much as four headings

bool is_reserved(std::string_view field) {
  return field == "id" || field == "worker" || field == "source" || field == "page";
}

/// A heading on one line.
std::string one_line(std::string_view text) {
  std::string line;
  for (const auto& word : split_at(trimmed(text), " \n\r\t"))
    (line += line.empty() ? "" : " ") += word;
  return line;
}

class SheetGuess {
 public:
  SheetGuess(const KeptSheet& kept, const RowStore& store, const facts::Vocabulary& vocabulary,
             const TableNames& names)
      : kept_(kept), store_(store), vocabulary_(vocabulary), names_(names) {}

  GuessedSheet run() {
    take_headings();
    if (guess_.heading_row == 0) return std::move(guess_);
    const auto best = best_entities();
    if (best.size() != 1) {
      guess_.could_be = best;
      for (auto& column : columns_) guess_.open.push_back(std::move(column));
      return std::move(guess_);
    }
    guess_.records.push_back({best.front(), {}});
    place(best.front());
    return std::move(guess_);
  }

 private:
  using Entities = std::vector<facts::EntityId>;

  std::vector<Choice> meanings(const sheets::Cell& cell) const {
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < vocabulary_.entities().size(); ++i) {
      const auto entity = static_cast<facts::EntityId>(i);
      for (auto& field : names_.meanings(entity, one_line(cell.text)))
        choices.push_back({entity, std::move(field)});
    }
    return choices;
  }

  void take_headings() {
    const auto headings = find_headings(
        kept_, store_, [&](const sheets::Cell& cell) { return !meanings(cell).empty(); });
    if (!headings) return;
    guess_.heading_row = headings->number;
    guess_.first = headings->index + 1;
    for (const auto& cell : headings->cells)
      columns_.push_back({cell.column, one_line(cell.text), meanings(cell)});
  }

  Entities entities_of(const GuessedColumn& column) const {
    Entities entities;
    for (const auto& [entity, field] : column.choices) {
      if (!is_reserved(field) && std::ranges::find(entities, entity) == entities.end())
        entities.push_back(entity);
    }
    return entities;
  }

  /// Those that fit the headings best; none where they speak of no entity in particular.
  Entities best_entities() const {
    std::map<facts::EntityId, int> score;
    std::map<facts::EntityId, int> fields;
    for (const auto& column : columns_) {
      const auto entities = entities_of(column);
      for (const auto entity : entities) {
        score[entity] += kWhole / static_cast<int>(entities.size());
        ++fields[entity];
      }
    }
    const auto named = names_.sheet(kept_.sheet.name);
    if (named.kind == SheetMeaning::Kind::records) {
      score[named.entity] += kNamed;
      fields[named.entity] += 2;
    }
    Entities best;
    int most = 0;
    for (const auto& [entity, points] : score) {
      if (fields[entity] < 2 || points < most) continue;
      if (points > most) best.clear();
      most = points;
      best.push_back(entity);
    }
    return best;
  }

  /// What the column may mean in the sheet's own record or, of a worker's row, in others of it.
  std::vector<Choice> choices_here(const GuessedColumn& column, facts::EntityId own) const {
    std::vector<Choice> here;
    const auto add = [&](bool wanted, const Choice& choice) {
      if (wanted) here.push_back(choice);
    };
    for (const auto& choice : column.choices) add(choice.entity == own, choice);
    if (!here.empty() || own != vocabulary_.worker()) return here;
    for (const auto& choice : column.choices) {
      add(vocabulary_.entity(choice.entity).in_worker && !is_reserved(choice.field), choice);
    }
    return here;
  }

  void place(facts::EntityId own) {
    std::map<std::pair<facts::EntityId, std::string>, int> times;
    for (auto& column : columns_) column.choices = choices_here(column, own);
    if (vocabulary_.entity(own).in_worker && !names_worker()) doubt_ids(own);
    for (auto& column : columns_) {
      if (column.choices.size() == 1)
        ++times[{column.choices.front().entity, column.choices.front().field}];
    }
    for (auto& column : columns_) {
      const bool certain =
          column.choices.size() == 1 &&
          times[{column.choices.front().entity, column.choices.front().field}] == 1;
      if (certain) {
        record_of(column.choices.front().entity).columns.push_back(std::move(column));
      } else {
        guess_.open.push_back(std::move(column));
      }
    }
  }

  bool names_worker() const {
    return std::ranges::any_of(columns_, [](const auto& column) {
      return std::ranges::find(column.choices, "worker", &Choice::field) != column.choices.end();
    });
  }

  /// Where no column says whose a record is, `ID` may be the worker's.
  void doubt_ids(facts::EntityId own) {
    for (auto& column : columns_) {
      const bool id =
          std::ranges::find(column.choices, "id", &Choice::field) != column.choices.end();
      if (id) column.choices.push_back({own, "worker"});
    }
  }

  GuessedRecord& record_of(facts::EntityId entity) {
    const auto at = std::ranges::find(guess_.records, entity, &GuessedRecord::entity);
    if (at != guess_.records.end()) return *at;
    guess_.records.push_back({entity, {}});
    return guess_.records.back();
  }

  const KeptSheet& kept_;
  const RowStore& store_;
  const facts::Vocabulary& vocabulary_;
  const TableNames& names_;
  std::vector<GuessedColumn> columns_;
  GuessedSheet guess_;
};

}  // namespace

GuessedSheet guess_sheet(const KeptSheet& kept, const RowStore& store,
                         const facts::Vocabulary& vocabulary, const TableNames& names) {
  return SheetGuess(kept, store, vocabulary, names).run();
}

}  // namespace periksa::forms
