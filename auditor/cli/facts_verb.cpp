// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <sstream>
#include <vector>

#include "auditor/audit/audit.h"
#include "auditor/audit/overview.h"
#include "auditor/cli/caps_option.h"
#include "auditor/cli/documents_option.h"
#include "auditor/cli/exit_code.h"
#include "auditor/cli/map_option.h"
#include "auditor/cli/outputs.h"
#include "auditor/cli/verbs.h"
#include "auditor/documents/comparison.h"
#include "auditor/facts/vocabulary.h"
#include "auditor/forms/any_filing.h"
#include "auditor/intake/facts_text.h"
#include "auditor/intake/schema.h"
#include "reports/overview_report.h"

namespace periksa::cli {
namespace {

struct FactsGiven {
  std::string filing;
  std::vector<std::string> out;
  bool schema = false;
  bool overview = false;
  bool unmask = false;
  bool ocr = false;
  MapOption map;
  DocumentsOption documents;
  CapsOption caps;

  forms::SheetOptions sheets() const {
    auto options = map.sheets();
    options.caps = caps.sheets();
    return options;
  }
};

/// Where the overview goes, or nothing after having said why not.
std::optional<std::vector<Output>> overview_outputs(const Context& context,
                                                    const FactsGiven& given) {
  auto outputs = parse_outputs(given.out);
  const auto refuse = [&](const Bilingual& why) {
    context.tell(why);
    return std::nullopt;
  };
  if (!outputs) return refuse(outputs.error());
  for (const auto& output : *outputs) {
    if (form_of(output.kind).overview) continue;
    const Bilingual kinds = output_kinds(&OutputForm::overview);
    return refuse({"ikhtisar hanya ditulis sebagai " + kinds.id,
                   "the overview is written as " + kinds.en + " only"});
  }
  std::vector<std::filesystem::path> inputs = given.documents.files();
  inputs.emplace_back(given.filing);
  if (given.map.given()) inputs.emplace_back(given.map.file());
  if (const auto same = overwriting(*outputs, inputs)) return refuse(*same);
  return std::move(*outputs);
}

int print_schema(const facts::Vocabulary& vocabulary) {
  std::cout << intake::filing_schema(vocabulary) << std::flush;
  return std::cout ? kFine : kOutputFailed;
}

/// Reads the filing with the papers that were given; none if the index names what is not there.
Result<intake::Filing> read(const facts::Vocabulary& vocabulary, const FactsGiven& given,
                            documents::Ties* ties, intake::OnShared on_shared,
                            intake::OnWorker on_worker) {
  intake::ReadOptions options;
  options.threads = 1;
  options.caps = given.caps.filing();
  if (ties != nullptr) ties->join(options, on_shared, on_worker);
  auto filing = forms::read_any_filing(given.filing, vocabulary, options, given.sheets(), on_shared,
                                       on_worker);
  if (!filing || ties == nullptr) return filing;
  if (auto wrong = ties->finish(); !wrong.empty()) return std::unexpected(std::move(wrong));
  std::ranges::copy(ties->warnings(), std::back_inserter(filing->warnings));
  return filing;
}

std::unique_ptr<documents::Ties> ties_of(const FactsGiven& given,
                                         const facts::Vocabulary& vocabulary) {
  const auto* const folder = given.documents.folder();
  return folder == nullptr ? nullptr : std::make_unique<documents::Ties>(*folder, vocabulary);
}

/// Printed only when the whole filing has been read: a half-read one shows nothing.
int print_facts(const Context& context, const facts::Vocabulary& vocabulary,
                const FactsGiven& given) {
  std::ostringstream text;
  intake::FactsText facts(text, vocabulary, {context.language, given.unmask});
  const auto ties = ties_of(given, vocabulary);
  const auto filing = read(
      vocabulary, given, ties.get(), [&](const intake::Filing& shared) { facts.shared(shared); },
      [&](unsigned, std::uint32_t, facts::Facts& worker) { facts.worker(worker); });
  if (!filing) {
    context.print(filing.error());
    return kInputRefused;
  }
  facts.summary(*filing);
  if (ties) context.print(ties->folder().warnings);
  context.print(filing->warnings);
  std::cout << text.str() << std::flush;
  return std::cout ? kFine : kOutputFailed;
}

/// The first thing to run on a new filing: counts, states, doubtful values, and what an audit could
/// not judge.
int print_overview(const Context& context, const FactsGiven& given) {
  const auto outputs = overview_outputs(context, given);
  if (!outputs) return kUsage;
  const auto rules = load_rules(context);
  if (!rules) return kRulesRefused;
  audit::OverviewMaker maker(rules->vocabulary(), given.unmask);
  const auto ties = ties_of(given, rules->vocabulary());
  std::optional<documents::Comparison> papers;
  if (ties)
    papers.emplace(*ties, rules->vocabulary(),
                   documents::Comparison::Options{context.language, given.unmask});
  const auto filing = read(
      rules->vocabulary(), given, ties.get(),
      [&](const intake::Filing& shared) {
        maker.shared(shared);
        if (papers) papers->shared(shared);
      },
      [&](unsigned, std::uint32_t, facts::Facts& worker) {
        maker.worker(worker);
        if (papers) papers->worker(worker);
      });
  if (!filing) {
    context.print(filing.error());
    return kInputRefused;
  }
  audit::Options asked;
  asked.sheets = given.sheets();
  asked.caps = given.caps.filing();
  asked.documents = given.documents.folder();
  const auto audited = audit::audit_filing(*rules, given.filing, asked);
  if (!audited) {
    context.print(audited.error());
    return kInputRefused;
  }
  auto overview = maker.finish(*filing, audited->results);
  if (papers) overview.papers = papers->lines(documents::PageReader(given.ocr));
  context.print(filing->warnings);
  const auto report = report_options(context, {context.language, given.unmask});
  const Render render = [&](Output::Kind kind, const reports::Sink& sink) {
    return kind == Output::Kind::html ? reports::write_overview_html(overview, report, sink)
                                      : reports::write_overview_text(overview, report, sink);
  };
  return write_rendered(context, *outputs, render) ? kFine : kOutputFailed;
}

int run(const Context& context, FactsGiven& given) {
  const auto vocabulary = facts::Vocabulary::load(context.rules());
  if (!vocabulary) {
    context.print(vocabulary.error());
    return kRulesRefused;
  }
  if (given.schema) return print_schema(*vocabulary);
  if (!given.out.empty() && !given.overview) {
    return context.usage({"--out hanya untuk --overview", "--out goes with --overview"});
  }
  if (given.ocr && !(given.overview && given.documents.given())) {
    return context.usage({"--ocr hanya bersama --overview dan --documents FOLDER",
                          "--ocr goes with --overview and --documents FOLDER only"});
  }
  if (!given.caps.load(context)) return kUsage;
  if (!given.map.load(context, *vocabulary)) return kInputRefused;
  if (!given.documents.load(context, *vocabulary)) return kInputRefused;
  if (!given.filing.empty() && given.overview) return print_overview(context, given);
  if (!given.filing.empty()) return print_facts(context, *vocabulary, given);
  return context.usage({"sebutkan berkas, atau --schema", "name a filing, or --schema"});
}

}  // namespace

Command add_facts(CommandLine app, Context& context) {
  const auto verb = app.add_subcommand(
      "facts", context.say("Menampilkan apa yang terbaca dari sebuah berkas, dengan tempatnya.",
                           "Prints what was read of a filing, with its places."));
  auto given = std::make_shared<FactsGiven>();
  verb.add_option(
      "filing", given->filing,
      context.say("Berkas: XML, buku kerja, atau CSV", "The filing: XML, workbook or CSV"));
  verb.add_flag("--schema", given->schema,
                context.say("Cetak skema XML berkas, dibuat dari kosakata",
                            "Print the filing's XML schema, made from the vocabulary"));
  verb.add_flag("--overview", given->overview,
                context.say("Ikhtisar saja: jumlah, keadaan tiap isian, yang tidak terbaca, dan "
                            "yang tidak akan dapat dinilai",
                            "The overview only: counts, states of each field, what is unreadable, "
                            "and what cannot be judged"));
  verb.add_option("-o,--out", given->out,
                  fmt::format(fmt::runtime(context.say(
                                  "Ke mana ikhtisar ditulis, JENIS:BERKAS dengan JENIS {}; BERKAS "
                                  "- ialah keluaran standar",
                                  "Where the overview goes, KIND:FILE with KIND {}; FILE - is "
                                  "standard output")),
                              output_kinds(&OutputForm::overview).in(context.language)));
  given->map.add(verb, context);
  given->documents.add(verb, context);
  given->caps.add(verb, context);
  verb.add_flag("--ocr", given->ocr,
                context.say("Dengan --overview dan --documents: baca juga gambar dan PDF tanpa "
                            "teks dengan tesseract; hasilnya ditandai OCR",
                            "With --overview and --documents: read pictures and PDFs without text "
                            "as well, by tesseract; what comes of it is marked OCR"));
  verb.add_flag("--unmask", given->unmask,
                context.say("Tampilkan data pribadi", "Show personal data"));
  return {verb, [&context, given] { return run(context, *given); }};
}

}  // namespace periksa::cli
