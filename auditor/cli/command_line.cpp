// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/command_line.h"

#include <CLI/CLI.hpp>

namespace periksa::cli {

Option Option::required() const {
  option_->required();
  return *this;
}

Option Option::expected(int count) const {
  option_->expected(count);
  return *this;
}

Option Option::expected(int least, int most) const {
  option_->expected(least, most);
  return *this;
}

Option Option::one_of(const std::vector<std::string>& words) const {
  option_->check(CLI::IsMember(words));
  return *this;
}

Option Option::existing_folder() const {
  option_->check(CLI::ExistingDirectory);
  return *this;
}

Option Option::envname(const std::string& name) const {
  option_->envname(name);
  return *this;
}

Option Option::needs(Option other) const {
  option_->needs(other.option_);
  return *this;
}

Option Option::excludes(Option other) const {
  option_->excludes(other.option_);
  return *this;
}

Option Option::description(const std::string& help) const {
  option_->description(help);
  return *this;
}

CommandLine CommandLine::add_subcommand(const std::string& name, const std::string& help) const {
  return CommandLine(*app_->add_subcommand(name, help));
}

void CommandLine::require_subcommand() const {
  app_->require_subcommand(1);
}

Option Option::filled(const std::string& why) const {
  option_->check([why](const std::string& word) { return word.empty() ? why : std::string(); });
  return *this;
}

Option CommandLine::add_option(const std::string& names, std::string& into,
                               const std::string& help) const {
  return Option(*app_->add_option(names, into, help));
}

Option CommandLine::add_option(const std::string& names, unsigned& into,
                               const std::string& help) const {
  return Option(*app_->add_option(names, into, help));
}

Option CommandLine::add_option(const std::string& names, std::vector<std::string>& into,
                               const std::string& help) const {
  return Option(*app_->add_option(names, into, help));
}

Option CommandLine::add_flag(const std::string& names, bool& into, const std::string& help) const {
  return Option(*app_->add_flag(names, into, help));
}

void CommandLine::footer(const std::string& text) const {
  app_->footer(text);
}

bool CommandLine::parsed() const {
  return app_->parsed();
}

}  // namespace periksa::cli
