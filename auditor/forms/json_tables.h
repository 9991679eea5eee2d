// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/name_index.h"
#include "auditor/facts/places.h"
#include "auditor/facts/vocabulary.h"

namespace periksa::forms {

/// The objects of one kind in a JSON filing (docs/json.md): which names they know.
struct JsonTable {
  enum class Kind : std::uint8_t { filing, source, completeness, record, reading };
  Kind kind = Kind::record;
  const facts::Entity* entity = nullptr;  ///< of records
  std::string_view element{};             ///< as the XML of a filing calls them
  std::uint16_t part = 0;                 ///< for spots: 1 + its index in JsonTables::parts
  bool single = false;                    ///< one object may stand without a list around it
  std::vector<std::string_view> keys{};   ///< an index in them is the key of a spot
  NameIndex index{};
  std::vector<std::string_view> required{};
};
using JsonTableKind = JsonTable::Kind;

/// All of them, made of a vocabulary, which outlives them.
class JsonTables {
 public:
  /// `file`: what places call the document.
  JsonTables(const facts::Vocabulary& vocabulary, std::string file);

  const std::vector<facts::Part>& parts() const { return parts_; }
  const JsonTable& filing() const { return tables_[kFiling]; }
  const JsonTable& workers() const { return tables_[first_ + worker_]; }
  /// One reading of a field, `{"value": …, "source": …}`; it has no part of its own.
  const JsonTable& reading() const { return reading_; }
  /// What stands under a name of the filing or of a worker: a list of these; or null.
  const JsonTable* in_filing(std::string_view name) const;
  const JsonTable* in_worker(std::string_view name) const;
  bool is_in_worker(const JsonTable& table) const {
    return table.part > 0 && parts_[table.part - 1U].in_worker;
  }

 private:
  static constexpr std::size_t kFiling = 0;
  static constexpr std::size_t kSources = 1;
  static constexpr std::size_t kCompleteness = 2;
  static constexpr std::size_t kOfWorker = 3;
  static constexpr std::size_t first_ = 4;

  void add(JsonTable table, std::string name, bool in_worker);
  void add_records(const facts::Entity& entity);

  const facts::Vocabulary& vocabulary_;
  std::string file_;
  facts::EntityId worker_;
  JsonTable reading_;
  std::vector<JsonTable> tables_;  // from first_ on by entity
  std::vector<facts::Part> parts_;
};

}  // namespace periksa::forms
