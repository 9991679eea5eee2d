// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <numeric>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "auditor/base/file.h"
#include "auditor/base/printable.h"
#include "reports/archive.h"
#include "reports/paper_writers.h"
#include "reports/strings.h"

namespace periksa::reports {
namespace {

constexpr std::size_t kStylesCap = std::size_t{1} << 20;
// Between the margins, in millimetres; a word processor fits tables to its own sheet.
constexpr unsigned kUpright = 168;
constexpr unsigned kWide = 261;
constexpr const char* kMimeType = "application/vnd.oasis.opendocument.text";

constexpr const char* kNamespaces[][2] = {
    {"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
    {"xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
    {"xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
    {"xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
    {"xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
    {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
    {"xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"}};

pugi::xml_node open_root(pugi::xml_document& document, const char* name) {
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  auto root = document.append_child(name);
  for (const auto& [prefix, uri] : kNamespaces) root.append_attribute(prefix) = uri;
  root.append_attribute("office:version") = "1.2";
  return root;
}

std::string text_of(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

void add_characters(pugi::xml_node into, std::string_view text) {
  if (!text.empty()) into.append_child(pugi::node_pcdata).set_value(std::string(text).c_str());
}

/// One line; blanks that XML would fold into one stand as elements of their own.
void add_line(pugi::xml_node into, std::string_view raw) {
  const std::string text = printable(raw);
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool again = text[i] == ' ' && (i == 0 || text[i - 1] == ' ');
    if (!again) continue;
    add_characters(into, std::string_view(text).substr(from, i - from));
    into.append_child("text:s");
    from = i + 1;
  }
  add_characters(into, std::string_view(text).substr(from));
}

void add_text(pugi::xml_node into, const std::string& text) {
  bool first = true;
  for (const auto& line : lines_of(text)) {
    if (!first) into.append_child("text:line-break");
    add_line(into, line);
    first = false;
  }
}

pugi::xml_node add_paragraph(pugi::xml_node into, const char* style, const std::string& text) {
  auto paragraph = into.append_child("text:p");
  paragraph.append_attribute("text:style-name") = style;
  add_text(paragraph, text);
  return paragraph;
}

const char* style_of(PaperText::Kind kind) {
  switch (kind) {
    case PaperText::Kind::quiet:
      return "Quiet";
    case PaperText::Kind::strong:
      return "Strong";
    case PaperText::Kind::note:
      return "DraftNote";
    case PaperText::Kind::plain:
      break;
  }
  return "Plain";
}

/// Writes the blocks of a paper as `content.xml`; a visitor.
class Content {
 public:
  /// `look`: the styles; those of tables move from there, as they hold in this part only.
  Content(const Paper& paper, std::string blank, pugi::xml_document& look)
      : blank_(std::move(blank)) {
    auto root = open_root(document_, "office:document-content");
    styles_ = root.append_child("office:automatic-styles");
    take_table_styles(look);
    body_ = root.append_child("office:body").append_child("office:text");
    add_paragraph(body_, "Kicker", paper.kicker);
    add_heading(0, paper.title);
    if (!paper.subtitle.empty()) add_paragraph(body_, "Subtitle", paper.subtitle);
    for (const auto& notice : paper.notices)
      add_paragraph(body_, "Notice", notice.symbol + ' ' + notice.text);
    for (const auto& block : paper.blocks) std::visit(*this, block);
    add_paragraph(body_, "Quiet", paper.made_by);
  }

  std::string text() const { return text_of(document_); }

  void operator()(const PaperHeading& x) { add_heading(x.level, x.text); }
  void operator()(const PaperText& x) { add_paragraph(body_, style_of(x.kind), x.text); }
  void operator()(const PaperFields& x) {
    auto table = open_table({1, 2}, "Bare");
    for (const auto& [name, value] : x.rows) {
      auto row = table.append_child("table:table-row");
      add_cell(row, "BareCell", "Label", name);
      add_cell(row, "BareCell", "Plain", value.empty() ? blank_ : value);
    }
  }
  void operator()(const PaperList& x) {
    if (x.items.empty()) return;
    auto list = body_.append_child("text:list");
    list.append_attribute("text:style-name") = x.numbered ? "Numbered" : "Points";
    for (const auto& item : x.items)
      add_paragraph(list.append_child("text:list-item"), "Plain", item);
  }
  void operator()(const PaperTable& x) {
    if (!x.caption.empty()) add_paragraph(body_, "Caption", x.caption);
    std::vector<unsigned> widths;
    for (const auto& column : x.columns) widths.push_back(column.width);
    auto table = open_table(widths, "Grid");
    auto head = table.append_child("table:table-header-rows").append_child("table:table-row");
    for (const auto& column : x.columns)
      add_cell(head, "HeadCell", column.number ? "HeadNumber" : "Head", column.head);
    for (const auto& row : x.rows) add_row(table, x, row, "GridCell");
    for (const auto& row : x.foot) add_row(table, x, row, "FootCell");
    add_paragraph(body_, "Quiet", "");
  }
  void operator()(const PaperBars&) {}  // its table says the same
  void operator()(const PaperChecks& x) {
    for (const auto& check : x.checks) {
      const std::string word = check.there ? "✓ " + x.there : "✗ " + x.lacking;
      const std::string remark = check.remark.empty() ? "" : " – " + check.remark;
      add_paragraph(body_, check.there ? "Plain" : "Strong", word + ": " + check.what + remark);
    }
  }
  void operator()(const PaperSignatures& x) {
    auto table = open_table(std::vector<unsigned>(x.signers.size(), 1), "Bare");
    auto row = table.append_child("table:table-row");
    row.append_attribute("table:style-name") = "Together";
    for (const auto& signer : x.signers) {
      auto cell = add_cell(row, "BareCell", "Centred", signer.role);
      for (int i = 0; i < 4; ++i) add_paragraph(cell, "Centred", "");
      add_paragraph(cell, "Centred", signer.name.empty() ? blank_ : signer.name);
      if (!signer.number.empty()) add_paragraph(cell, "Centred", signer.number);
    }
  }
  /// An empty line that calls for the other kind of sheet.
  void operator()(const PaperBreak& x) {
    wide_ = x.wide;
    add_paragraph(body_, x.wide ? "ToWide" : "ToUpright", "");
  }

 private:
  void take_table_styles(pugi::xml_document& look) {
    for (const auto& style :
         look.select_nodes("//style:style[starts-with(@style:family, 'table')]")) {
      styles_.append_copy(style.node());
      style.parent().remove_child(style.node());
    }
  }

  void add_heading(int level, const std::string& text) {
    auto heading = body_.append_child("text:h");
    heading.append_attribute("text:style-name") = fmt::format("Heading{}", level).c_str();
    heading.append_attribute("text:outline-level") = level + 1;
    add_text(heading, text);
  }

  pugi::xml_node add_cell(pugi::xml_node row, const char* style, const char* paragraph,
                          const std::string& text) {
    auto cell = row.append_child("table:table-cell");
    cell.append_attribute("table:style-name") = style;
    cell.append_attribute("office:value-type") = "string";
    add_paragraph(cell, paragraph, text);
    return cell;
  }

  void add_row(pugi::xml_node table, const PaperTable& of, const PaperRow& cells,
               const char* style) {
    auto row = table.append_child("table:table-row");
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool number = i < of.columns.size() && of.columns[i].number;
      add_cell(row, style, number ? "CellNumber" : "Cell", cells[i].text);
    }
  }

  /// With columns of these shares of the sheet; a style for each width that is used.
  pugi::xml_node open_table(const std::vector<unsigned>& shares, const char* style) {
    auto table = body_.append_child("table:table");
    table.append_attribute("table:name") = fmt::format("T{}", ++tables_).c_str();
    table.append_attribute("table:style-name") = style;
    const unsigned all = std::accumulate(shares.begin(), shares.end(), 0U);
    for (const unsigned share : shares) {
      const unsigned width = (wide_ ? kWide : kUpright) * share / all;
      const std::string name = fmt::format("W{}", width);
      table.append_child("table:table-column").append_attribute("table:style-name") = name.c_str();
      if (!widths_.insert(width).second) continue;
      auto own = styles_.append_child("style:style");
      own.append_attribute("style:name") = name.c_str();
      own.append_attribute("style:family") = "table-column";
      auto properties = own.append_child("style:table-column-properties");
      properties.append_attribute("style:column-width") = fmt::format("{}mm", width).c_str();
      // In large numbers: LibreOffice makes shares below 23 wider.
      properties.append_attribute("style:rel-column-width") =
          fmt::format("{}*", width * 100).c_str();
    }
    return table;
  }

  std::string blank_;
  pugi::xml_document document_;
  pugi::xml_node styles_;
  pugi::xml_node body_;
  std::set<unsigned> widths_;
  bool wide_ = false;
  std::size_t tables_ = 0;
};

/// The looks, with the line at the foot of each sheet put in.
Result<void> read_styles(const ReportOptions& options, const std::string& foot,
                         pugi::xml_document& into) {
  const auto path = options.templates.file("paper.styles.xml");
  auto text = read_file(path, kStylesCap);
  if (!text) return std::unexpected(text.error());
  const auto parsed = into.load_string(text->c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  const auto slots = into.select_nodes("//text:span[@text:style-name='Foot']");
  if (!parsed || slots.empty())
    return fail({path.string()},
                {"gaya surat ini bukan XML atau tidak memuat <text:span "
                 "text:style-name=\"Foot\">, tempat kaki halaman",
                 "these styles are no XML or have no <text:span text:style-name=\"Foot\">, where "
                 "the foot of the page goes"});
  for (const auto& slot : slots) {
    slot.node().remove_children();
    add_text(slot.node(), foot);
  }
  return {};
}

std::string meta(const Paper& paper) {
  pugi::xml_document document;
  auto properties = open_root(document, "office:document-meta").append_child("office:meta");
  add_text(properties.append_child("meta:generator"), paper.made_by);
  add_text(properties.append_child("dc:title"), paper.title);
  add_text(properties.append_child("dc:language"), paper.language == Language::id ? "id" : "en");
  return text_of(document);
}

std::string manifest() {
  pugi::xml_document document;
  auto root = document.append_child("manifest:manifest");
  root.append_attribute("xmlns:manifest") = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
  root.append_attribute("manifest:version") = "1.2";
  const auto add = [&](const char* path, const char* type) {
    auto entry = root.append_child("manifest:file-entry");
    entry.append_attribute("manifest:full-path") = path;
    entry.append_attribute("manifest:media-type") = type;
  };
  add("/", kMimeType);
  for (const char* file : {"content.xml", "styles.xml", "meta.xml"}) add(file, "text/xml");
  return text_of(document);
}

}  // namespace

Result<void> write_paper_odt(const Paper& paper, const ReportOptions& options, const Sink& sink) {
  const auto strings = Strings::load(options.templates, paper.language);
  if (!strings) return std::unexpected(strings.error());
  pugi::xml_document look;
  if (const auto read = read_styles(options, paper.foot, look); !read)
    return std::unexpected(read.error());
  const std::string content = Content(paper, (*strings)("paper_blank"), look).text();
  const auto archive = zip_archive({
      {"mimetype", kMimeType, true},  // first and as it is, says the format
      {"content.xml", content},
      {"styles.xml", text_of(look)},
      {"meta.xml", meta(paper)},
      {"META-INF/manifest.xml", manifest()},
  });
  if (!archive) return std::unexpected(archive.error());
  sink(*archive);
  return {};
}

}  // namespace periksa::reports
