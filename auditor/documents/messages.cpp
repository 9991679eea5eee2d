// SPDX-License-Identifier: Apache-2.0
#include "auditor/documents/messages.h"

#include <fmt/format.h>

#include "auditor/base/nearest.h"
#include "auditor/base/shown.h"

namespace periksa::documents::say {
namespace {

/// "3 files are empty: a.pdf, b.pdf, …": one sentence for several files.
Bilingual of_files(Names names, std::size_t count, std::string_view id, std::string_view one,
                   std::string_view many) {
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : ", ") + shown(name);
  if (count > names.size()) list += ", …";
  return {fmt::format("{} berkas {}: {}", count, id, list),
          count == 1 ? fmt::format("1 file {}: {}", one, list)
                     : fmt::format("{} files {}: {}", count, many, list)};
}

}  // namespace

Bilingual no_folder() {
  return {"bukan folder yang dapat dibuka; sebutkan folder berkas dokumen yang memuat indeks.csv",
          "this is no folder that can be opened; name the folder of papers that holds index.csv"};
}

Bilingual cannot_list(std::string_view why) {
  return {
      fmt::format("isi folder tidak dapat didaftar seluruhnya ({}); periksa izin aksesnya", why),
      fmt::format("the folder cannot be listed as a whole ({}); check its permissions", why)};
}

Bilingual too_many_files(std::size_t cap) {
  return {fmt::format("folder memuat lebih dari {} berkas; pisahkan berkas yang bukan milik "
                      "perkara ini",
                      cap),
          fmt::format("the folder holds more than {} files; move out what does not belong to this "
                      "filing",
                      cap)};
}

Bilingual too_deep(int cap) {
  return {fmt::format("lebih dari {} folder bertingkat; ratakan susunan foldernya", cap),
          fmt::format("more than {} folders inside each other; make the folder flatter", cap)};
}

Bilingual file_too_large(std::uint64_t cap) {
  return {fmt::format("berkas ini lebih besar daripada batas {} bita; pindai ulang dengan ukuran "
                      "lebih kecil atau keluarkan dari folder",
                      cap),
          fmt::format("this file is larger than the cap of {} bytes; scan it smaller or move it "
                      "out of the folder",
                      cap)};
}

Bilingual all_too_large(std::uint64_t cap) {
  return {fmt::format("seluruh berkas bersama-sama melebihi batas {} bita; bagi foldernya", cap),
          fmt::format("all files together exceed the cap of {} bytes; divide the folder", cap)};
}

Bilingual no_index() {
  return {
      "folder tidak memuat indeks; buat indeks.csv dengan kolom berkas, sumber, pekerja, jenis "
      "catatan, id catatan, jenis dokumen",
      "the folder holds no index; make index.csv with the columns file, source, worker, record "
      "kind, record, document"};
}

Bilingual several_indexes(Names found) {
  const auto list = fmt::format("{}", fmt::join(found, ", "));
  return {fmt::format("lebih dari satu indeks: {}; sisakan satu", list),
          fmt::format("more than one index: {}; leave one", list)};
}

Bilingual index_is_link() {
  return {"indeks ini tautan simbolis dan tidak diikuti; salin berkasnya ke folder ini",
          "this index is a symbolic link, which is not followed; copy the file into the folder"};
}

Bilingual no_headings() {
  return {
      "baris judul dengan kolom \"berkas\" tidak ditemukan pada 20 baris pertama; tulis judul "
      "berkas, sumber, pekerja, jenis catatan, id catatan, jenis dokumen",
      "no row of headings with a column \"file\" was found among the first 20 rows; write the "
      "headings file, source, worker, record kind, record, document"};
}

Bilingual two_index_sheets(std::string_view one, std::string_view other) {
  return {fmt::format("dua lembar memuat kolom \"berkas\": \"{}\" dan \"{}\"; sisakan satu",
                      shown(one), shown(other)),
          fmt::format("two sheets have a column \"file\": \"{}\" and \"{}\"; leave one", shown(one),
                      shown(other))};
}

Bilingual unknown_column(std::string_view heading) {
  return {fmt::format("kolom \"{}\" tidak dikenali dan tidak dibaca", shown(heading)),
          fmt::format("the column \"{}\" is not recognised and was not read", shown(heading))};
}

Bilingual column_twice(std::string_view heading) {
  return {
      fmt::format("kolom \"{}\" berarti sama dengan kolom sebelumnya; sisakan satu",
                  shown(heading)),
      fmt::format("the column \"{}\" means the same as one before it; leave one", shown(heading))};
}

Bilingual too_many_rows(std::uint32_t cap) {
  return {fmt::format("indeks memuat lebih dari {} baris; bagi foldernya", cap),
          fmt::format("the index has more than {} rows; divide the folder", cap)};
}

Bilingual no_file_named() {
  return {"baris ini tidak menyebut berkas; isi kolom \"berkas\" atau hapus barisnya",
          "this row names no file; fill in the column \"file\" or delete the row"};
}

Bilingual nothing_named() {
  return {
      "baris ini tidak menyebut sumber atau catatan; isi \"sumber\", atau \"pekerja\" dengan "
      "\"jenis catatan\" dan \"id catatan\"",
      "this row names neither a source nor a record; fill in \"source\", or \"worker\" with "
      "\"record kind\" and \"record\""};
}

Bilingual source_and_record() {
  return {"baris ini menyebut sumber dan juga catatan; pilih salah satu, atau pakai dua baris",
          "this row names a source and a record as well; leave one, or use two rows"};
}

Bilingual unknown_entity(std::string_view found, std::string_view nearest) {
  return with_nearest(
      {fmt::format("\"{}\" bukan jenis catatan; tulis nama lembar seperti dalam templat",
                   shown(found)),
       fmt::format("\"{}\" is no kind of record; write a sheet's name as in the template",
                   shown(found))},
      nearest);
}

Bilingual needs_entity() {
  return {"id catatan tanpa jenis catatan; isi \"jenis catatan\"",
          "a record's id without its kind; fill in \"record kind\""};
}

Bilingual needs_worker(const Bilingual& entity) {
  return {
      fmt::format("catatan \"{}\" milik seorang pekerja; isi \"pekerja\"", entity.id),
      fmt::format("records of this kind ({}) belong to a worker; fill in \"worker\"", entity.en)};
}

Bilingual needs_worker_id() {
  return {"tulis ID pekerja yang dimaksud di kolom \"pekerja\"",
          "write the id of the worker in the column \"worker\""};
}

Bilingual two_workers() {
  return {"kolom \"pekerja\" dan \"id catatan\" menyebut dua pekerja; kosongkan \"id catatan\"",
          "the columns \"worker\" and \"record\" name two workers; leave \"record\" empty"};
}

Bilingual no_workers_record(const Bilingual& entity) {
  return {
      fmt::format("catatan \"{}\" bukan milik seorang pekerja; kosongkan \"pekerja\"", entity.id),
      fmt::format("records of this kind ({}) belong to no worker; leave \"worker\" empty",
                  entity.en)};
}

Bilingual needs_record(const Bilingual& entity) {
  return {fmt::format("catatan \"{}\" yang mana? Isi \"id catatan\"", entity.id),
          fmt::format("which {}? Fill in \"record\"", entity.en)};
}

Bilingual needs_document() {
  return {
      "baris untuk sebuah catatan perlu jenis dokumen; isi \"jenis dokumen\", misalnya kuitansi",
      "a row for a record needs the kind of document; fill in \"document\", such as receipt"};
}

Bilingual unknown_document(std::string_view found, std::string_view nearest) {
  return with_nearest(
      {fmt::format("\"{}\" bukan jenis dokumen dalam daftar document_kind", shown(found)),
       fmt::format("\"{}\" is no kind of document of the list document_kind", shown(found))},
      nearest);
}

Bilingual unknown_asserter(std::string_view found) {
  return {fmt::format("\"{}\" tidak dikenal sebagai yang menyatakan; tulis perusahaan, pekerja, "
                      "serikat, register, atau pengawas",
                      shown(found)),
          fmt::format("\"{}\" is nobody who asserts; write agency, worker, union, registry or "
                      "inspector",
                      shown(found))};
}

Bilingual not_a_date(std::string_view found) {
  return {fmt::format("\"{}\" bukan satu hari yang pasti; tulis seperti 2024-03-12", shown(found)),
          fmt::format("\"{}\" is not one certain day; write it as 2024-03-12", shown(found))};
}

Bilingual source_twice(std::string_view source, std::uint32_t row) {
  return {fmt::format("sumber \"{}\" sudah diikat dengan berkas lain pada baris {}; satu sumber "
                      "satu berkas, buat sumber kedua di berkas P3MI",
                      shown(source), row),
          fmt::format("the source \"{}\" is tied to another file in row {}; a source is one file, "
                      "make a second source in the filing",
                      shown(source), row)};
}

Bilingual unknown_source(std::string_view id, std::string_view nearest) {
  return with_nearest(
      {fmt::format("sumber \"{}\" tidak ada di berkas P3MI; periksa id sumbernya", shown(id)),
       fmt::format("the filing has no source \"{}\"; check the source's id", shown(id))},
      nearest);
}

Bilingual unknown_worker(std::string_view id, std::string_view nearest) {
  return with_nearest(
      {fmt::format("pekerja \"{}\" tidak ada di berkas P3MI; periksa ID-nya", shown(id)),
       fmt::format("the filing has no worker \"{}\"; check the id", shown(id))},
      nearest);
}

Bilingual unknown_record(const Bilingual& entity, std::string_view id, std::string_view nearest) {
  if (id.empty())
    return {fmt::format("catatan \"{}\" tidak ada di berkas P3MI; hapus baris ini", entity.id),
            fmt::format("the filing has no {}; delete this row", entity.en)};
  return with_nearest(
      {fmt::format("catatan \"{}\" dengan id \"{}\" tidak ada di berkas P3MI; "
                   "periksa id-nya",
                   entity.id, shown(id)),
       fmt::format("the filing has no {} \"{}\"; check the id", entity.en, shown(id))},
      nearest);
}

Bilingual other_document(std::string_view source, std::string_view stated) {
  return {fmt::format("jenis dokumen sumber \"{}\" di berkas P3MI ialah {}; samakan, atau "
                      "kosongkan kolom ini",
                      shown(source), stated),
          fmt::format("the filing says that the source \"{}\" is a paper of the kind {}; make them "
                      "agree, or leave "
                      "this cell empty",
                      shown(source), stated)};
}

Bilingual other_asserter(std::string_view source, std::string_view stated) {
  return {fmt::format("yang menyatakan sumber \"{}\" di berkas P3MI ialah {}; samakan, atau "
                      "kosongkan kolom ini",
                      shown(source), stated),
          fmt::format("the filing says that {} asserts the source \"{}\"; make them agree, or "
                      "leave this cell empty",
                      stated, shown(source))};
}

Bilingual record_again(std::uint32_t row) {
  return {fmt::format("catatan ini sudah bersandar pada berkas di baris {}; berkas kedua didaftar, "
                      "tetapi nilai-nilainya tetap bersandar pada yang pertama. Buat sumber "
                      "tersendiri bila ada isian yang dibuktikan berkas ini",
                      row),
          fmt::format("this record rests on the file in row {} already; the second file is listed "
                      "and the values keep resting on the first. Make a source of its own where "
                      "this file proves a field",
                      row)};
}

Bilingual more_errors(std::size_t count) {
  return {fmt::format("dan {} kesalahan lain dalam indeks", count),
          fmt::format("and {} more errors in the index", count)};
}

Bilingual missing(std::string_view name) {
  return {fmt::format("berkas \"{}\" tidak ada di folder; yang bersandar padanya tetap tanpa bukti",
                      shown(name)),
          fmt::format("the folder has no file \"{}\"; what rests on it stays without proof",
                      shown(name))};
}

Bilingual missing_near(std::string_view name, std::string_view near) {
  return {fmt::format("berkas \"{}\" tidak ada di folder; yang mirip ialah \"{}\" dan tidak "
                      "diikat, tulis namanya persis bila itu yang dimaksud",
                      shown(name), shown(near)),
          fmt::format("the folder has no file \"{}\"; there is \"{}\", which is not tied: write "
                      "its exact name if it is meant",
                      shown(name), shown(near))};
}

Bilingual more_missing(std::size_t count) {
  return {fmt::format("dan {} berkas lain yang tidak ada di folder", count),
          fmt::format("and {} more files that the folder does not hold", count)};
}

Bilingual are_empty(Names names, std::size_t count) {
  return of_files(names, count, "kosong dan tidak membuktikan apa-apa",
                  "is empty and proves nothing", "are empty and prove nothing");
}

Bilingual are_links(Names names, std::size_t count) {
  return of_files(names, count, "berupa tautan simbolis dan tidak diikuti",
                  "is a symbolic link and was not followed",
                  "are symbolic links and were not followed");
}

Bilingual are_special(Names names, std::size_t count) {
  return of_files(names, count, "bukan berkas biasa dan tidak dibaca",
                  "is no regular file and was not read", "are no regular files and were not read");
}

Bilingual are_unreadable(Names names, std::size_t count) {
  return of_files(names, count, "tidak dapat dibaca; periksa izin aksesnya",
                  "cannot be read; check its permissions",
                  "cannot be read; check their permissions");
}

Bilingual have_wrong_ending(Names names, std::size_t count) {
  return of_files(names, count, "isinya tidak sesuai dengan akhiran namanya",
                  "holds something else than its ending says",
                  "hold something else than their endings say");
}

Bilingual are_copies(Names names, std::size_t count) {
  return of_files(names, count, "sama persis dengan berkas lain di folder",
                  "is the same as another of the folder", "are the same as others of the folder");
}

Bilingual are_unindexed(Names names, std::size_t count) {
  return of_files(names, count, "tidak disebut di indeks", "is not named in the index",
                  "are not named in the index");
}

Bilingual hash_differs(std::string_view source) {
  return {fmt::format("SHA-256 yang ditulis untuk sumber \"{}\" bukan milik berkas di indeks; "
                      "sumber ini tidak terikat",
                      shown(source)),
          fmt::format("the SHA-256 stated for the source \"{}\" is not that of the file in the "
                      "index; the source is not tied",
                      shown(source))};
}

Bilingual hash_unfound(std::string_view source) {
  return {fmt::format("SHA-256 yang ditulis untuk sumber \"{}\" tidak cocok dengan berkas mana pun "
                      "di folder; sumber ini tidak terikat",
                      shown(source)),
          fmt::format("the SHA-256 stated for the source \"{}\" is that of no file in the folder; "
                      "the source is not tied",
                      shown(source))};
}

}  // namespace periksa::documents::say
