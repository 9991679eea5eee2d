// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/context.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <sstream>
#include <system_error>

#include "auditor/audit/examples.h"
#include "auditor/base/nearest.h"
#include "auditor/base/printable.h"
#include "auditor/base/shown.h"
#include "auditor/cli/exit_code.h"

namespace periksa::cli {
namespace {

std::filesystem::path data_folder(const std::string& given, const char* name) {
  if (!given.empty()) return given;
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  // <prefix>/bin/periksa has its data in <prefix>/share/periksa; a build tree uses the sources'.
  const auto installed = program.parent_path().parent_path() / PERIKSA_INSTALL_DATA / name;
  if (!error && std::filesystem::is_directory(installed, error)) return installed;
  return std::filesystem::path(PERIKSA_SOURCE_DATA) / name;
}

}  // namespace

std::filesystem::path Context::rules() const {
  return data_folder(rules_given, "rules");
}
reports::TemplateFolders Context::templates() const {
  return {data_folder({}, "templates"), templates_given};
}

int Context::usage(const char* id, const char* en) const {
  std::fprintf(stderr, "periksa: %s\n", say(id, en));
  return kUsage;
}

void Context::print(const Diagnostics& diagnostics) const {
  for (const auto& diagnostic : diagnostics)
    std::fprintf(stderr, "%s\n", render(diagnostic, language).c_str());
}

void Context::tell(const Bilingual& text) const {
  // Names from filings, stores and folders must not steer the terminal.
  std::istringstream lines(text.in(language));
  std::string whole;
  for (std::string line; std::getline(lines, line);)
    whole += (whole.empty() ? "" : "\n") + printable(line);
  std::fprintf(stderr, "periksa: %s\n", whole.c_str());
}

int Context::usage(const Bilingual& why) const {
  tell(why);
  return kUsage;
}

std::string first_names(const std::vector<std::filesystem::path>& files) {
  constexpr std::size_t kNamed = 3;
  std::string names;
  for (std::size_t i = 0; i < std::min(files.size(), kNamed); ++i)
    names += (i == 0 ? "" : ", ") + shown(files[i].filename().string());
  return files.size() > kNamed ? names + ", …" : names;
}

std::unique_ptr<ruleset::RuleSet> load_unchecked(const Context& context) {
  auto rules = ruleset::RuleSet::load(context.rules());
  if (rules) return std::move(*rules);
  context.print(rules.error());
  context.tell({"kumpulan aturan ditolak; tidak ada yang dinilai",
                "the rule set is refused; nothing was assessed"});
  return nullptr;
}

std::unique_ptr<ruleset::RuleSet> load_rules(const Context& context) {
  auto rules = load_unchecked(context);
  if (!rules || rules->manifest().official) return rules;
  const auto problems = audit::test_rules(*rules);
  if (problems.empty()) return rules;
  context.print(problems);
  context.tell({"aturan yang diubah tidak lulus contohnya sendiri; jalankan `periksa rules test`",
                "changed rules fail their own examples; run `periksa rules test`"});
  return nullptr;
}

bool known_rules(const Context& context, const ruleset::RuleSet& rules,
                 const std::vector<std::string>& ids, Among among) {
  std::vector<std::string_view> all;
  const auto add = [&](const auto& list) {
    for (const auto& one : list) all.emplace_back(one.id);
  };
  add(rules.rules());
  if (among != Among::rules) add(rules.indicators());
  if (among == Among::tested) add(rules.measures());
  for (const auto& id : ids) {
    if (std::ranges::find(all, id) != all.end()) continue;
    context.tell(no_such({"aturan", "rule"}, id, all));
    return false;
  }
  return true;
}

}  // namespace periksa::cli
