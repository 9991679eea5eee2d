// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <pugixml.hpp>
#include <string>

#include "auditor/base/diagnostic.h"
#include "auditor/facts/vocabulary.h"
#include "auditor/ruleset/rule.h"

namespace periksa::audit {

/// The small filings that examples start from (`rules/examples/NAME.xml`), each read once.
class ExampleBases {
 public:
  explicit ExampleBases(std::filesystem::path rules) : folder_(std::move(rules) / "examples") {}
  Result<const std::string*> text(const std::string& name);

 private:
  std::filesystem::path folder_;
  std::map<std::string, std::string> texts_;
};

/// The base filing with an example's changes, as the text of a filing (docs/writing-rules.md,
/// Examples).
Result<std::string> example_filing(const std::string& base, const ruleset::Example& example,
                                   const facts::Vocabulary& vocabulary);

/// Takes everything a record of a filing says of one of its fields out of it.
void forget_fact(pugi::xml_node record, const std::string& field);

}  // namespace periksa::audit
