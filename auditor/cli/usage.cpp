// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/usage.h"

#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include "auditor/base/nearest.h"

namespace periksa::cli {
namespace {

constexpr std::array<std::string_view, 13> kVerbs{
    "audit", "facts", "rules", "explain", "report", "convert", "template",
    "map",   "diff",  "pack",  "verify",  "open",   "key"};

/// CLI11 tells the kind of mistake by the name of its error.
const char* kind_in_indonesian(const std::string& name) {
  constexpr std::array<std::pair<std::string_view, const char*>, 8> kKinds{{
      {"RequiredError", "ada bagian yang wajib tetapi belum ditulis"},
      {"ExtrasError", "ada bagian yang tidak dikenal"},
      {"ConversionError", "nilai ini tidak dapat dibaca"},
      {"ValidationError", "nilai ini tidak diterima"},
      {"ArgumentMismatch", "banyaknya nilai tidak cocok"},
      {"InvalidError", "perintah ini tidak lengkap"},
      {"RequiresError", "ada bagian yang hanya berlaku bersama bagian lain"},
      {"ExcludesError", "ada bagian yang tidak berlaku bersama bagian lain"},
  }};
  for (const auto& [kind, text] : kKinds) {
    if (kind == name) return text;
  }
  return "baris perintah ini tidak dapat dibaca";
}

}  // namespace

void translate_help(CLI::App& app, const Context& context) {
  app.set_help_flag("-h,--help", context.say("Tampilkan bantuan ini", "Show this help"));
  if (context.language == Language::en) return;
  app.option_defaults()->group("Opsi");
  const auto formatter = app.get_formatter();
  constexpr std::array<std::pair<const char*, const char*>, 9> kWords{
      {{"Usage", "Pemakaian"},
       {"Options", "Opsi"},
       {"OPTIONS", "OPSI"},
       {"Positionals", "Bagian wajib"},
       {"Subcommands", "Perintah"},
       {"SUBCOMMAND", "PERINTAH"},
       {"REQUIRED", "(wajib)"},
       {"TEXT", "TEKS"},
       {"UINT", "ANGKA"}}};
  for (const auto& [word, translation] : kWords) formatter->label(word, translation);
}

void group_help(CLI::App& app, const Context& context) {
  app.get_help_ptr()->group(context.say("Opsi", "Options"));
  for (auto* verb : app.get_subcommands([](CLI::App*) { return true; })) group_help(*verb, context);
}

void explain_usage(const Context& context, const CLI::App& app, const CLI::ParseError& error,
                   int argc, char** argv) {
  if (context.language == Language::id) {
    std::fprintf(stderr, "periksa: %s (%s)\n", kind_in_indonesian(error.get_name()), error.what());
  } else {
    std::fprintf(stderr, "periksa: %s\n", error.what());
  }
  for (int i = 1; i < argc && app.get_subcommands().empty(); ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang" || word == "--rules" || word == "--templates") ++i;  // and its value
    if (word.starts_with('-')) continue;
    const auto near = nearest(word, kVerbs);
    if (!near.empty() && near != word) {
      std::fprintf(stderr, "periksa: %s \"%s\"?\n",
                   context.say("mungkin maksudnya", "did you mean"), std::string(near).c_str());
    }
    break;
  }
  std::fprintf(stderr, "%s\n", context.say("Lihat: periksa --help", "See: periksa --help"));
}

}  // namespace periksa::cli
