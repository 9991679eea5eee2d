// SPDX-License-Identifier: Apache-2.0
#include "reports/law_page.h"

#include "auditor/base/date_format.h"
#include "reports/html_parts.h"

namespace periksa::reports {

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
  html::add_provisions(page, true, wording);
  templates->expand("law_page.html", page, sink);
  return {};
}

}  // namespace periksa::reports
