// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/redact.h"

#include <boost/test/unit_test.hpp>

#include "tests/results/json_text.h"
#include "tests/results/sample/sample.h"

using namespace periksa;

BOOST_AUTO_TEST_SUITE(redaction)

BOOST_AUTO_TEST_CASE(no_private_value_remains) {
  results::Results document = sample::rich();
  const auto secrets = document.secrets;
  redact(document);
  const std::string text = json_text(document);
  for (const auto& [key, secret] : secrets) {
    BOOST_TEST_CONTEXT(key) {
      BOOST_TEST(text.find(secret.value) == std::string::npos);
      BOOST_TEST((secret.raw.empty() || text.find(secret.raw) == std::string::npos));
    }
  }
  BOOST_TEST(text.find("\"private\"") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_rest_of_the_document_is_unchanged_but_for_hashes) {
  results::Results document = sample::rich();
  redact(document);
  results::Results expected = sample::rich();
  expected.secrets.clear();
  for (auto& x : expected.findings) x.fingerprint = x.evidence_digest = "";
  for (auto& x : expected.waivers) x.fingerprint = "";
  BOOST_TEST((document == expected));
}

BOOST_AUTO_TEST_CASE(nothing_remains_that_ids_and_values_could_be_tried_against) {
  results::Results document = sample::rich();
  document.workers = {"0123456789ab"};
  std::vector<std::string> hashes = document.workers;
  for (const auto& x : document.findings) {
    hashes.push_back(x.fingerprint);
    hashes.push_back(x.evidence_digest);
  }
  redact(document);
  const std::string text = json_text(document);
  for (const auto& hash : hashes)
    BOOST_TEST((hash.empty() || text.find('"' + hash + '"') == std::string::npos), hash);
}

BOOST_AUTO_TEST_CASE(a_redacted_document_still_reads) {
  results::Results document = sample::rich();
  BOOST_TEST(!is_redacted(document));
  redact(document);
  const auto read = results::read_json(json_text(document), "hasil.json");
  BOOST_REQUIRE(read);
  BOOST_TEST((*read == document));
  BOOST_TEST(is_redacted(*read));
}

BOOST_AUTO_TEST_CASE(redacting_twice_changes_nothing_more) {
  results::Results once = sample::rich();
  redact(once);
  results::Results twice = once;
  redact(twice);
  BOOST_TEST((once == twice));
}

BOOST_AUTO_TEST_SUITE_END()
