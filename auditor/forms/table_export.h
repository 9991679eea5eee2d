// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "auditor/forms/table_names.h"
#include "auditor/intake/filing_reader.h"

namespace periksa::forms {

/// A cell to be written; a date may become one of the program's own.
struct OutCell {
  std::string text;
  bool date = false;  ///< the text is a day, `2024-03-12`
};

/// Takes sheets row by row; rows of different sheets come in turns.
class TableSink {
 public:
  virtual ~TableSink() = default;
  /// Once for each, before any row; `name` is what a file of it would be called.
  virtual void sheet(std::size_t index, const std::string& title, const std::string& name,
                     const std::vector<std::string>& headings) = 0;
  virtual void row(std::size_t index, const std::vector<OutCell>& cells) = 0;
  /// The output takes its name; or everything that went wrong.
  virtual Result<void> finish() = 0;
};

/// Says a filing as sheets that `read_sheets` reads back with the same facts, but for pages,
/// places, raw texts, and readings of a date that its text does not tell. It looks at all of the
/// filing first, to know which columns there are, and then writes it: read the filing twice.
class TableExport {
 public:
  TableExport(const facts::Vocabulary& vocabulary, Language language);

  // First round.
  void look(const intake::Filing& filing);
  void look(const facts::Facts& worker);

  // Second round: `begin`, then the workers in their order.
  void begin(const intake::Filing& filing, TableSink& sink);
  void worker(const facts::Facts& worker);

 private:
  struct Sheet {
    std::size_t index = 0;
    std::vector<facts::FieldId> fields;
    bool any = false;
    bool sources = false;
    std::vector<bool> used;
    std::vector<bool> filled;  ///< some cell of its column has content even if nothing is absent
  };

  void look_at(const facts::Facts& facts, facts::EntityId entity);
  void add_sheet(std::size_t index, SheetMeaning::Kind table);
  void write_filing();
  void write_sources();
  void write_completeness(const facts::Facts& facts, facts::EntityId entity,
                          std::string_view worker);
  void write_completeness(const facts::Completeness& stated, const std::string& many,
                          std::string_view worker);
  void write_rows(const facts::Facts& facts, facts::EntityId entity, std::string_view worker);
  void write_row(const facts::Facts& facts, facts::EntityId entity, std::uint32_t row,
                 std::string_view worker);
  void write_reading(const facts::Facts& facts, facts::EntityId entity, std::uint32_t row,
                     std::string_view worker, std::uint32_t source, bool first);
  OutCell cell(const facts::Facts& facts, const facts::Field& field, const facts::Cell& cell) const;
  std::string known(const facts::Facts& facts, const facts::Field& field,
                    const facts::Cell& cell) const;
  std::string source_id(std::uint32_t source) const;

  const facts::Vocabulary& vocabulary_;
  Language language_;
  WrittenReader reader_;
  TableNames names_;
  std::vector<Sheet> sheets_;  // by entity
  bool completeness_ = false;
  const intake::Filing* filing_ = nullptr;
  TableSink* sink_ = nullptr;
};

}  // namespace periksa::forms
