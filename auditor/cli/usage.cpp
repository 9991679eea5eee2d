// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/usage.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "auditor/base/nearest.h"

namespace periksa::cli {
namespace {

/// The verb that was probably meant by the first word that can be one; empty if it is one.
std::string_view meant_verb(const CLI::App& app, int argc, char** argv) {
  std::vector<std::string_view> verbs;
  for (const auto* verb : app.get_subcommands([](const CLI::App*) { return true; }))
    verbs.emplace_back(verb->get_name());
  for (int i = 1; i < argc && app.get_subcommands().empty(); ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang" || word == "--rules" || word == "--templates") ++i;  // and its value
    if (word.starts_with('-')) continue;
    const auto near = nearest(word, verbs);
    return near == word ? std::string_view() : near;
  }
  return {};
}

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

/// What CLI11 says, in Indonesian where it says nothing but which parts it is about.
std::string in_indonesian(const CLI::ParseError& error) {
  const std::string kind = kind_in_indonesian(error.get_name());
  const std::string said = error.what();
  const auto parted = [&](std::string_view by) -> std::pair<std::string, std::string> {
    const auto at = said.find(by);
    if (at == std::string::npos) return {};
    return {said.substr(0, at), said.substr(at + by.size())};
  };
  if (const auto [name, rest] = parted(" is required"); !name.empty())
    return kind + ": " + (name == "A subcommand" ? "perintah sesudahnya" : name);
  if (const auto [before, names] = parted(" not expected: "); !names.empty())
    return kind + ": " + names;
  if (const auto [before, value] = parted("Could not convert: "); !value.empty())
    return kind + ": " + value;
  if (const auto [value, words] = parted(" not in "); !value.empty())
    return value + " bukan salah satu dari " + words;
  if (const auto [name, other] = parted(" requires "); !name.empty())
    return name + " hanya berlaku bersama " + other;
  if (const auto [name, other] = parted(" excludes "); !name.empty())
    return name + " tidak berlaku bersama " + other;
  return kind + " (" + said + ")";
}

}  // namespace

void translate_help(CLI::App& app, const Context& context) {
  app.set_help_flag("-h,--help", context.say("Tampilkan bantuan ini", "Show this help"));
  if (context.language == Language::en) return;
  app.option_defaults()->group("Opsi");
  const auto formatter = app.get_formatter();
  constexpr std::array<std::pair<const char*, const char*>, 12> kWords{
      {{"Usage", "Pemakaian"},
       {"Options", "Opsi"},
       {"OPTIONS", "OPSI"},
       {"Positionals", "Argumen"},
       {"Subcommands", "Perintah"},
       {"SUBCOMMAND", "PERINTAH"},
       {"REQUIRED", "(wajib)"},
       {"Needs", "Hanya bersama"},
       {"Excludes", "Tidak bersama"},
       {"Env", "Variabel lingkungan"},
       {"TEXT", "TEKS"},
       {"UINT", "ANGKA"}}};
  for (const auto& [word, translation] : kWords) formatter->label(word, translation);
}

void group_help(CLI::App& app, const Context& context) {
  app.get_help_ptr()->group(context.say("Opsi", "Options"));
  for (auto* verb : app.get_subcommands([](CLI::App*) { return true; })) {
    verb->group(context.say("Perintah", "Subcommands"));
    group_help(*verb, context);
  }
}

void explain_usage(const Context& context, const CLI::App& app, const CLI::ParseError& error,
                   int argc, char** argv) {
  context.tell(with_nearest({in_indonesian(error), error.what()}, meant_verb(app, argc, argv)));
  std::fprintf(stderr, "%s\n", context.say("Lihat: periksa --help", "See: periksa --help"));
}

}  // namespace periksa::cli
