// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "tests/forms/seen_json.h"

using namespace periksa;
using test::json_filing;
using test::see_json;

BOOST_AUTO_TEST_SUITE(json_states)
namespace {

/// The lines that tell of one field of the only worker.
std::string field(std::string_view members, const std::string& name) {
  const auto seen = see_json(json_filing(
      "\"sources\":[{\"id\":\"s1\",\"document\":\"ktp\",\"asserter\":\"registry\",\"sha256\":\"" +
      std::string(64, 'a') +
      "\"}],"
      "\"workers\":[{\"id\":\"W\"," +
      std::string(members) + "}]"));
  if (!seen.ok) return seen.told;
  const auto from = seen.facts.find("    " + name + " (");
  if (from == std::string::npos) return "not supplied";
  const auto start = seen.facts.find("): ", from) + 3;
  auto end = seen.facts.find('\n', start);
  while (seen.facts.substr(end + 1).starts_with("      " + name))
    end = seen.facts.find('\n', end + 1);
  return seen.facts.substr(start, end - start);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_member_is_known_absent_or_not_supplied) {
  const std::string own = "  f.json /workers/0/born_on  filer's declaration";
  BOOST_TEST(field(R"("born_on":"2001-04-05")", "born_on") == "\"2001-04-05\"  known" + own);
  BOOST_TEST(field(R"("born_on":null)", "born_on") == "absent" + own);
  BOOST_TEST(field(R"("born_on":"")", "born_on") == "absent" + own);
  BOOST_TEST(field(R"("name":"Siti")", "born_on") == "not supplied");
  BOOST_TEST(field(R"("born_on":[])", "born_on") == "not supplied");
  BOOST_TEST(field(R"("born_on":{"state":"not-supplied"})", "born_on") == "not supplied");
  BOOST_TEST(field(R"("born_on":{"state":"absent"})", "born_on") == "absent" + own);
  BOOST_TEST(field(R"("born_on":{"value":null})", "born_on") == "absent" + own);
}

BOOST_AUTO_TEST_CASE(what_is_no_value_is_unreadable_with_its_text) {
  BOOST_TEST(field(R"("wage":"Rp 2.500.000")", "wage").starts_with("\"Rp 2.500.000\"  unreadable"));
  BOOST_TEST(
      field(R"("born_on":"31/02/2024")", "born_on").starts_with("\"31/02/2024\"  unreadable"));
  BOOST_TEST(field(R"("children":2.0)", "children").starts_with("\"2.0\"  unreadable"));
  BOOST_TEST(field(R"("children":99)", "children").starts_with("\"99\"  unreadable"));
  BOOST_TEST(field(R"("wage":{"state":"unreadable","raw":"5?","source":"s1"})", "wage") ==
             "\"5?\"  unreadable  f.json /workers/0/wage  s1");
}

BOOST_AUTO_TEST_CASE(numbers_keep_their_digits) {
  BOOST_TEST(field(R"("height":1.500001)", "height").starts_with("\"1.500001\"  known"));
  BOOST_TEST(field(R"("height":0.1)", "height").starts_with("\"0.1\"  known"));
  BOOST_TEST(field(R"("interest":6e1)", "interest").starts_with("\"6e1\"  unreadable"));
  BOOST_TEST(field(R"("interest":123456789012345678901234567890)", "interest")
                 .starts_with("\"123456789012345678901234567890\"  unreadable"));
  BOOST_TEST(field(R"("children":"2")", "children").starts_with("\"2\"  known"));
}

BOOST_AUTO_TEST_CASE(truths_are_true_and_false) {
  BOOST_TEST(field(R"("trained":true)", "trained").starts_with("\"yes\"  known"));
  BOOST_TEST(field(R"("trained":false)", "trained").starts_with("\"no\"  known"));
  BOOST_TEST(field(R"("trained":"no")", "trained").starts_with("\"no\"  known"));
  BOOST_TEST(field(R"("trained":"maybe")", "trained").starts_with("\"maybe\"  unreadable"));
}

BOOST_AUTO_TEST_CASE(none_is_listed_or_a_state) {
  BOOST_TEST(field(R"("none":["departed_on"])", "departed_on") ==
             "stated none  f.json /workers/0/none  filer's declaration");
  BOOST_TEST(field(R"("departed_on":{"state":"none","source":"s1"})", "departed_on") ==
             "stated none  f.json /workers/0/departed_on  s1");
}

BOOST_AUTO_TEST_CASE(a_list_holds_readings) {
  BOOST_TEST(field(R"("born_on":["2001-04-05",{"value":"2001-04-06","source":"s1"}])", "born_on") ==
             "contradictory\n"
             "      born_on (born): \"2001-04-05\"  known  f.json /workers/0/born_on/0  "
             "filer's declaration\n"
             "      born_on (born): \"2001-04-06\"  known  f.json /workers/0/born_on/1  s1");
  BOOST_TEST(field(R"("born_on":["2001-04-05",{"value":"2001-04-05","source":"s1"}])", "born_on") ==
             "\"2001-04-05\"  known  f.json /workers/0/born_on/1  s1");
}

BOOST_AUTO_TEST_CASE(a_value_may_bring_the_text_it_was_read_from) {
  BOOST_TEST(field(R"("wage":{"value":"IDR 5000","raw":"Rp5.000,-"})", "wage")
                 .starts_with("\"Rp5.000,-\"  known"));
}

BOOST_AUTO_TEST_CASE(members_come_in_any_order) {
  const auto one = see_json(json_filing(
      R"("workers":[{"payments":[{"amount":"IDR 5","id":"b"}],"name":"Siti","id":"W"}])"));
  const auto other = see_json(json_filing(
      R"("workers":[{"id":"W","name":"Siti","payments":[{"id":"b","amount":"IDR 5"}]}])"));
  BOOST_REQUIRE_MESSAGE(one.ok, one.told);
  BOOST_TEST(one.facts == other.facts);
}

BOOST_AUTO_TEST_CASE(a_single_record_stands_alone_or_in_a_list) {
  const auto alone = see_json(json_filing(
      R"("agency":{"id":"A","name":"PT Contoh"},"workers":[{"id":"W","passport":{"id":"p"}}])"));
  const auto listed = see_json(json_filing(R"("agency":[{"id":"A","name":"PT Contoh"}],)"
                                           R"("workers":[{"id":"W","passport":[{"id":"p"}]}])"));
  BOOST_REQUIRE_MESSAGE(alone.ok && listed.ok, alone.told + listed.told);
  BOOST_TEST(test::without_places(alone.facts) == test::without_places(listed.facts));
  BOOST_TEST(alone.facts.contains("f.json /agency/name"));
  BOOST_TEST(alone.facts.contains("f.json /workers/0/passport\n"));
  BOOST_TEST(listed.facts.contains("f.json /agency/0/name"));
  BOOST_TEST(listed.facts.contains("f.json /workers/0/passport/0\n"));
}

BOOST_AUTO_TEST_CASE(all_that_is_wrong_is_told_at_once) {
  const auto seen = see_json(json_filing(
      R"("permits":[{"id":"P","quta":4}],"workers":[{"id":"W","wage":5},{"name":"Siti"}])"));
  BOOST_TEST(seen.told ==
             "f.json /permits/0 \"quta\" is not known here; did you mean \"quota\"?\n"
             "f.json /workers/0/wage this kind of JSON value does not fit the field \"wage\" "
             "(money); write its value as a text in quotes\n"
             "f.json /workers/1 this object needs \"id\"; add it\n");
}

BOOST_AUTO_TEST_CASE(what_is_written_says_the_same_again) {
  const auto seen = see_json(json_filing(
      R"("fictitious":true,"sources":[{"id":"s1","document":"ktp","dated":"2024-01-05"}],
"collections":[{"of":"workers","completeness":"complete","count":2}],
"permits":[{"id":"P","source":"s1","quota":[40,{"value":41,"source":"s1"}],"none":["revoked_on"]}],
"complaints":[{"id":"k","worker":"W"},{"id":"l","worker":"nobody"}],
"workers":[{"id":"W","name":"a\"b\\c \u00e9\n<&>","wage":null,"term":"3 months","permit":"P9",
"born_on":{"state":"unreadable","raw":"4/3/01","from":"2001-03-04","to":"2001-04-03"},
"height":1.5,"trained":false,"sex":"female","departed_on":{"state":"none","source":"s1"},
"collections":[{"of":"payments","completeness":"sample"}],
"payments":[{"id":"b","amount":"IDR 5","loan":"x"}]},{"id":"V"}])"));
  BOOST_REQUIRE_MESSAGE(seen.ok, seen.told);
  const auto again = see_json(seen.again);
  BOOST_REQUIRE_MESSAGE(again.ok, again.told << seen.again);
  BOOST_TEST(again.again == seen.again);
  BOOST_TEST(test::without_places(again.facts) == test::without_places(seen.facts));
  BOOST_TEST(seen.again.contains(R"("quota":[40,41])"), seen.again);
}

BOOST_AUTO_TEST_SUITE_END()
