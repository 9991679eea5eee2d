// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/template_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "auditor/base/decimal.h"

namespace periksa::forms {
namespace {

using facts::NoneMeans;
using facts::Type;

struct KeyWords {
  Bilingual note;
  Bilingual example;
};

const std::map<std::string_view, KeyWords>& source_words() {
  static const std::map<std::string_view, KeyWords> words{
      {"id",
       {{"Nama pendek dokumen ini, misalnya s1. Lembar lain menyebutnya pada kolom \"sumber\".",
         "A short name of this paper, such as s1. Other sheets name it in the column \"source\"."},
        {}}},
      {"document",
       {{"Jenis dokumen; pilih dari daftar.", "What kind of paper it is; choose from the list."},
        {"kartu tanda penduduk", "identity card (KTP)"}}},
      {"asserter",
       {{"Siapa yang menyatakan isinya; bila kosong: penyampai berkas.",
         "Who says what it says; if empty, the filer."},
        {"perusahaan", "agency"}}},
      {"file",
       {{"Nama berkas pindaiannya. Hanya keterangan; berkas itu tidak dibuka.",
         "The name of its scan. A label only; that file is never opened."},
        {"ktp-contoh.pdf", "ktp-example.pdf"}}},
      {"sha256",
       {{"Sidik berkas pindaian, 64 angka heksadesimal, bila ada (sha256sum).",
         "The fingerprint of the scan, 64 hexadecimal digits, if there is one (sha256sum)."},
        {"00000000000000000000000000000000000000000000000000000000000c0de0",
         "00000000000000000000000000000000000000000000000000000000000c0de0"}}},
      {"dated",
       {{"Tanggal dokumen, seperti 2024-03-12.", "The paper's own date, like 2024-03-12."},
        {"2024-03-12", "2024-03-12"}}}};
  return words;
}

const std::map<std::string_view, KeyWords>& collection_words() {
  static const std::map<std::string_view, KeyWords> words{
      {"of", {{"Daftar yang dimaksud: nama lembarnya.", "Which list: the name of its sheet."}, {}}},
      {"worker",
       {{"Untuk daftar milik seorang pekerja: ID pekerja itu. Kosongkan untuk daftar perusahaan "
         "dan "
         "daftar pekerja.",
         "Of a list that belongs to a worker: the worker's ID. Leave empty for lists of the "
         "company "
         "and for the list of workers."},
        {}}},
      {"completeness",
       {{"lengkap: semua catatan ada di sini. sampel: hanya sebagian. tidak diketahui: belum "
         "pasti.",
         "complete: all records are here. sample: only some. unknown: nobody knows."},
        {"lengkap", "complete"}}},
      {"count",
       {{"lengkap: banyaknya catatan. sampel: banyaknya catatan seluruhnya.",
         "complete: how many records there are. sample: how many there are in all."},
        {"1", "1"}}},
      {"source",
       {{"ID dokumen yang menyatakannya, dari lembar Sumber.",
         "The ID of the paper that says so, from the sheet Sources."},
        {}}},
      {"page", {{"Halaman dokumen itu.", "The page of that paper."}, {"1", "1"}}}};
  return words;
}

const std::map<std::string_view, KeyWords>& filing_words() {
  static const std::map<std::string_view, KeyWords> words{
      {"format", {{"Jangan diubah.", "Do not change."}, {"1", "1"}}},
      {"closing",
       {{"Wajib. Tanggal sampai kapan berkas ini memuat keadaan, seperti 2025-06-30.",
         "Required. The day up to which this filing says how things stand, like 2025-06-30."},
        {}}},
      {"asserter",
       {{"Siapa yang menyampaikan: perusahaan, pekerja, serikat, register, atau pengawas.",
         "Who files it: agency, worker, union, registry or inspector."},
        {"perusahaan", "agency"}}},
      {"fictitious",
       {{"ya bila isinya rekaan, misalnya untuk latihan.",
         "yes if all of it is made up, as for "
         "training."},
        {"tidak", "no"}}}};
  return words;
}

const std::map<std::string_view, KeyWords>& words_of_table(SheetKind table) {
  if (table == SheetKind::sources) return source_words();
  return table == SheetKind::collections ? collection_words() : filing_words();
}

bool has(std::string_view name, std::initializer_list<std::string_view> parts) {
  return std::ranges::any_of(parts, [&](auto part) { return name.contains(part); });
}

std::string line(std::string_view label, const std::string& text) {
  return text.empty() ? std::string() : fmt::format("\n{}: {}", label, text);
}

}  // namespace

std::string example_id(Language language) {
  return language == Language::id ? "contoh-1" : "example-1";
}

std::string TemplateWords::code(facts::ListId list, std::size_t index) const {
  const auto& code = vocabulary_.list(list).codes[index];
  facts::Field field;
  field.type = Type::code;
  field.target = list;
  const auto& label = code.label.in(language_);
  return reader_.read(field, label).text == code.name ? label : code.name;
}

std::string TemplateWords::how_written(const facts::Field& field) const {
  switch (field.type) {
    case Type::boolean:
      return say("ya atau tidak", "yes or no");
    case Type::integer:
      return say("bilangan bulat, misalnya 2", "a whole number, such as 2");
    case Type::decimal:
      return say("bilangan, misalnya 1,5", "a number, such as 1.5");
    case Type::percent:
      return say("persen, misalnya 10%", "a percentage, such as 10%");
    case Type::money:
      return say("uang dengan mata uangnya, misalnya Rp2.500.000 atau HK$4,870",
                 "money with its currency, such as IDR 2500000 or HK$4,870");
    case Type::date:
      return say("tanggal, misalnya 2024-03-12 atau 12 Maret 2024",
                 "a date, such as 2024-03-12 or 12 March 2024");
    case Type::period:
      return say("jangka waktu, misalnya 3 bulan", "a period, such as 3 months");
    case Type::code:
      return say("pilihan dari daftar pada sel", "a choice from the list of the cell");
    case Type::reference:
      return fmt::format(fmt::runtime(say("ID dari lembar \"{}\"", "an ID of the sheet \"{}\"")),
                         names_.title(field.target, language_));
    case Type::text:
      break;
  }
  return say("teks", "text");
}

std::string TemplateWords::bounds(const facts::Field& field) const {
  const auto number = [&](std::int64_t value) {
    return field.type == Type::integer ? std::to_string(value) : to_string(Decimal{value});
  };
  if (field.max)
    return fmt::format(fmt::runtime(say("{} sampai {}", "{} to {}")), number(field.min.value_or(0)),
                       number(*field.max));
  const bool natural = field.type == Type::integer && field.min == 0;
  if (!field.min || natural) return {};
  return fmt::format(fmt::runtime(say("paling sedikit {}", "at least {}")), number(*field.min));
}

std::string TemplateWords::proof(const facts::Field& field) const {
  const auto list = vocabulary_.find_list("document_kind");
  std::string papers;
  for (const auto& name : field.proof) {
    const auto index = list ? vocabulary_.list(*list).find(name) : std::nullopt;
    papers += papers.empty() ? "" : "; ";
    papers +=
        index ? vocabulary_.list(*list).codes[static_cast<std::size_t>(*index)].label.in(language_)
              : name;
  }
  return papers;
}

std::string TemplateWords::none(const facts::Field& field) const {
  switch (field.none) {
    case NoneMeans::zero:
      return say("tulis \"tidak ada\" bila dokumen menyatakan nihil",
                 "write \"none\" where the paper says that there is none");
    case NoneMeans::does_not_exist:
      return say("tulis \"tidak ada\" bila memang tidak ada",
                 "write \"none\" where there is none at all");
    case NoneMeans::not_yet:
      return say("tulis \"belum\" bila belum terjadi sampai tanggal tutup",
                 "write \"not yet\" where it has not happened by the closing date");
    case NoneMeans::refused:
      break;
  }
  return {};
}

std::string TemplateWords::note(const facts::Field& field) const {
  std::string text = field.label.in(language_);
  text += line(say("Tulis", "Write"), how_written(field));
  text += line(say("Batas", "Bounds"), bounds(field));
  text += line(say("Dibuktikan oleh", "Proved by"), proof(field));
  text += line(say("Bila tidak ada", "If there is none"), none(field));
  return text;
}

std::string TemplateWords::note(ColumnMeaning::Kind reserved) const {
  switch (reserved) {
    case ColumnKind::id:
      return say(
          "Nama pendek catatan ini, berbeda untuk setiap catatan. Baris kedua dengan ID yang "
          "sama adalah bacaan sumber lain atas catatan itu.",
          "A short name of this record, different for each. A second row with the same ID is "
          "what another source says of it.");
    case ColumnKind::worker:
      return fmt::format(
          fmt::runtime(say("ID pekerja pemilik catatan ini, dari lembar \"{}\".",
                           "The ID of the worker whose record it is, from the sheet \"{}\".")),
          names_.title(vocabulary_.worker(), language_));
    case ColumnKind::source:
      return fmt::format(
          fmt::runtime(say("ID dokumen yang menjadi dasar baris ini, dari lembar \"{}\". Bila "
                           "kosong: pernyataan penyampai sendiri.",
                           "The ID of the paper that this row was taken from, of the sheet \"{}\". "
                           "If empty, the filer's own statement.")),
          sheet_title(SheetKind::sources, language_));
    case ColumnKind::page:
      return say("Halaman dokumen itu.", "The page of that paper.");
    case ColumnKind::unknown:
    case ColumnKind::ambiguous:
    case ColumnKind::field:
      break;
  }
  return {};
}

std::string TemplateWords::note(SheetKind table, std::string_view key) const {
  const auto& words = words_of_table(table);
  const auto at = words.find(key);
  return at == words.end() ? std::string() : at->second.note.in(language_);
}

std::string TemplateWords::example(SheetKind table, std::string_view key) const {
  const auto& words = words_of_table(table);
  const auto at = words.find(key);
  return at == words.end() ? std::string() : at->second.example.in(language_);
}

/// Numbers that exist nowhere: a NIK of province 00, a telephone of country 000.
std::string TemplateWords::example_text(const facts::Field& field) const {
  const std::string_view name = field.name;
  const bool person = field.privacy == facts::Privacy::personal;
  if (name == "nik" || name.ends_with("_nik")) return "0012345203980001";
  if (name.ends_with("nib")) return "0000000000001";
  if (name.ends_with("sha256")) return std::string(64, '0');
  if (has(name, {"phone"})) return "+62 000 0000 0001";
  if (has(name, {"email"})) return "contoh@example.org";
  if (name.ends_with("account_number")) return "000-000-0001";
  if (has(name, {"number", "reference", "decree", "registry_id"}) || name.ends_with("code"))
    return say("001/CONTOH/2024", "001/EXAMPLE/2024");
  if (has(name, {"address"})) return say("Jalan Contoh Nomor 1", "1 Example Street");
  if (has(name, {"place", "city", "district", "village", "birth_place"}))
    return say("Kota Contoh", "Example City");
  if (has(name, {"office"})) return say("Dinas Contoh", "Example Office");
  if (person) return say("Siti Contoh", "Siti Example");
  if (has(name,
          {"holder", "company", "partner", "lender", "bank", "clinic", "provider", "vessel"}) ||
      name == "name")
    return say("PT Contoh Karya", "PT Example Works");
  return say("contoh", "example");
}

std::string TemplateWords::example_number(const facts::Field& field) const {
  constexpr std::int64_t kOne = 1'000'000;
  const bool whole = field.type == Type::integer;
  const std::int64_t unit = whole ? 1 : kOne;
  const std::int64_t wanted =
      std::clamp(2 * unit, field.min.value_or(0),
                 field.max.value_or(std::max(2 * unit, field.min.value_or(0))));
  return whole ? std::to_string(wanted) : to_string(Decimal{wanted});
}

OutCell TemplateWords::example(const facts::Field& field) const {
  const std::string_view name = field.name;
  switch (field.type) {
    case Type::boolean:
      return {say("ya", "yes")};
    case Type::integer:
    case Type::decimal:
      return {example_number(field)};
    case Type::percent:
      return {example_number(field) + "%"};
    case Type::money:
      return {say("Rp2.500.000", "IDR 2500000")};
    case Type::date: {
      const bool later = has(name, {"until", "expires", "ends", "valid_to", "deadline"});
      const bool birth = has(name, {"born"});
      return {birth ? "1998-03-12" : later ? "2026-03-11" : "2024-03-12", true};
    }
    case Type::period:
      return {say("3 bulan", "3 months")};
    case Type::code: {
      const auto& list = vocabulary_.list(field.target);
      const std::string wanted = list.name == "country"    ? "HK"
                                 : list.name == "currency" ? "IDR"
                                                           : list.codes.front().name;
      return {code(field.target, static_cast<std::size_t>(list.find(wanted).value_or(0)))};
    }
    case Type::reference:
      return {example_id(language_)};
    case Type::text:
      break;
  }
  return {example_text(field)};
}

}  // namespace periksa::forms
