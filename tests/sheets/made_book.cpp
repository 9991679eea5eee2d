// SPDX-License-Identifier: Apache-2.0
#include "tests/sheets/made_book.h"

#include <zip.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "tests/ruleset/mini/temp_folder.h"
#include "tests/sheets/seen.h"

namespace periksa::test {
namespace {

constexpr const char* kPackageSpace = "http://schemas.openxmlformats.org/package/2006/";
constexpr const char* kOfficeSpace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kMainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

std::string element(const std::string& name, const std::string& attributes,
                    const std::string& inside) {
  return '<' + name + ' ' + attributes + '>' + inside + "</" + name + '>';
}

std::string space(const std::string& uri) {
  return "xmlns=\"" + uri + '"';
}

std::string link(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kOfficeSpace + '/' + type + "\" Target=\"" +
         target + "\"/>";
}

std::string links(const std::string& inside) {
  return element("Relationships", space(std::string(kPackageSpace) + "relationships"), inside);
}

}  // namespace

std::string zipped(const Parts& parts, const Zipping& how) {
  const TempFolder folder;
  const auto path = folder.path() / "made.zip";
  int error = 0;
  zip_t* const archive = zip_open(path.c_str(), ZIP_CREATE, &error);
  if (archive == nullptr) throw std::runtime_error("no zip");
  for (const auto& [name, content] : parts) {
    zip_source_t* const source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const auto added = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (added < 0) throw std::runtime_error(zip_strerror(archive));
    const auto index = static_cast<zip_uint64_t>(added);
    zip_file_set_mtime(archive, index, 0, 0);
    if (how.stored) zip_set_file_compression(archive, index, ZIP_CM_STORE, 0);
    if (!how.password.empty())
      zip_file_set_encryption(archive, index, ZIP_EM_TRAD_PKWARE, how.password.c_str());
  }
  if (zip_close(archive) != 0) throw std::runtime_error(zip_strerror(archive));
  return slurp(path);
}

Parts MadeXlsx::parts() const {
  const std::string main = space(kMainSpace);
  return {
      {"[Content_Types].xml", element("Types", space(std::string(kPackageSpace) + "content-types"),
                                      R"(<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>)")},
      {"_rels/.rels", links(link("a", "officeDocument", "xl/workbook.xml"))},
      {"xl/workbook.xml", element("workbook", main + " xmlns:r=\"" + kOfficeSpace + '"',
                                  "<workbookPr " + workbook_properties +
                                      "/><sheets><sheet name=\"S\" r:id=\"s1\"/></sheets>")},
      {"xl/_rels/workbook.xml.rels",
       links(link("s1", "worksheet", "worksheets/one.xml") + link("s2", "sharedStrings", "t.xml") +
             link("s3", "styles", "/xl/f.xml"))},
      {"xl/worksheets/one.xml",
       element("worksheet", main, "<sheetData>" + rows + "</sheetData>" + behind)},
      {"xl/t.xml", element("sst", main, strings)},
      {"xl/f.xml", element("styleSheet", main,
                           "<numFmts>" + formats +
                               "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
                               "</cellStyleXfs><cellXfs>" +
                               styles + "</cellXfs>")},
  };
}

Parts MadeOds::parts() const {
  std::string spaces;
  for (const std::string name : {"office", "table", "text", "style"})
    spaces += " xmlns:" + name + "=\"urn:oasis:names:tc:opendocument:xmlns:" + name + ":1.0\"";
  spaces += " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\"";
  spaces +=
      R"( xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0")";
  return {
      {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
      {"content.xml", element("office:document-content", spaces,
                              "<office:automatic-styles>" + styles +
                                  "</office:automatic-styles><office:body><office:spreadsheet>" +
                                  tables + "</office:spreadsheet></office:body>")},
  };
}

Parts with(Parts parts, std::string_view name, std::string content) {
  const auto found = std::ranges::find(parts, name, &Parts::value_type::first);
  if (found == parts.end()) {
    parts.emplace_back(name, std::move(content));
  } else {
    found->second = std::move(content);
  }
  return parts;
}

Parts without(Parts parts, std::string_view name) {
  if (std::erase_if(parts, [&](const auto& part) { return part.first == name; }) != 1)
    throw std::logic_error("no such part");
  return parts;
}

std::string replaced(std::string bytes, std::string_view what, std::string_view by) {
  std::size_t count = 0;
  for (auto at = bytes.find(what); at != std::string::npos; at = bytes.find(what, at + by.size())) {
    bytes.replace(at, what.size(), by);
    ++count;
  }
  if (count == 0) throw std::logic_error("nothing to replace");
  return bytes;
}

std::string seen(std::string_view bytes, const sheets::Caps& caps, const std::string& name) {
  const TempFolder folder;
  return seen_in(folder.write(name, bytes), caps);
}

void refused(std::string_view bytes, std::string_view words, std::string_view where,
             const sheets::Caps& caps) {
  const TempFolder folder;
  const auto path = folder.write("book", bytes);
  Seen seen;
  const auto read = sheets::read_workbook(path, caps, seen);
  BOOST_REQUIRE_MESSAGE(!read, "not refused: " << words);
  BOOST_REQUIRE(read.error().size() == 1U);
  const auto& problem = read.error().front();
  BOOST_TEST(problem.text.en.find(words) != std::string::npos,
             problem.text.en << " does not say " << words);
  BOOST_TEST(!problem.text.id.empty());
  BOOST_TEST(problem.text.id != problem.text.en);
  BOOST_TEST(problem.at.file == path.string());
  const auto& at = problem.at;
  const auto line = std::to_string(at.line) + ':' + std::to_string(at.column);
  BOOST_TEST((at.line > 0 ? line : at.cell) == where);
}

}  // namespace periksa::test
