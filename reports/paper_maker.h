// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "reports/matter.h"
#include "reports/paper.h"
#include "reports/paper_parts.h"

namespace periksa::reports {

/// What makes one paper: its words, what the case sheet tells, and the blocks added so far.
class PaperMaker {
 protected:
  using Kind = PaperText::Kind;

  PaperMaker(const Wording& wording, const std::string& title)
      : wording_(wording),
        strings_(wording.strings()),
        matter_(wording),
        paper_(begin_paper(wording, title)) {}

  const results::Results& all() const { return wording_.results(); }
  const results::Finding& finding(std::size_t i) const { return all().findings[i]; }
  void heading(std::string_view key) { paper_.add(PaperHeading{1, strings_(key)}); }
  void text(std::string words, Kind kind = Kind::plain) {
    paper_.add(PaperText{std::move(words), kind});
  }
  /// Unless it has no rows.
  void table(PaperTable out) {
    if (!out.rows.empty()) paper_.add(std::move(out));
  }
  /// "1", "2" … of the row that comes next.
  static std::string next_number(const PaperTable& out) {
    return std::to_string(out.rows.size() + 1);
  }

  const Wording& wording_;
  const Strings& strings_;
  Matter matter_;
  Paper paper_;
};

}  // namespace periksa::reports
