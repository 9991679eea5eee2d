// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/help/desk.h"

#include <stdexcept>

#include "auditor/ruleset/manifest.h"

namespace periksa::test {
namespace fs = std::filesystem;

const fs::path& sealed_rules() {
  static const TempFolder folder;
  static const fs::path rules = [] {
    const fs::path copy = folder.path() / "rules";
    fs::copy(fs::path(PERIKSA_SOURCE_DIR) / "rules", copy, fs::copy_options::recursive);
    const auto manifest = ruleset::make_manifest(copy, "periksa", "test");
    if (!manifest) throw std::runtime_error("the rules cannot be sealed");
    folder.write("rules/manifest.txt", *manifest);
    return copy;
  }();
  return rules;
}

Desk::Desk() {
  environment["PERIKSA_RULES"] = sealed_rules().string();
  // What a test sets wrongly must not be mended by the machine's own settings.
  environment["LANG"] = "C";
}

Child Desk::child(std::vector<std::string> words) const {
  words.insert(words.begin(), PERIKSA_PROGRAM);
  return {.words = std::move(words), .folder = path(), .environment = environment};
}

Ran Desk::bare(std::vector<std::string> words) const {
  return run(child(std::move(words)));
}

Ran Desk::periksa(std::vector<std::string> words) const {
  words.insert(words.begin(), {"--lang", "en"});
  return bare(std::move(words));
}

bool says(const std::string& text, std::string_view phrase) {
  return text.find(phrase) != std::string::npos;
}

}  // namespace periksa::test
