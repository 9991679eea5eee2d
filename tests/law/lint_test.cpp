// SPDX-License-Identifier: Apache-2.0
#include "auditor/law/lint.h"

#include <boost/test/unit_test.hpp>

#include "tests/law/small_law.h"

namespace periksa::law {
BOOST_AUTO_TEST_SUITE(law_lint)
namespace {

BOOST_AUTO_TEST_CASE(a_sound_register_has_nothing_to_say) {
  BOOST_TEST(lint(test::small_law()).empty());
}

BOOST_AUTO_TEST_CASE(times_that_do_not_fit_are_warned_of) {
  const std::vector<std::string> files{
      R"(<instrument id="a" kind="UU" cite="A" checked-until="2020-01-01">
<title lang="id">a</title><title lang="en">a</title><source id="S">s</source>
<provision id="1" cite="1"><version from="2019-01-01" to="2019-06-01" grade="V" source="S">
<paraphrase lang="id">a</paraphrase><paraphrase lang="en">a</paraphrase></version></provision>
<provision id="2" cite="2"><version from="2020-01-02" grade="V" source="S" amended-by="a#1">
<paraphrase lang="id">a</paraphrase><paraphrase lang="en">a</paraphrase>
<sanction ref="s1"/></version></provision>
</instrument>)",
      R"(<sanctions>
<sanction id="s1" cite="Pasal 1" kind="refusal"><version from="2018-01-01" to="2020-01-01" grade="V">
<text lang="id">a</text><text lang="en">a</text></version></sanction>
<sanction id="s2" cite="Pasal 2" kind="refusal"><version from="2018-01-01" grade="V">
<text lang="id">a</text><text lang="en">a</text></version></sanction>
</sanctions>)"};
  const auto law = Register::parse(files);
  BOOST_TEST_REQUIRE(law.has_value());
  BOOST_TEST(test::told(lint(*law)) ==
             "1.xml:5:2: warning: version 2020-01-02 begins after its instrument's checked-until\n"
             "1.xml:5:2: warning: version 2020-01-02: a#1 is not in force in that time\n"
             "1.xml:5:2: warning: version 2020-01-02: sanction s1 is not in force in that time\n"
             "2.xml:4:2: warning: no provision names the sanction s2\n");
}

BOOST_AUTO_TEST_CASE(a_row_outlives_neither_its_provision_nor_its_check) {
  const auto limits = test::limits_of(R"(<limit name="x" type="integer" id="a" en="b">
<complete from="2017-01-01" checked-until="2020-03-01"/>
<row from="2020-01-01" to="2020-06-01" value="1" grade="V" cite="uu-1#2"/>
<row from="2020-06-01" to="2021-06-01" value="2" grade="V" cite="uu-1#2"/>
</limit>)");
  BOOST_TEST_REQUIRE(limits.has_value());
  BOOST_TEST(test::told(lint(*limits, test::small_law())) ==
             "1.xml:5:2: warning: uu-1#2 is not in force throughout this row's window\n"
             "1.xml:5:2: warning: this row begins after its table's checked-until\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::law
