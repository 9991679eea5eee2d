// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/facts/vocabulary.h"
#include "auditor/forms/written.h"

namespace periksa::forms {

/// A name as headings are compared: small letters, punctuation as blanks, common abbreviations
/// (`tgl`, `no`, `jml`, `telp` …) written out.
std::string plain_name(std::string_view name);

/// What a sheet holds.
struct SheetMeaning {
  enum class Kind : std::uint8_t {
    unknown,
    records,      ///< of `entity`, a row each
    filing,       ///< what the filing says of itself: a name and a value a row
    sources,      ///< papers and statements that values refer to
    collections,  ///< what is said of the completeness of lists
    guide,        ///< the template's own words to who fills it in; not read
    choices       ///< the template's hidden lists of what may be chosen; not read
  };
  Kind kind = Kind::unknown;
  facts::EntityId entity = 0;
};
using SheetKind = SheetMeaning::Kind;

/// What a column holds.
struct ColumnMeaning {
  enum class Kind : std::uint8_t { unknown, ambiguous, field, id, worker, source, page };
  Kind kind = Kind::unknown;
  facts::FieldId field = 0;
  std::optional<Currency> currency{};  ///< that the heading names: `Jumlah (Rp)`
  std::vector<facts::FieldId> could_be{};

  bool operator==(const ColumnMeaning& other) const {
    return kind == other.kind && field == other.field;
  }
};
using ColumnKind = ColumnMeaning::Kind;

/// Names of sheets and headings of columns: what the vocabulary calls an entity or a field, in its
/// own name, its Indonesian or English label, a label without what stands in its brackets, or a
/// name it is known by, in that order; a name that two fields share is ambiguous.
class TableNames {
 public:
  explicit TableNames(const facts::Vocabulary& vocabulary);

  SheetMeaning sheet(std::string_view name) const;
  ColumnMeaning column(facts::EntityId entity, std::string_view heading) const;

  /// All that the heading may mean, by the names a mapping gives them: fields, `id`, `worker` …
  std::vector<std::string> meanings(facts::EntityId entity, std::string_view heading) const;

  /// What templates and exports write, chosen so that it is read back as what it stands for: the
  /// label, of a sheet cut to the 31 characters there are; where that means something else, the
  /// vocabulary's own name.
  std::string title(facts::EntityId entity, Language language) const;
  std::string heading(facts::EntityId entity, facts::FieldId field, Language language) const;

  /// Column of the tables of sources and completeness, or of the filing's own rows: `document`,
  /// `closing` …; empty if there is no such.
  std::string_view key(SheetMeaning::Kind table, std::string_view heading) const;
  /// Those there are.
  static std::vector<std::string_view> keys(SheetMeaning::Kind table);

 private:
  struct Columns {
    std::vector<std::map<std::string, std::vector<ColumnMeaning>>> tiers;
  };

  static void add_column(Columns& columns, std::size_t tier, std::string_view name,
                         const ColumnMeaning& meaning);
  Columns columns_of(const facts::Entity& entity) const;
  struct Found {
    const std::vector<ColumnMeaning>* all = nullptr;
    std::optional<Currency> currency{};
  };
  const std::vector<ColumnMeaning>* find_all(facts::EntityId entity, const std::string& name) const;
  Found find(facts::EntityId entity, std::string_view heading) const;

  const facts::Vocabulary& vocabulary_;
  CurrencyNames currencies_;
  std::map<std::string, SheetMeaning> sheets_;
  std::vector<Columns> columns_;
};

/// Whether a sheet of this name says what the filing is.
bool names_filing(std::string_view name);

/// What the template calls tables that are no records, and reserved columns.
std::string sheet_title(SheetMeaning::Kind table, Language language);
std::string column_title(ColumnMeaning::Kind reserved, Language language);
std::string key_title(SheetMeaning::Kind table, std::string_view key, Language language);

}  // namespace periksa::forms
