// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <iostream>
#include <utility>

#include "auditor/base/file.h"
#include "auditor/cli/exit_code.h"
#include "auditor/cli/outputs.h"
#include "auditor/cli/reader_option.h"
#include "auditor/cli/store_option.h"
#include "auditor/cli/verbs.h"
#include "auditor/results/results_json.h"
#include "reports/text_summary.h"

namespace periksa::cli {
namespace {

constexpr std::size_t kResultsCap = std::size_t{4} << 30;

struct ResultsGiven {
  std::string results;
  std::string finding;
  std::vector<std::string> out;
  bool unmask = false;
  ReaderOption reader;
  StoreOption store;
};

int explain(const Context& context, const ResultsGiven& given) {
  const auto results = read_results(context, given.results);
  if (!results) return kInputRefused;
  reports::ReportOptions options;
  options.language = context.language;
  options.unmask = given.unmask;
  options.templates = context.templates();
  const auto done = reports::explain(*results, given.finding, options,
                                     [](std::string_view text) { std::cout << text; });
  if (!done) {
    context.print(done.error());
    return kInputRefused;
  }
  return std::cout.flush() ? kFine : kOutputFailed;
}

int report(const Context& context, const ResultsGiven& given) {
  const auto outputs = parse_outputs(given.out);
  auto wrong = outputs ? given.reader.fault(*outputs) : outputs.error();
  std::vector<std::filesystem::path> inputs{given.results};
  if (!given.reader.earlier().empty()) inputs.emplace_back(given.reader.earlier());
  std::ranges::copy(given.store.files(), std::back_inserter(inputs));
  if (!wrong) wrong = overwriting(*outputs, inputs);
  if (wrong) {
    return context.usage(*wrong);
  }
  const auto results = read_results(context, given.results);
  if (!results) return kInputRefused;
  const auto since = given.reader.since(context, *results);
  if (!since) return kInputRefused;
  const auto mark = given.store.mark(context, std::array{std::as_const(results).get()});
  if (!mark) return kInputRefused;
  if (!write_outputs(
          context, *results, *outputs,
          {context.language, given.unmask, given.reader.reader(), since->get(), mark->get()}))
    return kOutputFailed;
  return results::exit_code(*results);
}

}  // namespace

std::unique_ptr<results::Results> read_results(const Context& context, const std::string& file) {
  auto text = read_file(file, kResultsCap);
  if (!text) {
    context.print(text.error());
    return nullptr;
  }
  auto results = results::read_json(*text, file);
  if (results) return std::make_unique<results::Results>(std::move(*results));
  context.print(results.error());
  return nullptr;
}

Command add_explain(CommandLine app, Context& context) {
  const auto verb = app.add_subcommand(
      "explain",
      context.say("Menjelaskan satu temuan selengkapnya.", "Explains one finding in full."));
  auto given = std::make_shared<ResultsGiven>();
  verb.add_option("results", given->results,
                  context.say("Berkas hasil (JSON)", "The results document (JSON)"))
      .required();
  verb.add_option("finding", given->finding,
                  context.say("Nomor temuan, misalnya F0001", "The finding, such as F0001"))
      .required();
  verb.add_flag("--unmask", given->unmask,
                context.say("Tampilkan data pribadi", "Show personal data"));
  return {verb, [&context, given] { return explain(context, *given); }};
}

Command add_report(CommandLine app, Context& context) {
  const auto verb = app.add_subcommand(
      "report",
      context.say("Membuat laporan dari berkas hasil.", "Makes reports from a results document."));
  auto given = std::make_shared<ResultsGiven>();
  verb.add_option("results", given->results,
                  context.say("Berkas hasil (JSON)", "The results document (JSON)"))
      .required();
  verb.add_option("--out,-o", given->out,
                  std::string(context.say("Keluaran JENIS:BERKAS (", "Outputs KIND:FILE (")) +
                      output_kinds().in(context.language) + ')')
      .expected(1, 16);
  given->reader.add(verb, context);
  given->store.add(verb, context);
  verb.add_flag("--unmask", given->unmask,
                context.say("Tampilkan data pribadi", "Show personal data"));
  return {verb, [&context, given] { return report(context, *given); }};
}

}  // namespace periksa::cli
