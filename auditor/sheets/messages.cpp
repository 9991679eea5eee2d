// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/messages.h"

#include <fmt/format.h>

#include <cstring>

#include "auditor/base/shown.h"

namespace periksa::sheets::say {
Bilingual cannot_read(int error) {
  const char* why = std::strerror(error);
  return {fmt::format("berkas tidak dapat dibaca ({}); periksa nama dan izin aksesnya", why),
          fmt::format("the file cannot be read ({}); check its name and permissions", why)};
}

Bilingual file_too_large(std::uint64_t cap) {
  return {
      fmt::format("berkas lebih besar daripada batas {} bita; bagi menjadi beberapa berkas", cap),
      fmt::format("the file is larger than the cap of {} bytes; split it into several", cap)};
}

Bilingual is_folder_without_csv() {
  return {"folder ini tidak berisi berkas .csv; pilih berkas buku kerja atau folder berkas CSV",
          "this folder holds no .csv file; choose a workbook or a folder of CSV files"};
}

Bilingual is_link(std::string_view name) {
  return {
      fmt::format("\"{}\" bukan berkas biasa; letakkan berkasnya sendiri di folder ini",
                  shown(name)),
      fmt::format("\"{}\" is no ordinary file; put the file itself into this folder", shown(name))};
}

Bilingual same_sheet_name(std::string_view name) {
  return {
      fmt::format("ada dua lembar bernama \"{}\"; beri setiap lembar nama sendiri", shown(name)),
      fmt::format("two sheets are named \"{}\"; give each sheet a name of its own", shown(name))};
}

Bilingual too_many_sheets(std::uint32_t cap) {
  return {fmt::format("lembar lebih dari {}; bagi menjadi beberapa buku kerja", cap),
          fmt::format("there are more than {} sheets; split the workbook", cap)};
}

Bilingual empty_file() {
  return {"berkas kosong; salin ulang berkas lengkapnya",
          "the file is empty; copy the complete file again"};
}

Bilingual locked_or_old() {
  return {
      "buku kerja ini dilindungi kata sandi atau berformat lama (.xls); buka dengan Excel atau "
      "LibreOffice, lalu simpan sebagai .xlsx tanpa kata sandi",
      "this workbook is protected by a password or of the old format (.xls); open it in Excel "
      "or LibreOffice and save it as .xlsx without a password"};
}

Bilingual binary_workbook() {
  return {
      "buku kerja biner (.xlsb) tidak dapat dibaca; buka dengan Excel atau LibreOffice, lalu "
      "simpan sebagai .xlsx",
      "a binary workbook (.xlsb) cannot be read; open it in Excel or LibreOffice and save it as "
      ".xlsx"};
}

Bilingual not_a_workbook(std::string_view what) {
  const std::string found = what.empty() ? std::string() : fmt::format(" ({})", what);
  return {
      fmt::format("berkas ini bukan buku kerja{}; yang dapat dibaca: .xlsx, .ods, dan .csv", found),
      fmt::format("this file is no workbook{}; .xlsx, .ods and .csv can be read", found)};
}

Bilingual markup() {
  return {
      "berkas ini berisi XML atau HTML, bukan buku kerja; bila berasal dari aplikasi lembar "
      "kerja, buka di sana dan simpan sebagai .xlsx atau .ods",
      "this file holds XML or HTML and is no workbook; if it comes from a spreadsheet program, "
      "open it there and save it as .xlsx or .ods"};
}

Bilingual encrypted() {
  return {
      "buku kerja ini dilindungi kata sandi; buka dengan kata sandinya, lalu simpan tanpa kata "
      "sandi",
      "this workbook is protected by a password; open it with the password and save it without "
      "one"};
}

Bilingual damaged_zip() {
  return {"arsip buku kerja ini rusak atau terpotong; salin ulang berkas lengkapnya",
          "the archive of this workbook is damaged or cut off; copy the complete file again"};
}

Bilingual damaged_part(std::string_view part) {
  return {
      fmt::format("bagian \"{}\" di dalam arsip rusak; salin ulang berkas lengkapnya", shown(part)),
      fmt::format("the part \"{}\" of the archive is damaged; copy the complete file again",
                  shown(part))};
}

Bilingual other_compression(std::string_view part) {
  return {
      fmt::format("bagian \"{}\" dimampatkan dengan cara yang tidak lazim bagi buku kerja; buka "
                  "dengan Excel atau LibreOffice, lalu simpan kembali",
                  shown(part)),
      fmt::format("the part \"{}\" is compressed in a way that no workbook uses; open it in "
                  "Excel or LibreOffice and save it again",
                  shown(part))};
}

Bilingual too_many_parts(std::uint32_t cap) {
  return {
      fmt::format("arsip berisi lebih dari {} bagian; salin lembar yang diperlukan ke buku kerja "
                  "baru",
                  cap),
      fmt::format("the archive holds more than {} parts; copy the sheets needed to a new "
                  "workbook",
                  cap)};
}

Bilingual path_as_part(std::string_view name) {
  return {fmt::format("nama bagian \"{}\" menunjuk ke luar arsip; berkas ini tidak dibuat oleh "
                      "aplikasi lembar kerja yang wajar, mintalah yang asli",
                      shown(name)),
          fmt::format("the part name \"{}\" leads out of the archive; no sound spreadsheet program "
                      "made this file, ask for the original",
                      shown(name))};
}

Bilingual part_twice(std::string_view name) {
  return {fmt::format("bagian \"{}\" ada dua kali di dalam arsip, sehingga isinya tidak pasti; "
                      "mintalah berkas yang asli",
                      shown(name)),
          fmt::format("the part \"{}\" stands twice in the archive, so that its content is "
                      "uncertain; ask for the original",
                      shown(name))};
}

Bilingual part_missing(std::string_view name) {
  return {fmt::format("bagian \"{}\" tidak ada di dalam arsip; salin ulang berkas lengkapnya",
                      shown(name)),
          fmt::format("the part \"{}\" is missing from the archive; copy the complete file again",
                      shown(name))};
}

Bilingual no_relationship(std::string_view part, std::string_view what) {
  return {fmt::format("\"{}\" tidak menunjukkan letak \"{}\"; buka dengan Excel atau LibreOffice, "
                      "lalu simpan kembali",
                      shown(part), shown(what)),
          fmt::format("\"{}\" does not tell where \"{}\" is; open the file in Excel or LibreOffice "
                      "and save it again",
                      shown(part), shown(what))};
}

Bilingual external_part(std::string_view part, std::string_view target) {
  return {fmt::format("\"{}\" meminta lembar dari luar berkas (\"{}\"); salin lembar itu ke dalam "
                      "buku kerja ini",
                      shown(part), shown(target)),
          fmt::format("\"{}\" wants a sheet from outside the file (\"{}\"); copy that sheet into "
                      "this workbook",
                      shown(part), shown(target))};
}

Bilingual relationship_twice(std::string_view part, std::string_view id) {
  return {
      fmt::format("\"{}\" memakai rujukan \"{}\" dua kali, sehingga isinya tidak pasti; mintalah "
                  "berkas yang asli",
                  shown(part), shown(id)),
      fmt::format("\"{}\" uses the reference \"{}\" twice, so that it is uncertain; ask for the "
                  "original",
                  shown(part), shown(id))};
}

Bilingual no_sheets() {
  return {"buku kerja ini tidak memiliki lembar; periksa apakah berkasnya benar",
          "this workbook has no sheets; check that it is the right file"};
}

Bilingual unpacks_too_large(std::uint64_t cap) {
  return {fmt::format("isi arsip setelah dibuka melebihi batas {} bita; bagi buku kerja ini", cap),
          fmt::format("what the archive unpacks to exceeds the cap of {} bytes; split the workbook",
                      cap)};
}

Bilingual unpacks_too_much(std::string_view part, std::uint32_t ratio) {
  return {
      fmt::format("bagian \"{}\" mengembang lebih dari {} kali ukurannya, seperti bom zip; bila "
                  "buku kerja ini wajar, hapus baris dan kolom kosong yang berformat",
                  shown(part), ratio),
      fmt::format("the part \"{}\" unpacks to more than {} times its size, like a zip bomb; if "
                  "the workbook is sound, delete empty rows and columns that have a format",
                  shown(part), ratio)};
}

Bilingual too_many_strings(std::uint32_t cap) {
  return {fmt::format("teks yang berbeda lebih dari {}; bagi buku kerja ini", cap),
          fmt::format("there are more than {} shared texts; split the workbook", cap)};
}

Bilingual strings_too_large(std::size_t cap) {
  return {
      fmt::format("semua teks bersama melebihi batas {} bita; bagi buku kerja ini", cap),
      fmt::format("all shared texts together exceed the cap of {} bytes; split the workbook", cap)};
}

Bilingual string_too_long(std::size_t number, std::size_t cap) {
  return {
      fmt::format("teks bersama nomor {} melebihi batas {} bita; pendekkan teksnya", number, cap),
      fmt::format("shared text number {} exceeds the cap of {} bytes; shorten it", number, cap)};
}

Bilingual too_many_formats(std::uint32_t cap) {
  return {
      fmt::format("format sel lebih dari {}; salin nilainya ke buku kerja baru", cap),
      fmt::format("there are more than {} cell formats; copy the values to a new workbook", cap)};
}

}  // namespace periksa::sheets::say
