// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "auditor/cli/exit_code.h"
#include "auditor/cli/outputs.h"
#include "auditor/cli/store_option.h"
#include "auditor/cli/verbs.h"
#include "auditor/results/diff.h"
#include "reports/diff_report.h"

namespace periksa::cli {
namespace {

struct DiffGiven {
  std::string before;
  std::string after;
  std::vector<std::string> out;
  bool unmask = false;
  StoreOption store;
};

std::optional<Bilingual> wrong(const std::expected<std::vector<Output>, Bilingual>& outputs,
                               const DiffGiven& given) {
  if (!outputs) return outputs.error();
  for (const auto& output : *outputs) {
    if (form_of(output.kind).comparison) continue;
    const Bilingual kinds = output_kinds(&OutputForm::comparison);
    return Bilingual{"perbandingan ditulis sebagai " + kinds.id,
                     "a comparison is written as " + kinds.en};
  }
  std::vector<std::filesystem::path> inputs{given.before, given.after};
  std::ranges::copy(given.store.files(), std::back_inserter(inputs));
  return overwriting(*outputs, inputs);
}

int diff(const Context& context, const DiffGiven& given) {
  const auto outputs = parse_outputs(given.out);
  if (const auto why = wrong(outputs, given)) {
    return context.usage(*why);
  }
  const auto before = read_results(context, given.before);
  const auto after = before ? read_results(context, given.after) : nullptr;
  if (!after) return kInputRefused;
  const auto compared = results::compare(*before, *after);
  if (!compared) {
    for (const auto& one : compared.error()) context.tell(one.text);
    return kInputRefused;
  }
  const std::array<const results::Results*, 2> documents{before.get(), after.get()};
  const auto mark = given.store.mark(context, documents);
  if (!mark) return kInputRefused;
  RenderOptions look{context.language, given.unmask};
  look.store = mark->get();
  const auto report = report_options(context, look);
  const Render render = [&](Output::Kind kind, const reports::Sink& sink) -> Result<void> {
    if (kind == Output::Kind::html) return reports::write_diff_html(*compared, report, sink);
    if (kind == Output::Kind::text) return reports::write_diff_text(*compared, report, sink);
    results::write_json(*compared, given.unmask, look.store, sink);
    return {};
  };
  if (!write_rendered(context, *outputs, render)) return kOutputFailed;
  return compared->differs() ? kFoundSomething : kFine;
}

}  // namespace

Command add_diff(CommandLine app, Context& context) {
  const auto verb =
      app.add_subcommand("diff", context.say("Membandingkan dua hasil penilaian satu perusahaan.",
                                             "Compares two results documents of one agency."));
  auto given = std::make_shared<DiffGiven>();
  verb.add_option("old", given->before,
                  context.say("Berkas hasil yang lama (JSON)", "The old results (JSON)"))
      .required();
  verb.add_option("new", given->after,
                  context.say("Berkas hasil yang baru (JSON)", "The new results (JSON)"))
      .required();
  verb.add_option("--out,-o", given->out,
                  std::string(context.say("Keluaran JENIS:BERKAS (", "Outputs KIND:FILE (")) +
                      output_kinds(&OutputForm::comparison).in(context.language) + ')')
      .expected(1, 16);
  given->store.add(verb, context);
  verb.add_flag("--unmask", given->unmask,
                context.say("Tampilkan data pribadi", "Show personal data"));
  verb.footer(context.say("Kode keluar: 0 tidak ada yang berubah · 1 ada perbedaan.",
                          "Exit codes: 0 nothing changed · 1 there are differences."));
  return {verb, [&context, given] { return diff(context, *given); }};
}

}  // namespace periksa::cli
