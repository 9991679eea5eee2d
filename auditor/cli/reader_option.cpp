// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/reader_option.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/nearest.h"
#include "auditor/cli/verbs.h"

namespace periksa::cli {

void ReaderOption::add(CommandLine verb, const Context& context) {
  verb.add_option(
      "--for", word_,
      std::string(context.say(
          "Surat untuk pembacanya: inspector (konsep nota pemeriksaan), agency (kesiapan "
          "perusahaan), union (surat pengaduan); sebagai ",
          "The paper for its reader: inspector (draft inspection note), agency "
          "(readiness), union (complaint); as ")) +
          output_kinds(&OutputForm::paper).in(context.language));
  verb.add_option("--earlier", earlier_,
                  context.say("Hasil lama (JSON): surat agency menyebut apa yang sudah tertutup",
                              "Earlier results (JSON): the paper for the agency tells what is "
                              "closed since"));
}

std::optional<Bilingual> ReaderOption::fault(const std::vector<Output>& outputs) const {
  if (!word_.empty() && !reader()) {
    return with_nearest(
        {fmt::format("--for \"{}\" tidak dikenal; pilih inspector, agency, atau "
                     "union",
                     word_),
         fmt::format("--for \"{}\" is not known; choose inspector, agency or union", word_)},
        nearest(word_, reports::kReaders));
  }
  const bool paper =
      std::ranges::any_of(outputs, [](const Output& one) { return form_of(one.kind).paper; });
  if (reader() && !paper) {
    const Bilingual kinds = output_kinds(&OutputForm::paper);
    return Bilingual{
        fmt::format("--for memerlukan keluaran {}, misalnya --out odt:surat.odt", kinds.id),
        fmt::format("--for needs an output of {}, such as --out odt:paper.odt", kinds.en)};
  }
  const auto alone =
      std::ranges::find_if(outputs, [](const Output& one) { return !form_of(one.kind).report; });
  if (!reader() && alone != outputs.end()) {
    const char* const word = form_of(alone->kind).word;
    return Bilingual{
        fmt::format("{} memuat surat untuk satu pembaca; tambahkan --for inspector, agency, atau "
                    "union",
                    word),
        fmt::format("{} holds a paper for one reader; add --for inspector, agency or union", word)};
  }
  if (!earlier_.empty() && reader() != reports::Reader::agency) {
    return Bilingual{
        "--earlier hanya untuk surat kesiapan; tambahkan --for agency, atau pakai "
        "periksa diff",
        "--earlier is for the readiness paper; add --for agency, or use periksa diff"};
  }
  return std::nullopt;
}

std::optional<ReaderOption::Since> ReaderOption::since(const Context& context,
                                                       const results::Results& now) const {
  Since since;
  if (earlier_.empty()) return since;
  since.before = read_results(context, earlier_);
  if (!since.before) return std::nullopt;
  auto diff = results::compare(*since.before, now);
  if (!diff) {
    for (const auto& one : diff.error()) context.tell(one.text);
    return std::nullopt;
  }
  since.diff = std::move(*diff);
  return since;
}

}  // namespace periksa::cli
