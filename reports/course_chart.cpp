// SPDX-License-Identifier: Apache-2.0
#include "reports/course_chart.h"

#include <algorithm>
#include <array>

#include "auditor/base/date_format.h"

namespace periksa::reports::html {
namespace {

constexpr std::int64_t kLeft = 116;  // where lines begin; before them stands what they are
constexpr std::int64_t kWidth = 508;
constexpr std::int64_t kTop = 14;
constexpr std::int64_t kStep = 20;  // from line to line
constexpr std::int64_t kDateRoom = 110;

constexpr std::array<std::string_view, 4> kLanes{"papers", "money", "preparation", "journey"};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

/// Where a day stands between the first and the last.
std::int64_t place(const Date& day, const Date& first, const Date& last) {
  return kLeft + (day.days() - first.days()) * kWidth / (last.days() - first.days());
}

/// New Year's days, told by their year where the first and the last day leave room.
void add_years(const Page& chart, const Date& first, const Date& last) {
  for (int year = first.year() + 1; year <= last.year(); ++year) {
    const Page tick = chart.section("year");
    const auto x = place(*Date::of(year, 1, 1), first, last);
    const bool room = x > kLeft + kDateRoom && x < kLeft + kWidth - kDateRoom;
    tick.set("x", std::to_string(x));
    tick.set("name", room ? std::to_string(year) : "");
  }
}

}  // namespace

Lane lane_of(const results::Fact& fact) {
  if (is_one_of(fact.entity, {"payment", "deduction", "loan", "refund"})) return Lane::money;
  if (is_one_of(fact.entity, {"training", "orientation", "fitness_certificate", "social_security"}))
    return Lane::preparation;
  if (is_one_of(fact.entity, {"arrival", "homecoming"})) return Lane::journey;
  if (fact.entity != "worker") return Lane::papers;
  const bool leaves =
      is_one_of(fact.field, {"departure_planned_on", "departed_on", "dropped_out_on"});
  return leaves ? Lane::journey : Lane::preparation;
}

void add_course_chart(const Page& course, const std::vector<CourseDay>& days,
                      const Wording& wording) {
  const auto [first, last] =
      std::ranges::minmax_element(days, {}, [](const CourseDay& day) { return day.on.days(); });
  if (days.empty() || first->on.days() == last->on.days()) return;
  const Language language = wording.language();
  const Page chart = course.include("drawing", "course_chart.html");
  const auto marked = std::ranges::count(days, true, &CourseDay::marked);
  const std::string from = format_date(to_iso(first->on), language);
  const std::string until = format_date(to_iso(last->on), language);
  chart.set("first", from);
  chart.set("last", until);
  chart.set("text", wording.strings().fill("course_drawn", {{"n", std::to_string(days.size())},
                                                            {"first", from},
                                                            {"last", until},
                                                            {"marked", std::to_string(marked)}}));
  add_years(chart, first->on, last->on);
  for (std::size_t i = 0; i < kLanes.size(); ++i) {
    const std::int64_t y = kTop + static_cast<std::int64_t>(i) * kStep;
    const Page lane = chart.section("lane");
    lane.set("name", wording.strings().term("lane", kLanes.at(i)));
    lane.set("y", std::to_string(y));
    lane.set("base", std::to_string(y + 4));
    for (const CourseDay& day : days) {
      if (static_cast<std::size_t>(day.lane) != i) continue;
      const Page point = lane.section(day.marked ? "marked" : "plain");
      point.set("x", std::to_string(place(day.on, first->on, last->on)));
      point.set("y", std::to_string(y));
    }
  }
}

}  // namespace periksa::reports::html
