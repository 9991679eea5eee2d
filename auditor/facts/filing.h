// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "auditor/base/date.h"
#include "auditor/facts/facts.h"
#include "auditor/facts/source.h"

namespace periksa::facts {

/// A file that a filing was read from.
struct InputFile {
  std::string file;  ///< base name only
  std::string sha256;
};

/// What a filing says of itself.
struct FilingHeader {
  std::string file;              ///< base name only
  std::string sha256;            ///< of the whole file; of a folder: of the list of its files
  std::vector<InputFile> files;  ///< where there are several
  std::vector<Part> parts;       ///< the sheets or collections that spots name
  Date closing;                  ///< the filing's own closing day: the default as-of date
  bool fictitious = false;
  std::vector<Source> sources;  ///< [0] is the filer's declaration
  std::uint32_t workers = 0;    ///< how many were read
  Completeness workers_completeness;
  /// What a case sheet tells of the matter itself, by path (docs/case-sheet.md); all of it private.
  std::map<std::string, std::string> matter;
};

}  // namespace periksa::facts
