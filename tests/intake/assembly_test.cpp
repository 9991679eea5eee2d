// SPDX-License-Identifier: Apache-2.0
// What other forms are made into is proved like XML that was read.
#include "auditor/intake/assembly.h"

#include "tests/intake/reading.h"

using namespace periksa;

BOOST_AUTO_TEST_SUITE(assembly)
namespace {

/// What is told of these shared elements, made from another form.
std::string told(const std::string& elements) {
  const intake::ReadOptions options{.threads = 1};
  const intake::OnShared on_shared = [](const intake::Filing&) {};
  const intake::OnWorker on_worker = [](unsigned, std::uint32_t, facts::Facts&) {};
  intake::Assembly assembly("f.xml", test::shipped_vocabulary(), options, on_shared, on_worker);
  facts::FilingHeader header;
  header.sources.emplace_back();
  assembly.begin(header);
  assembly.shared({elements, {1, 1}});
  const auto filing = assembly.finish(true, 0, [] { return std::string(); });
  if (filing) return {};
  std::string all;
  for (const auto& one : filing.error()) all += to_string(one.at) + ": " + one.text.en + '\n';
  return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(shared_elements_that_are_no_xml_are_refused_where_they_stand) {
  const std::string good = "<permit id='S1'/>";
  BOOST_TEST(told(good) == "");
  BOOST_TEST(told(good + "<permit id='S2' id='S3'/>").starts_with("f.xml:1:34: "));
  BOOST_TEST(told(good + "<permit id='S2' number='\v'/>").contains("control character"));
  BOOST_TEST(told(good + "<permit id='S2'>").starts_with("f.xml:1:"));
}

BOOST_AUTO_TEST_SUITE_END()
