// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/base/money.h"
#include "auditor/facts/vocabulary.h"
#include "auditor/forms/written.h"

namespace periksa::forms {

/// How one program's export is read: which sheet holds what, under which headings (docs/tables.md).
/// A row may hold several records, say a worker, a passport and the custody of papers.
struct Mapping {
  struct Column {
    std::string heading;
    std::string field;  ///< of the record; or id, worker, source, page
    std::optional<Currency> currency{};
    DateOrder dates = DateOrder::unknown;
    std::map<std::string, std::string> words{};  ///< what is written there, in small letters: means
    Position at{};
  };
  struct Constant {
    std::string field;
    std::string value;  ///< as in a filing
    Position at{};
  };
  struct Record {
    std::string entity;
    std::string name;  ///< tells records of one row apart, where there are several
    std::vector<Column> columns;
    std::vector<Constant> constants;
    Position at{};
  };
  struct Sheet {
    std::string name;
    std::uint32_t heading_row = 1;
    std::vector<Record> records;
    std::vector<std::string> ignored;  ///< headings that are known and not read
    bool skipped = false;
    Position at{};
  };
  struct Source {
    std::string id;
    std::string document;
    std::string asserter;
    std::string file;
  };

  std::string file;                           ///< base name
  std::string sha256;                         ///< of its text: part of what was read
  std::map<std::string, std::string> filing;  ///< closing, asserter, fictitious
  std::vector<Source> sources;
  std::vector<Sheet> sheets;

  const Sheet* find(std::string_view name) const;
};

/// Reads a mapping and holds its names against the vocabulary.
Result<Mapping> read_mapping(const std::filesystem::path& file,
                             const facts::Vocabulary& vocabulary);
Result<Mapping> parse_mapping(std::string text, const std::string& name,
                              const facts::Vocabulary& vocabulary);

}  // namespace periksa::forms
