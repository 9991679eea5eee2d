// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/json_export.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "auditor/forms/fact_text.h"

namespace periksa::forms {
namespace {

using facts::Cell;
using facts::Completeness;
using facts::State;
using facts::Type;

std::string in_quotes(std::string_view text) {
  return nlohmann::json(text).dump();
}

/// An object that is written member by member, all on one line.
class Object {
 public:
  /// `value` is JSON already.
  Object& add(std::string_view name, std::string_view value) {
    text_ += text_.size() > 1 ? "," : "";
    text_ += in_quotes(name);
    text_ += ':';
    text_ += value;
    return *this;
  }
  Object& text(std::string_view name, std::string_view value) {
    return value.empty() ? *this : add(name, in_quotes(value));
  }
  /// Without its closing bracket.
  const std::string& open() const { return text_; }
  std::string closed() const { return text_ + '}'; }

 private:
  std::string text_ = "{";
};

/// A named list with one element a line, indented by `margin`.
std::string list(std::string_view name, const std::vector<std::string>& elements,
                 std::string_view margin) {
  std::string out = in_quotes(name) + ":[";
  for (std::size_t i = 0; i < elements.size(); ++i) {
    out += i == 0 ? "\n" : ",\n";
    out += margin;
    out += elements[i];
  }
  return out += ']';
}

}  // namespace

JsonExport::JsonExport(const facts::Vocabulary& vocabulary, Write write)
    : vocabulary_(vocabulary), write_(std::move(write)) {}

void JsonExport::begin(const intake::Filing& filing) {
  filing_ = &filing;
  write_header(filing);
  write_sources();
  write_completeness();
  for (std::size_t i = 0; i < vocabulary_.entities().size(); ++i) {
    const auto id = static_cast<facts::EntityId>(i);
    const auto& entity = vocabulary_.entity(id);
    const auto size = filing.shared->table(id).size();
    if (entity.in_worker || id == vocabulary_.worker() || size == 0) continue;
    std::vector<std::string> records;
    for (std::uint32_t row = 0; row < size; ++row)
      records.push_back(record(*filing.shared, id, row) + '}');
    write_(list(entity.many, records, " ") + ",\n");
  }
  write_("\"workers\":[");
}

void JsonExport::write_header(const intake::Filing& filing) {
  const auto& header = filing.header;
  Object own;
  own.add("format", "1").text("closing", to_iso(header.closing));
  own.text("asserter", to_string(header.sources.front().asserter));
  own.add("fictitious", header.fictitious ? "true" : "false");
  write_(own.open() + ",\n");
}

void JsonExport::write_sources() {
  const auto& sources = filing_->header.sources;
  std::vector<std::string> lines;
  for (std::size_t i = 1; i < sources.size(); ++i) {
    const auto& source = sources[i];
    Object own;
    own.text("id", source.id).text("document", source.document);
    own.text("asserter", to_string(source.asserter));
    own.text("file", source.file).text("sha256", source.sha256);
    own.text("dated", source.dated ? to_iso(*source.dated) : "");
    lines.push_back(own.closed());
  }
  if (!lines.empty()) write_(list("sources", lines, " ") + ",\n");
}

void JsonExport::write_completeness() {
  std::vector<std::string> lines;
  const auto add = [&](const Completeness& stated, std::string_view of) {
    if (stated.state != Completeness::State::unknown) lines.push_back(completeness(stated, of));
  };
  add(filing_->header.workers_completeness, vocabulary_.entity(vocabulary_.worker()).many);
  for (std::size_t i = 0; i < vocabulary_.entities().size(); ++i) {
    const auto& entity = vocabulary_.entities()[i];
    const auto id = static_cast<facts::EntityId>(i);
    if (!entity.in_worker && id != vocabulary_.worker())
      add(filing_->shared->table(id).completeness(0), entity.many);
  }
  if (!lines.empty()) write_(list("collections", lines, " ") + ",\n");
}

/// What contradicts itself is written as what it claimed; reading finds the contradiction again.
std::string JsonExport::completeness(const Completeness& stated, std::string_view of) const {
  const bool sample = stated.state == Completeness::State::sample;
  Object own;
  own.text("of", of).text("completeness", sample ? "sample" : "complete");
  if (stated.count >= 0) own.add("count", std::to_string(stated.count));
  own.text("source", source_id(stated.source));
  return own.closed();
}

void JsonExport::worker(const facts::Facts& worker) {
  std::string text = std::exchange(any_worker_, true) ? ",\n " : "\n ";
  text += record(worker, vocabulary_.worker(), 0);
  std::vector<std::string> stated;
  for (std::size_t i = 0; i < vocabulary_.entities().size(); ++i) {
    const auto& entity = vocabulary_.entities()[i];
    if (!entity.in_worker) continue;
    const auto& said = worker.table(static_cast<facts::EntityId>(i)).completeness(0);
    if (said.state != Completeness::State::unknown)
      stated.push_back(completeness(said, entity.many));
  }
  if (!stated.empty()) text += ",\n  " + list("collections", stated, "   ");
  for (std::size_t i = 0; i < vocabulary_.entities().size(); ++i) {
    const auto& entity = vocabulary_.entities()[i];
    const auto id = static_cast<facts::EntityId>(i);
    if (!entity.in_worker || worker.table(id).size() == 0) continue;
    std::vector<std::string> records;
    for (std::uint32_t row = 0; row < worker.table(id).size(); ++row)
      records.push_back(record(worker, id, row) + '}');
    text += ",\n  " + list(entity.many, records, "   ");
  }
  write_(text += '}');
}

void JsonExport::finish() {
  write_("]}\n");
}

/// The record as an object without its closing bracket.
std::string JsonExport::record(const facts::Facts& facts, facts::EntityId entity,
                               std::uint32_t row) const {
  const auto& table = facts.table(entity);
  const auto& fields = vocabulary_.entity(entity).fields;
  const auto source = table.row(row).source;
  Object own;
  own.text("id", table.row(row).id).text("source", source_id(source));
  std::vector<std::string> none;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Cell& cell = table.cell(row, static_cast<facts::FieldId>(i));
    if (cell.state == State::not_supplied) continue;
    if (cell.state == State::stated_none && cell.source == source) {
      none.push_back(in_quotes(fields[i].name));
    } else {
      own.add(fields[i].name, member(facts, fields[i], cell, source));
    }
  }
  if (!none.empty()) own.add("none", fmt::format("[{}]", fmt::join(none, ",")));
  return own.open();
}

std::string JsonExport::member(const facts::Facts& facts, const facts::Field& field,
                               const Cell& cell, std::uint32_t source) const {
  if (cell.state != State::contradictory) return reading(facts, field, cell, source);
  std::vector<std::string> all;
  for (const auto& one : facts.alternatives(cell))
    all.push_back(reading(facts, field, one, source));
  return fmt::format("[{}]", fmt::join(all, ","));
}

/// One reading in a record that rests on `source`: its bare value where that says all.
std::string JsonExport::reading(const facts::Facts& facts, const facts::Field& field,
                                const Cell& cell, std::uint32_t source) const {
  const bool bare = cell.source == source;
  Object own;
  switch (cell.state) {
    case State::known:
      if (bare) return known(facts, field, cell);
      own.add("value", known(facts, field, cell));
      break;
    case State::absent:
      if (bare) return "null";
      own.text("state", "absent");
      break;
    case State::stated_none:
      own.text("state", "none");
      break;
    case State::unreadable:
      own.text("state", "unreadable").text("raw", raw_text(facts, cell));
      if (const auto* const days = facts.reading(cell)) {
        own.text("from", to_iso(Date(static_cast<std::int32_t>(days->low))))
            .text("to", to_iso(Date(static_cast<std::int32_t>(days->high))));
      }
      break;
    case State::not_supplied:
    case State::contradictory:
      break;
  }
  if (!bare) own.text("source", source_id(cell.source));
  return own.closed();
}

/// Numbers and truths as JSON's own, all else as a text.
std::string JsonExport::known(const facts::Facts& facts, const facts::Field& field,
                              const Cell& cell) const {
  const std::string text = fact_text(*filing_, facts, field, cell);
  switch (field.type) {
    case Type::boolean:
      return cell.value != 0 ? "true" : "false";
    case Type::integer:
    case Type::decimal:
    case Type::percent:
      return text;
    default:
      return in_quotes(text);
  }
}

const std::string& JsonExport::source_id(std::uint32_t source) const {
  return filing_->header.sources[source].id;
}

}  // namespace periksa::forms
