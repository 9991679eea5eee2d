// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <sstream>
#include <string>
#include <type_traits>

#include "reports/paper_writers.h"
#include "reports/papers.h"
#include "tests/reports/report_text.h"

inline constexpr std::array<periksa::reports::Reader, 3> kAllReaders{
    periksa::reports::Reader::inspector, periksa::reports::Reader::agency,
    periksa::reports::Reader::trade_union};

inline periksa::reports::ReportOptions paper_options(periksa::Language language, bool unmask) {
  return {language, unmask, kTemplates};
}

inline periksa::reports::Paper paper_of(const periksa::results::Results& results,
                                        periksa::reports::Reader reader,
                                        periksa::Language language = periksa::Language::id,
                                        bool unmask = false) {
  return periksa::reports::make_paper(results, reader, paper_options(language, unmask)).value();
}

inline std::string html_of(const periksa::reports::Paper& paper) {
  std::string out;
  const auto written = periksa::reports::write_paper_html(
      paper, paper_options(paper.language, false), [&](std::string_view piece) { out += piece; });
  if (!written) BOOST_FAIL(render(written.error().front(), periksa::Language::en));
  return out;
}

inline std::string odt_of(const periksa::reports::Paper& paper) {
  std::string out;
  const auto written = periksa::reports::write_paper_odt(
      paper, paper_options(paper.language, false), [&](std::string_view piece) { out += piece; });
  if (!written) BOOST_FAIL(render(written.error().front(), periksa::Language::en));
  return out;
}

inline std::string xlsx_of(const periksa::reports::Paper& paper) {
  std::string out;
  const auto written = periksa::reports::write_paper_xlsx(
      paper, paper_options(paper.language, false), [&](std::string_view piece) { out += piece; });
  if (!written) BOOST_FAIL(render(written.error().front(), periksa::Language::en));
  return out;
}

/// What a paper says, block by block: first its kind and size, then, where wanted, its words.
inline std::string told(const periksa::reports::Paper& paper, bool words) {
  using namespace periksa::reports;
  std::ostringstream out;
  const auto say = [&](const std::string& text) {
    if (words) out << text << '\n';
  };
  say(paper.kicker);
  say(paper.title);
  say(paper.subtitle);
  for (const auto& notice : paper.notices) say(notice.text);
  for (const auto& block : paper.blocks) {
    out << '#' << block.index();
    std::visit(
        [&](const auto& x) {
          using Block = std::decay_t<decltype(x)>;
          if constexpr (requires { x.text; }) {
            out << '\n';
            say(x.text);
          } else if constexpr (std::is_same_v<Block, PaperFields>) {
            out << ' ' << x.rows.size() << '\n';
            for (const auto& [name, value] : x.rows) say(name + ": " + value);
          } else if constexpr (std::is_same_v<Block, PaperList>) {
            out << ' ' << x.items.size() << '\n';
            for (const auto& item : x.items) say(item);
          } else if constexpr (std::is_same_v<Block, PaperTable>) {
            out << ' ' << x.columns.size() << 'x' << x.rows.size() << '+' << x.foot.size() << '\n';
            for (const auto& column : x.columns) say(column.head);
            say(x.caption);
            for (const auto* part : {&x.rows, &x.foot}) {
              for (const auto& row : *part) {
                for (const auto& cell : row) say(cell.text);
              }
            }
          } else if constexpr (std::is_same_v<Block, PaperBars>) {
            out << ' ' << x.bars.size() << '\n';
            say(x.title);
            for (const auto& bar : x.bars) say(bar.label);
          } else if constexpr (std::is_same_v<Block, PaperChecks>) {
            for (const auto& check : x.checks) {
              out << (check.there ? " +" : " -");
              say(check.what + ": " + check.remark);
            }
            out << '\n';
          } else if constexpr (std::is_same_v<Block, PaperSignatures>) {
            out << ' ' << x.signers.size() << '\n';
            for (const auto& signer : x.signers) {
              say(signer.role);
              say(signer.name);
            }
          } else {
            out << (x.wide ? " wide\n" : " upright\n");
          }
        },
        block);
  }
  return out.str();
}

/// The first table whose sheet is called so; fails if there is none.
inline const periksa::reports::PaperTable& table_named(const periksa::reports::Paper& paper,
                                                       const std::string& name) {
  for (const auto& block : paper.blocks) {
    const auto* table = std::get_if<periksa::reports::PaperTable>(&block);
    if (table != nullptr && table->name == name) return *table;
  }
  throw std::runtime_error("no table " + name);
}
