// SPDX-License-Identifier: Apache-2.0
// Whatever a rule file holds: it is read or refused with its places in both languages, and what is
// read can be judged. Seeds: rules/duties/*/*.xml, tests/ruleset/good_rule.xml.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "auditor/audit/subjects.h"
#include "auditor/base/data_file.h"
#include "auditor/base/file.h"
#include "auditor/ruleset/lint.h"
#include "auditor/ruleset/rule_set.h"

using namespace periksa;

namespace {

const char* folder() {
  const char* given = std::getenv("PERIKSA_RULES");
  return given ? given : PERIKSA_SOURCE_DIR "/rules";
}

const ruleset::RuleSet& rules() {
  static const auto loaded = ruleset::RuleSet::load(folder());
  if (!loaded) std::abort();
  return **loaded;
}

const std::string& filing() {
  static const auto text =
      read_file(std::filesystem::path(folder()) / "examples/clean-worker.xml", 1U << 20);
  if (!text) std::abort();
  return *text;
}

void require(bool fine, const char* what) {
  if (fine) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

void check(const Diagnostics& problems) {
  require(!problems.empty(), "refused without a word");
  for (const auto& problem : problems) {
    require(!problem.text.id.empty() && !problem.text.en.empty(), "told in one language only");
    require(problem.at.file == "rule.xml", "told without the file");
  }
}

/// The rule on every one of its subjects, fast and recorded.
void judge(const ruleset::Rule& rule) {
  ruleset::Judge judge;
  const auto done =
      audit::for_each_subject(rules(), rule, filing(), {}, [&](const ruleset::Case& on) {
        ruleset::Recording recording;
        const auto fast = judge.judge(rule, rules().rules(), on).verdict;
        const auto recorded = judge.judge(rule, rules().rules(), on, recording).verdict;
        require(fast == recorded, "recording changes the verdict");
      });
  require(done.has_value(), "the example filing is refused");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const auto file = DataFile::parse(std::string(data, data + size), "rule.xml");
  if (!file) {
    check(file.error());
    return 0;
  }
  const ruleset::Ground ground{&rules().vocabulary(), &rules().law(), &rules().limits()};
  const auto rule = ruleset::read_rule(*file, ground);
  if (!rule) {
    check(rule.error());
    return 0;
  }
  for (const auto& problem : ruleset::lint_rule(*rule))
    require(!problem.text.en.empty(), "lint says nothing");
  judge(*rule);
  return 0;
}
