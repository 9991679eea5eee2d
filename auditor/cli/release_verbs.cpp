// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <iterator>

#include "auditor/audit/examples.h"
#include "auditor/base/file.h"
#include "auditor/base/sha256.h"
#include "auditor/cli/exit_code.h"
#include "auditor/cli/rules_lint.h"
#include "auditor/cli/rules_test.h"
#include "auditor/cli/verbs.h"
#include "auditor/ruleset/manifest.h"
#include "auditor/ruleset/released.h"
#include "auditor/ruleset/reviews.h"

namespace periksa::cli {
namespace {

constexpr std::size_t kRuleFileCap = 16U << 20;

int write(const Context& context, const std::filesystem::path& path, const std::string& text) {
  auto file = AtomicFile::create(path);
  if (!file) {
    context.print(file.error());
    return kOutputFailed;
  }
  file->write(text);
  const auto done = file->commit();
  if (!done) context.print(done.error());
  return done ? kFine : kOutputFailed;
}

bool agree(const Context& context, const ruleset::RuleSet& rules) {
  const auto problems = audit::test_rules(rules);
  context.print(problems);
  return problems.empty();
}

int write_manifest(const Context& context, const std::string& version) {
  const auto text = ruleset::make_manifest(context.rules(), "periksa", version);
  if (!text) {
    context.print(text.error());
    return kRulesRefused;
  }
  return write(context, context.rules() / "manifest.txt", *text);
}

/// Writes the manifest, after the examples have passed.
int seal(const Context& context, const std::string& version) {
  const auto rules = load_unchecked(context);
  if (!rules) return kRulesRefused;
  return agree(context, *rules) ? write_manifest(context, version) : kFoundSomething;
}

int reviews(const Context& context) {
  const auto rules = load_unchecked(context);
  if (!rules) return kRulesRefused;
  const auto known = ruleset::Reviews::load(rules->folder());
  if (!known) {
    context.print(known.error());
    return kRulesRefused;
  }
  const auto all = ruleset::reviewables(*rules);
  const auto lacking = ruleset::unreviewed(*known, all, rules->folder());
  if (!lacking) {
    context.print(lacking.error());
    return kRulesRefused;
  }
  context.print(*lacking);
  std::cout << fmt::format(
      fmt::runtime(context.say("{} aturan, {} catatan pembacaan kedua, {} kekurangan\n",
                               "{} rules, {} second readings on record, {} lacking\n")),
      all.size(), known->all().size(), lacking->size());
  if (!std::cout.flush()) return kOutputFailed;
  return lacking->empty() ? kFine : kFoundSomething;
}

/// Takes a second reader's notes over, with the hashes of the rules as they stand.
int review(const Context& context, const std::string& notes) {
  const auto rules = load_unchecked(context);
  if (!rules) return kRulesRefused;
  auto known = ruleset::Reviews::load(rules->folder());
  auto read = ruleset::Reviews::read_notes(notes);
  if (!known || !read) {
    context.print(known ? read.error() : known.error());
    return kUsage;
  }
  const auto all = ruleset::reviewables(*rules);
  for (auto& note : *read) {
    const auto at = std::ranges::find(all, note.rule, &ruleset::Reviewable::id);
    if (at == all.end()) {
      known_rules(context, *rules, {note.rule});
      return kUsage;
    }
    const auto text = read_file(rules->folder() / at->file, kRuleFileCap);
    if (!text) {
      context.print(text.error());
      return kRulesRefused;
    }
    note.sha256 = sha256_hex(*text);
    known->set(std::move(note));
  }
  return write(context, rules->folder() / "reviews.csv", known->text());
}

/// What must hold before a rule set goes out: lint, examples and boundaries, second readings, no id
/// lost, a version above the last with a chapter in the change list. Then its ids are frozen and it
/// is sealed.
int release(const Context& context, const std::string& version) {
  const auto rules = load_unchecked(context);
  if (!rules) return kRulesRefused;
  auto released = ruleset::Released::load(rules->folder());
  if (!released) {
    context.print(released.error());
    return kRulesRefused;
  }
  const auto ids = rules->ids();
  auto problems = released->vanished(ids);
  std::ranges::move(released->check_version(version), std::back_inserter(problems));
  context.print(problems);
  const bool sound = lint_rules(context, true) == kFine && test_rules(context, {}, false) == kFine;
  const bool read_twice = reviews(context) == kFine;
  if (!problems.empty() || !sound || !read_twice) return kFoundSomething;
  released->add(version, ids);
  const int wrote = write(context, rules->folder() / "released.txt", released->text());
  return wrote == kFine ? write_manifest(context, version) : wrote;
}

}  // namespace

std::vector<Command> add_release(CommandLine rules, Context& context) {
  std::vector<Command> commands;
  const auto list = rules.add_subcommand(
      "reviews", context.say("Aturan yang belum dibaca orang kedua, atau berubah sesudahnya",
                             "Rules nobody else has read, or changed since"));
  commands.push_back({list, [&context] { return reviews(context); }});
  const auto take = rules.add_subcommand(
      "review", context.say("Catat pembacaan kedua: CSV dengan kolom rule,compared,outcome,note",
                            "Records second readings: a CSV with rule,compared,outcome,note"));
  auto notes = std::make_shared<std::string>();
  take.add_option("notes", *notes, context.say("Catatan pembaca", "The reader's notes")).required();
  commands.push_back({take, [&context, notes] { return review(context, *notes); }});
  const auto with_version = [&](const char* name, const char* help, auto run) {
    const auto verb = rules.add_subcommand(name, help);
    auto version = std::make_shared<std::string>();
    verb.add_option("version", *version,
                    context.say("Versi kumpulan aturan", "Version of the rule set"))
        .required();
    commands.push_back({verb, [&context, version, run] { return run(context, *version); }});
  };
  with_version("seal",
               context.say("Uji contohnya lalu tulis manifest.txt",
                           "Runs the examples, then writes manifest.txt"),
               seal);
  with_version("release",
               context.say("Terbitkan: semua diuji dan dibaca dua kali, id dibekukan, lalu disegel",
                           "Releases: all tested and read twice, ids frozen, then sealed"),
               release);
  return commands;
}

}  // namespace periksa::cli
