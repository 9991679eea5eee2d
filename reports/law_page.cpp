// SPDX-License-Identifier: Apache-2.0
#include "reports/law_page.h"

#include "reports/date_format.h"
#include "reports/html_parts.h"
#include "reports/law_wording.h"

namespace periksa::reports {
namespace {

void add_provision(const Page& page, const results::Provision& provision, const Wording& wording) {
  const LawWords words = law_words(provision, wording);
  const Page row = page.section("provision");
  row.set("cite", words.cite);
  row.set("title", wording.text(provision.instrument_title));
  row.set("window", words.window);
  html::add_text(row, "sure", "words", words.uncertain);
  html::add_text(row, "amended", "by", words.amended);
  row.set("paraphrase", words.paraphrase);
  html::add_text(row, "bound", "whom", words.binds);
  row.set("grade", words.grade);
  html::add_text(row, "copy", "words", words.copy);
  html::add_text(row, "source", "text", provision.source);
}

void add_provisions(const Page& page, const Wording& wording) {
  const auto& provisions = wording.results().provisions;
  if (provisions.empty()) return page.show("no_provisions");
  const Page table = page.section("provisions");
  for (const results::Provision& provision : provisions) add_provision(table, provision, wording);
}

}  // namespace

Result<void> write_law_page(const results::Results& results, const ReportOptions& options,
                            const Sink& sink) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  const auto templates = PageTemplates::load(options.templates);
  if (!templates) return std::unexpected(templates.error());
  const Wording wording(results, *strings, false);
  const PageRoot page;
  html::add_frame(page, wording, (*strings)("law_page_title"));
  html::Masthead masthead(page, (*strings)("kicker"), (*strings)("law_page_title"));
  masthead.add_meta((*strings)("meta_as_of"), format_date(results.header.as_of, options.language));
  add_provisions(page, wording);
  templates->expand("law_page.html", page, sink);
  return {};
}

}  // namespace periksa::reports
