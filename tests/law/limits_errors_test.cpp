// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "tests/law/small_law.h"

namespace periksa::law {
BOOST_AUTO_TEST_SUITE(limits_errors)
namespace {

constexpr std::string_view kComplete =
    R"(<complete from="2017-01-01" checked-until="2026-01-01"/>)";

/// A limit of a type whose rows (from line 3 of the file) are given.
std::string limit(std::string_view type, std::string_view rows, std::string_view keys = "") {
  std::string text = "<limit name=\"x\" type=\"" + std::string(type) + "\" id=\"a\" en=\"b\">";
  return text.append(keys).append(kComplete).append("\n").append(rows).append("\n</limit>");
}

constexpr std::string_view kKeys =
    R"(<key name="job" type="code:job"/><key name="months" type="integer"/>)";

struct Row {
  std::string_view type;
  std::string_view rows;
  std::string_view error;
};

constexpr Row kRows[] = {
    {"integer", R"(<row from="2017-01-01" value="18" grade="V" cite="uu-1#3"/>)",
     "1.xml:3:51: error: unknown provision \"uu-1#3\"; did you mean \"uu-1#1\"?\n"},
    {"integer", R"(<row from="2017-01-01" value="18a" grade="V" cite="uu-1#1"/>)",
     "1.xml:3:31: error: \"18a\" cannot be read; expected a whole number\n"},
    {"integer", R"(<row from="2017-01-01" valu="18" grade="V" cite="uu-1#1"/>)",
     "1.xml:3:30: error: unknown attribute \"valu\"; did you mean \"value\"?\n"
     "1.xml:3:2: error: <row> needs an attribute \"value\"\n"},
    {"money", R"(<row from="2017-01-01" value="USD 5" grade="V" cite="uu-1#1"/>)",
     "1.xml:3:31: error: \"USD 5\" cannot be read; expected money like \"IDR 1500000000\" in a "
     "currency of the list currency\n"},
    {"period", R"(<row from="2017-01-01" value="1 moon" grade="V" cite="uu-1#1"/>)",
     "1.xml:3:31: error: \"1 moon\" cannot be read; expected a period like \"1 month\" or \"30 "
     "days\"\n"},
    {"listed", R"(<row from="2017-01-01" value="1" grade="V" cite="uu-1#1"/>)",
     "1.xml:3:31: error: a row of a \"listed\" table has no value=\n"},
    {"listed", R"(<row job="maid coook" from="2017-01-01" grade="V" cite="uu-1#1"/>)",
     "1.xml:3:11: error: unknown job code \"coook\"; did you mean \"cook\"?\n"},
    {"listed", R"(<row job="maid maid" from="2017-01-01" grade="V" cite="uu-1#1"/>)",
     "1.xml:3:11: error: the same value is given twice\n"},
    {"listed", R"(<row job="" from="2017-01-01" grade="V" cite="uu-1#1"/>)",
     "1.xml:3:11: error: empty key; leave the attribute out if any value will do\n"},
    {"listed", R"(<row months="six" from="2017-01-01" grade="V" cite="uu-1#1"/>)",
     "1.xml:3:14: error: \"six\" cannot be read; expected a whole number\n"},
    {"listed", R"(<row jobs="maid" from="2017-01-01" grade="V" cite="uu-1#1"/>)",
     "1.xml:3:12: error: unknown attribute \"jobs\"; did you mean \"job\"?\n"},
    {"integer", R"(<row job="maid" from="2017-01-01" value="1" grade="V" cite="uu-1#1"/>
<row job="cook maid" from="2020-01-01" value="2" grade="K" cite="uu-1#1"/>)",
     "1.xml:4:2: error: this row holds together with the one in line 3 for the same keys and does "
     "not agree with it; correct the window or the keys\n"},
    {"integer", R"(<row job="maid" from="2017-01-01" value="1" grade="V" cite="uu-1#1"/>
<row from="2020-01-01" value="2" grade="V" cite="uu-1#1"/>)",
     "1.xml:4:2: error: this row holds together with the one in line 3 for the same keys and does "
     "not agree with it; correct the window or the keys\n"},
    {"integer", R"(<row job="maid" from="2017-01-01" value="1" grade="V" cite="uu-1#1"/>
<row job="cook" from="2017-01-01" value="2" grade="V" cite="uu-1#1"/>)",
     ""},
    {"integer",
     R"(<row from="2017-01-01" to="2020-02-01" sure-to="2020-01-01"
 value="1" grade="V" cite="uu-1#1"/>
<row from="2020-01-01" sure-from="2020-02-01" value="2" grade="V" cite="uu-1#1"/>)",
     ""},
    {"integer", R"(<row from="2017-01-01" value="1" grade="V" cite="uu-1#1"/>
<row from="2018-01-01" value="1" grade="V" cite="uu-1#2"/>)",
     ""},
    {"listed", R"(<row job="maid" from="2017-01-01" grade="V" cite="uu-1#1"/>
<row job="maid cook" from="2018-01-01" grade="V" cite="uu-1#1"/>)",
     ""},
    {"listed", R"(<row job="maid" from="2017-01-01" grade="V" cite="uu-1#1"/>
<row job="maid" from="2018-01-01" grade="V" cite="uu-1#1"/>)",
     "1.xml:4:2: error: this row holds together with the one in line 3 for the same keys and does "
     "not agree with it; correct the window or the keys\n"},
};

BOOST_AUTO_TEST_CASE(each_mistake_in_a_row_is_told_with_its_place) {
  for (const auto& row : kRows) {
    const auto limits = test::limits_of(limit(row.type, row.rows, kKeys));
    BOOST_TEST_CONTEXT(row.rows) {
      BOOST_TEST((limits ? "" : test::told(limits.error())) == row.error);
    }
  }
}

struct Head {
  std::string_view type;
  std::string_view inner;
  std::string_view error;
};

constexpr Head kHeads[] = {
    {"intger", "", "1.xml:2:23: error: unknown type \"intger\"; did you mean \"integer\"?\n"},
    {"text", "", "1.xml:2:23: error: unknown type \"text\"\n"},
    {"code:jbo", "", "1.xml:2:23: error: unknown code list \"jbo\"; did you mean \"job\"?\n"},
    {"listed", R"(<key name="value" type="integer"/>)",
     "1.xml:2:46: error: the key name \"value\" is taken\n"},
    {"listed", R"(<key name="k" type="money"/>)", "1.xml:2:65: error: unknown type \"money\"\n"},
    {"listed", R"(<complete from="2018-01-02" checked-until="2018-01-01"/>)",
     "1.xml:2:46: error: from must be before to and not after checked-until\n"},
    {"listed", R"(<complete from="2017-01-01" chekced-until="" checked-until="2018-01-01"/>)",
     "1.xml:2:88: error: unknown attribute \"chekced-until\"; did you mean \"checked-until\"?\n"},
};

BOOST_AUTO_TEST_CASE(each_mistake_in_a_head_is_told_with_its_place) {
  for (const auto& head : kHeads) {
    const auto limits = test::limits_of(limit(head.type, "", head.inner));
    BOOST_TEST_CONTEXT(head.type << " " << head.inner) {
      BOOST_TEST_REQUIRE(!limits.has_value());
      BOOST_TEST(test::told(limits.error()) == head.error);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_limit_with_rows_says_what_it_is_complete_for) {
  const auto limits =
      test::limits_of(R"(<limit name="x" type="integer" id="a" en="b">)"
                      R"(<row from="2020-01-01" value="1" grade="V" cite="uu-1#1"/></limit>)");
  BOOST_TEST(test::told(limits.error()) ==
             "1.xml:2:2: error: this limit needs a <complete from=\"…\" checked-until=\"…\"/>\n");
}

BOOST_AUTO_TEST_CASE(a_table_nobody_has_read_yet_answers_nothing) {
  const auto limits = test::limits_of(R"(<limit name="x" type="integer" id="a" en="b"/>)");
  BOOST_TEST_REQUIRE(limits.has_value());
  const law::KeySet day{.values = {}, .low = 19'000, .high = 19'000};
  const auto found = law::look_up(limits->at(0), {}, day);
  BOOST_TEST((found.answer == law::Found::Answer::unknown));
  BOOST_TEST(found.rows.empty());
}

BOOST_AUTO_TEST_CASE(a_name_stands_for_one_limit) {
  const auto text = limit("integer", "");
  BOOST_TEST(test::told(test::limits_of(text + text).error()) ==
             "1.xml:4:10: error: limit \"x\" is there already\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::law
