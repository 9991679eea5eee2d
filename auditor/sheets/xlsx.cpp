// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/xlsx.h"

#include <utility>

#include "auditor/sheets/messages.h"
#include "auditor/sheets/sheet_rows.h"
#include "auditor/sheets/xlsx_sheet.h"
#include "auditor/sheets/xlsx_workbook.h"

namespace periksa::sheets {
namespace {

class Deaf final : public Handler {
 public:
  void sheet(const Sheet& /*sheet*/) override {}
  void row(const Row& /*row*/) override {}
  void end(std::span<const Area> /*merged*/) override {}
};

/// One workbook on its way from the package to the handler.
class Reading {
 public:
  Reading(Package& package, const std::string& file, const Caps& caps, Handler& handler)
      : package_(package), file_(file), caps_(caps), handler_(handler) {}

  Result<void> read() {
    const auto part = xlsx_workbook_part(package_);
    if (!part) return std::unexpected(part.error());
    auto relationships = read_relationships(package_, *part);
    if (!relationships) return std::unexpected(relationships.error());
    relationships_ = std::move(*relationships);
    WorkbookReader workbook(caps_);
    if (auto read = package_.read(*part, workbook); !read) return read;
    if (workbook.sheets().empty()) return package_.fail(say::no_sheets());
    ground_.dates = workbook.dates();
    if (auto read = read_ground(); !read) return read;
    for (const auto& entry : workbook.sheets()) {
      if (auto read = read_sheet(entry, *part); !read) return read;
    }
    return {};
  }

 private:
  Result<void> read_ground() {
    if (const auto* const strings = find_type(relationships_, "sharedStrings")) {
      StringsReader reader(ground_.strings, caps_);
      if (auto read = package_.read(strings->target, reader); !read) return read;
    }
    if (const auto* const styles = find_type(relationships_, "styles")) {
      StylesReader reader(ground_.styles, caps_);
      if (auto read = package_.read(styles->target, reader); !read) return read;
    }
    return {};
  }

  Result<void> read_sheet(const SheetEntry& entry, const std::string& workbook) {
    const auto found = relationships_.find(entry.id);
    if (found == relationships_.end())
      return package_.fail(say::no_relationship(workbook, entry.name));
    const Relationship& to = found->second;
    if (to.external) return package_.fail(say::external_part(workbook, to.target));
    if (to.type != "worksheet") return {};  // a chart, a dialogue or macros: no cells
    handler_.sheet({entry.name, file_, entry.hidden});
    SheetRows rows(handler_, caps_, total_);
    XlsxRows cells(entry.name, ground_, caps_, rows);
    XlsxSheetPart part(to.target, caps_, cells);
    if (auto read = package_.read(to.target, part); !read) {
      return part.misplaced() ? again(entry, to.target, std::move(read)) : read;
    }
    rows.end();
    return {};
  }

  /// Reads a refused sheet with the XML parser alone, for the line and column of what it refuses.
  Result<void> again(const SheetEntry& entry, const std::string& part, Result<void> refused) {
    Deaf deaf;
    SheetRows::Total total;
    SheetRows rows(deaf, caps_, total);
    XlsxRows cells(entry.name, ground_, caps_, rows);
    XlsxSheetReader reader(caps_, cells);
    auto read = package_.read(part, reader);
    return read ? refused : read;
  }

  Package& package_;
  const std::string& file_;
  const Caps& caps_;
  Handler& handler_;
  Relationships relationships_;
  XlsxGround ground_;
  SheetRows::Total total_;
};

}  // namespace

Result<std::string> xlsx_workbook_part(Package& package) {
  const auto relationships = read_relationships(package, "");
  if (!relationships) return std::unexpected(relationships.error());
  const auto* const document = find_type(*relationships, "officeDocument");
  if (document == nullptr)
    return package.fail(say::no_relationship("_rels/.rels", "officeDocument"));
  const auto type = content_type(package, document->target);
  if (!type) return std::unexpected(type.error());
  if (type->contains(".binary.")) return package.fail(say::binary_workbook());
  if (type->contains("wordprocessingml") || type->contains("ms-word"))
    return package.fail(say::not_a_workbook("Word"));
  if (type->contains("presentationml") || type->contains("ms-powerpoint"))
    return package.fail(say::not_a_workbook("PowerPoint"));
  return document->target;
}

Result<void> read_xlsx(Package& package, const std::string& file, const Caps& caps,
                       Handler& handler) {
  return Reading(package, file, caps, handler).read();
}

}  // namespace periksa::sheets
