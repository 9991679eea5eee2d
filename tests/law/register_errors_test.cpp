// SPDX-License-Identifier: Apache-2.0
#include <boost/test/unit_test.hpp>

#include "tests/law/small_law.h"

// One sound instrument, spoilt in one place at a time.
namespace periksa::law {
BOOST_AUTO_TEST_SUITE(law_register_errors)
namespace {

constexpr std::string_view kSound =
    R"(<instrument id="uu-1" kind="UU" cite="UU 1" checked-until="2026-01-01">
<title lang="id">satu</title><title lang="en">one</title>
<source id="S1">teks</source>
<provision id="1" cite="Pasal 1" rows="">
<version from="2017-01-01" to="2020-01-01" grade="V" binds="p3mi" source="S1">
<paraphrase lang="id">a</paraphrase><paraphrase lang="en">b</paraphrase>
</version>
<version from="2020-01-01" grade="V" binds="anyone" source="S1">
<paraphrase lang="id">c</paraphrase><paraphrase lang="en">d</paraphrase>
</version>
</provision>
<provision id="2" cite="Pasal 2"><version from="2017-01-01" grade="V" source="S1">
<paraphrase lang="id">e</paraphrase><paraphrase lang="en">f</paraphrase></version></provision>
<unruled id="N" provisions="2" kind="question">
<why lang="id">g</why><why lang="en">h</why></unruled>
</instrument>)";

struct Spoilt {
  std::string_view part;
  std::string_view instead;
  std::string_view error;  // all that is told, in English
};

constexpr Spoilt kSpoilt[] = {
    {"cite=\"UU 1\"", "cit=\"UU 1\"",
     "1.xml:1:38: error: unknown attribute \"cit\"; did you mean \"cite\"?\n"
     "1.xml:1:2: error: <instrument> needs an attribute \"cite\"\n"},
    {"<title lang=\"en\">one</title>", "",
     "1.xml:1:2: error: <instrument> needs a <title lang=\"en\"> with text\n"},
    {"checked-until=\"2026-01-01\"", "checked-until=\"2026-02-30\"",
     "1.xml:1:60: error: \"2026-02-30\" is not a date; write YYYY-MM-DD\n"},
    {"<source id=\"S1\">teks</source>", "<source id=\"S1\"/><source id=\"S1\"/>",
     "1.xml:3:19: error: source \"S1\" is there already\n"},
    {"binds=\"p3mi\" source=\"S1\"", "binds=\"p3mi\" source=\"S2\"",
     "1.xml:5:75: error: unknown source \"S2\"; did you mean \"S1\"?\n"},
    {"binds=\"p3mi\"", "binds=\"p3m\"",
     "1.xml:5:61: error: unknown party \"p3m\"; did you mean \"p3mi\"?\n"},
    {"grade=\"V\" binds=\"p3mi\"", "grade=\"V3\" binds=\"p3mi\"",
     "1.xml:5:51: error: unknown grade \"V3\"; choose V, V2, K or ?\n"},
    {"grade=\"V\" binds=\"p3mi\"", "grade=\"V2\" concurring=\"two\" binds=\"p3mi\"",
     "1.xml:5:67: error: concurring= must be a whole number, of sources\n"},
    {"to=\"2020-01-01\"", "to=\"2017-01-01\"",
     "1.xml:5:2: error: the window is not in order; it needs from ≤ sure-from ≤ sure-to ≤ to and "
     "from < to\n"},
    {"to=\"2020-01-01\"", "to=\"2020-01-01\" sure-to=\"2020-01-02\"",
     "1.xml:5:2: error: the window is not in order; it needs from ≤ sure-from ≤ sure-to ≤ to and "
     "from < to\n"},
    {"to=\"2020-01-01\"", "to=\"2020-01-02\"",
     "1.xml:8:2: error: this version overlaps the one in line 5 outside the uncertain window; "
     "correct from/to or add sure-from/sure-to\n"},
    {"<version from=\"2020-01-01\"", "<version from=\"2016-01-01\" to=\"2016-05-01\"",
     "1.xml:8:2: error: versions stand in the order of from; put the older one first\n"},
    {"<paraphrase lang=\"en\">b</paraphrase>", "",
     "1.xml:5:2: error: <version> needs a <paraphrase lang=\"en\"> with text\n"},
    {"<paraphrase lang=\"en\">b<", "<paraphrase lang=\"ed\">b<",
     "1.xml:6:55: error: unknown language \"ed\"; did you mean \"id\"?\n"
     "1.xml:5:2: error: <version> needs a <paraphrase lang=\"en\"> with text\n"},
    {"<paraphrase lang=\"en\">d</paraphrase>",
     "<paraphrase lang=\"en\">d</paraphrase><sanctoin ref=\"x\"/>",
     "1.xml:9:74: error: unknown element \"sanctoin\"; did you mean \"sanction\"?\n"},
    {"<paraphrase lang=\"en\">d</paraphrase>",
     "<paraphrase lang=\"en\">d</paraphrase><sanction ref=\"x\"/>",
     "1.xml:9:74: error: unknown sanction \"x\"\n"},
    {"<version from=\"2020-01-01\"", "<version amended-by=\"uu-1#3\" from=\"2020-01-01\"",
     "1.xml:8:22: error: unknown provision \"uu-1#3\"; did you mean \"uu-1#1\"?\n"},
    {"provisions=\"2\"", "provisions=\"2 3\"",
     "1.xml:14:29: error: unknown provision \"uu-1#3\"; did you mean \"uu-1#1\"?\n"},
    {"kind=\"question\"", "kind=\"questions\"",
     "1.xml:14:38: error: unknown kind \"questions\"; did you mean \"question\"?\n"},
    {"<provision id=\"2\"", "<provision id=\"1\"",
     "1.xml:12:2: error: the id \"uu-1#1\" is taken\n"
     "1.xml:14:29: error: unknown provision \"uu-1#2\"; did you mean \"uu-1#1\"?\n"},
};

std::string spoil(const Spoilt& spoilt) {
  std::string text(kSound);
  const auto at = text.find(spoilt.part);
  BOOST_TEST_REQUIRE(at != std::string::npos);
  return text.replace(at, spoilt.part.size(), spoilt.instead);
}

BOOST_AUTO_TEST_CASE(the_sound_instrument_loads) {
  const std::vector<std::string> files{std::string(kSound)};
  BOOST_TEST(Register::parse(files).has_value());
}

BOOST_AUTO_TEST_CASE(each_mistake_is_told_with_its_place_and_the_way_out) {
  for (const auto& spoilt : kSpoilt) {
    const std::vector<std::string> files{spoil(spoilt)};
    const auto law = Register::parse(files);
    BOOST_TEST_CONTEXT(spoilt.instead) {
      BOOST_TEST_REQUIRE(!law.has_value());
      BOOST_TEST(test::told(law.error()) == spoilt.error);
    }
  }
}

BOOST_AUTO_TEST_CASE(errors_are_told_in_indonesian_too) {
  const std::vector<std::string> files{spoil({"binds=\"p3mi\"", "binds=\"p3m\"", ""})};
  BOOST_TEST(test::told(Register::parse(files).error(), Language::id) ==
             "1.xml:5:61: galat: pihak \"p3m\" tidak dikenal; mungkin maksudnya \"p3mi\"\n");
}

BOOST_AUTO_TEST_CASE(an_id_of_another_file_is_taken) {
  const std::vector<std::string> files{std::string(kSound), std::string(kSound)};
  const auto law = Register::parse(files);
  BOOST_TEST(test::told(law.error()) ==
             "2.xml:1:2: error: the id \"uu-1\" is taken\n"
             "2.xml:14:2: error: the id \"N\" is taken\n"
             "2.xml:4:2: error: the id \"uu-1#1\" is taken\n"
             "2.xml:12:2: error: the id \"uu-1#2\" is taken\n");
}

BOOST_AUTO_TEST_CASE(a_sanction_needs_a_known_kind_and_authority) {
  const std::vector<std::string> files{R"(<sanctions>
<sanction id="a" cite="Pasal 1" kind="criminl" authority="polic">
<version from="2017-01-01" grade="V"><text lang="id">x</text><text lang="en">x</text></version>
</sanction>
<authority id="police"/>
</sanctions>)"};
  BOOST_TEST(test::told(Register::parse(files).error()) ==
             "1.xml:2:39: error: unknown kind of sanction \"criminl\"; did you mean "
             "\"criminal\"?\n"
             "1.xml:5:2: error: <authority> needs at least one <version>\n"
             "1.xml:2:59: error: unknown authority \"polic\"; did you mean \"police\"?\n");
}

BOOST_AUTO_TEST_CASE(another_root_is_refused) {
  const std::vector<std::string> files{"<limits/>"};
  BOOST_TEST(test::told(Register::parse(files).error()) ==
             "1.xml:1:2: error: expected <instrument>, <sanctions> or <rows>\n");
}

BOOST_AUTO_TEST_CASE(a_folder_without_law_is_refused) {
  BOOST_TEST(test::told(Register::load("/nonexistent").error()) ==
             "/nonexistent/law: error: there is no *.xml file in this folder\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace periksa::law
