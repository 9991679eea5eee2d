// SPDX-License-Identifier: Apache-2.0
#include "reports/papers.h"

#include <algorithm>

#include "reports/strings.h"
#include "reports/wording.h"

namespace periksa::reports {

std::optional<Reader> parse_reader(std::string_view word) {
  const auto at = std::ranges::find(kReaders, word);
  if (at == kReaders.end()) return std::nullopt;
  return static_cast<Reader>(at - kReaders.begin());
}

namespace {

Paper paper_for(Reader reader, const Wording& wording, const results::Diff* since) {
  switch (reader) {
    case Reader::agency:
      return readiness(wording, since);
    case Reader::trade_union:
      return complaint(wording);
    case Reader::inspector:
      break;
  }
  return inspection_note(wording);
}

}  // namespace

Result<Paper> make_paper(const results::Results& results, Reader reader,
                         const ReportOptions& options, const results::Diff* since) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  return paper_for(reader, Wording(results, *strings, options.unmask, options.store), since);
}

Result<std::optional<Paper>> make_complaint(const results::Results& results,
                                            const ReportOptions& options) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  const Wording wording(results, *strings, options.unmask, options.store);
  if (!has_complaint(wording)) return std::nullopt;
  return complaint(wording);
}

}  // namespace periksa::reports
