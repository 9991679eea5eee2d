// SPDX-License-Identifier: Apache-2.0
#include "auditor/documents/file_kind.h"

#include <algorithm>
#include <array>
#include <utility>

#include "auditor/forms/written_parts.h"
#include "auditor/sheets/utf8.h"

namespace periksa::documents {
namespace {

using namespace std::string_view_literals;

constexpr std::array<std::string_view, 13> kNames{"unknown", "pdf",  "jpeg", "png", "tiff",
                                                  "heic",    "docx", "xlsx", "odt", "ods",
                                                  "zip",     "xml",  "text"};

constexpr std::array<std::pair<std::string_view, FileKind>, 21> kEndings{
    {{"pdf", FileKind::pdf},   {"jpg", FileKind::jpeg},  {"jpeg", FileKind::jpeg},
     {"jpe", FileKind::jpeg},  {"png", FileKind::png},   {"tif", FileKind::tiff},
     {"tiff", FileKind::tiff}, {"heic", FileKind::heic}, {"heif", FileKind::heic},
     {"docx", FileKind::docx}, {"xlsx", FileKind::xlsx}, {"xlsm", FileKind::xlsx},
     {"odt", FileKind::odt},   {"ods", FileKind::ods},   {"zip", FileKind::zip},
     {"xml", FileKind::xml},   {"txt", FileKind::text},  {"csv", FileKind::text},
     {"tsv", FileKind::text},  {"md", FileKind::text},   {"eml", FileKind::text}}};

/// Office programs write the names of the parts into the archive as they are.
FileKind kind_of_zip(std::string_view head, std::string_view tail) {
  const auto has = [&](std::string_view name) {
    return head.contains(name) || tail.contains(name);
  };
  if (head.contains("mimetypeapplication/vnd.oasis.opendocument.text")) return FileKind::odt;
  if (head.contains("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) return FileKind::ods;
  if (has("word/document")) return FileKind::docx;
  return has("xl/workbook") ? FileKind::xlsx : FileKind::zip;
}

bool is_heic(std::string_view head) {
  constexpr std::array<std::string_view, 5> kBrands{"heic", "heix", "hevc", "mif1", "msf1"};
  return head.size() >= 12 && head.substr(4, 4) == "ftyp" &&
         std::ranges::find(kBrands, head.substr(8, 4)) != kBrands.end();
}

/// UTF-8 without control characters but those of lines and pages; its end may cut a character.
bool is_text(std::string_view head) {
  const std::size_t good = sheets::utf8_prefix(head);
  if (good != head.size() && !sheets::utf8_may_go_on(head.substr(good))) return false;
  return std::ranges::none_of(head, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !"\t\n\r\f"sv.contains(c)) || byte == 0x7F;
  });
}

bool is_xml(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  return head.starts_with("<?xml");
}

}  // namespace

std::string_view to_string(FileKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

FileKind kind_of(std::string_view head, std::string_view tail) {
  // Readers of PDF look for its mark in the first 1,024 bytes.
  if (head.substr(0, 1024).contains("%PDF-")) return FileKind::pdf;
  if (head.starts_with("\xFF\xD8\xFF")) return FileKind::jpeg;
  if (head.starts_with("\x89PNG\r\n\x1A\n")) return FileKind::png;
  if (head.starts_with("II*\0"sv) || head.starts_with("MM\0*"sv)) return FileKind::tiff;
  if (is_heic(head)) return FileKind::heic;
  if (head.starts_with("PK\x03\x04")) return kind_of_zip(head, tail);
  if (head.empty() || !is_text(head)) return FileKind::unknown;
  return is_xml(head) ? FileKind::xml : FileKind::text;
}

bool ending_fits(FileKind kind, std::string_view name) {
  name.remove_prefix(std::min(name.rfind('/') + 1, name.size()));
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos || dot + 1 == name.size()) return true;
  const std::string ending = forms::small_letters(name.substr(dot + 1));
  const auto* const claim =
      std::ranges::find(kEndings, ending, &std::pair<std::string_view, FileKind>::first);
  const bool claims = claim != kEndings.end();
  if (claims && claim->second == kind) return true;
  // XML is text, and text may be XML without its first line.
  const bool both_text = claims && (kind == FileKind::text || kind == FileKind::xml) &&
                         (claim->second == FileKind::text || claim->second == FileKind::xml);
  if (both_text) return true;
  const bool nameless = kind == FileKind::unknown || kind == FileKind::text;
  return nameless && !claims;
}

}  // namespace periksa::documents
