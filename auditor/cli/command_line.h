// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

/// How verbs tell what may be written after their name. Only this, usage.h and main.cpp know CLI11:
/// it compiles its whole parser into every file that adds an option with it.
namespace periksa::cli {

/// An option, flag or positional argument that was added, and what else holds of it. A handle:
/// copies mean the same one; valid as long as the program's CLI::App. Calls can be chained.
class Option {
 public:
  explicit Option(CLI::Option& option) : option_(&option) {}

  Option required() const;
  /// Takes so many values.
  Option expected(int count) const;
  Option expected(int least, int most) const;
  /// Takes one of these words and nothing else.
  Option one_of(const std::vector<std::string>& words) const;
  Option existing_folder() const;
  /// An empty word, as an unset variable of a shell gives it, is refused with `why`.
  Option filled(const std::string& why) const;
  /// Where it is not written, the value of this environment variable is taken.
  Option envname(const std::string& name) const;
  Option needs(Option other) const;
  Option excludes(Option other) const;
  /// Replaces the words of help it was added with.
  Option description(const std::string& help) const;

 private:
  CLI::Option* option_;
};

/// What may be written after the program's name or after a verb. A handle as above.
///
/// `into` is written when the command line is parsed and has to live until then; a verb shares it
/// with the function that runs it. What `into` holds before is the default.
class CommandLine {
 public:
  explicit CommandLine(CLI::App& app) : app_(&app) {}

  CommandLine add_subcommand(const std::string& name, const std::string& help) const;
  /// Exactly one of its subcommands has to follow.
  void require_subcommand() const;

  /// `names`: "--out,-o"; a name without dashes is told by its place. Help lists them as added.
  Option add_option(const std::string& names, std::string& into, const std::string& help) const;
  Option add_option(const std::string& names, unsigned& into, const std::string& help) const;
  /// Takes any number of values.
  Option add_option(const std::string& names, std::vector<std::string>& into,
                    const std::string& help) const;
  Option add_flag(const std::string& names, bool& into, const std::string& help) const;

  /// What help says last.
  void footer(const std::string& text) const;

  /// Once parsed: whether this is the verb that was written.
  bool parsed() const;

 private:
  CLI::App* app_;
};

}  // namespace periksa::cli
