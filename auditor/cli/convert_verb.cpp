// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>

#include "auditor/cli/exit_code.h"
#include "auditor/cli/map_option.h"
#include "auditor/cli/verbs.h"
#include "auditor/forms/any_filing.h"
#include "auditor/forms/csv_sink.h"
#include "auditor/forms/xlsx_sink.h"

namespace periksa::cli {
namespace {

struct Given {
  std::string filing;
  std::string out;
  MapOption map;
};

/// Reads the filing once, handing it to the export.
Result<intake::Filing> read(const facts::Vocabulary& vocabulary, const Given& given,
                            const intake::OnShared& on_shared, const intake::OnWorker& on_worker) {
  intake::ReadOptions options;
  options.threads = 1;
  return forms::read_any_filing(given.filing, vocabulary, options, given.map.sheets(), on_shared,
                                on_worker);
}

/// The form is told by how the name ends; what does not end as a file does is a folder. Null for a
/// file of a kind that is not written.
std::unique_ptr<forms::TableSink> sink_for(const std::filesystem::path& out) {
  constexpr std::array<std::string_view, 5> kNotWritten{".csv", ".ods", ".xls", ".xlsm", ".xml"};
  const std::string ending = out.extension().string();
  if (ending == ".xlsx") return std::make_unique<forms::XlsxSink>(out);
  if (std::ranges::find(kNotWritten, ending) != kNotWritten.end()) return nullptr;
  return std::make_unique<forms::CsvSink>(out);
}

int usage(const Context& context, const char* id, const char* en) {
  std::fprintf(stderr, "periksa: %s\n", context.say(id, en));
  return kUsage;
}

bool overwrites(const Given& given) {
  std::error_code error;
  return std::filesystem::equivalent(given.out, given.filing, error);
}

int write_tables(const Context& context, const Given& given, const facts::Vocabulary& vocabulary) {
  forms::TableExport tables(vocabulary, context.language);
  const auto seen = read(
      vocabulary, given, [&](const intake::Filing& filing) { tables.look(filing); },
      [&](unsigned, std::uint32_t, facts::Facts& worker) { tables.look(worker); });
  if (!seen) {
    context.print(seen.error());
    return kInputRefused;
  }
  const auto sink = sink_for(given.out);
  if (!sink)
    return usage(context, "yang dapat ditulis ialah buku kerja .xlsx atau folder CSV",
                 "what can be written is an .xlsx workbook or a folder of CSV");
  const auto again = read(
      vocabulary, given, [&](const intake::Filing& filing) { tables.begin(filing, *sink); },
      [&](unsigned, std::uint32_t, facts::Facts& worker) { tables.worker(worker); });
  if (!again) {
    context.print(again.error());
    return kInputRefused;
  }
  context.print(again->warnings);
  if (const auto written = sink->finish(); !written) {
    context.print(written.error());
    return kOutputFailed;
  }
  return kFine;
}

int run(const Context& context, Given& given) {
  const auto vocabulary = facts::Vocabulary::load(context.rules());
  if (!vocabulary) {
    context.print(vocabulary.error());
    return kRulesRefused;
  }
  if (overwrites(given))
    return usage(context, "keluaran akan menimpa berkas yang dibaca; beri nama lain",
                 "the output would overwrite the filing; give it another name");
  if (!given.map.load(context, *vocabulary)) return kInputRefused;
  return write_tables(context, given, *vocabulary);
}

}  // namespace

Command add_convert(CLI::App& app, Context& context) {
  auto* verb =
      app.add_subcommand("convert", context.say("Menulis ulang sebuah berkas dalam bentuk lain.",
                                                "Writes a filing in another form."));
  auto given = std::make_shared<Given>();
  verb->add_option("filing", given->filing,
                   context.say("Berkas dalam bentuk apa pun", "The filing, in any form"))
      ->required();
  verb->add_option("--out,-o", given->out,
                   context.say("Buku kerja .xlsx, atau folder untuk berkas-berkas CSV",
                               "An .xlsx workbook, or a folder for CSV files"))
      ->required();
  given->map.add(*verb, context);
  return {verb, [&context, given] { return run(context, *given); }};
}

}  // namespace periksa::cli
