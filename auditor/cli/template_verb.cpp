// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "auditor/cli/exit_code.h"
#include "auditor/cli/verbs.h"
#include "auditor/facts/vocabulary.h"
#include "auditor/forms/template_book.h"

namespace periksa::cli {
namespace {

struct TemplateGiven {
  std::string out;
  std::string purpose = "agency";
};

int run(const Context& context, const TemplateGiven& given) {
  const auto vocabulary = facts::Vocabulary::load(context.rules());
  if (!vocabulary) {
    context.print(vocabulary.error());
    return kRulesRefused;
  }
  if (std::filesystem::path(given.out).extension() != ".xlsx") {
    return context.usage({"templat ialah buku kerja; beri nama yang berakhir .xlsx",
                          "the template is a workbook; give it a name that ends in .xlsx"});
  }
  std::error_code error;
  if (std::filesystem::exists(given.out, error)) {
    return context.usage(
        {"berkas itu sudah ada dan mungkin sudah diisi; beri nama lain atau pindahkan "
         "dahulu",
         "that file is there already and may have been filled in; give another name or "
         "move it first"});
  }
  const auto purpose = forms::parse_purpose(given.purpose);
  const auto written = forms::write_template(
      given.out, *vocabulary, purpose.value_or(forms::Purpose::agency), context.language);
  if (written) return kFine;
  context.print(written.error());
  return kOutputFailed;
}

}  // namespace

Command add_template(CommandLine app, Context& context) {
  const auto verb = app.add_subcommand(
      "template",
      context.say("Menulis buku kerja kosong untuk diisi, dengan petunjuk dan contoh.",
                  "Writes an empty workbook to be filled in, with a guide and examples."));
  auto given = std::make_shared<TemplateGiven>();
  verb.add_option("--out,-o", given->out,
                  context.say("Buku kerja .xlsx yang ditulis", "The .xlsx workbook to write"))
      .required();
  verb.add_option(
          "--for", given->purpose,
          context.say("Untuk siapa: agency perusahaan penempatan pada umumnya (bawaan), union "
                      "serikat pekerja dengan dokumen dan keterangan pekerja, crew perusahaan awak "
                      "kapal, all semua lembar",
                      "For whom: agency an ordinary placement agency (default), union a trade "
                      "union with workers' papers and statements, crew an agency of ship crews, "
                      "all every sheet"))
      .one_of({"agency", "union", "crew", "all"});
  verb.footer(context.say(
      "Contoh:\n  periksa template --out berkas.xlsx\n  periksa audit berkas.xlsx --out "
      "html:laporan.html\n\nYang dibiarkan kosong tidak dianggap pelanggaran. Lembar lain boleh "
      "ditambahkan kapan saja:\nnama lembar dan judul kolomnya ada dalam `periksa template --for "
      "all`.",
      "Example:\n  periksa template --lang en --out filing.xlsx\n  periksa audit filing.xlsx --out "
      "html:report.html\n\nWhat is left empty is never taken for a breach. Further sheets may be "
      "added at any time:\ntheir names and headings are in `periksa template --for all`."));
  return {verb, [&context, given] { return run(context, *given); }};
}

}  // namespace periksa::cli
