// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>
#include <sstream>

#include "auditor/audit/audit.h"
#include "auditor/cli/exit_code.h"
#include "auditor/cli/map_option.h"
#include "auditor/cli/verbs.h"
#include "auditor/facts/vocabulary.h"
#include "auditor/forms/any_filing.h"
#include "auditor/intake/facts_overview.h"
#include "auditor/intake/facts_text.h"
#include "auditor/intake/schema.h"

namespace periksa::cli {
namespace {

struct Given {
  std::string filing;
  bool schema = false;
  bool overview = false;
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

/// What the audit will not be able to judge, by what is missing for it.
void print_open(const Context& context, std::ostream& out, const results::Results& results) {
  std::map<std::string, std::size_t> open;
  std::size_t all = 0;
  for (const auto& finding : results.findings) {
    if (finding.verdict != results::Verdict::insufficient) continue;
    ++all;
    ++open[finding.rule];
  }
  out << fmt::format("\n{}: {} / {}\n",
                     context.say("Tidak akan dapat dinilai", "What cannot be judged"), all,
                     results.summary.evaluations);
  for (const auto& rule : results.rules) {
    const auto at = open.find(rule.id);
    if (at == open.end()) continue;
    out << fmt::format("  {:>6}  {}  {}\n", at->second, rule.id, rule.met.in(context.language));
  }
  if (results.requests.empty()) return;
  out << '\n'
      << context.say("Dokumen yang akan menjawabnya:", "Papers that would settle it:") << '\n';
  for (const auto& request : results.requests) {
    const auto& asked = request.ask.in(context.language);
    const auto& text = asked.empty() ? request.label.in(context.language) : asked;
    out << fmt::format("  {:>6}  {}\n", std::max<std::size_t>(request.workers.size(), 1), text);
  }
}

/// The first thing to run on a new filing: counts, states, doubtful values, and what an audit could
/// not judge.
int print_overview(const Context& context, const Given& given) {
  const auto rules = load_rules(context);
  if (!rules) return kRulesRefused;
  intake::FactsOverview overview(rules->vocabulary(), {context.language, given.unmask});
  intake::ReadOptions options;
  options.threads = 1;
  const auto filing = forms::read_any_filing(
      given.filing, rules->vocabulary(), options, given.map.sheets(),
      [&](const intake::Filing& shared) { overview.shared(shared); },
      [&](unsigned, std::uint32_t, facts::Facts& worker) { overview.worker(worker); });
  if (!filing) {
    context.print(filing.error());
    return kInputRefused;
  }
  audit::Options asked;
  asked.sheets = given.map.sheets();
  const auto audited = audit::audit_filing(*rules, given.filing, asked);
  if (!audited) {
    context.print(audited.error());
    return kInputRefused;
  }
  overview.print(std::cout, *filing);
  print_open(context, std::cout, audited->results);
  context.print(filing->warnings);
  std::cout << std::flush;
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
  if (!given.filing.empty() && given.overview) return print_overview(context, given);
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
  verb->add_flag("--overview", given->overview,
                 context.say("Ikhtisar saja: jumlah, keadaan tiap isian, yang tidak terbaca, dan "
                             "yang tidak akan dapat dinilai",
                             "The overview only: counts, states of each field, what is unreadable, "
                             "and what cannot be judged"));
  given->map.add(*verb, context);
  verb->add_flag("--unmask", given->unmask,
                 context.say("Tampilkan data pribadi", "Show personal data"));
  return {verb, [&context, given] { return run(context, *given); }};
}

}  // namespace periksa::cli
