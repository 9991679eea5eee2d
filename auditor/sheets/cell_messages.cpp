// SPDX-License-Identifier: Apache-2.0
#include <expat.h>
#include <fmt/format.h>

#include "auditor/base/shown.h"
#include "auditor/sheets/cell.h"
#include "auditor/sheets/messages.h"

// What is said of the XML of a part, of rows and cells, and of CSV.
namespace periksa::sheets::say {
namespace {

/// The errors of expat that a damaged file runs into; the others are told without a reason.
Bilingual reason_of(int error) {
  switch (error) {
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_PARTIAL_CHAR:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
      return {"berakhir di tengah jalan", "it ends early"};
    case XML_ERROR_TAG_MISMATCH:
      return {"tag penutup bukan milik elemen yang terbuka",
              "an end tag does not belong to the open element"};
    case XML_ERROR_DUPLICATE_ATTRIBUTE:
      return {"satu atribut tertulis dua kali", "an attribute stands twice"};
    case XML_ERROR_UNDEFINED_ENTITY:
      return {"entitas tidak dikenal", "an unknown entity"};
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
      return {"ada isi setelah elemen akar", "there is more after the root element"};
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING:
      return {"pengodean teks tidak dikenal", "unknown text encoding"};
    default:
      return {"penulisan tidak sah", "not well-formed"};
  }
}

}  // namespace

Bilingual broken_xml(std::string_view at, int reason) {
  const auto why = reason_of(reason);
  return {fmt::format("XML di {} rusak ({}); salin ulang berkas lengkapnya, atau buka dengan Excel "
                      "atau LibreOffice dan simpan kembali",
                      at, why.id),
          fmt::format("the XML at {} is broken ({}); copy the complete file again, or open it in "
                      "Excel or LibreOffice and save it again",
                      at, why.en)};
}

Bilingual doctype(std::string_view at) {
  return {
      fmt::format("deklarasi DOCTYPE di {} tidak diterima, sebab tidak pernah ada di buku kerja "
                  "yang wajar; mintalah berkas yang asli",
                  at),
      fmt::format("the DOCTYPE at {} is not accepted, as no sound workbook has one; ask for the "
                  "original",
                  at)};
}

Bilingual too_deep(std::string_view at, std::uint32_t cap) {
  return {
      fmt::format("elemen di {} bersarang lebih dari {} tingkat; mintalah berkas yang asli", at,
                  cap),
      fmt::format("elements at {} are nested more than {} deep; ask for the original", at, cap)};
}

Bilingual tag_too_long(std::string_view at, std::size_t cap) {
  return {fmt::format("satu tag di {} melebihi batas {} bita; mintalah berkas yang asli", at, cap),
          fmt::format("a tag at {} exceeds the cap of {} bytes; ask for the original", at, cap)};
}

Bilingual unknown_prefix(std::string_view at, std::string_view prefix) {
  return {fmt::format("awalan \"{}\" di {} tidak pernah dijelaskan; buka dengan Excel atau "
                      "LibreOffice dan simpan kembali",
                      shown(prefix), at),
          fmt::format("the prefix \"{}\" at {} was never declared; open the file in Excel or "
                      "LibreOffice and save it again",
                      shown(prefix), at)};
}

Bilingual too_many_prefixes(std::string_view at, std::size_t cap) {
  return {fmt::format("lebih dari {} ruang nama berlaku di {}; mintalah berkas yang asli", cap, at),
          fmt::format("more than {} namespaces are in force at {}; ask for the original", cap, at)};
}

Bilingual wrong_root(std::string_view at, std::string_view root) {
  return {fmt::format("bagian di {} bermula dengan <{}>, bukan isi yang diharapkan di sini; salin "
                      "ulang berkas lengkapnya",
                      at, shown(root)),
          fmt::format("the part at {} begins with <{}>, which is not what belongs there; copy the "
                      "complete file again",
                      at, shown(root))};
}

Bilingual bad_row(std::string_view value) {
  return {
      fmt::format("nomor baris \"{}\" bukan bilangan dari 1; buka dengan Excel atau LibreOffice "
                  "dan simpan kembali",
                  shown(value)),
      fmt::format("the row number \"{}\" is no number from 1; open the file in Excel or "
                  "LibreOffice and save it again",
                  shown(value))};
}

Bilingual bad_address(std::string_view value) {
  return {fmt::format("alamat sel \"{}\" tidak sah; buka dengan Excel atau LibreOffice dan simpan "
                      "kembali",
                      shown(value)),
          fmt::format("\"{}\" is no address of a cell; open the file in Excel or LibreOffice and "
                      "save it again",
                      shown(value))};
}

Bilingual row_order(std::uint32_t row, std::uint32_t before) {
  return {
      fmt::format("baris {} tertulis setelah baris {}; urutan baris harus naik, mintalah berkas "
                  "yang asli",
                  row, before),
      fmt::format("row {} stands after row {}; rows must ascend, ask for the original", row,
                  before)};
}

Bilingual cell_order(std::string_view before) {
  return {fmt::format("sel ini tertulis setelah sel {}; setiap sel hanya boleh ada satu kali dan "
                      "berurutan, mintalah berkas yang asli",
                      before),
          fmt::format("this cell stands after cell {}; each cell may stand once and in order, ask "
                      "for the original",
                      before)};
}

Bilingual other_row(std::uint32_t row) {
  return {fmt::format("sel ini tertulis di dalam baris {}; mintalah berkas yang asli", row),
          fmt::format("this cell stands in row {}; ask for the original", row)};
}

Bilingual rows_beyond(std::uint32_t cap) {
  return {fmt::format("ada isi setelah baris {}, batas jumlah baris; bagi lembar ini", cap),
          fmt::format("there is content after row {}, the cap; split the sheet", cap)};
}

Bilingual columns_beyond(std::uint32_t cap) {
  return {
      fmt::format("ada isi setelah kolom {}, batas jumlah kolom; bagi lembar ini",
                  column_name(cap)),
      fmt::format("there is content after column {}, the cap; split the sheet", column_name(cap))};
}

Bilingual too_many_cells(std::uint64_t cap) {
  return {
      fmt::format("sel yang berisi melebihi {} dalam satu buku kerja; bagi buku kerja ini", cap),
      fmt::format("more than {} cells have content; split the workbook", cap)};
}

Bilingual too_much_text(std::uint64_t cap) {
  return {
      fmt::format("teks semua sel melebihi batas {} bita; bagi buku kerja ini, dan periksa apakah "
                  "satu teks panjang berulang-ulang",
                  cap),
      fmt::format("the texts of all cells exceed the cap of {} bytes; split the workbook, and see "
                  "whether one long text is repeated",
                  cap)};
}

Bilingual cell_too_long(std::size_t cap) {
  return {fmt::format("isi satu sel melebihi batas {} bita; pendekkan isinya", cap),
          fmt::format("the text of a cell exceeds the cap of {} bytes; shorten it", cap)};
}

Bilingual row_too_long(std::size_t cap) {
  return {
      fmt::format("isi satu baris melebihi batas {} bita; pendekkan isinya, dan pada CSV periksa "
                  "tanda kutip yang tidak ditutup",
                  cap),
      fmt::format("the texts of a row exceed the cap of {} bytes; shorten them, and in a CSV "
                  "look for a quote that is not closed",
                  cap)};
}

Bilingual too_many_merged(std::uint32_t cap) {
  return {fmt::format("sel gabungan lebih dari {}; pisahkan sel gabungan pada baris data", cap),
          fmt::format("more than {} merged areas; unmerge the cells of the data rows", cap)};
}

Bilingual bad_area(std::string_view value) {
  return {
      fmt::format("sel gabungan \"{}\" tidak sah; buka dengan Excel atau LibreOffice dan simpan "
                  "kembali",
                  shown(value)),
      fmt::format("\"{}\" is no area of merged cells; open the file in Excel or LibreOffice and "
                  "save it again",
                  shown(value))};
}

Bilingual bad_repeat(std::string_view value) {
  return {
      fmt::format("jumlah pengulangan \"{}\" bukan bilangan dari 1; buka dengan LibreOffice dan "
                  "simpan kembali",
                  shown(value)),
      fmt::format("the repetition \"{}\" is no number from 1; open the file in LibreOffice and "
                  "save it again",
                  shown(value))};
}

Bilingual formula_without_value() {
  return {
      "rumus di sel ini belum memiliki hasil; buka berkas dengan LibreOffice atau Excel, lalu "
      "simpan kembali agar hasilnya ikut tersimpan",
      "the formula in this cell has no result; open the file in LibreOffice or Excel and save "
      "it again, so that the result is saved too"};
}

Bilingual not_a_number(std::string_view value) {
  return {fmt::format("sel ini bertipe angka tetapi berisi \"{}\"; perbaiki isinya", shown(value)),
          fmt::format("this cell says it is a number and holds \"{}\"; correct it", shown(value))};
}

Bilingual not_a_boolean(std::string_view value) {
  return {
      fmt::format("sel ini bertipe benar/salah tetapi berisi \"{}\"; perbaiki isinya",
                  shown(value)),
      fmt::format("this cell says it is true or false and holds \"{}\"; correct it", shown(value))};
}

Bilingual no_such_string(std::string_view value) {
  return {
      fmt::format("sel ini menunjuk teks bersama nomor \"{}\" yang tidak ada; salin ulang berkas "
                  "lengkapnya",
                  shown(value)),
      fmt::format("this cell points to shared text \"{}\", which is not there; copy the complete "
                  "file again",
                  shown(value))};
}

Bilingual no_such_format(std::string_view value) {
  return {
      fmt::format("sel ini memakai format nomor \"{}\" yang tidak ada, sehingga tanggal dan angka "
                  "tidak dapat dibedakan; salin ulang berkas lengkapnya",
                  shown(value)),
      fmt::format("this cell uses format \"{}\", which is not there, so that dates and numbers "
                  "cannot be told apart; copy the complete file again",
                  shown(value))};
}

Bilingual unknown_type(std::string_view value) {
  return {
      fmt::format("tipe sel \"{}\" tidak dikenal; buka dengan Excel atau LibreOffice dan simpan "
                  "kembali",
                  shown(value)),
      fmt::format("the cell type \"{}\" is unknown; open the file in Excel or LibreOffice and "
                  "save it again",
                  shown(value))};
}

Bilingual utf16() {
  return {"berkas CSV ini berkode UTF-16; simpan sebagai CSV UTF-8",
          "this CSV file is encoded as UTF-16; save it as CSV UTF-8"};
}

Bilingual not_utf8() {
  return {
      "bita ini bukan UTF-8 (mungkin Windows-1252); buka dengan aplikasi lembar kerja, lalu "
      "simpan sebagai CSV UTF-8",
      "this byte is no UTF-8 (perhaps Windows-1252); open the file in a spreadsheet program and "
      "save it as CSV UTF-8"};
}

Bilingual binary_byte() {
  return {"karakter kendali tidak boleh ada dalam CSV; periksa apakah berkasnya benar",
          "a control character may not stand in a CSV; check that it is the right file"};
}

}  // namespace periksa::sheets::say
