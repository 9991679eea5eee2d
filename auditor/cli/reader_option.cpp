// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/reader_option.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/nearest.h"

namespace periksa::cli {

void ReaderOption::add(CLI::App& verb, const Context& context) {
  verb.add_option(
      "--for", word_,
      context.say(
          "Surat untuk pembacanya: inspector (konsep nota pemeriksaan), agency (kesiapan "
          "perusahaan), union (surat pengaduan); sebagai html, pdf, odt, atau xlsx",
          "The paper for its reader: inspector (draft inspection note), agency (readiness), "
          "union (complaint); as html, pdf, odt or xlsx"));
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
      std::ranges::any_of(outputs, [](const Output& output) { return is_paper(output.kind); });
  if (reader() && !paper) {
    return Bilingual{
        "--for memerlukan keluaran html, pdf, odt, atau xlsx, misalnya --out odt:surat.odt",
        "--for needs an output of html, pdf, odt or xlsx, such as --out odt:paper.odt"};
  }
  const bool text_document = std::ranges::any_of(
      outputs, [](const Output& output) { return output.kind == Output::Kind::odt; });
  if (!reader() && text_document) {
    return Bilingual{
        "odt memuat surat untuk satu pembaca; tambahkan --for inspector, agency, atau "
        "union",
        "odt holds a paper for one reader; add --for inspector, agency or union"};
  }
  return std::nullopt;
}

}  // namespace periksa::cli
