// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/json_reading.h"

#include <algorithm>
#include <array>
#include <utility>

#include "auditor/base/blanks.h"
#include "auditor/forms/json_messages.h"

namespace periksa::forms {
namespace {

using WrittenKind = Written::Kind;

constexpr std::array<std::pair<std::string_view, WrittenKind>, 4> kStates{
    {{"none", WrittenKind::none},
     {"absent", WrittenKind::absent},
     {"not-supplied", WrittenKind::not_supplied},
     {"unreadable", WrittenKind::unreadable}}};

std::expected<DateRange, Bilingual> span_of(const JsonReading& said) {
  const auto first = said.from ? parse_iso_date(*said.from) : std::nullopt;
  const auto last = said.to ? parse_iso_date(*said.to) : std::nullopt;
  if (!first || !last || *last < *first) return std::unexpected(say::span_wrong());
  return DateRange{*first, *last};
}

}  // namespace

std::optional<std::string>* JsonReading::member(std::string_view name) {
  if (name == "value") return &value;
  if (name == "source") return &source;
  if (name == "state") return &state;
  if (name == "raw") return &raw;
  if (name == "from") return &from;
  if (name == "to") return &to;
  return nullptr;
}

std::expected<JsonRecord::Reading, Bilingual> read_reading(const facts::Field& field,
                                                           const JsonReading& said) {
  JsonRecord::Reading reading;
  reading.field = field.name;
  reading.source = said.source.value_or("");
  if (!said.state && !said.value) return std::unexpected(say::neither_value_nor_state());
  if (said.state) {
    const auto known =
        std::ranges::find(kStates, *said.state, &std::pair<std::string_view, WrittenKind>::first);
    if (known == kStates.end()) return std::unexpected(say::state_unknown(*said.state));
    if (said.value && !said.value->empty()) return std::unexpected(say::value_and_state());
    reading.written.kind = known->second;
  } else {
    reading.written.text = without_blanks_around(*said.value);
    reading.written.kind = reading.written.text.empty() ? WrittenKind::absent : WrittenKind::value;
    reading.raw = reading.written.text;
  }
  const auto kind = reading.written.kind;
  if (said.raw) {
    if (kind != WrittenKind::unreadable && kind != WrittenKind::value)
      return std::unexpected(say::raw_alone());
    if (field.type == facts::Type::reference && kind == WrittenKind::value)
      return std::unexpected(say::raw_of_reference());
    reading.raw = without_blanks_around(*said.raw);
  }
  if (said.from || said.to) {
    if (field.type != facts::Type::date || kind != WrittenKind::unreadable)
      return std::unexpected(say::span_of_no_date());
    const auto span = span_of(said);
    if (!span) return std::unexpected(span.error());
    reading.written.readings = *span;
  }
  return reading;
}

}  // namespace periksa::forms
