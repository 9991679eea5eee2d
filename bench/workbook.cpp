// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <zip.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>

#include "auditor/sheets/sheets.h"
#include "bench/random.h"

/// workbook make ROWS FILE: writes a workbook of one sheet with 30 columns, a third each of shared
/// texts, dates and amounts, the same bytes every time. workbook read FILE: reads it. workbook
/// unzip FILE: the yardstick, merely unpacks its parts.
namespace {

using namespace periksa;

constexpr std::uint32_t kColumns = 30;
constexpr std::uint32_t kTexts = 50'000;

int refuse(const char* what) {
  std::fprintf(stderr, "workbook: %s\n", what);
  return 1;
}

constexpr const char* kTypes =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>)";

constexpr const char* kPackage =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="xl/workbook.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>)";

constexpr const char* kLinks =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="sheet.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
<Relationship Id="r2" Target="strings.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>
<Relationship Id="r3" Target="styles.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>
</Relationships>)";

constexpr const char* kWorkbook =
    R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="Pekerja" sheetId="1" r:id="r1"/></sheets></workbook>)";

constexpr const char* kStyles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="1"><numFmt numFmtId="164" formatCode="[$Rp-421]#,##0"/></numFmts>
<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>
</styleSheet>)";

constexpr std::string_view kMain =
    R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)";

std::string strings() {
  std::string xml = "<sst" + std::string(kMain);
  for (std::uint32_t i = 0; i < kTexts; ++i)
    fmt::format_to(std::back_inserter(xml), "<si><t>Pekerja rekaan nomor {}</t></si>", i);
  return xml + "</sst>";
}

std::string sheet(std::uint32_t rows) {
  bench::Random random(1);
  std::string xml = "<worksheet" + std::string(kMain) + "<sheetData>";
  const auto out = std::back_inserter(xml);
  for (std::uint32_t row = 1; row <= rows; ++row) {
    fmt::format_to(out, R"(<row r="{}" spans="1:30">)", row);
    for (std::uint32_t column = 1; column <= kColumns; ++column) {
      const auto at = periksa::cell_name(row, column);
      if (column % 3 == 1)
        fmt::format_to(out, R"(<c r="{}" t="s"><v>{}</v></c>)", at, random.below(kTexts));
      if (column % 3 == 2)
        fmt::format_to(out, R"(<c r="{}" s="1"><v>{}</v></c>)", at, 36'000 + random.below(10'000));
      if (column % 3 == 0)
        fmt::format_to(out, R"(<c r="{}" s="2"><v>{}</v></c>)", at, random.below(9'000'000));
    }
    xml += "</row>";
  }
  return xml + "</sheetData></worksheet>";
}

int make(std::uint32_t rows, const char* file) {
  int error = 0;
  zip_t* const archive = zip_open(file, ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (archive == nullptr) return refuse("cannot write");
  const std::array<std::pair<const char*, std::string>, 7> parts{{
      {"[Content_Types].xml", kTypes},
      {"_rels/.rels", kPackage},
      {"xl/workbook.xml", kWorkbook},
      {"xl/_rels/workbook.xml.rels", kLinks},
      {"xl/strings.xml", strings()},
      {"xl/styles.xml", kStyles},
      {"xl/sheet.xml", sheet(rows)},
  }};
  for (const auto& [name, text] : parts) {
    zip_source_t* const source = zip_source_buffer(archive, text.data(), text.size(), 0);
    const auto index = zip_file_add(archive, name, source, 0);
    if (index < 0) return refuse("cannot add a part");
    zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), 0, 0);
  }
  return zip_close(archive) == 0 ? 0 : refuse("cannot close");
}

int unzip(const char* file) {
  int error = 0;
  zip_t* const archive = zip_open(file, ZIP_RDONLY, &error);
  if (archive == nullptr) return refuse("cannot open");
  std::array<char, 65536> block;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_file_t* const part = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    if (part == nullptr) return refuse("cannot open a part");
    zip_int64_t n = 0;
    while ((n = zip_fread(part, block.data(), block.size())) > 0) continue;
    if (n < 0) return refuse("cannot read a part");
    zip_fclose(part);
  }
  zip_discard(archive);
  return 0;
}

/// Looks at every cell, so that none is read in vain.
class Sum final : public sheets::Handler {
 public:
  void sheet(const sheets::Sheet& /*sheet*/) override {}
  void row(const sheets::Row& row) override {
    for (const auto& cell : row.cells) bytes += cell.text.size();
  }
  void end(std::span<const sheets::Area> /*merged*/) override {}
  std::uint64_t bytes = 0;
};

int read(const char* file) {
  Sum sum;
  const auto files = sheets::read_workbook(file, {}, sum);
  if (!files) return refuse(render(files.error().front(), Language::en).c_str());
  std::printf("%llu\n", static_cast<unsigned long long>(sum.bytes));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view verb = argc > 1 ? argv[1] : "";
  if (verb == "make" && argc == 4)
    return make(static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10)), argv[3]);
  if (verb == "read" && argc == 3) return read(argv[2]);
  if (verb == "unzip" && argc == 3) return unzip(argv[2]);
  std::fputs("usage: workbook make ROWS FILE | read FILE | unzip FILE\n", stderr);
  return 64;
}
