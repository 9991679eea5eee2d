// SPDX-License-Identifier: Apache-2.0
#include "auditor/documents/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "auditor/base/mask.h"
#include "auditor/base/printable.h"

namespace periksa::documents {
namespace {

using facts::State;

std::string ending_of(const std::string& name) {
  const auto dot = name.rfind('.');
  const bool has = dot != std::string::npos && name.size() - dot <= 6 &&
                   name.find('/', dot) == std::string::npos;
  return has ? name.substr(dot) : "";
}

}  // namespace

Comparison::Comparison(const Ties& ties, const facts::Vocabulary& vocabulary, Options options)
    : ties_(ties), vocabulary_(vocabulary), options_(options) {}

void Comparison::shared(const intake::Filing& filing) {
  header_ = &filing.header;
  look(*filing.shared, false);
}

void Comparison::worker(const facts::Facts& worker) {
  look(worker, true);
}

void Comparison::look(const facts::Facts& facts, bool of_workers) {
  for (std::size_t i = 0; i < vocabulary_.entities().size(); ++i) {
    const auto id = static_cast<facts::EntityId>(i);
    const auto& entity = vocabulary_.entity(id);
    if ((entity.in_worker || id == vocabulary_.worker()) != of_workers) continue;
    const auto& table = facts.table(id);
    for (std::uint32_t row = 0; row < table.size(); ++row) {
      for (facts::FieldId field = 0; field < entity.fields.size(); ++field) {
        const auto& cell = table.cell(row, field);
        if (cell.state != State::contradictory) {
          take(facts, table, row, entity.fields[field], cell);
          continue;
        }
        for (const auto& one : facts.alternatives(cell))
          take(facts, table, row, entity.fields[field], one);
      }
    }
  }
}

void Comparison::take(const facts::Facts& facts, const facts::Table& table, std::uint32_t row,
                      const facts::Field& field, const facts::Cell& cell) {
  const auto number = ties_.file_of(header_->sources[cell.source].id);
  if (!number) return;
  auto looked_for = wanted(facts, field, cell);
  if (!looked_for) return;
  const bool masked = is_private(field.privacy) && !options_.unmask;
  std::string record = word(table.entity().label);
  if (!table.entity().single) record += ' ' + printable(table.row(row).id);
  values_[*number].push_back(
      {std::move(record), word(field.label),
       masked ? std::string(kMask) : fmt::format("\"{}\"", printable(facts.raw(cell.at))),
       std::move(*looked_for), field.type != facts::Type::code});
}

std::vector<std::string> Comparison::lines(const PageReader& reader) const {
  std::stringstream text;
  print(text, reader);
  std::vector<std::string> all;
  for (std::string line; std::getline(text, line);) all.push_back(std::move(line));
  return all;
}

void Comparison::print(std::ostream& out, const PageReader& reader) const {
  const Folder& folder = ties_.folder();
  out << fmt::format("{}: {} {}, {} {}\n", word({"Folder dokumen", "Folder of papers"}),
                     folder.papers.size(), word({"berkas", "files"}), folder.missing.size(),
                     word({"tidak ada", "missing"}));
  print_missing(out);
  print_files(out);
  for (const auto& id : ties_.differing())
    out << "  " << printable(id) << ": "
        << word({"SHA-256 yang ditulis bukan milik berkas di indeks",
                 "the SHA-256 stated is not that of the file in the index"})
        << '\n';
  for (const auto& id : ties_.unfound())
    out << "  " << printable(id) << ": "
        << word({"SHA-256 yang ditulis tidak cocok dengan berkas mana pun",
                 "the SHA-256 stated is that of no file"})
        << '\n';
  print_pages(out, reader);
}

void Comparison::print_missing(std::ostream& out) const {
  const Folder& folder = ties_.folder();
  for (std::size_t i = 0; i < folder.missing.size(); ++i) {
    const std::size_t number = folder.papers.size() + i;
    out << fmt::format("  {}: {}{}", name(number), word({"TIDAK ADA", "MISSING"}), ties(number));
    if (const auto near = folder.missing[i].near)
      out << fmt::format("; {} {}", word({"yang mirip:", "nearly the same:"}), name(*near));
    out << '\n';
  }
}

void Comparison::print_files(std::ostream& out) const {
  const Folder& folder = ties_.folder();
  for (std::size_t i = 0; i < folder.papers.size(); ++i) {
    const Paper& paper = folder.papers[i];
    out << fmt::format("  {}: {}{}", name(i), state(i), ties(i));
    if (paper.state == Paper::State::there) out << "; " << to_string(paper.kind);
    if (!paper.fits)
      out << "; "
          << word({"isinya tidak sesuai dengan akhiran namanya",
                   "holds something else than its ending says"});
    if (paper.same_as)
      out << "; " << word({"sama dengan ", "the same as "}) << name(*paper.same_as);
    out << '\n';
  }
}

void Comparison::print_pages(std::ostream& out, const PageReader& reader) const {
  const std::string title = word({"Nilai dibandingkan dengan isi halaman (bantuan, bukan bukti):",
                                  "Values beside what stands on the pages (a help, no proof):"});
  out << title << '\n';
  for (const auto& lack : reader.lacks()) out << "  " << word(lack) << '\n';
  for (const auto& [number, values] : values_) {
    const PageText text = reader.read(ties_.folder(), number);
    out << "  " << name(number) << ": ";
    switch (text.state) {
      case PageText::State::read:
        out << fmt::format("{} {}{}\n", text.pages.size(),
                           word({"halaman", text.pages.size() == 1 ? "page" : "pages"}),
                           text.ocr ? ", OCR" : "");
        print_values(out, values, text);
        break;
      case PageText::State::no_text:
        out << word({"tidak ada lapisan teks", "no text layer"}) << '\n';
        break;
      case PageText::State::other_kind:
        out << word({"bukan PDF atau gambar", "neither a PDF nor a picture"}) << '\n';
        break;
      case PageText::State::failed:
        out << word({"tidak dapat dibaca oleh program pembaca halaman",
                     "the program that reads pages did not manage"})
            << '\n';
        break;
    }
  }
}

void Comparison::print_values(std::ostream& out, const std::vector<Value>& values,
                              const PageText& text) const {
  std::vector<SearchedPage> pages;
  for (const auto& page : text.pages) pages.emplace_back(page);
  for (const auto& value : values) {
    std::string found;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (pages[i].has(value.wanted))
        found += fmt::format("{}{}", found.empty() ? "" : ", ", i + 1);
    }
    if (found.empty() && !value.worth_missing) continue;
    const std::string where = found.empty()
                                  ? word({"tidak ditemukan di teks", "not found in the text"})
                                  : word({"halaman ", "page "}) + found;
    out << fmt::format("    {}  {}  {}  {}{}\n", value.record, value.label, value.shown, where,
                       text.ocr ? " (OCR)" : "");
  }
}

/// Names of files often hold names of people.
std::string Comparison::name(std::size_t number) const {
  const std::string alias = Folder::alias(number);
  const std::string name = printable(ties_.folder().name(number));
  if (options_.unmask) return alias + ' ' + name;
  return fmt::format("{} {}{}", alias, kMask, ending_of(name));
}

std::string Comparison::state(std::size_t number) const {
  switch (ties_.folder().papers[number].state) {
    case Paper::State::empty:
      return word({"KOSONG", "EMPTY"});
    case Paper::State::link:
      return word({"tautan simbolis, tidak diikuti", "a symbolic link, not followed"});
    case Paper::State::special:
      return word({"bukan berkas biasa", "no regular file"});
    case Paper::State::unreadable:
      return word({"tidak dapat dibaca", "cannot be read"});
    case Paper::State::there:
      break;
  }
  if (ties_.is_tied(number)) return word({"terikat", "tied"});
  return ties_.folder().indexed[number]
             ? word({"tidak ada yang bersandar padanya", "nothing rests on it"})
             : word({"tidak disebut di indeks", "not named in the index"});
}

std::string Comparison::ties(std::size_t number) const {
  std::string all;
  for (const auto& id : ties_.sources_of(number))
    all += (all.empty() ? " · " : ", ") + printable(id);
  for (const auto& record : ties_.records_of(number)) {
    const auto& entity = vocabulary_.entity(record.entity);
    all += (all.empty() ? " · " : ", ") + word(entity.label) + ' ' + printable(record.id);
  }
  return all;
}

}  // namespace periksa::documents
