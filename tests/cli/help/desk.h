// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tests/cli/help/child.h"
#include "tests/ruleset/mini/temp_folder.h"

namespace periksa::test {

/// The shipped rules, sealed, in a folder of their own: no test of the program waits for examples.
const std::filesystem::path& sealed_rules();

/// A duty that one day of one worker decides.
inline const std::string kAge = "uu-18-2017/66/1";

/// A folder in which the program is run, and the environment it gets.
class Desk {
 public:
  Desk();

  const std::filesystem::path& path() const { return folder_.path(); }
  std::filesystem::path write(const std::string& name, const std::string& text) const {
    return folder_.write(name, text);
  }
  std::string read(const std::string& name) const { return slurp(path() / name); }
  bool has(const std::string& name) const { return std::filesystem::exists(path() / name); }
  std::vector<std::string> listing() const { return folder_.listing(); }

  /// `periksa WORDS…`, in English.
  Ran periksa(std::vector<std::string> words) const;
  /// The same without a language; the environment is that of the desk.
  Ran bare(std::vector<std::string> words) const;
  Child child(std::vector<std::string> words) const;

  std::map<std::string, std::string> environment;

 private:
  TempFolder folder_;
};

/// Whether a text contains a phrase.
bool says(const std::string& text, std::string_view phrase);

}  // namespace periksa::test
