// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/reader_option.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/nearest.h"

namespace periksa::cli {

void ReaderOption::add(CLI::App& verb, const Context& context) {
  verb.add_option(
      "--for", word_,
      std::string(context.say(
          "Surat untuk pembacanya: inspector (konsep nota pemeriksaan), agency (kesiapan "
          "perusahaan), union (surat pengaduan); sebagai ",
          "The paper for its reader: inspector (draft inspection note), agency "
          "(readiness), union (complaint); as ")) +
          output_kinds(&OutputForm::paper).in(context.language));
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
  return std::nullopt;
}

}  // namespace periksa::cli
