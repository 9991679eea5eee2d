// SPDX-License-Identifier: Apache-2.0
#include "tests/forms/tables_reading.h"

#include <fstream>

#include "auditor/base/cell_name.h"
#include "auditor/base/csv.h"
#include "auditor/base/decimal.h"
#include "auditor/forms/any_filing.h"
#include "auditor/forms/row_store.h"
#include "auditor/sheets/sheets.h"

namespace periksa::test {
namespace {

using facts::State;
using facts::Type;

class Noting {
 public:
  explicit Noting(ReadTables& read) : read_(read) {}

  void all(const facts::Facts& facts, bool in_worker) {
    const auto& vocabulary = facts.vocabulary();
    std::string owner;
    if (in_worker) owner = std::string(facts.table(vocabulary.worker()).row(0).id) + '/';
    for (std::size_t i = 0; i < vocabulary.entities().size(); ++i) {
      const auto id = static_cast<facts::EntityId>(i);
      const auto& entity = vocabulary.entity(id);
      const bool worker = id == vocabulary.worker();
      if ((entity.in_worker || worker) != in_worker) continue;
      table(facts, id, worker ? std::string() : owner);
    }
  }

 private:
  void table(const facts::Facts& facts, facts::EntityId id, const std::string& owner) {
    const auto& entity = facts.vocabulary().entity(id);
    const auto& table = facts.table(id);
    read_.records[entity.name] += table.size();
    for (std::uint32_t row = 0; row < table.size(); ++row) {
      for (std::size_t f = 0; f < entity.fields.size(); ++f) {
        const auto name = owner + std::string(table.row(row).id) + ' ' + entity.name + '.' +
                          entity.fields[f].name;
        read_.cells[name] =
            said(facts, entity.fields[f], table.cell(row, static_cast<facts::FieldId>(f)));
      }
    }
  }

  static std::string said(const facts::Facts& facts, const facts::Field& field,
                          const facts::Cell& cell) {
    switch (cell.state) {
      case State::not_supplied:
        return "not supplied";
      case State::absent:
        return "absent";
      case State::stated_none:
        return "none";
      case State::unreadable:
        return "unreadable";
      case State::contradictory:
        return "contradictory";
      case State::known:
        break;
    }
    switch (field.type) {
      case Type::date:
        return to_iso(Date(static_cast<std::int32_t>(cell.value)));
      case Type::money:
        return to_string(Money{cell.value, unpack_currency(cell.unit)});
      case Type::code:
        return facts.vocabulary()
            .list(field.target)
            .codes[static_cast<std::size_t>(cell.value)]
            .name;
      case Type::text:
        return std::string(facts.text(cell));
      case Type::boolean:
        return cell.value != 0 ? "yes" : "no";
      case Type::reference:
        return cell.value == -1 ? "points to nothing" : "points to a record";
      case Type::integer:
        return std::to_string(cell.value);
      case Type::decimal:
      case Type::percent:
        return to_string(Decimal{cell.value});
      case Type::period:
        break;
    }
    return "known";
  }

  ReadTables& read_;
};

}  // namespace

std::string ReadTables::at(const std::string& cell) const {
  const auto found = cells.find(cell);
  return found == cells.end() ? std::string() : found->second;
}

ReadTables read_tables(const std::filesystem::path& path, const forms::Mapping* mapping) {
  ReadTables read;
  Noting noting(read);
  intake::ReadOptions options;
  options.threads = 1;
  forms::SheetOptions sheets;
  sheets.mapping = mapping;
  const auto filing = forms::read_any_filing(
      path, the_vocabulary(), options, sheets,
      [&](const intake::Filing& shared) { noting.all(*shared.shared, false); },
      [&](unsigned, std::uint32_t, facts::Facts& worker) { noting.all(worker, true); });
  const auto tell = [](const Diagnostics& all, std::vector<std::string>& into) {
    for (const auto& one : all) into.push_back(to_string(one.at) + ": " + one.text.en);
  };
  if (filing) {
    tell(filing->warnings, read.warnings);
  } else {
    tell(filing.error(), read.errors);
  }
  return read;
}

void write_as_csv(const std::filesystem::path& workbook, const std::filesystem::path& folder,
                  const ChangeCell& change) {
  forms::RowStore store;
  const auto files = sheets::read_workbook(workbook, {}, store);
  if (!files) throw std::runtime_error(files.error().front().text.en);
  std::filesystem::create_directories(folder);
  for (const auto& [sheet, rows, merged] : store.kept()) {
    if (sheet.hidden) continue;
    std::ofstream out(folder / (sheet.name + ".csv"), std::ios::binary);
    std::vector<sheets::Cell> cells;
    for (const auto& ref : rows) {
      const auto number = store.read(ref, cells);
      std::uint32_t column = 1;
      for (const auto& cell : cells) {
        for (; column < cell.column; ++column) out << ',';
        out << csv_value(change(sheet.name, number, cell.column, std::string(cell.text)));
      }
      out << '\n';
    }
  }
}

std::map<std::string, std::string> cells_in(const std::filesystem::path& workbook) {
  forms::RowStore store;
  const auto files = sheets::read_workbook(workbook, {}, store);
  if (!files) throw std::runtime_error(files.error().front().text.en);
  std::map<std::string, std::string> all;
  for (const auto& [sheet, rows, merged] : store.kept()) {
    std::vector<sheets::Cell> cells;
    for (const auto& ref : rows) {
      const auto number = store.read(ref, cells);
      for (const auto& cell : cells)
        all[sheet.name + '!' + cell_name(number, cell.column)] = cell.text;
    }
  }
  return all;
}

}  // namespace periksa::test
