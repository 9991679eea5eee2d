// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "auditor/forms/messages.h"

namespace periksa::forms::say {

Bilingual closing_to_be_stated() {
  return {
      "tanggal tutup berkas tidak ada dalam ekspor ini; tulis pada <filing closing=…> dalam "
      "peta",
      "this export does not state the filing's closing date; write it into <filing closing=…> "
      "of the mapping"};
}

Bilingual read_without_mapping(std::string_view sheet) {
  return {fmt::format("Lembar \"{}\" dikenali dan dibaca tanpa peta.", sheet),
          fmt::format("The sheet \"{}\" is known and read without a mapping.", sheet)};
}

Bilingual sheet_not_placed(std::string_view sheet, std::span<const std::string> choices) {
  if (choices.empty())
    return {fmt::format("isi lembar \"{}\" tidak dapat dikenali dari judul kolomnya; tulis <record "
                        "entity=…> sendiri bila lembar ini perlu dibaca",
                        sheet),
            fmt::format("what the sheet \"{}\" holds cannot be told from its headings; write "
                        "<record entity=…> yourself if it is to be read",
                        sheet)};
  return {fmt::format("lembar \"{}\" sama cocoknya untuk beberapa jenis catatan: {}; pilih satu "
                      "dalam <record entity=…>",
                      sheet, fmt::join(choices, ", ")),
          fmt::format("the sheet \"{}\" fits several kinds of records equally well: {}; choose one "
                      "in <record entity=…>",
                      sheet, fmt::join(choices, ", "))};
}

Bilingual heading_not_placed(std::string_view heading, std::span<const std::string> choices,
                             std::string_view nearest) {
  if (!choices.empty())
    return {
        fmt::format("kolom \"{}\" tidak ditempatkan karena artinya tidak pasti atau dimiliki "
                    "kolom lain juga: {}; pilih satu bila pasti",
                    heading, fmt::join(choices, ", ")),
        fmt::format("the column \"{}\" was not placed, as its meaning is not certain or another "
                    "column has it too: {}; choose one if it is certain",
                    heading, fmt::join(choices, ", "))};
  if (!nearest.empty())
    return {fmt::format("kolom \"{}\" tidak dikenali; yang terdekat: {}", heading, nearest),
            fmt::format("the column \"{}\" is not known; the nearest is: {}", heading, nearest)};
  return {fmt::format("kolom \"{}\" tidak dikenali; tulis isiannya, atau <ignore> bila tidak perlu "
                      "dibaca",
                      heading),
          fmt::format("the column \"{}\" is not known; write its field, or <ignore> if it need not "
                      "be read",
                      heading)};
}

Bilingual worker_without_id() {
  return {
      "tidak ada kolom yang pasti merupakan ID pekerja; tambahkan <column … field=\"id\"/> bila "
      "ada, agar lembar lain dapat menyebut pekerja itu",
      "no column is certainly the worker's ID; add <column … field=\"id\"/> if there is one, so "
      "that other sheets can name the worker"};
}

Bilingual record_without_worker(const Bilingual& record) {
  return {fmt::format("tidak ada kolom yang pasti menyebut pemilik {}; tambahkan <column … "
                      "field=\"worker\"/>",
                      record.id),
          fmt::format("no column certainly says whose {} it is; add <column … field=\"worker\"/>",
                      record.en)};
}

Bilingual values_unread(std::string_view heading, std::size_t unread, std::size_t filled) {
  return {fmt::format("{} dari {} isi kolom \"{}\" tidak terbaca menurut jenis isiannya", unread,
                      filled, heading),
          fmt::format("{} of {} values of the column \"{}\" cannot be read as its field's type",
                      unread, filled, heading)};
}

Bilingual amounts_without_currency(std::string_view heading, std::size_t count) {
  return {
      fmt::format("{} jumlah pada kolom \"{}\" tanpa mata uang; tambahkan currency=\"IDR\" bila "
                  "memang rupiah",
                  count, heading),
      fmt::format("{} amounts of the column \"{}\" name no currency; add currency=\"IDR\" if "
                  "they are rupiah",
                  count, heading)};
}

Bilingual dates_of_two_days(std::string_view heading, std::size_t count) {
  return {fmt::format("{} tanggal pada kolom \"{}\" dapat berarti lebih dari satu hari; tambahkan "
                      "dates=\"day-first\" bila hari ditulis lebih dahulu",
                      count, heading),
          fmt::format("{} dates of the column \"{}\" may mean more than one day; add "
                      "dates=\"day-first\" if the day is written first",
                      count, heading)};
}

Bilingual words_unknown(std::string_view heading, std::size_t count) {
  return {fmt::format("{} kata pada kolom \"{}\" tidak dikenal; terjemahkan dengan <word> bila "
                      "artinya pasti",
                      count, heading),
          fmt::format("{} words of the column \"{}\" are not known; translate them with <word> if "
                      "their meaning is certain",
                      count, heading)};
}

}  // namespace periksa::forms::say
