// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "auditor/base/date.h"
#include "auditor/results/results.h"
#include "reports/page_template.h"
#include "reports/wording.h"

namespace periksa::reports::html {

/// What a day of a worker's case is about; each has a line of its own in the drawing.
enum class Lane : unsigned char { papers, money, preparation, journey };

Lane lane_of(const results::Fact& fact);

struct CourseDay {
  Date on;
  Lane lane = Lane::papers;
  bool marked = false;  // a finding rests on it
};

/// The days of one case on a line of time, by `templates/course_chart.html`; nothing for fewer than
/// two different days. The list of days beside it says all of it in words.
void add_course_chart(const Page& course, const std::vector<CourseDay>& days,
                      const Wording& wording);

}  // namespace periksa::reports::html
