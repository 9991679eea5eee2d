// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/xlsx_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "auditor/sheets/messages.h"

namespace periksa::sheets {
namespace {

namespace relation {
enum Element : std::uint8_t { document, all, one };
constexpr std::array kSteps{
    Step{document, Space::relationships, "Relationships", all},
    Step{all, Space::relationships, "Relationship", one},
};
}  // namespace relation

namespace content {
enum Element : std::uint8_t { document, all, by_extension, by_part };
constexpr std::array kSteps{
    Step{document, Space::content_types, "Types", all},
    Step{all, Space::content_types, "Default", by_extension},
    Step{all, Space::content_types, "Override", by_part},
};
}  // namespace content

namespace workbook {
enum Element : std::uint8_t { document, root, properties, sheets, sheet };
constexpr std::array kSteps{
    Step{document, Space::sheet, "workbook", root},
    Step{root, Space::sheet, "workbookPr", properties},
    Step{root, Space::sheet, "sheets", sheets},
    Step{sheets, Space::sheet, "sheet", sheet},
};
}  // namespace workbook

std::string folder_of(std::string_view part) {
  const auto slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash + 1));
}

/// The part that a target names, seen from a folder; nothing if it leads out of the package.
std::optional<std::string> resolve(const std::string& folder, std::string_view target) {
  std::string path = target.starts_with('/') ? std::string() : folder;
  path += target.starts_with('/') ? target.substr(1) : target;
  std::vector<std::string_view> segments;
  for (std::string_view rest = path; !rest.empty();) {
    const auto slash = std::min(rest.find('/'), rest.size());
    const auto segment = rest.substr(0, slash);
    rest.remove_prefix(std::min(slash + 1, rest.size()));
    if (segment == "..") {
      if (segments.empty()) return std::nullopt;
      segments.pop_back();
    } else if (segment != "." && !segment.empty()) {
      segments.push_back(segment);
    }
  }
  std::string name;
  for (const auto segment : segments) {
    if (!name.empty()) name += '/';
    name += segment;
  }
  return name;
}

class RelationshipsReader final : public PartReader {
 public:
  explicit RelationshipsReader(const std::string& part)
      : PartReader(relation::kSteps), part_(part) {}

  Relationships take() { return std::move(all_); }

  void start(std::uint8_t element, const Attributes& attributes) override {
    if (element != relation::one) return;
    const std::string id(attributes.find("Id").value_or(""));
    const auto type = attributes.find("Type").value_or("");
    const auto target = attributes.find("Target").value_or("");
    Relationship one{std::string(type.substr(type.rfind('/') + 1)), std::string(target),
                     attributes.find("TargetMode") == "External"};
    if (!one.external) {
      const auto name = resolve(folder_of(part_), target);
      if (!name) return refuse(say::path_as_part(target));
      one.target = *name;
    }
    if (!all_.emplace(id, std::move(one)).second) refuse(say::relationship_twice(part_, id));
  }
  void end(std::uint8_t /*element*/) override {}
  void text(std::uint8_t /*element*/, std::string_view /*piece*/) override {}

 private:
  const std::string& part_;
  Relationships all_;
};

class ContentTypesReader final : public PartReader {
 public:
  explicit ContentTypesReader(std::string part)
      : PartReader(content::kSteps), part_('/' + std::move(part)) {}

  std::string type() { return own_.empty() ? by_extension_ : own_; }

  void start(std::uint8_t element, const Attributes& attributes) override {
    const std::string type(attributes.find("ContentType").value_or(""));
    if (element == content::by_part && attributes.find("PartName") == part_) own_ = type;
    if (element != content::by_extension) return;
    const auto extension = fmt::format(".{}", attributes.find("Extension").value_or(""));
    if (part_.ends_with(extension)) by_extension_ = type;
  }
  void end(std::uint8_t /*element*/) override {}
  void text(std::uint8_t /*element*/, std::string_view /*piece*/) override {}

 private:
  std::string part_;
  std::string own_;
  std::string by_extension_;
};

}  // namespace

Result<Relationships> read_relationships(Package& package, const std::string& part) {
  const std::string folder = folder_of(part);
  const std::string name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  if (!part.empty() && !package.has(name)) return Relationships{};
  RelationshipsReader reader(part);
  if (auto read = package.read(name, reader); !read) return std::unexpected(read.error());
  return reader.take();
}

const Relationship* find_type(const Relationships& all, std::string_view type) {
  for (const auto& [id, one] : all) {
    if (one.type == type && !one.external) return &one;
  }
  return nullptr;
}

Result<std::string> content_type(Package& package, const std::string& part) {
  ContentTypesReader reader(part);
  if (auto read = package.read("[Content_Types].xml", reader); !read)
    return std::unexpected(read.error());
  return reader.type();
}

WorkbookReader::WorkbookReader(const Caps& caps) : PartReader(workbook::kSteps), caps_(caps) {}

void WorkbookReader::start(std::uint8_t element, const Attributes& attributes) {
  if (element == workbook::properties) {
    const auto date1904 = attributes.find("date1904").value_or("0");
    if (date1904 == "1" || date1904 == "true") dates_ = DateSystem::from_1904;
  }
  if (element != workbook::sheet) return;
  if (sheets_.size() >= caps_.sheets) return refuse(say::too_many_sheets(caps_.sheets));
  const auto state = attributes.find("state").value_or("visible");
  SheetEntry entry{std::string(attributes.find("name").value_or("")),
                   std::string(attributes.find(Space::relation, "id").value_or("")),
                   state != "visible"};
  if (std::ranges::find(sheets_, entry.name, &SheetEntry::name) != sheets_.end())
    return refuse(say::same_sheet_name(entry.name));
  sheets_.push_back(std::move(entry));
}

}  // namespace periksa::sheets
