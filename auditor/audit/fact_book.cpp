// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/fact_book.h"

#include <fmt/format.h>

#include <array>

#include "auditor/audit/values.h"
#include "auditor/base/mask.h"

namespace periksa::audit {
namespace {

constexpr std::uint32_t kCollection = 0xFFFF'FFFF;

constexpr std::array<std::string_view, 6> kPrivacy{"public",   "business",  "personal",
                                                   "identity", "sensitive", "free"};
constexpr std::array<std::string_view, 6> kStates{"not-supplied", "absent",     "known",
                                                  "stated-none",  "unreadable", "contradictory"};
constexpr std::array<std::string_view, 4> kBases{"registry", "document", "declared", "statement"};

results::Value mask(const results::Value& value, bool year_only) {
  if (value.text.empty()) return value;
  if (year_only && value.type == "date") return {"text", value.text.substr(0, 4), {}};
  return {"text", kMask, {}};
}

/// A reference to a worker, or to a record of one: it is written with the filer's own id, which may
/// be a name or a number of the person, and stays in the filing.
bool names_worker(const facts::Facts& facts, const facts::Field& field) {
  if (field.type != facts::Type::reference) return false;
  const auto& vocabulary = facts.vocabulary();
  return field.target == vocabulary.worker() || vocabulary.entity(field.target).in_worker;
}

}  // namespace

std::string_view to_string(facts::State state) {
  return kStates[static_cast<std::size_t>(state)];
}
std::string_view to_string(facts::Basis basis) {
  return kBases[static_cast<std::size_t>(basis)];
}

Position FactBook::place(const facts::Facts& facts, std::uint32_t at) const {
  return facts::position(header_->file, header_->parts, facts.spot(at));
}

std::size_t FactBook::add(const language::CellRef& ref, bool year_only) {
  const Key key{ref.facts, ref.entity, ref.row, ref.field};
  const auto [at, fresh] = index_.emplace(key, facts_.size());
  if (!fresh) return at->second;
  results::Fact fact;
  fill(fact, ref, year_only);
  facts_.push_back(std::move(fact));
  return at->second;
}

void FactBook::fill(results::Fact& fact, const language::CellRef& ref, bool year_only) {
  const auto& table = ref.facts->table(ref.entity);
  const auto& field = table.entity().fields[ref.field];
  const auto& cell = table.cell(ref.row, ref.field);
  fact.entity = table.entity().name;
  fact.record = names_->record(ref.entity, ref.row);
  fact.field = field.name;
  fact.entity_label = table.entity().label;
  fact.field_label = field.label;
  fact.privacy = kPrivacy[static_cast<std::size_t>(field.privacy)];
  fact.state = to_string(cell.state);
  fact.shown = to_value(*ref.facts, field, cell, *names_);
  const auto source =
      cell.state == facts::State::not_supplied ? table.row(ref.row).source : cell.source;
  if (source < header_->sources.size()) {
    fact.source = source == 0 ? "" : header_->sources[source].id;
    fact.basis = to_string(facts::basis_of(header_->sources[source]));
  }
  const bool written = cell.state != facts::State::not_supplied;
  fact.at = place(*ref.facts, written ? cell.at : table.row(ref.row).at);
  // What is stated none stands in a list of field names, which says no more than the state does.
  if (written && cell.state != facts::State::stated_none) fact.raw = ref.facts->raw(cell.at);
  if (cell.state == facts::State::contradictory) {
    for (const auto& one : ref.facts->alternatives(cell)) {
      fact.others.push_back(to_value(*ref.facts, field, one, *names_));
    }
  }
  if (fact.raw == fact.shown.text || names_worker(*ref.facts, field)) fact.raw.clear();
  if (is_private(field.privacy)) hide(fact, ref, year_only);
}

/// Moves what is private out of the fact; contradictory readings stay distinguishable only by their
/// years, where allowed.
void FactBook::hide(results::Fact& fact, const language::CellRef& ref, bool year_only) {
  results::Secret secret{fact.shown.text, fact.raw};
  for (std::size_t i = 0; i < fact.others.size(); ++i) {
    secret.value += (i == 0 ? "" : " / ") + fact.others[i].text;
    fact.others[i] = mask(fact.others[i], year_only);
  }
  fact.shown = mask(fact.shown, year_only);
  fact.raw.clear();
  if (secret.value.empty() && secret.raw.empty()) return;
  fact.secret = fmt::format("{}/{}", names_->record(ref.entity, ref.row), fact.field);
  secrets_.emplace(fact.secret, std::move(secret));
}

std::size_t FactBook::add_collection(const facts::Facts& facts, facts::EntityId entity,
                                     std::uint32_t parent) {
  const auto [at, fresh] = index_.emplace(Key{&facts, entity, parent, kCollection}, facts_.size());
  if (!fresh) return at->second;
  const auto& table = facts.table(entity);
  const auto stated = table.completeness(parent);
  results::Fact fact;
  fact.entity = table.entity().name;
  fact.entity_label = table.entity().label;
  fact.field_label = {"kelengkapan daftar", "completeness of the list"};
  fact.privacy = "business";
  const bool conflict = stated.state == facts::Completeness::State::contradictory;
  fact.state = conflict ? "contradictory" : "not-supplied";
  fact.shown.type = "text";
  fact.at.file = header_->file;
  if (table.entity().in_worker) {
    fact.record = names_->worker(parent);
    fact.at = place(facts, facts.table(facts.vocabulary().worker()).row(parent).at);
  }
  fact.basis = "declared";
  facts_.push_back(std::move(fact));
  return at->second;
}

std::size_t FactBook::add_law(const std::string& name, const Bilingual& label) {
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    if (facts_[i].entity == "law" && facts_[i].field == name) return i;
  }
  results::Fact fact;
  fact.entity = "law";
  fact.field = name;
  fact.entity_label = {"tabel hukum", "table of the law"};
  fact.field_label = label;
  fact.privacy = "public";
  fact.state = "not-supplied";
  fact.shown.type = "text";
  facts_.push_back(std::move(fact));
  return facts_.size() - 1;
}

}  // namespace periksa::audit
