// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "reports/page_template.h"
#include "reports/wording.h"

/// The sections of the HTML report: each fills the template of the same name and knows no other.
namespace periksa::reports::html {

void add_head(const PageRoot& page, const Wording& wording);
void add_summary(const Page& page, const Wording& wording);
void add_numbers(const Page& page, const Wording& wording);
void add_people(const Page& page, const Wording& wording);
void add_patterns(const Page& page, const Wording& wording);
void add_findings(const Page& page, const Wording& wording);
void add_indexes(const Page& page, const Wording& wording);
void add_requests(const Page& page, const Wording& wording);
void add_settled(const Page& page, const Wording& wording);
void add_coverage(const Page& page, const Wording& wording);
void add_appendix(const Page& page, const Wording& wording);

/// One card; `index` is that of the finding.
void add_card(const Page& page, std::size_t index, const Wording& wording);
/// A whole reasoning, in place of `{{>trace}}`.
void add_trace(const Page& page, const results::Trace& trace, const Wording& wording);

// Pieces that several sections share.

/// Where a finding's or a provision's element is on the page. Ids come from positions, never from
/// the document's own texts.
std::string finding_anchor(std::size_t index);
std::string provision_anchor(std::size_t index);

void add_badge(const Page& page, results::Verdict verdict, const Wording& wording);
/// The sign of a verdict, so that colour is never alone in telling it.
std::string symbol(results::Verdict verdict);

/// One table row or appendix row of a fact.
void set_fact(const Page& row, std::size_t fact, const Wording& wording);
/// A list of links to cards.
void add_links(const Page& page, const std::vector<std::size_t>& findings, const Wording& wording);
/// A section with one text in it, only if there is a text.
void add_text(const Page& page, std::string_view section, std::string_view name,
              const std::string& text);
/// "menurut pernyataan pengisi: 2", or nothing for a reason we do not know with a count of zero.
std::string reason_text(const std::string& reason, std::uint64_t count, const Wording& wording);

}  // namespace periksa::reports::html
