// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <iterator>

#include "auditor/audit/survivors.h"
#include "auditor/base/file.h"
#include "auditor/cli/coverage_pages.h"
#include "auditor/cli/exit_code.h"
#include "auditor/cli/rules_lint.h"
#include "auditor/cli/rules_test.h"
#include "auditor/cli/verbs.h"
#include "auditor/ruleset/skeleton.h"

namespace periksa::cli {
namespace {

int list(const Context& context) {
  const auto rules = load_unchecked(context);
  if (!rules) return kRulesRefused;
  for (const auto& rule : rules->rules()) {
    std::cout << fmt::format("{:<30} {:<9} {:<22} {}\n", rule.id, to_string(rule.tier),
                             rules->vocabulary().entity(rule.entity).name,
                             rule.met.in(context.language));
  }
  for (const auto& indicator : rules->indicators()) {
    std::cout << fmt::format("{:<30} {:<9} {:<22} {}\n", indicator.id,
                             context.say("penanda", "indicator"), "worker",
                             indicator.title.in(context.language));
  }
  for (const auto& measure : rules->measures()) {
    std::cout << fmt::format("{:<30} {:<9} {:<22} {}\n", measure.id,
                             context.say("ukuran", "measure"), "worker",
                             measure.title.in(context.language));
  }
  return std::cout.flush() ? kFine : kOutputFailed;
}

bool chosen(const std::vector<std::string>& only, const std::string& id) {
  return only.empty() || std::ranges::find(only, id) != only.end();
}

/// One line a survivor; those with a reason on file are told with it and need no example.
class MutateReport {
 public:
  MutateReport(const Context& context, audit::ExplainedSurvivors explained)
      : context_(context), explained_(std::move(explained)) {}

  bool add(Result<audit::Mutation> mutation) {
    if (!mutation) {
      context_.print(mutation.error());
      return false;
    }
    for (const auto& survivor : mutation->survivors) tell(survivor);
    all_.join(std::move(*mutation));
    return true;
  }

  /// `whole`: every rule has been tried, so a reason nobody needed is one too many.
  int finish(bool whole) {
    const auto unneeded = whole ? explained_.unneeded() : Diagnostics{};
    context_.print(unneeded);
    std::cout << fmt::format(
        fmt::runtime(context_.say("{} kesalahan buatan: {} diketahui contoh, {} lolos ({} %), {} "
                                  "di antaranya beralasan\n",
                                  "{} made-up mistakes: {} noticed by an example, {} not ({} %), "
                                  "{} of them explained\n")),
        all_.killed + all_.survivors.size(), all_.killed, all_.survivors.size(), all_.score(),
        explained_count_);
    if (!std::cout.flush()) return kOutputFailed;
    return all_.survivors.size() == explained_count_ && unneeded.empty() ? kFine : kFoundSomething;
  }

 private:
  void tell(const audit::Survivor& survivor) {
    const std::string* why = explained_.why(survivor);
    if (why) ++explained_count_;
    std::cout << fmt::format(
        fmt::runtime(context_.say("{}: {}: {}: \"{}\" menjadi \"{}\": {}\n",
                                  "{}: {}: {}: \"{}\" made \"{}\": {}\n")),
        to_string(survivor.at), survivor.rule, survivor.where, survivor.was, survivor.becomes,
        why ? *why : context_.say("tidak ada contoh yang gagal", "no example fails"));
  }

  const Context& context_;
  audit::ExplainedSurvivors explained_;
  audit::Mutation all_;
  std::size_t explained_count_ = 0;
};

int mutate(const Context& context, const std::vector<std::string>& only) {
  const auto rules = load_unchecked(context);
  if (!rules) return kRulesRefused;
  if (!known_rules(context, *rules, only, Among::conditions)) return kUsage;
  auto explained = audit::ExplainedSurvivors::load(rules->folder());
  if (!explained) {
    context.print(explained.error());
    return kRulesRefused;
  }
  audit::ExampleBases bases(rules->folder());
  MutateReport report(context, std::move(*explained));
  for (const auto& rule : rules->rules()) {
    if (chosen(only, rule.id) && !report.add(audit::mutate_rule(*rules, rule, bases)))
      return kRulesRefused;
  }
  for (const auto& indicator : rules->indicators()) {
    if (chosen(only, indicator.id) &&
        !report.add(audit::mutate_indicator(*rules, indicator, bases)))
      return kRulesRefused;
  }
  return report.finish(only.empty());
}

int coverage(const Context& context, const std::string& format) {
  const auto rules = load_unchecked(context);
  if (!rules) return kRulesRefused;
  const auto parts = ruleset::coverage(*rules);
  if (format == "json") {
    std::cout << coverage_json(parts);
  } else if (format == "markdown") {
    std::cout << coverage_page(parts, context.language);
  } else {
    std::cout << coverage_text(parts, context.language);
  }
  if (!std::cout.flush()) return kOutputFailed;
  return count_of(parts, ruleset::Covered::State::to_do) == 0 ? kFine : kFoundSomething;
}

/// Writes the skeleton of a rule where it belongs.
int make_new(const Context& context, const ruleset::NewRule& wanted) {
  const auto made = ruleset::make_skeleton(context.rules(), wanted);
  if (!made) {
    context.print(made.error());
    return kUsage;
  }
  const auto path = context.rules() / made->file;
  std::error_code problem;
  std::filesystem::create_directories(path.parent_path(), problem);
  auto file = AtomicFile::create(path);
  if (!file) {
    context.print(file.error());
    return kOutputFailed;
  }
  file->write(made->text);
  if (const auto done = file->commit(); !done) {
    context.print(done.error());
    return kOutputFailed;
  }
  std::cout << fmt::format(
      fmt::runtime(context.say("{} ditulis; isilah setiap …, lalu: periksa rules test {}\n",
                               "{} written; fill in every …, then: periksa rules test {}\n")),
      path.string(), wanted.id);
  return std::cout.flush() ? kFine : kOutputFailed;
}

}  // namespace

std::vector<Command> add_rules(CommandLine app, Context& context) {
  const auto verb = app.add_subcommand(
      "rules", context.say("Bekerja dengan kumpulan aturan.", "Works with the rule set."));
  verb.require_subcommand();
  std::vector<Command> commands;
  const auto list_verb =
      verb.add_subcommand("list", context.say("Daftar aturan", "Lists the rules"));
  commands.push_back({list_verb, [&context] { return list(context); }});
  const auto lint_verb = verb.add_subcommand(
      "lint", context.say("Periksa penulisan aturan terhadap register hukum",
                          "Checks how rules are written against the law register"));
  auto strict = std::make_shared<bool>(false);
  lint_verb.add_flag(
      "--strict", *strict,
      context.say("Peringatan juga memberi kode keluar 1", "Warnings, too, give exit code 1"));
  commands.push_back({lint_verb, [&context, strict] { return lint_rules(context, *strict); }});
  const auto test_verb = verb.add_subcommand(
      "test", context.say("Jalankan contoh setiap aturan", "Runs the examples of every rule"));
  auto only = std::make_shared<std::vector<std::string>>();
  test_verb.add_option("rule", *only, context.say("Hanya aturan ini", "Only these rules"));
  auto leaves = std::make_shared<bool>(false);
  test_verb.add_flag("--leaves", *leaves,
                     context.say("Sebutkan syarat yang belum terlihat benar, salah atau tidak "
                                 "diketahui dalam contoh",
                                 "Name the conditions that no example has seen true, false or "
                                 "unknown"));
  commands.push_back(
      {test_verb, [&context, only, leaves] { return test_rules(context, *only, *leaves); }});
  const auto mutate_verb = verb.add_subcommand(
      "mutate", context.say("Menanam kesalahan kecil dalam setiap aturan: contohnya harus gagal",
                            "Puts small mistakes into every rule: an example must fail"));
  auto mutated = std::make_shared<std::vector<std::string>>();
  mutate_verb.add_option("rule", *mutated, context.say("Hanya aturan ini", "Only these rules"));
  commands.push_back({mutate_verb, [&context, mutated] { return mutate(context, *mutated); }});
  const auto new_verb = verb.add_subcommand(
      "new", context.say("Tulis kerangka aturan baru", "Writes the skeleton of a new rule"));
  auto wanted = std::make_shared<ruleset::NewRule>();
  new_verb.add_option("id", wanted->id, "uu-18-2017/54.1.a/3").required();
  new_verb
      .add_option("--cite", wanted->cite,
                  context.say("Ketentuan: uu-18-2017#54.1.a", "The provision: uu-18-2017#54.1.a"))
      .required();
  new_verb.add_option("--subject", wanted->subject,
                      context.say("Entitas yang dinilai", "The entity judged"));
  new_verb.add_option("--base", wanted->base,
                      context.say("Berkas dasar contohnya", "The base filing of its examples"));
  new_verb.add_option("--tier", wanted->tier, "law, decree, standard");
  commands.push_back({new_verb, [&context, wanted] { return make_new(context, *wanted); }});
  const auto coverage_verb = verb.add_subcommand(
      "coverage", context.say("Apa yang dilakukan terhadap setiap baris rujukan hukum",
                              "How each row of the legal reference is dealt with"));
  auto format = std::make_shared<std::string>("text");
  coverage_verb.add_option("--format", *format, "text, json, markdown")
      .one_of({"text", "json", "markdown"});
  commands.push_back({coverage_verb, [&context, format] { return coverage(context, *format); }});
  auto release = add_release(verb, context);
  std::ranges::move(release, std::back_inserter(commands));
  return commands;
}

}  // namespace periksa::cli
