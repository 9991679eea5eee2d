// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/table_names.h"

#include <algorithm>
#include <array>

#include "auditor/forms/written_parts.h"

namespace periksa::forms {
namespace {

using Kind = ColumnMeaning::Kind;
using Table = SheetMeaning::Kind;

constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kAbbreviations{
    {{"tgl", "tanggal"},    {"tggl", "tanggal"}, {"no", "nomor"},          {"nmr", "nomor"},
     {"nm", "nama"},        {"jml", "jumlah"},   {"jlh", "jumlah"},        {"telp", "telepon"},
     {"tlp", "telepon"},    {"tel", "telepon"},  {"thn", "tahun"},         {"bln", "bulan"},
     {"ket", "keterangan"}, {"almt", "alamat"},  {"kab", "kabupaten"},     {"kec", "kecamatan"},
     {"prov", "provinsi"},  {"dok", "dokumen"},  {"sertif", "sertifikat"}, {"jns", "jenis"}}};

/// A name of a table or a column that no field has: its own, its titles, what else it is called.
struct Named {
  std::string_view own;
  Bilingual title;
  std::vector<std::string_view> known_as;
};

const std::vector<std::pair<Kind, Named>>& reserved() {
  static const std::vector<std::pair<Kind, Named>> all{
      {Kind::id, {"id", {"ID", "ID"}, {"kode", "id catatan", "record id"}}},
      {Kind::worker,
       {"worker",
        {"ID pekerja", "worker ID"},
        {"pekerja", "id pmi", "id cpmi", "kode pmi", "kode cpmi", "kode pekerja", "nomor pmi"}}},
      {Kind::source, {"source", {"sumber", "source"}, {"id sumber", "source id"}}},
      {Kind::page, {"page", {"halaman", "page"}, {"hal", "hlm"}}}};
  return all;
}

const std::vector<std::pair<Table, Named>>& tables() {
  static const std::vector<std::pair<Table, Named>> all{
      {Table::filing, {"filing", {"Berkas", "Filing"}, {"identitas berkas", "data berkas"}}},
      {Table::sources, {"source", {"Sumber", "Sources"}, {"sources", "daftar dokumen", "dokumen"}}},
      {Table::collections,
       {"collection", {"Kelengkapan", "Completeness"}, {"collections", "kelengkapan daftar"}}}};
  return all;
}

const std::vector<Named>& keys_of(Table table) {
  static const std::vector<Named> filing{
      {"format", {"format", "format"}, {"format berkas"}},
      {"closing", {"tanggal tutup", "closing date"}, {"tanggal berkas", "per tanggal"}},
      {"asserter", {"penyampai", "filer"}, {"yang menyatakan", "disampaikan oleh"}},
      {"fictitious", {"data rekaan", "fictitious"}, {"rekaan"}}};
  static const std::vector<Named> sources{
      {"id", {"ID", "ID"}, {"kode", "id sumber"}},
      {"document", {"jenis dokumen", "kind of document"}, {"dokumen", "jenis"}},
      {"asserter", {"yang menyatakan", "asserted by"}, {"penyampai"}},
      {"file", {"nama berkas", "file name"}, {"berkas", "nama file"}},
      {"sha256", {"SHA-256", "SHA-256"}, {"sha 256", "hash"}},
      {"dated", {"tanggal dokumen", "date of the document"}, {"tanggal", "bertanggal"}}};
  static const std::vector<Named> collections{
      {"of", {"daftar", "list"}, {"kumpulan", "collection"}},
      {"worker", {"ID pekerja", "worker ID"}, {"pekerja", "id pmi"}},
      {"completeness", {"kelengkapan", "completeness"}, {"status"}},
      {"count", {"jumlah", "count"}, {"jumlah seluruhnya"}},
      {"source", {"sumber", "source"}, {"id sumber"}},
      {"page", {"halaman", "page"}, {"hal"}}};
  static const std::vector<Named> none;
  if (table == Table::filing) return filing;
  if (table == Table::sources) return sources;
  return table == Table::collections ? collections : none;
}

/// `nomor induk berusaha (NIB)` without what stands in its brackets; the same if there are none.
std::string_view without_brackets(std::string_view name) {
  const auto open = name.find('(');
  return open == std::string_view::npos || open == 0 ? name : trimmed(name.substr(0, open));
}

std::string_view in_brackets(std::string_view name) {
  const auto open = name.rfind('(');
  const auto close = name.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  return trimmed(name.substr(open + 1, close - open - 1));
}

/// A heading without the currency behind it: `Jumlah (Rp)`, `Biaya Rp`; nothing if it names none.
struct Priced {
  std::string_view name;
  Currency currency;
};

std::optional<Priced> priced(std::string_view heading, const CurrencyNames& currencies) {
  heading = trimmed(heading);
  if (const auto currency = currencies.find(in_brackets(heading)))
    return Priced{trimmed(heading.substr(0, heading.rfind('('))), *currency};
  const auto blank = heading.find_last_of(" _");
  if (blank == std::string_view::npos) return std::nullopt;
  const auto currency = currencies.find(heading.substr(blank + 1));
  if (!currency) return std::nullopt;
  return Priced{trimmed(heading.substr(0, blank)), *currency};
}

}  // namespace

std::string plain_name(std::string_view name) {
  std::string spaced;
  for (const char c : small_letters(name)) {
    const bool sign =
        static_cast<unsigned char>(c) < 0x80 && (c < '0' || c > '9') && (c < 'a' || c > 'z');
    spaced += sign ? ' ' : c;
  }
  std::string plain;
  for (const auto& word : words_of(spaced)) {
    const auto* const known = std::ranges::find(
        kAbbreviations, word, &std::pair<std::string_view, std::string_view>::first);
    if (!plain.empty()) plain += ' ';
    plain += known == kAbbreviations.end() ? std::string_view(word) : known->second;
  }
  return plain;
}

TableNames::TableNames(const facts::Vocabulary& vocabulary)
    : vocabulary_(vocabulary), currencies_(vocabulary) {
  for (std::size_t i = 0; i < vocabulary.entities().size(); ++i) {
    const auto& entity = vocabulary.entities()[i];
    const SheetMeaning meaning{Table::records, static_cast<facts::EntityId>(i)};
    for (const std::string_view name :
         {std::string_view(entity.name), std::string_view(entity.many),
          std::string_view(entity.label.id), std::string_view(entity.label.en)}) {
      sheets_.emplace(plain_name(name), meaning);
      sheets_.emplace(plain_name(without_brackets(name)), meaning);
    }
    for (const auto language : {Language::id, Language::en})
      sheets_.emplace(plain_name(sheet_title(entity, language)), meaning);
    columns_.push_back(columns_of(entity));
  }
  for (const auto& [kind, named] : tables()) {
    const SheetMeaning meaning{kind, 0};
    for (const std::string_view name :
         {named.own, std::string_view(named.title.id), std::string_view(named.title.en)})
      sheets_.emplace(plain_name(name), meaning);
    for (const auto name : named.known_as) sheets_.emplace(plain_name(name), meaning);
  }
}

SheetMeaning TableNames::sheet(std::string_view name) const {
  const auto at = sheets_.find(plain_name(name));
  return at == sheets_.end() ? SheetMeaning{} : at->second;
}

void TableNames::add_column(Columns& columns, std::size_t tier, std::string_view name,
                            const ColumnMeaning& meaning) {
  const auto add = [&](const std::string& plain) {
    auto& all = columns.tiers[tier][plain];
    if (!plain.empty() && std::ranges::find(all, meaning) == all.end()) all.push_back(meaning);
  };
  add(plain_name(name));
  add(plain_name(without_brackets(name)));
}

TableNames::Columns TableNames::columns_of(const facts::Entity& entity) const {
  Columns columns;
  columns.tiers.resize(3);
  for (const auto& [kind, named] : reserved()) {
    const bool is_worker = entity.name == vocabulary_.entity(vocabulary_.worker()).name;
    if (kind == Kind::worker && (!entity.in_worker || is_worker)) {
      // In the workers' own sheet the worker's id is the id.
      if (!is_worker) continue;
      for (const auto name : named.known_as) add_column(columns, 2, name, {Kind::id});
      add_column(columns, 1, named.title.id, {Kind::id});
      add_column(columns, 1, named.title.en, {Kind::id});
      continue;
    }
    add_column(columns, 0, named.own, {kind});
    add_column(columns, 1, named.title.id, {kind});
    add_column(columns, 1, named.title.en, {kind});
    for (const auto name : named.known_as) add_column(columns, 2, name, {kind});
  }
  for (std::size_t i = 0; i < entity.fields.size(); ++i) {
    const auto& field = entity.fields[i];
    const ColumnMeaning meaning{Kind::field, static_cast<facts::FieldId>(i)};
    add_column(columns, 0, field.name, meaning);
    add_column(columns, 1, field.label.id, meaning);
    add_column(columns, 1, field.label.en, meaning);
    for (const auto& name : field.known_as) add_column(columns, 2, name, meaning);
  }
  return columns;
}

std::optional<ColumnMeaning> TableNames::find(facts::EntityId entity,
                                              const std::string& name) const {
  for (const auto& tier : columns_[entity].tiers) {
    const auto at = tier.find(name);
    if (at == tier.end()) continue;
    if (at->second.size() == 1) return at->second.front();
    ColumnMeaning several{Kind::ambiguous};
    for (const auto& one : at->second) {
      if (one.kind == Kind::field) several.could_be.push_back(one.field);
    }
    return several;
  }
  return std::nullopt;
}

ColumnMeaning TableNames::column(facts::EntityId entity, std::string_view heading) const {
  if (const auto found = find(entity, plain_name(heading))) return *found;
  if (const auto with = priced(heading, currencies_)) {
    if (auto found = find(entity, plain_name(with->name))) {
      found->currency = with->currency;
      return *found;
    }
  }
  return find(entity, plain_name(without_brackets(heading))).value_or(ColumnMeaning{});
}

std::string_view TableNames::key(Table table, std::string_view heading) const {
  const std::string plain = plain_name(heading);
  const auto is = [&](std::string_view name) { return plain_name(name) == plain; };
  for (const auto& named : keys_of(table)) {
    if (is(named.own) || is(named.title.id) || is(named.title.en)) return named.own;
  }
  for (const auto& named : keys_of(table)) {
    if (std::ranges::any_of(named.known_as, is)) return named.own;
  }
  return {};
}

std::vector<std::string_view> TableNames::keys(Table table) {
  std::vector<std::string_view> all;
  for (const auto& named : keys_of(table)) all.push_back(named.own);
  return all;
}

bool names_filing(std::string_view name) {
  const std::string plain = plain_name(name);
  const auto& named = tables().front().second;
  return plain == named.own || plain == plain_name(named.title.id) ||
         std::ranges::any_of(named.known_as, [&](auto one) { return plain_name(one) == plain; });
}

/// A sheet's name has at most 31 characters and none of `[]:*?/\`.
std::string sheet_title(const facts::Entity& entity, Language language) {
  std::string title(without_brackets(entity.label.in(language)));
  std::ranges::replace_if(
      title, [](char c) { return std::string_view("[]:*?/\\").contains(c); }, '-');
  if (title.size() > 31) title.resize(31);
  return title;
}

std::string sheet_title(Table table, Language language) {
  for (const auto& [kind, named] : tables()) {
    if (kind == table) return named.title.in(language);
  }
  return {};
}

std::string column_title(Kind kind, Language language) {
  for (const auto& [one, named] : reserved()) {
    if (one == kind) return named.title.in(language);
  }
  return {};
}

std::string key_title(std::string_view key, Language language) {
  for (const auto table : {Table::filing, Table::sources, Table::collections}) {
    for (const auto& named : keys_of(table)) {
      if (named.own == key) return named.title.in(language);
    }
  }
  return std::string(key);
}

}  // namespace periksa::forms
