// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/facts_text.h"

#include <fmt/format.h>

#include <array>
#include <ostream>

#include "auditor/base/mask.h"
#include "auditor/base/printable.h"

namespace periksa::intake {

using facts::Cell;
using facts::Completeness;
using facts::Facts;
using facts::Field;
using facts::State;

const Bilingual& words_for(State state) {
  static const std::array<Bilingual, 6> words{{{"tidak disampaikan", "not supplied"},
                                               {"kosong", "absent"},
                                               {"diketahui", "known"},
                                               {"dinyatakan tidak ada", "stated none"},
                                               {"tidak terbaca", "unreadable"},
                                               {"bertentangan", "contradictory"}}};
  return words[static_cast<std::size_t>(state)];
}

const Bilingual& words_for(Completeness::State state) {
  static const std::array<Bilingual, 4> words{
      {{"kelengkapan tidak diketahui", "not said whether complete"},
       {"lengkap", "complete"},
       {"sebagian", "a sample"},
       {"kelengkapan bertentangan", "contradictory"}}};
  return words[static_cast<std::size_t>(state)];
}

FactsText::FactsText(std::ostream& out, const facts::Vocabulary& vocabulary, Options options)
    : out_(out),
      vocabulary_(vocabulary),
      options_(options),
      counts_(vocabulary.entities().size()) {}

void FactsText::shared(const Filing& filing) {
  header_ = &filing.header;
  header(filing);
  sources(filing);
  tables(*filing.shared, false);
}

void FactsText::worker(const Facts& worker) {
  const facts::Table& table = worker.table(vocabulary_.worker());
  ++counts_[vocabulary_.worker()];
  out_ << '\n';
  record(worker, table, 0);
  tables(worker, true);
}

void FactsText::summary(const Filing& filing) {
  out_ << '\n' << word({"Jumlah catatan:", "Records:"}) << '\n';
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i] == 0) continue;
    const auto& entity = vocabulary_.entity(static_cast<facts::EntityId>(i));
    out_ << fmt::format("  {:>8}  {} ({})\n", counts_[i], entity.many, word(entity.label));
  }
  out_ << fmt::format("SHA-256 {}\n", filing.header.sha256);
}

void FactsText::header(const Filing& filing) {
  out_ << fmt::format("{}: {} {}, {} {}{}\n", printable(filing.header.file),
                      word({"hari penutupan", "closing day"}), to_iso(filing.header.closing),
                      word({"disampaikan oleh", "asserted by"}),
                      facts::to_string(filing.header.sources.front().asserter),
                      filing.header.fictitious ? word({", data rekaan", ", made-up data"}) : "");
}

void FactsText::sources(const Filing& filing) {
  const auto list = vocabulary_.find_list("document_kind");
  for (const auto& source : filing.header.sources) {
    if (source.id.empty()) continue;
    const auto code = list ? vocabulary_.list(*list).find(source.document) : std::nullopt;
    const auto kind =
        code ? fmt::format(
                   " ({})",
                   word(vocabulary_.list(*list).codes[static_cast<std::size_t>(*code)].label))
             : std::string();
    out_ << fmt::format("  {} {}: {}{}, {}{}{}\n", word({"sumber", "source"}), printable(source.id),
                        printable(source.document), kind, facts::to_string(source.asserter),
                        source.file.empty() ? "" : ", " + printable(source.file),
                        source.dated ? ", " + to_iso(*source.dated) : "");
  }
}

void FactsText::tables(const Facts& facts, bool in_worker) {
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    const auto id = static_cast<facts::EntityId>(i);
    const facts::Table& table = facts.table(id);
    if (table.entity().in_worker != in_worker || id == vocabulary_.worker()) continue;
    counts_[i] += table.size();
    completeness(facts, table);
    for (std::uint32_t row = 0; row < table.size(); ++row) record(facts, table, row);
  }
}

void FactsText::completeness(const Facts& facts, const facts::Table& table) {
  const Completeness stated = table.completeness(0);
  if (stated.state == Completeness::State::unknown) return;
  const auto count = stated.count < 0 ? std::string() : fmt::format(" ({})", stated.count);
  out_ << fmt::format("  [{}] {}{}; {}: {}  {}  {}\n", table.entity().many,
                      word(words_for(stated.state)), count, word({"terbaca", "read"}), table.size(),
                      place(facts.spot(stated.at)), source(stated.source));
}

void FactsText::record(const Facts& facts, const facts::Table& table, std::uint32_t row) {
  const auto& here = table.row(row);
  out_ << fmt::format("  <{}> {}  {}\n", table.entity().name, printable(here.id),
                      place(facts.spot(here.at)));
  std::size_t silent = 0;
  for (std::size_t i = 0; i < table.entity().fields.size(); ++i) {
    const Cell& cell = table.cell(row, static_cast<facts::FieldId>(i));
    if (cell.state == State::not_supplied) {
      ++silent;
    } else {
      field(facts, table.entity().fields[i], cell);
    }
  }
  if (silent > 0) {
    out_ << fmt::format("      {} {}\n", silent,
                        word({"isian tidak disampaikan", "fields not supplied"}));
  }
}

void FactsText::field(const Facts& facts, const Field& field, const Cell& cell) {
  if (cell.state != State::contradictory) return reading(facts, field, cell, "    ");
  out_ << fmt::format("    {}: {}\n", name(field), word(words_for(cell.state)));
  for (const Cell& one : facts.alternatives(cell)) reading(facts, field, one, "      ");
}

void FactsText::reading(const Facts& facts, const Field& field, const Cell& cell,
                        const char* indent) {
  out_ << fmt::format("{}{}: {}{}  {}  {}\n", indent, name(field), value(facts, field, cell),
                      word(words_for(cell.state)), place(facts.spot(cell.at)), source(cell.source));
}

/// As it is written in a filing, and what it means.
std::string FactsText::name(const Field& field) const {
  return fmt::format("{} ({})", field.name, word(field.label));
}

/// The raw text and two blanks; nothing where the state alone says it all.
std::string FactsText::value(const Facts& facts, const Field& field, const Cell& cell) const {
  if (cell.state != State::known && cell.state != State::unreadable) return {};
  if (is_private(field.privacy) && !options_.unmask) return std::string(kMask) + "  ";
  return fmt::format("\"{}\"  ", printable(facts.raw(cell.at)));
}

std::string FactsText::place(facts::Spot spot) const {
  return to_string(facts::position(printable(header_->file), header_->parts, spot));
}

std::string FactsText::source(std::uint32_t index) const {
  const auto& source = header_->sources[index];
  return source.id.empty() ? word({"pernyataan penyampai", "filer's declaration"})
                           : printable(source.id);
}

}  // namespace periksa::intake
