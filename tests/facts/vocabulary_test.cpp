// SPDX-License-Identifier: Apache-2.0
#include "auditor/facts/vocabulary.h"

#include "tests/facts/small_vocabulary.h"

using namespace periksa;
using facts::Type;
using facts::Vocabulary;

BOOST_AUTO_TEST_SUITE(vocabulary)
namespace {

constexpr std::string_view kWorker =
    R"(<entity name="worker" in="filing" many="workers" id="p" en="w"/>)";

std::string facts_with(std::string_view inside) {
  return "<facts version=\"1\">" + std::string(kWorker) + std::string(inside) + "</facts>";
}

std::string field(std::string_view attributes) {
  return facts_with(R"(<entity name="e" in="worker" many="es" id="e" en="e"><field name="f" )" +
                    std::string(attributes) + R"( privacy="public" id="f" en="f"/></entity>)");
}

/// The first English message, or "" if it loads.
std::string refusal(const std::string& text) {
  const auto vocabulary = Vocabulary::parse(text);
  return vocabulary ? std::string() : vocabulary.error().front().text.en;
}

}  // namespace

BOOST_AUTO_TEST_CASE(entities_fields_and_codes_are_found_by_name) {
  const auto small = test::small_vocabulary();
  const auto worker = small.entity(small.worker());
  BOOST_TEST(worker.many == "workers");
  BOOST_TEST(*small.find_collection("payments") == *small.find_entity("payment"));
  const auto& sex = worker.fields[*worker.find("sex")];
  BOOST_TEST(type_name(small, sex) == "code:sex");
  BOOST_TEST(*small.list(sex.target).find("male") == 1);
  BOOST_TEST(!small.list(sex.target).find("mole"));
  BOOST_TEST(type_name(small, worker.fields[*worker.find("permit")]) == "ref:permit");
  BOOST_TEST(!small.find_entity("payments"));
  BOOST_TEST(small.entity(*small.find_entity("passport")).single);
}

BOOST_AUTO_TEST_CASE(every_type_is_read_by_its_name) {
  for (int i = 0; i <= static_cast<int>(Type::reference); ++i) {
    const auto type = static_cast<Type>(i);
    BOOST_TEST((facts::parse_type(to_string(type)) == type));
  }
}

BOOST_AUTO_TEST_CASE(a_mistake_is_told) {
  BOOST_TEST(refusal(field("type=\"dat\"")) == "unknown type \"dat\"");
  BOOST_TEST(refusal(field("type=\"code:nothing\"")) == "\"nothing\" is not declared");
  BOOST_TEST(refusal(field("type=\"ref:nothing\"")) == "\"nothing\" is not declared");
  BOOST_TEST(refusal(field("type=\"integer\" min=\"x\"")) ==
             "this bound is not a number of the field's type");
  BOOST_TEST(refusal(field("type=\"text\" none=\"perhaps\"")) == "unknown privacy= or none=");
  BOOST_TEST(refusal(field("tpye=\"text\"")) ==
             "unknown attribute \"tpye\"; did you mean \"type\"?");
  BOOST_TEST(refusal("<rules/>") == "expected <facts> or <codes>");
  BOOST_TEST(refusal("<facts version=\"1\"/>") == "there is no entity \"worker\"");
  BOOST_TEST(refusal(facts_with(kWorker)) == "this entity name is taken");
}

BOOST_AUTO_TEST_CASE(a_field_may_not_take_the_name_of_a_records_own_attributes) {
  for (const std::string name : {"id", "source", "page", "none", "state"}) {
    const auto text =
        facts_with(R"(<entity name="e" in="worker" many="es" id="e" en="e"><field name=")" + name +
                   R"(" type="text" privacy="public" id="f" en="f"/></entity>)");
    BOOST_TEST(refusal(text) == "this name is reserved", name);
  }
}

BOOST_AUTO_TEST_CASE(a_field_and_an_entity_of_the_worker_may_not_share_a_name) {
  BOOST_TEST(refusal(R"(<facts version="1">
    <entity name="worker" in="filing" many="workers" id="p" en="w">
      <field name="visa" type="text" privacy="public" id="v" en="v"/></entity>
    <entity name="visa" in="worker" many="visas" id="v" en="v"/></facts>)") ==
             "\"visa\" is both a field of the worker and an entity");
}

BOOST_AUTO_TEST_CASE(an_integer_without_bounds_is_not_negative) {
  const auto one = Vocabulary::parse(field("type=\"integer\""));
  BOOST_REQUIRE(one);
  BOOST_TEST(*one->entity(*one->find_entity("e")).fields[0].min == 0);
}

BOOST_AUTO_TEST_CASE(the_shipped_vocabulary_loads) {
  const auto shipped = Vocabulary::load(PERIKSA_SOURCE_DIR "/rules");
  if (!shipped) {
    for (const auto& one : shipped.error()) BOOST_ERROR(render(one, Language::en));
  }
  BOOST_REQUIRE(shipped);
  BOOST_TEST(shipped->entities().size() > 50U);
}

BOOST_AUTO_TEST_CASE(a_moved_vocabulary_still_finds_its_names) {
  Vocabulary one = test::small_vocabulary();
  const Vocabulary other = std::move(one);
  BOOST_TEST(other.entity(*other.find_entity("payment")).find("amount").has_value());
  BOOST_TEST(*other.list(*other.find_list("sex")).find("female") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
