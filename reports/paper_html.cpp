// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <numeric>

#include "reports/charts.h"
#include "reports/html_parts.h"
#include "reports/paper_writers.h"

namespace periksa::reports {
namespace {

const char* class_of(PaperText::Kind kind) {
  switch (kind) {
    case PaperText::Kind::quiet:
      return "small quiet";
    case PaperText::Kind::strong:
      return "strong";
    case PaperText::Kind::note:
      return "draft-note";
    case PaperText::Kind::plain:
      break;
  }
  return "plain";
}

void add_rows(const Page& part, const PaperTable& table, const std::vector<PaperRow>& rows) {
  for (const auto& row : rows) {
    const Page line = part.section("row");
    for (std::size_t i = 0; i < row.size(); ++i) {
      const Page cell = line.section("cell");
      const bool number = i < table.columns.size() && table.columns[i].number;
      cell.set("class", number ? "number" : "words");
      for (const auto& one : lines_of(row[i].text)) cell.section("line").set("text", one);
    }
  }
}

/// Adds one block to the page; a visitor.
class Adder {
 public:
  Adder(const Page& block, const Wording& wording) : block_(block), wording_(wording) {}

  void operator()(const PaperHeading& x) const {
    constexpr std::array<const char*, 3> kLevels{"h1", "h2", "h3"};
    block_.section(kLevels.at(static_cast<std::size_t>(x.level) - 1)).set("text", x.text);
  }
  void operator()(const PaperText& x) const {
    const Page text = block_.section("text");
    text.set("kind", class_of(x.kind));
    text.set("text", x.text);
  }
  void operator()(const PaperFields& x) const {
    const Page fields = block_.section("fields");
    for (const auto& [name, value] : x.rows) {
      const Page field = fields.section("field");
      field.set("name", name);
      if (value.empty()) {
        field.show("blank");
      } else {
        field.section("value").set("text", value);
      }
    }
  }
  void operator()(const PaperList& x) const {
    if (x.items.empty()) return;
    const Page list = block_.section(x.numbered ? "numbered" : "points");
    for (const auto& item : x.items) list.section("item").set("text", item);
  }
  void operator()(const PaperTable& x) const {
    const unsigned whole = std::accumulate(
        x.columns.begin(), x.columns.end(), 0U,
        [](unsigned sum, const PaperTable::Column& column) { return sum + column.width; });
    const Page table = block_.section("table");
    table.set("label", x.caption.empty() ? x.name : x.caption);
    html::add_text(table, "caption", "text", x.caption);
    for (const auto& column : x.columns) {
      table.section("column").set("width", std::to_string(column.width * 100 / whole));
      const Page head = table.section("head");
      head.set("class", column.number ? "number" : "words");
      head.set("text", column.head);
    }
    add_rows(table, x, x.rows);
    if (!x.foot.empty()) add_rows(table.section("foot"), x, x.foot);
  }
  void operator()(const PaperBars& x) const {
    add_bars(block_, "bars", x.id, x.title, x.bars, wording_);
  }
  void operator()(const PaperChecks& x) const {
    const Page checks = block_.section("checks");
    for (const auto& check : x.checks) {
      const Page line = checks.section("check");
      line.set("state", check.there ? "there" : "lacking");
      line.set("symbol", check.there ? "✓" : "✗");
      line.set("word", (check.there ? x.there : x.lacking) + ":");
      line.set("what", check.what);
      html::add_text(line, "remark", "text", check.remark);
    }
  }
  void operator()(const PaperSignatures& x) const {
    const Page signatures = block_.section("signatures");
    for (const auto& one : x.signers) {
      const Page signer = signatures.section("signer");
      signer.set("role", one.role);
      if (one.name.empty()) {
        signer.show("blank");
      } else {
        signer.section("named").set("text", one.name);
      }
      html::add_text(signer, "number", "text", one.number);
    }
  }
  void operator()(const PaperBreak&) const {}

 private:
  const Page& block_;
  const Wording& wording_;
};

}  // namespace

Result<void> write_paper_html(const Paper& paper, const ReportOptions& options, const Sink& sink) {
  const auto strings = Strings::load(options.templates, paper.language);
  if (!strings) return std::unexpected(strings.error());
  const auto templates = PageTemplates::load(options.templates);
  if (!templates) return std::unexpected(templates.error());
  const PageRoot page;
  html::add_frame(page, *strings, paper.title, paper.foot).include("style", "paper.css");
  page.set("kicker", paper.kicker);
  page.set("title", paper.title);
  page.set("foot", paper.foot);
  page.set("made_by", paper.made_by);
  html::add_text(page, "subtitle", "text", paper.subtitle);
  for (const auto& notice : paper.notices)
    html::add_edition(page, notice.kind, notice.symbol, notice.text);
  const results::Results of_no_filing;
  const Wording wording(of_no_filing, *strings, false);
  Page sheet = page.section("sheet");
  sheet.set("shape", "upright");
  for (const auto& block : paper.blocks) {
    if (const auto* turn = std::get_if<PaperBreak>(&block)) {
      sheet = page.section("sheet");
      sheet.set("shape", turn->wide ? "wide" : "upright");
      continue;
    }
    const Page part = sheet.section("block");
    std::visit(Adder(part, wording), block);
  }
  templates->expand("paper.html", page, sink);
  return {};
}

}  // namespace periksa::reports
