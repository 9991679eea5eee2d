// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/store_desk.h"

#include <fmt/format.h>

#include "auditor/base/date.h"
#include "auditor/cli/clock.h"
#include "auditor/cli/outputs.h"
#include "auditor/store/views.h"

namespace periksa::cli {

void StoreDesk::add(CommandLine verb, const Context& context) {
  store.add(verb, context).required();
}

void StoreDesk::add_day(CommandLine verb, const Context& context) {
  verb.add_option("--as-of", as_of,
                  context.say("Tanggal untuk menghitung tenggat (bawaan: hari ini)",
                              "The day up to which is counted what is overdue (default: today)"));
}

void StoreDesk::add_outputs(CommandLine verb, const Context& context) {
  verb.add_option("--out,-o", out,
                  std::string(context.say("Keluaran JENIS:BERKAS (", "Outputs KIND:FILE (")) +
                      output_kinds(&OutputForm::store).in(context.language) + ')')
      .expected(1, 16);
}

store::Store StoreDesk::open(const Context& context, store::Access access) const {
  auto opened = store.open(context, access);
  if (!opened) throw Refused{};
  return std::move(*opened);
}

std::string StoreDesk::day(const Context& context) const {
  if (as_of.empty()) return today();
  if (const auto day = parse_iso_date(as_of)) return to_iso(*day);
  throw Refused{
      context.usage({"--as-of memerlukan tanggal TTTT-BB-HH", "--as-of needs a date YYYY-MM-DD"})};
}

reports::ReportOptions StoreDesk::looks(const Context& context) const {
  return report_options(context, {context.language});
}

int StoreDesk::write(const Context& context, const reports::Paper& paper) const {
  const auto outputs = parse_outputs(out);
  if (!outputs) return context.usage(outputs.error());
  for (const auto& output : *outputs) {
    if (form_of(output.kind).store) continue;
    const Bilingual kinds = output_kinds(&OutputForm::store);
    return context.usage({"isi gudang data ditulis sebagai " + kinds.id,
                          "what the store tells is written as " + kinds.en});
  }
  if (const auto wrong = overwriting(*outputs, store.files())) return context.usage(*wrong);
  const auto options = looks(context);
  const Render render = with_pdf([&](Output::Kind kind, const reports::Sink& sink) {
    return write_paper(paper, kind, options, sink);
  });
  return write_rendered(context, *outputs, render) ? kFine : kOutputFailed;
}

results::AgencyRow agency_of(const Context& context, const store::Store& store,
                             const std::string& word, const std::string& as_of) {
  auto found = had(context, store::agencies_named(store, word, as_of));
  if (found.size() == 1) return std::move(found.front());
  if (found.empty()) {
    context.tell(
        {fmt::format("tidak ada perusahaan \"{}\" di gudang data; sebut NIB atau sebagian namanya",
                     word),
         fmt::format("there is no agency \"{}\" in the store; name its NIB or a part of its name",
                     word)});
    throw Refused{};
  }
  std::string names;
  for (const auto& row : found)
    names += fmt::format("\n  {}  {}  {}", row.id, row.name,
                         row.nib.empty() ? context.say("tanpa NIB", "no NIB") : row.nib.c_str());
  context.tell(
      {fmt::format(
           "\"{}\" cocok dengan beberapa perusahaan; sebut NIB-nya atau nomornya di depan:{}", word,
           names),
       fmt::format("\"{}\" fits several agencies; name the NIB, or the number it begins with:{}",
                   word, names)});
  throw Refused{};
}

}  // namespace periksa::cli
