// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/messages.h"

#include <fmt/format.h>

#include "auditor/base/nearest.h"
#include "auditor/base/shown.h"

namespace periksa::forms::say {
namespace {

std::string listed(std::span<const std::string> names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

Bilingual no_known_sheet(const Bilingual& examples) {
  return {fmt::format("tidak ada lembar yang dikenali; beri nama lembar seperti dalam templat "
                      "(`periksa template`), misalnya {}, atau pakai peta (`periksa map`)",
                      examples.id),
          fmt::format("no sheet is recognised; name the sheets as in the template "
                      "(`periksa template`), such as {}, or use a mapping (`periksa map`)",
                      examples.en)};
}

Bilingual unknown_sheet(std::string_view name, std::string_view nearest) {
  return with_nearest(
      {fmt::format("lembar \"{}\" tidak dikenali dan tidak dibaca", shown(name)),
       fmt::format("the sheet \"{}\" is not recognised and was not read", shown(name))},
      nearest);
}

Bilingual no_headings(const Bilingual& table) {
  return {fmt::format("baris judul kolom tidak ditemukan pada 20 baris pertama; tulis judul kolom "
                      "seperti dalam templat untuk \"{}\", atau pakai peta (`periksa map`)",
                      table.id),
          fmt::format("no row of headings was found among the first 20 rows; write headings as in "
                      "the template for \"{}\", or use a mapping (`periksa map`)",
                      table.en)};
}

Bilingual unknown_heading(std::string_view heading, std::string_view nearest) {
  return with_nearest(
      {fmt::format("kolom \"{}\" tidak dikenali dan tidak dibaca", shown(heading)),
       fmt::format("the column \"{}\" is not recognised and was not read", shown(heading))},
      nearest);
}

Bilingual ambiguous_heading(std::string_view heading, std::span<const std::string> could_be) {
  return {fmt::format("kolom \"{}\" dapat berarti lebih dari satu isian: {}; tulis nama isiannya",
                      shown(heading), listed(could_be)),
          fmt::format("the column \"{}\" may mean more than one field: {}; write the field's name",
                      shown(heading), listed(could_be))};
}

Bilingual same_meaning(std::string_view heading, std::string_view meaning,
                       std::string_view first_at) {
  return {fmt::format("kolom \"{}\" berarti \"{}\", sama dengan kolom pada {}; hapus salah satunya",
                      shown(heading), meaning, first_at),
          fmt::format("the column \"{}\" means \"{}\", as does the one at {}; remove one of them",
                      shown(heading), meaning, first_at)};
}

Bilingual no_heading_here() {
  return {"kolom ini berisi tetapi tidak berjudul dan tidak dibaca; beri judul kolom",
          "this column has content but no heading and was not read; give it a heading"};
}

Bilingual merged_cells(std::string_view area) {
  return {fmt::format("sel {} digabung, sehingga tidak jelas isinya milik baris mana; pisahkan sel "
                      "itu dan isi setiap baris",
                      area),
          fmt::format("the cells {} are merged, so that it is not clear which row their value "
                      "belongs to; unmerge them and fill each row",
                      area)};
}

Bilingual no_such_heading(std::string_view heading, std::string_view nearest) {
  return with_nearest(
      {fmt::format("peta menyebut kolom \"{}\", yang tidak ada pada baris judul ini",
                   shown(heading)),
       fmt::format("the mapping names a column \"{}\", which is not in this row of headings",
                   shown(heading))},
      shown(nearest));
}

Bilingual heading_twice(std::string_view heading, std::string_view first_at) {
  return {
      fmt::format("judul \"{}\", yang disebut peta, ada juga pada {}; ganti salah satunya", heading,
                  first_at),
      fmt::format("the heading \"{}\", which the mapping names, is also at {}; rename one of them",
                  heading, first_at)};
}

Bilingual no_such_row(std::uint32_t number) {
  return {fmt::format("peta menyebut baris judul {}, yang kosong atau tidak ada", number),
          fmt::format("the mapping names row {} for the headings, which is empty or not there",
                      number)};
}

Bilingual no_such_sheet(std::string_view name, std::string_view nearest) {
  return with_nearest(
      {fmt::format("peta menyebut lembar \"{}\", yang tidak ada", shown(name)),
       fmt::format("the mapping names a sheet \"{}\", which is not there", shown(name))},
      shown(nearest));
}

Bilingual no_filing_sheet() {
  return {
      "lembar \"Berkas\" tidak ada; tambahkan lembar itu dengan baris \"tanggal tutup\" | "
      "2025-06-30, atau sebutkan closing= dalam peta",
      "there is no sheet \"Filing\"; add one with a row \"closing date\" | 2025-06-30, or name "
      "closing= in the mapping"};
}

Bilingual no_closing() {
  return {"tanggal tutup berkas tidak diisi; isi di samping \"tanggal tutup\", misalnya 2025-06-30",
          "the filing's closing date is not stated; write it beside \"closing date\", such as "
          "2025-06-30"};
}

Bilingual bad_closing(std::string_view value) {
  return {
      fmt::format("\"{}\" bukan satu tanggal yang pasti; tulis seperti 2025-06-30", shown(value)),
      fmt::format("\"{}\" is not one certain date; write it like 2025-06-30", shown(value))};
}

Bilingual unknown_key(std::string_view key, const Bilingual& known) {
  return {fmt::format("\"{}\" tidak dikenal di lembar ini; yang dikenal: {}", shown(key), known.id),
          fmt::format("\"{}\" is not known in this sheet; known are: {}", shown(key), known.en)};
}

Bilingual key_twice(std::string_view key) {
  return {fmt::format("\"{}\" disebut dua kali; hapus salah satunya", shown(key)),
          fmt::format("\"{}\" is stated twice; remove one of them", shown(key))};
}

Bilingual bad_format(std::string_view value) {
  return {fmt::format("format \"{}\" tidak dapat dibaca versi ini; diharapkan 1", value),
          fmt::format("this version cannot read the format \"{}\"; expected 1", value)};
}

Bilingual bad_asserter(std::string_view value) {
  return {fmt::format("\"{}\" bukan penyampai yang dikenal; pilih: perusahaan, pekerja, serikat, "
                      "register, pengawas",
                      shown(value)),
          fmt::format("\"{}\" is no filer that is known; use one of: agency, worker, union, "
                      "registry, inspector",
                      shown(value))};
}

Bilingual bad_yes_no(std::string_view value) {
  return {fmt::format("\"{}\" bukan jawaban ya atau tidak", shown(value)),
          fmt::format("\"{}\" is neither yes nor no", shown(value))};
}

Bilingual example_rows(std::size_t count) {
  if (count == 1)
    return {"baris contoh dari templat tidak dibaca", "the template's example row was not read"};
  return {fmt::format("{} baris contoh dari templat, yang pertama di sini, tidak dibaca", count),
          fmt::format("{} example rows of the template, the first one here, were not read", count)};
}

Bilingual total_row() {
  return {"baris jumlah tidak dibaca sebagai catatan", "a row of totals was not read as a record"};
}

Bilingual too_many_workers(std::uint32_t cap) {
  return {fmt::format("lebih dari {} pekerja dalam satu berkas; bagi berkasnya", cap),
          fmt::format("more than {} workers in one filing; divide it", cap)};
}

Bilingual no_id(const Bilingual& record) {
  return {fmt::format("baris ini tidak menyebut ID untuk {}; isi kolom ID", record.id),
          fmt::format("this row states no ID for the {}; fill the column ID", record.en)};
}

Bilingual no_worker(const Bilingual& record) {
  return {
      fmt::format("baris {} ini tidak menyebut pekerjanya; isi kolom ID pekerja", record.id),
      fmt::format("this row of {} does not say whose it is; fill the column worker ID", record.en)};
}

Bilingual unknown_worker(std::string_view id) {
  return {fmt::format("pekerja \"{}\" tidak ada pada lembar pekerja; perbaiki ID-nya atau "
                      "tambahkan pekerja itu",
                      shown(id)),
          fmt::format("worker \"{}\" is not in the sheet of workers; correct the ID or add the "
                      "worker",
                      shown(id))};
}

Bilingual id_again(const Bilingual& record, std::string_view id, std::string_view first_at) {
  return {
      fmt::format("ID \"{}\" untuk {} sudah dipakai pada {}; beri ID lain, atau, bila baris ini "
                  "bacaan lain atas catatan yang sama, sebutkan sumbernya yang lain",
                  shown(id), record.id, first_at),
      fmt::format("the ID \"{}\" of the {} is taken at {}; use another one or, if this row is "
                  "another reading of the same record, name its other source",
                  shown(id), record.en, first_at)};
}

Bilingual mixed_currency(std::string_view written, std::string_view heading) {
  return {
      fmt::format("jumlah ini dalam {}, sedangkan judul kolomnya menyebut {}; pisahkan kolomnya "
                  "atau hapus mata uang dari judul",
                  written, heading),
      fmt::format("this amount is in {}, but the column's heading says {}; use two columns or "
                  "take the currency out of the heading",
                  written, heading)};
}

Bilingual formulas(std::size_t count, std::string_view heading) {
  return {fmt::format("{} sel pada kolom \"{}\" berisi rumus; yang dibaca hasil terakhir yang "
                      "tersimpan, dan ditandai \"=\" pada teks aslinya",
                      count, shown(heading)),
          fmt::format("{} cells of the column \"{}\" hold formulas; their last saved results were "
                      "read, and are marked \"=\" in the raw text",
                      count, shown(heading))};
}

Bilingual unmapped_word(std::string_view value, const Bilingual& field) {
  return {fmt::format("\"{}\" tidak dikenal untuk \"{}\" dan dibaca sebagai tidak terbaca; "
                      "terjemahkan dengan <word> dalam peta bila artinya pasti",
                      shown(value), field.id),
          fmt::format("\"{}\" is not known for \"{}\" and was taken as unreadable; translate it "
                      "with <word> in the mapping if its meaning is certain",
                      shown(value), field.en)};
}

Bilingual text_too_long(std::size_t cap) {
  return {fmt::format("teks ini lebih panjang daripada batas {} bita; singkatkan", cap),
          fmt::format("this text is longer than the cap of {} bytes; shorten it", cap)};
}

Bilingual text_illegal() {
  return {
      "teks ini memuat karakter yang tidak dapat ditulis (U+0000 atau karakter kendali lain); "
      "hapus karakter itu",
      "this text holds a character that cannot be written (U+0000 or another control "
      "character); remove it"};
}

}  // namespace periksa::forms::say
