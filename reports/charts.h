// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reports/bars.h"
#include "reports/page_template.h"
#include "reports/wording.h"

/// Charts as inline SVG, by `templates/bars.html` and `course.html`: no script, a text alternative
/// that says every number, told apart by pattern and word as well as by colour.
namespace periksa::reports {

/// Bars one below the other in place of `{{>NAME}}`, the longest as wide as the chart; with a
/// legend where bars have parts of several kinds. `id` is unique on the page. Nothing for no bars.
void add_bars(const Page& page, std::string_view name, const std::string& id,
              const std::string& title, const std::vector<Bar>& bars, const Wording& wording);

namespace html {

/// Findings by article and verdict, money by component, and the course of each case of a worker.
void add_charts(const Page& page, const Wording& wording);

}  // namespace html
}  // namespace periksa::reports
