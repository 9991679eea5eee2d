// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/ruleset/rule_set.h"
#include "reports/template_folders.h"

namespace periksa::cli {

/// What every verb knows: the language of messages and where the data files are.
struct Context {
  Language language = Language::id;
  std::string rules_given;      ///< --rules, PERIKSA_RULES
  std::string templates_given;  ///< --templates, PERIKSA_TEMPLATES

  /// The text in the language chosen.
  const char* say(const char* id, const char* en) const {
    return language == Language::id ? id : en;
  }

  /// Says on standard error what is wrong with a command line; gives the exit code for it.
  int usage(const char* id, const char* en) const;

  /// What was given, else the source tree's folder in a build tree, else the installed one beside
  /// the program.
  std::filesystem::path rules() const;
  /// Those that ship, and in front of them a folder that was given.
  reports::TemplateFolders templates() const;

  /// One line each on standard error.
  void print(const Diagnostics& diagnostics) const;
};

/// The base names of the first few files, for a message.
std::string first_names(const std::vector<std::filesystem::path>& files);

/// Loads the rule set; a set that differs from its manifest has its examples run first. Null after
/// having said why.
std::unique_ptr<ruleset::RuleSet> load_rules(const Context& context);

/// Loads it without running examples, for the verbs that check rules.
std::unique_ptr<ruleset::RuleSet> load_unchecked(const Context& context);

/// What an id on the command line may name: rules; rules and indicators; all that has examples.
enum class Among : std::uint8_t { rules, conditions, tested };

/// False after having named, with the nearest there is, something that is meant but does not exist.
bool known_rules(const Context& context, const ruleset::RuleSet& rules,
                 const std::vector<std::string>& ids, Among among = Among::rules);

}  // namespace periksa::cli
