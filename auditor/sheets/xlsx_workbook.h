// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/sheets/caps.h"
#include "auditor/sheets/package.h"
#include "auditor/sheets/serial_date.h"
#include "auditor/sheets/xml_part.h"

namespace periksa::sheets {

/// What a part refers to.
struct Relationship {
  std::string type;    ///< the last word of its URI: "worksheet"
  std::string target;  ///< name of a part, or as it stands where it is outside
  bool external = false;
};

/// The relationships of a part by their ids; none if it has none.
using Relationships = std::map<std::string, Relationship, std::less<>>;

/// Those of `part`, of the whole package for "". Targets are resolved to names of parts.
Result<Relationships> read_relationships(Package& package, const std::string& part);

/// The first of a type, or null.
const Relationship* find_type(const Relationships& all, std::string_view type);

/// The content type of a part, or "".
Result<std::string> content_type(Package& package, const std::string& part);

struct SheetEntry {
  std::string name;
  std::string id;  ///< of the relationship to its part
  bool hidden = false;
};

/// Reads the part of the workbook: its sheets in order and its date system.
class WorkbookReader final : public PartReader {
 public:
  explicit WorkbookReader(const Caps& caps);

  const std::vector<SheetEntry>& sheets() const { return sheets_; }
  DateSystem dates() const { return dates_; }

  void start(std::uint8_t element, const Attributes& attributes) override;
  void end(std::uint8_t /*element*/) override {}
  void text(std::uint8_t /*element*/, std::string_view /*piece*/) override {}

 private:
  const Caps& caps_;
  std::vector<SheetEntry> sheets_;
  DateSystem dates_ = DateSystem::from_1900;
};

}  // namespace periksa::sheets
