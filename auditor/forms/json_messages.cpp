// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/json_messages.h"

#include <fmt/format.h>

#include <string>

#include "auditor/base/nearest.h"
#include "auditor/base/shown.h"

namespace periksa::forms::say {
namespace {

/// A byte for people: what cannot be shown alone is told by its number.
std::string byte_shown(char found) {
  const auto byte = static_cast<unsigned char>(found);
  if (found == '"') return "'\"'";
  if (byte > 0x20 && byte < 0x7F) return fmt::format("\"{}\"", found);
  return fmt::format("0x{:02X}", byte);
}

Bilingual found_but(char found, std::string_view id, std::string_view en) {
  return {fmt::format("ditemukan {}, diharapkan {}", byte_shown(found), id),
          fmt::format("found {}, expected {}", byte_shown(found), en)};
}

}  // namespace

Bilingual json_empty() {
  return {"berkas ini kosong; diharapkan satu objek JSON {…}",
          "the file is empty; expected one JSON object {…}"};
}

Bilingual json_cut_off() {
  return {"berkas berakhir sebelum JSON-nya selesai; salin lagi berkas lengkapnya",
          "the file ends before its JSON does; copy the complete file again"};
}

Bilingual json_not_an_object() {
  return {"berkas JSON harus berisi satu objek {…}; periksa apakah berkasnya benar",
          "a JSON file must hold one object {…}; check that this is the right file"};
}

Bilingual json_text_behind() {
  return {"masih ada isi sesudah objek filing berakhir; satu berkas memuat satu objek",
          "there is more behind the end of the filing's object; a file holds one object"};
}

Bilingual json_too_deep(std::size_t levels) {
  return {
      fmt::format("susunannya lebih dalam dari {} tingkat; tidak ada isian sedalam itu", levels),
      fmt::format("nested more than {} levels deep; no field stands so deep", levels)};
}

Bilingual json_not_utf8() {
  return {"bita di sini bukan UTF-8; simpan berkas sebagai UTF-8",
          "the byte here is not valid UTF-8; save the file as UTF-8"};
}

Bilingual json_control_character() {
  return {"ada karakter kendali di sini; hapus karakter itu",
          "there is a control character here; remove it"};
}

Bilingual json_line_break_in_text() {
  return {
      "ganti baris atau tab di dalam teks ditulis \\n atau \\t; barangkali tanda kutip "
      "penutupnya hilang",
      "a line break or tab inside a text is written \\n or \\t; perhaps its closing quote is "
      "missing"};
}

Bilingual json_half_character() {
  return {"\\u ini separuh karakter (surogat) tanpa pasangannya; tulis karakternya langsung",
          "this \\u is half a character (a surrogate) without the other; write the character "
          "itself"};
}

Bilingual json_bad_escape() {
  return {"urutan \\ ini tidak dikenal JSON; garis miring terbalik ditulis \\\\",
          "JSON knows no such \\ sequence; a backslash is written \\\\"};
}

Bilingual json_number_too_large() {
  return {"bilangan ini terlalu besar untuk dibaca; periksa apakah salah tulis",
          "this number is too large to be read; check whether it is mistyped"};
}

Bilingual json_apostrophes() {
  return {"teks dan nama ditulis dalam tanda kutip ganda \"…\", bukan '…'",
          "texts and names are written in double quotes \"…\", not '…'"};
}

Bilingual json_comment() {
  return {"JSON tidak mengenal komentar; hapus komentarnya", "JSON knows no comments; remove it"};
}

Bilingual json_bare_word() {
  return {
      "kata tanpa tanda kutip; JSON hanya mengenal true, false, dan null, sedangkan NaN dan "
      "Infinity bukan bilangan: kosongkan isiannya atau tulis null",
      "a word without quotes; JSON only knows true, false and null, and NaN and Infinity are "
      "no numbers: leave the field out or write null"};
}

Bilingual json_comma_too_many() {
  return {"ada koma yang tidak diikuti apa pun; hapus koma sebelum kurung tutup ini",
          "a comma with nothing behind it; remove the comma before this closing bracket"};
}

Bilingual json_expected_value(char found) {
  return found_but(found, "titik dua lalu nilai setelah nama ini",
                   "a colon and then a value behind this name");
}

Bilingual json_expected_element(char found) {
  return found_but(found, "sebuah nilai atau ]", "a value or ]");
}

Bilingual json_expected_name(char found) {
  return found_but(found, "nama dalam tanda kutip atau }", "a name in quotes or }");
}

Bilingual json_expected_next_element(char found) {
  return found_but(found, "koma lalu nilai berikutnya, atau ]", "a comma and the next value, or ]");
}

Bilingual json_expected_next_name(char found) {
  return found_but(found, "koma lalu nama berikutnya dalam tanda kutip, atau }",
                   "a comma and the next name in quotes, or }");
}

Bilingual json_record_too_large(std::size_t cap) {
  return {fmt::format("satu pekerja atau catatan lebih besar daripada batas {} bita; barangkali "
                      "kurung penutupnya hilang",
                      cap),
          fmt::format("one worker or record is larger than the cap of {} bytes; perhaps its "
                      "closing bracket is missing",
                      cap)};
}

Bilingual member_twice(std::string_view name) {
  return {fmt::format("\"{}\" tertulis dua kali dalam objek ini; hapus salah satunya", shown(name)),
          fmt::format("\"{}\" is written twice in this object; remove one of them", shown(name))};
}

Bilingual member_unknown(std::string_view name, std::span<const std::string_view> known) {
  const auto close = nearest(name, known);
  if (close.empty()) {
    return {fmt::format("\"{}\" tidak dikenal di sini; nama isian ada dalam rules/facts.xml",
                        shown(name)),
            fmt::format("\"{}\" is not known here; the names of fields are in rules/facts.xml",
                        shown(name))};
  }
  return with_nearest({fmt::format("\"{}\" tidak dikenal di sini", shown(name)),
                       fmt::format("\"{}\" is not known here", shown(name))},
                      close);
}

Bilingual not_in_list(std::string_view value, std::string_view field, const facts::CodeList& list) {
  auto text = with_nearest({fmt::format("\"{}\" bukan kode daftar {} untuk isian \"{}\"",
                                        shown(value), list.name, field),
                            fmt::format("\"{}\" is no code of the list {} for the field \"{}\"",
                                        shown(value), list.name, field)},
                           nearest(value, names_of(list.codes)));
  text.id += R"(; bila memang demikian tertulis, tulis {"state":"unreadable","raw":"…"})";
  text.en += R"(; if that is what the paper says, write {"state":"unreadable","raw":"…"})";
  return text;
}

Bilingual member_missing(std::string_view name) {
  return {fmt::format("\"{}\" tidak ada dalam objek ini; tambahkan", name),
          fmt::format("this object needs \"{}\"; add it", name)};
}

Bilingual member_in_worker(std::string_view name) {
  return {fmt::format("\"{}\" milik seorang pekerja; pindahkan ke dalam pekerjanya", name),
          fmt::format("\"{}\" belongs to a worker; put it inside that worker", name)};
}

Bilingual behind_workers(std::string_view name) {
  return {fmt::format("\"{}\" berada sesudah \"workers\"; tulis \"workers\" paling akhir, karena "
                      "berkas dibaca sekali jalan",
                      shown(name)),
          fmt::format("\"{}\" stands behind \"workers\"; write \"workers\" last, as the file is "
                      "read in one pass",
                      shown(name))};
}

Bilingual not_this_format(std::string_view value) {
  return {fmt::format("\"format\": {} tidak dapat dibaca versi ini; diharapkan 1", shown(value)),
          fmt::format("this version cannot read \"format\": {}; expected 1", shown(value))};
}

Bilingual not_a_closing_day(std::string_view value) {
  return {fmt::format("\"{}\" bukan tanggal; tulis seperti \"2025-06-30\"", shown(value)),
          fmt::format("\"{}\" is not a date; write it like \"2025-06-30\"", shown(value))};
}

Bilingual not_a_filer(std::string_view value) {
  return {fmt::format("\"{}\" bukan penyampai yang dikenal; pilih: agency, worker, union, "
                      "registry, inspector",
                      shown(value)),
          fmt::format("\"{}\" is no filer that is known; use one of: agency, worker, union, "
                      "registry, inspector",
                      shown(value))};
}

Bilingual expected_truth() {
  return {"diharapkan true atau false", "expected true or false"};
}

Bilingual expected_text() {
  return {
      "diharapkan teks dalam tanda kutip; nomor pun ditulis dalam tanda kutip supaya nol di "
      "depannya tidak hilang",
      "expected a text in quotes; numbers of papers too are written in quotes, so that leading "
      "zeros are not lost"};
}

Bilingual expected_list() {
  return {"diharapkan daftar [ … ]", "expected a list [ … ]"};
}

Bilingual expected_object() {
  return {"diharapkan catatan sebagai objek { … }", "expected a record as an object { … }"};
}

Bilingual expected_record_or_list() {
  return {"diharapkan satu catatan { … } atau daftar berisi satu catatan",
          "expected one record { … } or a list of one"};
}

Bilingual expected_value_of(std::string_view field, std::string_view type) {
  return {fmt::format("jenis nilai JSON ini tidak cocok untuk isian \"{}\" ({}); tulis nilainya "
                      "sebagai teks dalam tanda kutip",
                      field, type),
          fmt::format("this kind of JSON value does not fit the field \"{}\" ({}); write its value "
                      "as a text in quotes",
                      field, type)};
}

Bilingual expected_number(std::string_view member) {
  return {fmt::format("\"{}\" harus bilangan bulat positif", member),
          fmt::format("\"{}\" must be a whole positive number", member)};
}

Bilingual expected_names() {
  return {"\"none\" berisi daftar nama isian, misalnya [\"departed_on\"]",
          "\"none\" holds a list of names of fields, such as [\"departed_on\"]"};
}

Bilingual too_many_readings_listed(std::size_t cap) {
  return {fmt::format("lebih dari {} bacaan untuk satu isian; hapus yang sama", cap),
          fmt::format("more than {} readings of one field; remove those that are equal", cap)};
}

Bilingual state_unknown(std::string_view value) {
  return {fmt::format("\"state\": \"{}\" tidak dikenal; pilih: none, absent, not-supplied, "
                      "unreadable",
                      shown(value)),
          fmt::format("\"state\": \"{}\" is not known; use one of: none, absent, not-supplied, "
                      "unreadable",
                      shown(value))};
}

Bilingual value_and_state() {
  return {
      "\"value\" dan \"state\" tidak dapat bersama; pilih salah satu, dan tulis teks yang tidak "
      "terbaca sebagai \"raw\"",
      "\"value\" and \"state\" cannot stand together; keep one of them, and write a text that "
      "cannot be read as \"raw\""};
}

Bilingual neither_value_nor_state() {
  return {"bacaan ini tidak berisi \"value\" maupun \"state\"; tambahkan salah satu",
          "this reading holds neither \"value\" nor \"state\"; add one of them"};
}

Bilingual raw_alone() {
  return {"\"raw\" hanya untuk \"value\" atau \"state\": \"unreadable\"; hapus",
          "\"raw\" is only for a \"value\" or for \"state\": \"unreadable\"; remove it"};
}

Bilingual raw_of_reference() {
  return {"isian ini menunjuk catatan lain dengan ID-nya dan tidak memiliki \"raw\"; hapus",
          "this field names another record by its ID and has no \"raw\"; remove it"};
}

Bilingual span_of_no_date() {
  return {"\"from\" dan \"to\" hanya untuk tanggal dengan \"state\": \"unreadable\"; hapus",
          "\"from\" and \"to\" are only for a date with \"state\": \"unreadable\"; remove them"};
}

Bilingual span_wrong() {
  return {
      "\"from\" dan \"to\" harus ditulis keduanya, sebagai TTTT-BB-HH, dan \"from\" tidak "
      "sesudah \"to\"",
      "\"from\" and \"to\" must both be written, as YYYY-MM-DD, and \"from\" not after \"to\""};
}

Bilingual name_listed_twice(std::string_view name) {
  return {fmt::format("\"{}\" disebut dua kali dalam \"none\"; hapus salah satunya", shown(name)),
          fmt::format("\"{}\" is named twice in \"none\"; remove one of them", shown(name))};
}

}  // namespace periksa::forms::say
