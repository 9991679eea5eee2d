// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/fact_lever.h"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>
#include <utility>

#include "auditor/audit/example_filing.h"
#include "auditor/base/date.h"
#include "auditor/base/decimal.h"
#include "auditor/base/money.h"

namespace periksa::audit {
namespace {

using language::Frame;
using language::Kind;
using language::Node;

class LeverFinder {
 public:
  LeverFinder(const language::Expression& e, const Frame& event, std::vector<Lever>& out)
      : e_(e), event_(event), out_(out) {}

  void side(const Frame& frame, std::uint32_t index, bool left) {
    left_ = left;
    look(frame, index, true);
  }

 private:
  void look(const Frame& frame, std::uint32_t index, bool direct) {
    const Node& node = e_.at(index);
    const auto found = frame.find(index);
    if (found == frame.end()) return;
    switch (node.kind) {
      case Kind::path:
        if (!found->second.cells.empty()) add(found->second.cells.back(), direct);
        return;
      case Kind::as_of:
        return add_as_of(found->second, direct);
      case Kind::event:
        if (event_.empty()) return add_as_of(found->second, direct);
        for (const auto& [at, recorded] : event_) {
          if (!recorded.cells.empty()) add(recorded.cells.back(), direct, true);
        }
        return;
      case Kind::sum:
        for (const auto& one : found->second.iterations) {
          if (one.filter == language::Truth::yes) look(one.frame, node.parts.back(), direct);
        }
        return;
      case Kind::let:
      case Kind::plus:
      case Kind::minus:
        for (const auto part : node.parts) look(frame, part, direct);
        return;
      case Kind::times:
      case Kind::whole_years:
      case Kind::whole_months:
      case Kind::days:
        for (const auto part : node.parts) look(frame, part, false);
        return;
      default:
        return;
    }
  }

  void add(const language::CellRef& ref, bool direct, bool event = false) {
    const auto& cell = ref.facts->table(ref.entity).cell(ref.row, ref.field);
    const auto& field = ref.facts->table(ref.entity).entity().fields[ref.field];
    if (cell.state != facts::State::known || !language::is_ordered(field.type)) return;
    out_.push_back({place_of(ref), field.type, cell.value, cell.unit, left_, direct, event});
  }

  void add_as_of(const language::Recorded& recorded, bool direct) {
    FactPlace place;
    place.field = "as-of";
    out_.push_back({place, facts::Type::date, recorded.operand.low, 0, left_, direct, true});
  }

  const language::Expression& e_;
  const Frame& event_;
  std::vector<Lever>& out_;
  bool left_ = true;
};

pugi::xml_node record_of(pugi::xml_node filing, const FactPlace& at) {
  auto home = filing;
  if (!at.worker.empty()) home = filing.find_child_by_attribute("worker", "id", at.worker.c_str());
  if (at.entity == "worker") return home;
  std::size_t index = 0;
  for (const auto node : home.children(at.entity.c_str())) {
    if (index++ == at.index) return node;
  }
  return {};
}

}  // namespace

std::string FactPlace::name() const {
  if (as_of()) return field;
  return id.empty() || index == 0 ? fmt::format("{}.{}", entity, field)
                                  : fmt::format("{}[{}].{}", entity, id, field);
}

FactPlace place_of(const language::CellRef& ref) {
  const auto& table = ref.facts->table(ref.entity);
  const auto& vocabulary = ref.facts->vocabulary();
  const auto& row = table.row(ref.row);
  FactPlace place;
  place.entity = table.entity().name;
  place.id = row.id;
  place.field = table.entity().fields[ref.field].name;
  if (ref.entity == vocabulary.worker()) {
    place.worker = row.id;
  } else if (table.entity().in_worker) {
    place.worker = ref.facts->table(vocabulary.worker()).row(row.parent).id;
    place.index = ref.row - table.rows_of(row.parent).first;
  } else {
    place.index = ref.row;
  }
  return place;
}

std::string fact_text(facts::Type type, std::int64_t value, std::uint16_t unit) {
  switch (type) {
    case facts::Type::date:
      return to_iso(Date(static_cast<std::int32_t>(value)));
    case facts::Type::decimal:
    case facts::Type::percent:
      return to_string(Decimal{value});
    case facts::Type::money:
      return to_string(Money{value, unpack_currency(unit)});
    default:
      return std::to_string(value);
  }
}

std::vector<Lever> levers(const LeafSight& comparison, const ruleset::Recording& recording) {
  std::vector<Lever> all;
  const auto& parts = comparison.written().parts;
  LeverFinder finder(*comparison.expression, recording.event, all);
  finder.side(*comparison.frame, parts[0], true);
  finder.side(*comparison.frame, parts[1], false);
  std::ranges::stable_sort(
      all, {}, [](const Lever& lever) { return std::pair(lever.event, !lever.direct); });
  return all;
}

std::optional<std::string> with_fact(const std::string& filing, const FactPlace& at,
                                     const std::optional<std::string>& value) {
  pugi::xml_document document;
  document.load_string(filing.c_str());
  auto record = record_of(document.document_element(), at);
  if (!record) return std::nullopt;
  forget_fact(record, at.field);
  if (value) record.append_attribute(at.field.c_str()).set_value(value->c_str());
  std::ostringstream text;
  document.document_element().print(text, "", pugi::format_raw);
  return text.str();
}

}  // namespace periksa::audit
