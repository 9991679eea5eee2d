// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "auditor/ruleset/rule_set.h"
#include "tests/ruleset/mini/temp_folder.h"

namespace periksa::test {

/// One duty in outline; what a test does not care about is filled in.
struct Duty {
  std::string id = "test/1/1";
  std::string tier = "law";
  std::string subject =
      R"(each="worker" as="w" event="w.departed_on" planned="w.departure_planned_on")";
  /// `<version>` elements, or empty: one version made of the next three.
  std::string versions{};
  std::string cite = "test#V";
  std::string when{};
  std::string require = "yes";
  std::string defeats{};
  /// Further elements: amount, missing, evidence, with.
  std::string more{};
  std::string sentence = "kalimat";
  std::string examples = R"(<examples base="clean-worker"><example expect="met"/></examples>)";
};

/// Examples of a duty that cites a country.
inline const std::string kMet = R"(<example expect="met"/>)";
inline const std::string kTaiwan = R"(<example expect="breach" set="worker.country=TW"/>)";

/// The text of a rule file.
std::string duty_file(const Duty& duty);

/// `<version FROM><cite…/>…</version>` of one text.
std::string version(std::string_view window, std::string_view cite, std::string_view when,
                    std::string_view require);

/// A rules folder with the shipped vocabulary, a law of one's own (instrument `test`, see
/// mini_rules.cpp for its provisions) and no duties, limits or patterns but those added.
class MiniRules {
 public:
  MiniRules();

  const std::filesystem::path& path() const { return folder_.path(); }
  const TempFolder& folder() const { return folder_; }
  MiniRules& add(const Duty& duty);
  /// Copies `limits/NAME.xml`, `law/NAME.xml` … of the shipped rules.
  MiniRules& shipped(std::string_view relative);
  MiniRules& file(std::string_view relative, std::string_view text);

  /// The set as it stands; fails the test, with what was told, if it does not load.
  const ruleset::RuleSet& load();
  /// What loading tells; empty if it loads.
  Diagnostics problems() const;

 private:
  TempFolder folder_;
  std::unique_ptr<ruleset::RuleSet> set_;
  int duties_ = 0;
};

}  // namespace periksa::test
