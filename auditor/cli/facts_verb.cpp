// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <iostream>
#include <sstream>

#include "auditor/cli/exit_code.h"
#include "auditor/cli/map_option.h"
#include "auditor/cli/verbs.h"
#include "auditor/facts/vocabulary.h"
#include "auditor/forms/any_filing.h"
#include "auditor/intake/facts_text.h"
#include "auditor/intake/schema.h"

namespace periksa::cli {
namespace {

struct Given {
  std::string filing;
  bool schema = false;
  bool unmask = false;
  MapOption map;
};

int print_schema(const facts::Vocabulary& vocabulary) {
  std::cout << intake::filing_schema(vocabulary) << std::flush;
  return std::cout ? kFine : kOutputFailed;
}

/// Printed only when the whole filing has been read: a half-read one shows nothing.
int print_facts(const Context& context, const facts::Vocabulary& vocabulary, const Given& given) {
  std::ostringstream text;
  intake::FactsText facts(text, vocabulary, {context.language, given.unmask});
  intake::ReadOptions options;
  options.threads = 1;
  const auto filing = forms::read_any_filing(
      given.filing, vocabulary, options, given.map.sheets(),
      [&](const intake::Filing& shared) { facts.shared(shared); },
      [&](unsigned, std::uint32_t, facts::Facts& worker) { facts.worker(worker); });
  if (!filing) {
    context.print(filing.error());
    return kInputRefused;
  }
  facts.summary(*filing);
  context.print(filing->warnings);
  std::cout << text.str() << std::flush;
  return std::cout ? kFine : kOutputFailed;
}

int run(const Context& context, Given& given) {
  const auto vocabulary = facts::Vocabulary::load(context.rules());
  if (!vocabulary) {
    context.print(vocabulary.error());
    return kRulesRefused;
  }
  if (given.schema) return print_schema(*vocabulary);
  if (!given.map.load(context, *vocabulary)) return kInputRefused;
  if (!given.filing.empty()) return print_facts(context, *vocabulary, given);
  std::fprintf(stderr, "periksa: %s\n",
               context.say("sebutkan berkas, atau --schema", "name a filing, or --schema"));
  return kUsage;
}

}  // namespace

Command add_facts(CLI::App& app, Context& context) {
  auto* verb = app.add_subcommand(
      "facts", context.say("Menampilkan apa yang terbaca dari sebuah berkas, dengan tempatnya.",
                           "Prints what was read of a filing, with its places."));
  auto given = std::make_shared<Given>();
  verb->add_option(
      "filing", given->filing,
      context.say("Berkas: XML, buku kerja, atau CSV", "The filing: XML, workbook or CSV"));
  verb->add_flag("--schema", given->schema,
                 context.say("Cetak skema XML berkas, dibuat dari kosakata",
                             "Print the filing's XML schema, made from the vocabulary"));
  given->map.add(*verb, context);
  verb->add_flag("--unmask", given->unmask,
                 context.say("Tampilkan data pribadi", "Show personal data"));
  return {verb, [&context, given] { return run(context, *given); }};
}

}  // namespace periksa::cli
