// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/messages.h"

#include <fmt/format.h>

#include <cstring>
#include <vector>

#include "auditor/base/nearest.h"
#include "auditor/base/shown.h"

namespace periksa::intake::say {
namespace {

Bilingual with_nearest(Bilingual text, std::string_view word, Names known) {
  return periksa::with_nearest(std::move(text), nearest(word, known));
}

std::string listed(Names known) {
  return fmt::format("{}", fmt::join(known, ", "));
}

}  // namespace

Bilingual unknown_attribute(std::string_view element, std::string_view name, Names known) {
  return with_nearest({fmt::format("<{}> tidak mengenal isian \"{}\"", element, shown(name)),
                       fmt::format("<{}> has no field \"{}\"", element, shown(name))},
                      name, known);
}

Bilingual unknown_element(std::string_view name, Names known) {
  return with_nearest({fmt::format("elemen <{}> tidak dikenal di sini", shown(name)),
                       fmt::format("element <{}> is not known here", shown(name))},
                      name, known);
}

Bilingual unknown_value(std::string_view attribute, std::string_view value, Names known) {
  return {fmt::format("{}=\"{}\" tidak dikenal; pilih salah satu: {}", attribute, shown(value),
                      listed(known)),
          fmt::format("{}=\"{}\" is not known; use one of: {}", attribute, shown(value),
                      listed(known))};
}

Bilingual unknown_code(const facts::Field& field, std::string_view value,
                       const facts::CodeList& list) {
  auto text = with_nearest({fmt::format("\"{}\" bukan kode daftar {} untuk isian \"{}\"",
                                        shown(value), list.name, field.name),
                            fmt::format("\"{}\" is no code of the list {} for the field \"{}\"",
                                        shown(value), list.name, field.name)},
                           value, names_of(list.codes));
  text.id += fmt::format(
      "; bila dokumen memang berbunyi demikian, tulis <{0} state=\"unreadable\">…</{0}>",
      field.name);
  text.en += fmt::format(
      "; if that is what the paper says, write <{0} state=\"unreadable\">…</{0}>", field.name);
  return text;
}

Bilingual unknown_collection(std::string_view value, Names known) {
  return with_nearest({fmt::format("of=\"{}\" bukan nama kumpulan catatan", shown(value)),
                       fmt::format("of=\"{}\" is not the name of a collection", shown(value))},
                      value, known);
}

Bilingual unknown_document(std::string_view value, Names known) {
  return with_nearest({fmt::format("\"{}\" bukan kode daftar document_kind", shown(value)),
                       fmt::format("\"{}\" is no code of the list document_kind", shown(value))},
                      value, known);
}

Bilingual missing_attribute(std::string_view element, std::string_view name) {
  return {fmt::format("<{}> harus memiliki atribut {}=\"…\"", element, name),
          fmt::format("<{}> needs an attribute {}=\"…\"", element, name)};
}

Bilingual not_a_number(std::string_view attribute, std::string_view value) {
  return {fmt::format("{}=\"{}\" bukan bilangan bulat positif", attribute, shown(value)),
          fmt::format("{}=\"{}\" is not a whole positive number", attribute, shown(value))};
}

Bilingual not_a_count(std::string_view value) {
  return {fmt::format("count=\"{}\" bukan jumlah; tulis bilangan bulat dari 0", shown(value)),
          fmt::format("count=\"{}\" is not a count; write a whole number from 0", shown(value))};
}

Bilingual not_a_date(std::string_view attribute, std::string_view value) {
  return {
      fmt::format("{}=\"{}\" bukan tanggal; tulis seperti 2025-06-30", attribute, shown(value)),
      fmt::format("{}=\"{}\" is not a date; write it like 2025-06-30", attribute, shown(value))};
}

Bilingual wrong_root(std::string_view name) {
  return {
      fmt::format("elemen akarnya <{}>, diharapkan <filing>; periksa apakah berkasnya benar",
                  shown(name)),
      fmt::format("the root element is <{}>, expected <filing>; check that it is the right file",
                  shown(name))};
}

Bilingual wrong_format(std::string_view value) {
  return {
      fmt::format("format=\"{}\" tidak dapat dibaca versi ini; diharapkan format=\"1\"",
                  shown(value)),
      fmt::format("this version cannot read format=\"{}\"; expected format=\"1\"", shown(value))};
}

Bilingual not_a_hash() {
  return {"sha256 harus 64 digit heksadesimal; hapus atributnya bila berkas tidak terikat",
          "sha256 must be 64 hexadecimal digits; leave it out if no file is tied"};
}

Bilingual text_between() {
  return {"di antara elemen tidak boleh ada teks; nilai ditulis sebagai atribut atau elemen isian",
          "no text may stand between elements; write a value as an attribute or a field element"};
}

Bilingual must_be_empty(std::string_view element) {
  return {fmt::format("<{}> tidak memuat apa pun; tutup dengan \"/>\"", element),
          fmt::format("<{}> holds nothing; close it with \"/>\"", element)};
}

Bilingual split_value(std::string_view field) {
  return {fmt::format("nilai <{}> terpotong oleh komentar; pindahkan komentarnya", field),
          fmt::format("the value of <{}> is split by a comment; move the comment", field)};
}

Bilingual element_in_field(std::string_view field, std::string_view name) {
  return {fmt::format("<{}> memuat nilai, bukan elemen <{}>", field, shown(name)),
          fmt::format("<{}> holds a value, not an element <{}>", field, shown(name))};
}

Bilingual record_in_record(std::string_view outer, std::string_view inner) {
  return {
      fmt::format("<{}> tidak boleh berada di dalam <{}>; letakkan di sampingnya", inner, outer),
      fmt::format("<{}> may not stand inside <{}>; put it beside it", inner, outer)};
}

Bilingual belongs_in_worker(std::string_view name) {
  return {fmt::format("<{}> milik seorang pekerja; letakkan di dalam <worker>-nya", name),
          fmt::format("<{}> belongs to a worker; put it inside its <worker>", name)};
}

Bilingual belongs_in_filing(std::string_view name) {
  return {fmt::format("<{}> milik seluruh berkas; letakkan langsung di dalam <filing>, sebelum "
                      "<worker> pertama",
                      name),
          fmt::format("<{}> belongs to the whole filing; put it directly inside <filing>, before "
                      "the first <worker>",
                      name)};
}

Bilingual shared_after_worker(std::string_view name) {
  return {fmt::format("<{}> berada setelah <worker>; pindahkan ke depan <worker> pertama", name),
          fmt::format("<{}> stands after a <worker>; move it before the first <worker>", name)};
}

Bilingual worker_in_worker() {
  return {"<worker> di dalam <worker>; tutup dulu pekerja sebelumnya dengan </worker>",
          "a <worker> inside a <worker>; close the one before it with </worker>"};
}

Bilingual id_taken(std::string_view element, std::string_view id, std::string_view first_at) {
  return {fmt::format("id \"{}\" sudah dipakai oleh <{}> di {}; beri id yang berbeda", shown(id),
                      element, first_at),
          fmt::format("the id \"{}\" is taken by the <{}> at {}; give it an id of its own",
                      shown(id), element, first_at)};
}

Bilingual second_of_single(std::string_view entity, std::string_view first_at) {
  return {fmt::format("hanya boleh ada satu <{}>; yang pertama ada di {}. Bila dua sumber berbeda, "
                      "tulis elemen isian di dalamnya",
                      entity, first_at),
          fmt::format("there can be only one <{}>; the first is at {}. Where two sources differ, "
                      "write field elements inside it",
                      entity, first_at)};
}

Bilingual source_taken(std::string_view id) {
  return {fmt::format("sumber \"{}\" sudah ada; beri id yang berbeda", shown(id)),
          fmt::format("there is a source \"{}\" already; give this one another id", shown(id))};
}

Bilingual unknown_source(std::string_view id, Names known) {
  return with_nearest(
      {fmt::format("sumber \"{}\" belum disebut; sebutkan di antara sumber berkas ini", shown(id)),
       fmt::format("source \"{}\" is not declared; declare it among the filing's sources",
                   shown(id))},
      id, known);
}

Bilingual none_refused(std::string_view field) {
  return {fmt::format("isian \"{}\" tidak dapat dinyatakan tidak ada; kosongkan saja", field),
          fmt::format("the field \"{}\" cannot be stated none; leave it empty", field)};
}

Bilingual none_with_value(std::string_view field) {
  return {fmt::format("\"{}\" disebut dalam none=, padahal juga ditulis sebagai atribut; pilih "
                      "salah satu",
                      field),
          fmt::format("\"{}\" is named in none= and also written as an attribute; keep one of them",
                      field)};
}

Bilingual state_with_value(std::string_view field, std::string_view state) {
  return {fmt::format("<{}> dinyatakan state=\"{}\", padahal berisi nilai; pilih salah satu", field,
                      state),
          fmt::format("<{}> says state=\"{}\" but holds a value; keep one of them", field, state)};
}

Bilingual too_many_readings(std::string_view field, std::uint32_t cap) {
  return {fmt::format("isian \"{}\" memiliki lebih dari {} nilai yang berbeda", field, cap),
          fmt::format("the field \"{}\" has more than {} different values", field, cap)};
}

Bilingual collection_stated_twice(std::string_view collection) {
  return {fmt::format("kelengkapan \"{}\" dinyatakan dua kali; pilih salah satu", collection),
          fmt::format("the completeness of \"{}\" is stated twice; keep one of them", collection)};
}

Bilingual complete_without_count(std::string_view collection) {
  return {
      fmt::format("\"{}\" dinyatakan lengkap tanpa jumlah; sebutkan berapa catatannya", collection),
      fmt::format("\"{}\" is said to be complete without a count; state how many there are",
                  collection)};
}

Bilingual count_differs(std::string_view collection, std::int64_t stated, std::uint64_t read) {
  return {fmt::format("\"{}\" menyatakan {} catatan, yang terbaca {}; kelengkapannya diragukan",
                      collection, stated, read),
          fmt::format("\"{}\" states {} records, {} were read; it does not count as complete",
                      collection, stated, read)};
}

Bilingual no_such_record(std::string_view field, std::string_view id, const facts::Entity& target) {
  return {
      fmt::format("\"{}\" ({}): catatan {} ini tidak ada dalam berkas; tambahkan, atau perbaiki "
                  "ID-nya",
                  shown(id), field, target.label.id),
      fmt::format("\"{}\" ({}): this {} is not in the filing; add it or correct its ID", shown(id),
                  field, target.label.en)};
}

Bilingual another_worker(std::string_view field, std::string_view id) {
  return {fmt::format("\"{}\" ({}) merujuk catatan di luar jangkauan; rujukan ini tidak dibaca",
                      shown(id), field),
          fmt::format("\"{}\" ({}) refers to a record out of reach; the reference is not read",
                      shown(id), field)};
}

Bilingual file_too_large(std::uint64_t cap) {
  return {
      fmt::format("berkas lebih besar daripada batas {} bita; bagi menjadi beberapa berkas", cap),
      fmt::format("the file is larger than the cap of {} bytes; split it into several", cap)};
}

Bilingual shared_too_large(std::size_t cap) {
  return {fmt::format("catatan sebelum <worker> pertama melebihi batas {} bita", cap),
          fmt::format("the records before the first <worker> exceed the cap of {} bytes", cap)};
}

Bilingual element_too_large(std::string_view element, std::size_t cap) {
  return {fmt::format("<{}> lebih besar daripada batas {} bita; barangkali tag penutupnya hilang",
                      shown(element), cap),
          fmt::format("<{}> is larger than the cap of {} bytes; perhaps its end tag is missing",
                      shown(element), cap)};
}

Bilingual too_many_records(std::string_view collection, std::uint32_t cap) {
  return {fmt::format("lebih dari {} catatan dalam \"{}\"", cap, collection),
          fmt::format("more than {} records in \"{}\"", cap, collection)};
}

Bilingual too_many_shared(std::uint32_t cap) {
  return {fmt::format("lebih dari {} catatan sebelum <worker> pertama", cap),
          fmt::format("more than {} records before the first <worker>", cap)};
}

Bilingual id_too_long(std::size_t cap) {
  return {fmt::format("id harus berisi 1 sampai {} bita", cap),
          fmt::format("an id must have 1 to {} bytes", cap)};
}

Bilingual cannot_read(int error) {
  const char* why = std::strerror(error);
  return {fmt::format("berkas tidak dapat dibaca ({}); periksa nama dan izin aksesnya", why),
          fmt::format("the file cannot be read ({}); check its name and permissions", why)};
}

Bilingual readings_of_no_date(std::string_view field) {
  return {fmt::format("from= dan to= hanya untuk tanggal dengan state=\"unreadable\"; hapus dari "
                      "isian \"{}\"",
                      field),
          fmt::format("from= and to= are for dates with state=\"unreadable\" only; remove them "
                      "from the field \"{}\"",
                      field)};
}

Bilingual readings_wrong() {
  return {"from= dan to= harus ditulis keduanya, sebagai TTTT-BB-HH, dan from= tidak sesudah to=",
          "from= and to= must both be written, as YYYY-MM-DD, and from= not after to="};
}

}  // namespace periksa::intake::say
