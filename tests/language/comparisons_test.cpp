// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>

#include "tests/language/stage.h"
#include "tests/language/vocabulary.h"
#include "tests/language/written.h"

namespace periksa::language::test {
BOOST_AUTO_TEST_SUITE(comparisons)
namespace {

/// The worker's fields that stand on the left (the second may be none), and the permit's.
struct Fields {
  std::string_view left;
  std::string_view left_or_none;
  std::string_view right;
};

const std::map<std::string, Fields, std::less<>> kFields{
    {"integer", {"age", "children", "quota"}},
    {"integer, where none is zero", {"score", "score", "quota"}},
    {"decimal", {"weight", "", "weight"}},
    {"percent", {"share", "", "share"}},
    {"date", {"born_on", "left_on", "valid_on"}},
    {"period", {"term", "", "term"}},
    {"text", {"alias", "", "label"}},
    {"code", {"status", "", "status"}},
    {"bool", {"trained", "insured", "open"}},
    {"money", {"wage", "loan", "deposit"}},
    {"money, where none is zero", {"fee", "fee", "deposit"}}};

std::string as_written(std::string_view set) {
  if (set == "anything") return "?";
  std::string text;
  for (const auto one : split(set, " or "))
    text += fmt::format("{}{}", text.empty() ? "" : "|", one);
  return text;
}

/// Every field of the worker that may be none counts as asked for.
Scope all_asked() {
  Scope scope = scope_of(Subject::worker);
  for (facts::FieldId f = 0; f < vocabulary().entity(vocabulary().worker()).fields.size(); ++f) {
    scope.asked.push_back({0, {f}});
  }
  return scope;
}

Truth compared(const std::vector<std::string>& row) {
  const Fields& fields = kFields.at(row[0]);
  const auto& worker = vocabulary().entity(vocabulary().worker());
  const bool asks_none = row[1].ends_with("none") || row[2].ends_with("none");
  const auto left = asks_none ? fields.left_or_none : fields.left;
  World world = written_world("permit:; worker: permit=#0");
  world.fact("worker", 0, left) =
      written_fact(as_written(row[1]), worker.fields[worker.find(left).value()]);
  std::string text = fmt::format("w.{} {}", left, row[2]);
  if (row[2].ends_with("one of")) {
    text += fmt::format(" ({})", row[3]);
  } else if (!row[3].empty()) {
    const auto permit = vocabulary().find_entity("permit").value();
    const auto& entity = vocabulary().entity(permit);
    world.fact("permit", 0, fields.right) =
        written_fact(as_written(row[3]), entity.fields[entity.find(fields.right).value()]);
    text += fmt::format(" w.permit.{}", fields.right);
  }
  return Rule(text, all_asked()).truth(Stage(world, {}));
}

BOOST_AUTO_TEST_CASE(every_line_of_comparisons_txt_holds) {
  const auto rows = table("comparisons.txt");
  for (const auto& row : rows) {
    BOOST_TEST_CONTEXT(fmt::format("{}", fmt::join(row, " | "))) {
      BOOST_TEST_REQUIRE(row.size() == 5U);
      BOOST_TEST(name(compared(row)) == row[4]);
    }
  }
  BOOST_TEST(rows.size() > 100U);
}

BOOST_AUTO_TEST_CASE(a_value_is_found_at_the_end_of_a_long_list) {
  std::string list = "0";
  for (int i = 10; i < 200; ++i) list += fmt::format(", {}", i);
  const World world = written_world("worker: age=3");
  const auto rule = [&](std::string_view last) {
    return Rule(fmt::format("w.age is one of ({}, {})", list, last), all_asked())
        .truth(Stage(world, {}));
  };
  BOOST_TEST(name(rule("3")) == "yes");
  BOOST_TEST(name(rule("4")) == "no");
}

BOOST_AUTO_TEST_CASE(zero_belongs_to_the_domain_where_none_means_zero) {
  const World world = written_world("worker: rooms=?");  // declared from 2 to 4
  const auto rule = [&](std::string text) {
    return name(Rule(std::move(text), all_asked()).truth(Stage(world, {})));
  };
  BOOST_TEST(rule("w.rooms is at least 2") == "unknown");
  BOOST_TEST(rule("w.rooms is at least 0") == "yes");
  BOOST_TEST(rule("w.rooms is at most 4") == "yes");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::language::test
