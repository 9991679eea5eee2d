// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/table_names.h"

#include <algorithm>
#include <array>

#include "auditor/forms/written_parts.h"

namespace periksa::forms {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kAbbreviations{
    {{"tgl", "tanggal"},    {"tggl", "tanggal"}, {"no", "nomor"},          {"nmr", "nomor"},
     {"nm", "nama"},        {"jml", "jumlah"},   {"jlh", "jumlah"},        {"telp", "telepon"},
     {"tlp", "telepon"},    {"tel", "telepon"},  {"thn", "tahun"},         {"bln", "bulan"},
     {"ket", "keterangan"}, {"almt", "alamat"},  {"kab", "kabupaten"},     {"kec", "kecamatan"},
     {"prov", "provinsi"},  {"dok", "dokumen"},  {"sertif", "sertifikat"}, {"jns", "jenis"}}};

/// Which names count before which.
constexpr std::size_t kOwn = 0;
constexpr std::size_t kLabel = 1;
constexpr std::size_t kShortened = 2;
constexpr std::size_t kKnownAs = 3;

/// A name of a table or a column that no field has: its own, its titles, what else it is called.
struct Named {
  std::string_view own;
  Bilingual title;
  std::vector<std::string_view> known_as;
};

const std::vector<std::pair<ColumnKind, Named>>& reserved() {
  static const std::vector<std::pair<ColumnKind, Named>> all{
      {ColumnKind::id, {"id", {"ID", "ID"}, {"kode", "id catatan", "record id"}}},
      {ColumnKind::worker,
       {"worker",
        {"ID pekerja", "worker ID"},
        {"pekerja", "id pmi", "id cpmi", "kode pmi", "kode cpmi", "kode pekerja", "nomor pmi"}}},
      {ColumnKind::source, {"source", {"sumber", "source"}, {"id sumber", "source id"}}},
      {ColumnKind::page, {"page", {"halaman", "page"}, {"hal", "hlm"}}}};
  return all;
}

const std::vector<std::pair<SheetKind, Named>>& tables() {
  static const std::vector<std::pair<SheetKind, Named>> all{
      {SheetKind::filing, {"filing", {"Berkas", "Filing"}, {"identitas berkas", "data berkas"}}},
      {SheetKind::sources,
       {"source", {"Sumber", "Sources"}, {"sources", "daftar dokumen", "dokumen"}}},
      {SheetKind::collections,
       {"collection", {"Kelengkapan", "Completeness"}, {"collections", "kelengkapan daftar"}}},
      {SheetKind::guide, {"guide", {"Petunjuk", "Guide"}, {}}},
      {SheetKind::choices, {"choices", {"Daftar", "Lists"}, {}}}};
  return all;
}

const std::vector<Named>& keys_of(SheetKind table) {
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
  if (table == SheetKind::filing) return filing;
  if (table == SheetKind::sources) return sources;
  return table == SheetKind::collections ? collections : none;
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

/// What a sheet of the entity would be called: its label up to its brackets, from a capital letter
/// to the last whole word of 31 characters, without the characters that no sheet's name may hold.
std::string sheet_name(const facts::Entity& entity, Language language) {
  constexpr std::size_t kLongest = 31;
  constexpr std::array<std::string_view, 13> kLinks{
      "atau", "dan", "dalam", "di", "untuk", "or", "and", "in", "of", "to", "the", "a", "an"};
  std::string name(without_brackets(entity.label.in(language)));
  std::ranges::replace_if(
      name, [](char c) { return std::string_view("[]:*?/\\").contains(c); }, '-');
  const auto cut = [&] { name.resize(std::min(name.rfind(' '), name.size())); };
  const auto ends_in_link = [&] {
    const auto blank = name.rfind(' ');
    return blank != std::string::npos &&
           std::ranges::find(kLinks, std::string_view(name).substr(blank + 1)) != kLinks.end();
  };
  if (name.size() > kLongest) {
    const bool whole_word = name[kLongest] == ' ';
    name.resize(kLongest);
    if (!whole_word) cut();
    while (ends_in_link()) cut();
  }
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
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
    const SheetMeaning meaning{SheetKind::records, static_cast<facts::EntityId>(i)};
    for (const std::string_view name :
         {std::string_view(entity.name), std::string_view(entity.many),
          std::string_view(entity.label.id), std::string_view(entity.label.en)}) {
      sheets_.emplace(plain_name(name), meaning);
      sheets_.emplace(plain_name(without_brackets(name)), meaning);
    }
    for (const auto language : {Language::id, Language::en})
      sheets_.emplace(plain_name(sheet_name(entity, language)), meaning);
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
  const auto add = [&](std::size_t into, const std::string& plain) {
    if (plain.empty()) return;
    auto& all = columns.tiers[into][plain];
    if (std::ranges::find(all, meaning) == all.end()) all.push_back(meaning);
  };
  add(tier, plain_name(name));
  add(std::max(tier, kShortened), plain_name(without_brackets(name)));
}

TableNames::Columns TableNames::columns_of(const facts::Entity& entity) const {
  Columns columns;
  columns.tiers.resize(kKnownAs + 1);
  for (const auto& [kind, named] : reserved()) {
    const bool is_worker = entity.name == vocabulary_.entity(vocabulary_.worker()).name;
    if (kind == ColumnKind::worker && (!entity.in_worker || is_worker)) {
      // In the workers' own sheet the worker's id is the id.
      if (!is_worker) continue;
      for (const auto name : named.known_as) add_column(columns, kKnownAs, name, {ColumnKind::id});
      add_column(columns, kLabel, named.title.id, {ColumnKind::id});
      add_column(columns, kLabel, named.title.en, {ColumnKind::id});
      continue;
    }
    add_column(columns, kOwn, named.own, {kind});
    add_column(columns, kLabel, named.title.id, {kind});
    add_column(columns, kLabel, named.title.en, {kind});
    for (const auto name : named.known_as) add_column(columns, kKnownAs, name, {kind});
  }
  for (std::size_t i = 0; i < entity.fields.size(); ++i) {
    const auto& field = entity.fields[i];
    const ColumnMeaning meaning{ColumnKind::field, static_cast<facts::FieldId>(i)};
    add_column(columns, kOwn, field.name, meaning);
    add_column(columns, kLabel, field.label.id, meaning);
    add_column(columns, kLabel, field.label.en, meaning);
    for (const auto& name : field.known_as) add_column(columns, kKnownAs, name, meaning);
  }
  return columns;
}

const std::vector<ColumnMeaning>* TableNames::find_all(facts::EntityId entity,
                                                       const std::string& name) const {
  for (const auto& tier : columns_[entity].tiers) {
    const auto at = tier.find(name);
    if (at != tier.end()) return &at->second;
  }
  return nullptr;
}

/// What a heading may mean: as it stands, without a currency behind it, without its brackets.
TableNames::Found TableNames::find(facts::EntityId entity, std::string_view heading) const {
  if (const auto* const all = find_all(entity, plain_name(heading))) return {all, {}};
  if (const auto with = priced(heading, currencies_)) {
    if (const auto* const all = find_all(entity, plain_name(with->name)))
      return {all, with->currency};
  }
  return {find_all(entity, plain_name(without_brackets(heading))), {}};
}

ColumnMeaning TableNames::column(facts::EntityId entity, std::string_view heading) const {
  const auto [all, currency] = find(entity, heading);
  if (all == nullptr) return {};
  if (all->size() > 1) {
    ColumnMeaning several{ColumnKind::ambiguous};
    for (const auto& one : *all) {
      if (one.kind == ColumnKind::field) several.could_be.push_back(one.field);
    }
    return several;
  }
  ColumnMeaning meaning = all->front();
  meaning.currency = currency;
  return meaning;
}

std::vector<std::string> TableNames::meanings(facts::EntityId entity,
                                              std::string_view heading) const {
  std::vector<std::string> names;
  const auto* const all = find(entity, heading).all;
  if (all == nullptr) return names;
  for (const auto& one : *all) {
    if (one.kind == ColumnKind::field) {
      names.push_back(vocabulary_.entity(entity).fields[one.field].name);
      continue;
    }
    for (const auto& [kind, named] : reserved()) {
      if (kind == one.kind) names.emplace_back(named.own);
    }
  }
  return names;
}

std::string_view TableNames::key(SheetKind table, std::string_view heading) const {
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

std::vector<std::string_view> TableNames::keys(SheetKind table) {
  std::vector<std::string_view> all;
  for (const auto& named : keys_of(table)) all.push_back(named.own);
  return all;
}

std::string TableNames::title(facts::EntityId entity, Language language) const {
  const auto& named = vocabulary_.entity(entity);
  std::string title = sheet_name(named, language);
  const auto meaning = sheet(title);
  const bool known = meaning.kind == SheetKind::records && meaning.entity == entity;
  return known ? title : named.name;
}

std::string TableNames::heading(facts::EntityId entity, facts::FieldId field,
                                Language language) const {
  const auto& named = vocabulary_.entity(entity).fields[field];
  const auto& label = named.label.in(language);
  return column(entity, label) == ColumnMeaning{ColumnKind::field, field} ? label : named.name;
}

bool names_filing(std::string_view name) {
  const std::string plain = plain_name(name);
  const auto& named = tables().front().second;
  return plain == named.own || plain == plain_name(named.title.id) ||
         std::ranges::any_of(named.known_as, [&](auto one) { return plain_name(one) == plain; });
}

std::string sheet_title(SheetKind table, Language language) {
  for (const auto& [kind, named] : tables()) {
    if (kind == table) return named.title.in(language);
  }
  return {};
}

std::string column_title(ColumnKind kind, Language language) {
  for (const auto& [one, named] : reserved()) {
    if (one == kind) return named.title.in(language);
  }
  return {};
}

std::string key_title(SheetKind table, std::string_view key, Language language) {
  const auto& keys = keys_of(table);
  const auto at = std::ranges::find(keys, key, &Named::own);
  return at == keys.end() ? std::string(key) : at->title.in(language);
}

}  // namespace periksa::forms
