// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <filesystem>

#include "auditor/cli/caps_option.h"
#include "auditor/cli/exit_code.h"
#include "auditor/cli/map_option.h"
#include "auditor/cli/verbs.h"
#include "auditor/forms/any_filing.h"
#include "auditor/forms/csv_sink.h"
#include "auditor/forms/json_export.h"
#include "auditor/forms/written_parts.h"
#include "auditor/forms/xlsx_sink.h"

namespace periksa::cli {
namespace {

struct ConvertGiven {
  std::string filing;
  std::string out;
  MapOption map;
  CapsOption caps;
};

/// Reads the filing once, handing it to the export.
Result<intake::Filing> read(const facts::Vocabulary& vocabulary, const ConvertGiven& given,
                            const intake::OnShared& on_shared, const intake::OnWorker& on_worker) {
  intake::ReadOptions options;
  options.threads = 1;
  options.caps = given.caps.filing();
  auto sheets = given.map.sheets();
  sheets.caps = given.caps.sheets();
  return forms::read_any_filing(given.filing, vocabulary, options, sheets, on_shared, on_worker);
}

int refused(const Context& context, const Diagnostics& problems) {
  context.print(problems);
  return kInputRefused;
}

int written(const Context& context, const intake::Filing& filing, const Result<void>& done) {
  context.print(filing.warnings);
  if (done) return kFine;
  context.print(done.error());
  return kOutputFailed;
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

int write_tables(const Context& context, const facts::Vocabulary& vocabulary,
                 const ConvertGiven& given) {
  forms::TableExport tables(vocabulary, context.language);
  const auto seen = read(
      vocabulary, given, [&](const intake::Filing& filing) { tables.look(filing); },
      [&](unsigned, std::uint32_t, facts::Facts& worker) { tables.look(worker); });
  if (!seen) return refused(context, seen.error());
  const auto sink = sink_for(given.out);
  if (!sink)
    return context.usage(
        "yang dapat ditulis ialah buku kerja .xlsx, berkas .json, atau folder CSV",
        "what can be written is an .xlsx workbook, a .json file or a folder of CSV");
  const auto again = read(
      vocabulary, given, [&](const intake::Filing& filing) { tables.begin(filing, *sink); },
      [&](unsigned, std::uint32_t, facts::Facts& worker) { tables.worker(worker); });
  if (!again) return refused(context, again.error());
  return written(context, *again, sink->finish());
}

int write_json(const Context& context, const facts::Vocabulary& vocabulary,
               const ConvertGiven& given) {
  auto file = AtomicFile::create(given.out);
  if (!file) {
    context.print(file.error());
    return kOutputFailed;
  }
  forms::JsonExport json(vocabulary, [&](std::string_view bytes) { file->write(bytes); });
  const auto filing = read(
      vocabulary, given, [&](const intake::Filing& shared) { json.begin(shared); },
      [&](unsigned, std::uint32_t, facts::Facts& worker) { json.worker(worker); });
  if (!filing) return refused(context, filing.error());
  json.finish();
  return written(context, *filing, file->commit());
}

/// Whether what is written would take the place of what is read.
bool is_over_itself(const ConvertGiven& given) {
  const auto in = std::filesystem::absolute(given.filing);
  std::error_code error;
  if (std::filesystem::equivalent(in, given.out, error)) return true;
  return forms::ends_in(in.native(), ".csv") &&
         std::filesystem::equivalent(in.parent_path(), given.out, error);
}

/// Whether CSV files stand there: reading the folder would take them for the filing's.
bool holds_csv(const std::filesystem::path& folder) {
  std::error_code error;
  return std::ranges::any_of(
      std::filesystem::directory_iterator(folder, error),
      [](const auto& entry) { return forms::ends_in(entry.path().native(), ".csv"); });
}

int run(const Context& context, ConvertGiven& given) {
  if (is_over_itself(given)) {
    return context.usage("keluaran akan menimpa berkas yang dibaca; sebutkan --out yang lain",
                         "the output would overwrite the filing; name another --out");
  }
  if (holds_csv(given.out)) {
    return context.usage(
        "folder itu sudah memuat berkas CSV, yang akan bercampur dengan yang ditulis; "
        "sebutkan folder lain",
        "that folder holds CSV files already, which would mix with those written; name "
        "another folder");
  }
  if (forms::is_case(given.filing)) {
    return refused(context, {{Diagnostic::Kind::error,
                              {given.filing},
                              {"lembar perkara tidak dapat ditulis ulang, sebab bentuk lain tidak "
                               "menyimpan siapa yang menyatakan apa; ubah setiap bagiannya",
                               "a case sheet cannot be converted, as no other form keeps who tells "
                               "what; convert each of its parts"}}});
  }
  const auto vocabulary = facts::Vocabulary::load(context.rules());
  if (!vocabulary) {
    context.print(vocabulary.error());
    return kRulesRefused;
  }
  if (!given.caps.load(context)) return kUsage;
  if (!given.map.load(context, *vocabulary)) return kInputRefused;
  const bool json = std::filesystem::path(given.out).extension() == ".json";
  return json ? write_json(context, *vocabulary, given) : write_tables(context, *vocabulary, given);
}

}  // namespace

Command add_convert(CommandLine app, Context& context) {
  const auto verb =
      app.add_subcommand("convert", context.say("Menulis ulang sebuah berkas dalam bentuk lain.",
                                                "Writes a filing in another form."));
  auto given = std::make_shared<ConvertGiven>();
  verb.add_option("filing", given->filing,
                  context.say("Berkas dalam bentuk apa pun", "The filing, in any form"))
      .required();
  verb.add_option("--out,-o", given->out,
                  context.say("Berkas .xlsx atau .json, atau folder untuk berkas-berkas CSV",
                              "An .xlsx or .json file, or a folder for CSV files"))
      .required();
  given->map.add(verb, context);
  given->caps.add(verb, context);
  return {verb, [&context, given] { return run(context, *given); }};
}

}  // namespace periksa::cli
