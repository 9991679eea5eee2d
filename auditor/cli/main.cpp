// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string_view>

#include "auditor/cli/exit_code.h"
#include "auditor/cli/usage.h"
#include "auditor/cli/verbs.h"

namespace periksa::cli {
namespace {

/// The language decides how help reads, so it is looked for before anything is parsed; never taken
/// from the locale.
Language find_language(int argc, char** argv) {
  std::string_view word;
  if (const char* given = std::getenv("PERIKSA_LANG")) word = given;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--lang" && i + 1 < argc) word = argv[i + 1];
    if (argument.starts_with("--lang=")) word = argument.substr(7);
  }
  return word == "en" ? Language::en : Language::id;
}

/// Lists that grow with the filing go back to the system when they are done with. By default glibc
/// keeps the room of every list it has seen freed, up to 32 MB each, for the next one.
void give_memory_back() {
#ifdef __GLIBC__
  ::mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

int run(int argc, char** argv) {
  Context context;
  context.language = find_language(argc, argv);
  CLI::App app(
      context.say(
          "Periksa: menilai berkas perusahaan penempatan pekerja migran (P3MI) terhadap hukum.",
          "Periksa: assesses what a private placement agency (P3MI) files against the law."),
      "periksa");
  translate_help(app, context);
  app.set_version_flag("--version", PERIKSA_VERSION,
                       context.say("Tampilkan versi", "Show the version"));
  app.require_subcommand(1);
  app.fallthrough();
  const CommandLine line(app);
  std::string language;
  line.add_option(
          "--lang", language,
          context.say("Bahasa: id atau en (bawaan: id)", "Language: id or en (default: id)"))
      .one_of({"id", "en"});
  line.add_option("--rules", context.rules_given,
                  context.say("Folder aturan", "Folder of the rules"))
      .envname("PERIKSA_RULES");
  line.add_option("--templates", context.templates_given,
                  context.say("Folder templat dan kata-kata sendiri, pengganti yang bawaan",
                              "Folder of own templates and words, in place of those that ship"))
      .envname("PERIKSA_TEMPLATES");
  std::vector<Command> commands{
      add_audit(line, context),    add_facts(line, context), add_convert(line, context),
      add_template(line, context), add_map(line, context),   add_explain(line, context),
      add_report(line, context),   add_diff(line, context),  add_pack(line, context),
      add_verify(line, context),   add_open(line, context),  add_check_templates(line, context)};
  for (auto& command : add_key(line, context)) commands.push_back(std::move(command));
  for (auto& command : add_case(line, context)) commands.push_back(std::move(command));
  for (auto& command : add_store(line, context)) commands.push_back(std::move(command));
  for (auto& command : add_rules(line, context)) commands.push_back(std::move(command));
  group_help(app, context);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Help and version come as errors of success.
    if (error.get_exit_code() == 0) return app.exit(error);
    explain_usage(context, app, error, argc, argv);
    return kUsage;
  }
  for (const auto& command : commands) {
    if (command.line.parsed()) return command.run();
  }
  return kUsage;
}

}  // namespace
}  // namespace periksa::cli

int main(int argc, char** argv) {
  periksa::cli::give_memory_back();
  try {
    return periksa::cli::run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "periksa: galat mesin / engine error: %s\n", error.what());
    return periksa::cli::kEngineError;
  }
}
