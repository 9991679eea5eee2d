// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "auditor/forms/element_writer.h"

namespace periksa::forms {

/// A filing of a case as the writer of elements sees it.
struct Told {
  std::string name;  ///< the part's, in front of its ids
  const intake::Filing* filing = nullptr;
  std::uint16_t first_part = 0;  ///< index of its lines; its own parts come behind
  std::vector<std::vector<std::string>> shared_ids;  ///< by entity and row: as written in the case
  std::vector<std::string> worker_ids;               ///< by ordinal
  bool earlier = false;  ///< it was closed before the case: what it knew as "not yet" may have come
};

/// One part's telling of a record.
struct Telling {
  const Told* part = nullptr;
  const facts::Facts* facts = nullptr;
  std::uint32_t row = 0;
};

/// How a part's reference inside a worker is written in the case.
using OwnIds = std::function<std::string(const Telling& from, facts::EntityId, std::uint32_t row)>;

/// Writes records that have been read once more as elements: what each part tells of one record
/// becomes one record, every value with its part's source and its first place.
class FactsWriter {
 public:
  FactsWriter(const facts::Vocabulary& vocabulary, ElementWriter& writer)
      : vocabulary_(vocabulary), writer_(writer) {}

  /// All but the end tag.
  void open(facts::EntityId entity, const std::string& id, std::span<const Telling> tellings,
            const OwnIds& own_ids);
  void close(facts::EntityId entity) { writer_.close(vocabulary_.entity(entity).name); }

  /// What one part says of a list.
  struct Stated {
    const Told* part = nullptr;
    facts::Completeness completeness;
    facts::Spot at;
  };
  /// What the parts together say of a list: nothing where one contradicts itself or two say
  /// different things, as then nobody knows what the list lacks.
  void completeness(const std::string& many, std::span<const Stated> stated);

  /// How many fields of an earlier part were "not yet" and are written as unreadable.
  std::size_t overtaken(const Told& part) const;

  static std::string source_id(const Told& part, std::uint32_t source);
  static facts::Spot spot(const Told& part, facts::Spot spot);

 private:
  struct Later {
    const facts::Field* field;
    std::string source;
    Written written;
    Telling by;
    std::uint32_t at;
  };

  void take(facts::EntityId entity, const Telling& telling, const Telling& first,
            const OwnIds& own_ids);
  void put(const facts::Field& field, const facts::Cell& cell, const Telling& by, bool plain,
           Written written);
  bool is_same_key(facts::EntityId entity, facts::FieldId field, const Telling& telling,
                   const Telling& first) const;
  Written said(const facts::Field& field, const facts::Cell& cell, const Telling& by,
               const OwnIds& own_ids) const;
  std::string known(const facts::Field& field, const facts::Cell& cell, const Telling& by,
                    const OwnIds& own_ids) const;
  std::string target(const facts::Field& field, const facts::Cell& cell, const Telling& by,
                     const OwnIds& own_ids) const;

  const facts::Vocabulary& vocabulary_;
  ElementWriter& writer_;
  std::vector<Later> later_;
  std::map<const Told*, std::size_t> overtaken_;
};

}  // namespace periksa::forms
