// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <filesystem>
#include <iostream>

#include "auditor/base/file.h"
#include "auditor/cli/exit_code.h"
#include "auditor/cli/verbs.h"
#include "auditor/facts/vocabulary.h"
#include "auditor/forms/map_proposal.h"

namespace periksa::cli {
namespace {

struct MapGiven {
  std::string file;
  std::string out;
};

bool write(const Context& context, const std::string& file, const std::string& text) {
  if (file.empty() || file == "-") {
    std::cout << text << std::flush;
    return static_cast<bool>(std::cout);
  }
  auto out = AtomicFile::create(file);
  if (out) out->write(text);
  const auto written = out ? out->commit() : Result<void>(std::unexpected(out.error()));
  if (!written) context.print(written.error());
  return written.has_value();
}

int run(const Context& context, const MapGiven& given) {
  const auto vocabulary = facts::Vocabulary::load(context.rules());
  if (!vocabulary) {
    context.print(vocabulary.error());
    return kRulesRefused;
  }
  std::error_code error;
  // A proposal that was worked over, or what is read.
  const bool printed = given.out.empty() || given.out == "-";
  if (!printed && std::filesystem::exists(given.out, error)) {
    return context.usage({"berkas itu sudah ada; beri nama lain atau pindahkan dahulu",
                          "that file is there already; give another name or move it first"});
  }
  const auto proposal = forms::propose_mapping(given.file, *vocabulary, {}, context.language);
  if (!proposal) {
    context.print(proposal.error());
    return kInputRefused;
  }
  context.print(proposal->unsure);
  return write(context, given.out, proposal->xml) ? kFine : kOutputFailed;
}

}  // namespace

Command add_map(CommandLine app, Context& context) {
  const auto verb = app.add_subcommand(
      "map", context.say("Mengusulkan peta untuk membaca buku kerja atau CSV buatan sendiri.",
                         "Proposes a mapping by which one's own workbook or CSV is read."));
  auto given = std::make_shared<MapGiven>();
  verb.add_option("file", given->file,
                  context.say("Buku kerja, berkas CSV, atau folder CSV",
                              "A workbook, a CSV file or a folder of CSV"))
      .required();
  verb.add_option("--out,-o", given->out,
                  context.say("Berkas peta yang ditulis (bawaan: keluaran standar)",
                              "The mapping to write (default: standard output)"));
  verb.footer(context.say(
      "Contoh:\n  periksa map ekspor.xlsx --out peta.xml\n  periksa audit ekspor.xlsx --map "
      "peta.xml --out html:laporan.html\n\nYang artinya tidak pasti ditulis sebagai komentar "
      "dengan "
      "pilihannya; yang dikomentari tidak dibaca.",
      "Example:\n  periksa map export.xlsx --out map.xml\n  periksa audit export.xlsx --map "
      "map.xml "
      "--out html:report.html\n\nWhat is not certain is written as a comment with its choices; "
      "what "
      "is a comment is not read."));
  return {verb, [&context, given] { return run(context, *given); }};
}

}  // namespace periksa::cli
