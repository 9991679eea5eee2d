// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/ods.h"

#include <array>

#include "auditor/sheets/messages.h"
#include "auditor/sheets/ods_content.h"

namespace periksa::sheets {
namespace {

constexpr std::string_view kOpenDocument = "application/vnd.oasis.opendocument.";
constexpr std::size_t kTypeLength = 128;

enum Element : std::uint8_t { document, manifest, entry, encryption };

constexpr std::array kManifestSteps{
    Step{document, Space::manifest, "manifest", manifest},
    Step{manifest, Space::manifest, "file-entry", entry},
    Step{entry, Space::manifest, "encryption-data", encryption},
};

class ManifestReader final : public PartReader {
 public:
  ManifestReader() : PartReader(kManifestSteps) {}
  void start(std::uint8_t element, const Attributes& /*attributes*/) override {
    if (element == encryption) refuse(say::encrypted());
  }
  void end(std::uint8_t /*element*/) override {}
  void text(std::uint8_t /*element*/, std::string_view /*piece*/) override {}
};

}  // namespace

Result<bool> is_ods(Package& package) {
  if (!package.has("mimetype")) return false;
  const auto type = package.head("mimetype", kTypeLength);
  if (!type) return std::unexpected(type.error());
  if (!type->starts_with(kOpenDocument)) return false;
  const auto kind = std::string_view(*type).substr(kOpenDocument.size());
  if (!kind.starts_with("spreadsheet")) return package.fail(say::not_a_workbook("OpenDocument"));
  if (package.has("META-INF/manifest.xml")) {
    ManifestReader reader;
    if (auto read = package.read("META-INF/manifest.xml", reader); !read)
      return std::unexpected(read.error());
  }
  return true;
}

Result<void> read_ods(Package& package, const std::string& file, const Caps& caps,
                      Handler& handler) {
  OdsContentReader reader(file, caps, handler);
  if (auto read = package.read("content.xml", reader); !read) return read;
  if (reader.sheets() == 0) return package.fail(say::no_sheets());
  return {};
}

}  // namespace periksa::sheets
