// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "auditor/base/data_file.h"
#include "auditor/facts/vocabulary.h"
#include "auditor/law/register.h"

namespace periksa::ruleset {

/// What papers for a reader say beside findings (docs/papers.md): facts to quote, and what the
/// paper rests on. Judges nothing; `rules/papers.xml`. Immutable once loaded.
struct Papers {
  struct Column {
    facts::EntityId entity = 0;
    facts::FieldId field = 0;
  };
  struct Table {
    /// The workers whose rows are told; records of the filing are told always.
    enum class Of : std::uint8_t {
      findings,     ///< with any finding
      indications,  ///< with a breach or a suspicion that has happened, or an amount claimed
    };
    std::string id;
    Bilingual title;
    Of of = Of::findings;
    bool steps = false;  ///< every known field of `columns` is a row, in the order of its value
    std::vector<Column> columns;  ///< without steps: of one entity
  };
  struct Basis {
    std::string id;
    std::string authority;  ///< of the register; may be empty
    std::vector<const law::Provision*> provisions;
  };
  std::vector<Table> tables;
  std::vector<Basis> bases;
};

/// Every mistake is told with its place.
Result<Papers> read_papers(const DataFile& file, const facts::Vocabulary& vocabulary,
                           const law::Register& law);

}  // namespace periksa::ruleset
