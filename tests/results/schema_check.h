// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

/// Whether a document follows a schema of docs/; what it objects to goes to the test's messages.
inline bool follows(const std::string& schema_name, const std::string& document) {
  std::ifstream file(std::string(PERIKSA_SOURCE_DIR "/docs/") + schema_name);
  const auto rules = nlohmann::json::parse(file);
  valijson::Schema schema;
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(rules), schema);
  const auto json = nlohmann::json::parse(document);
  valijson::ValidationResults why;
  valijson::Validator validator;
  const bool ok = validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(json), &why);
  for (valijson::ValidationResults::Error error; why.popError(error);) {
    BOOST_TEST_MESSAGE(error.description);
  }
  return ok;
}
