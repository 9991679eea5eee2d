// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/facts_overview.h"

#include <fmt/format.h>

#include <ostream>

#include "auditor/intake/facts_text.h"

namespace periksa::intake {
namespace {

using facts::Cell;
using facts::Completeness;
using facts::Facts;
using facts::State;

constexpr std::size_t kTold = 500;

constexpr std::array<State, 6> kOrder{State::known,      State::stated_none,   State::absent,
                                      State::unreadable, State::contradictory, State::not_supplied};

}  // namespace

FactsOverview::FactsOverview(const facts::Vocabulary& vocabulary, Options options)
    : vocabulary_(vocabulary), options_(options) {
  for (const auto& entity : vocabulary.entities()) {
    seen_.emplace_back();
    seen_.back().fields.resize(entity.fields.size());
  }
}

void FactsOverview::shared(const Filing& filing) {
  header_ = &filing.header;
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    const auto id = static_cast<facts::EntityId>(i);
    if (!vocabulary_.entity(id).in_worker && id != vocabulary_.worker()) look(*filing.shared, id);
  }
}

void FactsOverview::worker(const Facts& worker) {
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    const auto id = static_cast<facts::EntityId>(i);
    if (vocabulary_.entity(id).in_worker || id == vocabulary_.worker()) look(worker, id);
  }
}

void FactsOverview::look(const Facts& facts, facts::EntityId entity) {
  const auto& table = facts.table(entity);
  const auto said = table.completeness(0).state;
  if (table.size() > 0 || said != Completeness::State::unknown)
    ++seen_[entity].collections[static_cast<std::size_t>(said)];
  for (std::uint32_t row = 0; row < table.size(); ++row) look(facts, entity, row);
}

void FactsOverview::look(const Facts& facts, facts::EntityId entity, std::uint32_t row) {
  Seen& seen = seen_[entity];
  ++seen.records;
  const auto& table = facts.table(entity);
  const auto& fields = vocabulary_.entity(entity).fields;
  for (facts::FieldId field = 0; field < fields.size(); ++field) {
    const Cell& cell = table.cell(row, field);
    ++seen.fields[field][static_cast<std::size_t>(cell.state)];
    if (cell.state == State::unreadable)
      note(unreadable_, facts, fields[field], table.row(row).id, cell);
    if (cell.state != State::contradictory) continue;
    for (const Cell& one : facts.alternatives(cell))
      note(contradictory_, facts, fields[field], table.row(row).id, one);
  }
}

void FactsOverview::note(Doubtful& into, const Facts& facts, const facts::Field& field,
                         std::string_view record, const Cell& cell) {
  if (++into.count > kTold) return;
  const auto place = facts::position(header_->file, header_->parts, facts.spot(cell.at));
  const auto& source = header_->sources[cell.source];
  into.lines.push_back(fmt::format("{}  {} {}  {}{}", printable(to_string(place)),
                                   printable(record), word(field.label), value(facts, field, cell),
                                   source.id.empty() ? "" : "  " + printable(source.id)));
}

std::string FactsOverview::value(const Facts& facts, const facts::Field& field,
                                 const Cell& cell) const {
  if (cell.state == State::stated_none) return word(words_for(cell.state));
  if (is_private(field.privacy) && !options_.unmask) return "•••";
  std::string text = fmt::format("\"{}\"", printable(facts.raw(cell.at)));
  if (const auto* const reading = facts.reading(cell)) {
    text += fmt::format(" ({} … {})", to_iso(Date(static_cast<std::int32_t>(reading->low))),
                        to_iso(Date(static_cast<std::int32_t>(reading->high))));
  }
  return text;
}

void FactsOverview::print(std::ostream& out, const Filing& filing) const {
  out << fmt::format("{}: {} {}\n", printable(filing.header.file),
                     word({"hari penutupan", "closing day"}), to_iso(filing.header.closing));
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    const auto id = static_cast<facts::EntityId>(i);
    const bool workers = id == vocabulary_.worker();
    if (seen_[i].records > 0)
      print_entity(out, vocabulary_.entity(id), seen_[i],
                   workers ? &filing.header.workers_completeness : nullptr);
  }
  print_doubtful(out, {"Tidak terbaca", "Unreadable"}, unreadable_);
  print_doubtful(out, {"Bertentangan", "Contradictory"}, contradictory_);
}

void FactsOverview::print_entity(std::ostream& out, const facts::Entity& entity, const Seen& seen,
                                 const Completeness* workers) const {
  out << fmt::format("\n{} ({}): {}\n", word(entity.label), entity.many, seen.records);
  for (std::size_t state = 0; state < seen.collections.size(); ++state) {
    const auto said = static_cast<Completeness::State>(state);
    const bool one = workers != nullptr;
    const std::uint64_t lists = one ? (workers->state == said ? 1 : 0) : seen.collections[state];
    if (lists == 0 || entity.single) continue;
    out << fmt::format("  {}{}\n", word(words_for(said)),
                       lists > 1 ? fmt::format(" ({} {})", lists, word({"daftar", "lists"})) : "");
  }
  std::size_t silent = 0;
  for (std::size_t field = 0; field < seen.fields.size(); ++field) {
    const ByState& counts = seen.fields[field];
    if (counts[static_cast<std::size_t>(State::not_supplied)] == seen.records) {
      ++silent;
      continue;
    }
    out << fmt::format("  {}:", word(entity.fields[field].label));
    const char* between = " ";
    for (const State state : kOrder) {
      const auto count = counts[static_cast<std::size_t>(state)];
      if (count == 0) continue;
      out << between << word(words_for(state)) << ' ' << count;
      between = " · ";
    }
    out << '\n';
  }
  if (silent > 0)
    out << fmt::format("  {} {}\n", silent,
                       word({"isian lain tidak disampaikan", "other fields not supplied"}));
}

void FactsOverview::print_doubtful(std::ostream& out, const Bilingual& title,
                                   const Doubtful& doubtful) const {
  out << fmt::format("\n{}: {}\n", word(title), doubtful.count);
  for (const auto& line : doubtful.lines) out << "  " << line << '\n';
  if (doubtful.count > doubtful.lines.size())
    out << fmt::format("  {} {}\n", word({"dan lainnya:", "and more:"}),
                       doubtful.count - doubtful.lines.size());
}

}  // namespace periksa::intake
