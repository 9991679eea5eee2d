// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/json_shape.h"

#include <algorithm>
#include <utility>

#include "auditor/base/decimal.h"
#include "auditor/forms/element_writer.h"
#include "auditor/forms/json_messages.h"
#include "auditor/forms/messages.h"
#include "auditor/intake/messages.h"
#include "auditor/intake/value_reader.h"

namespace periksa::forms {

JsonShape::JsonShape(const facts::Vocabulary& vocabulary, const intake::InputCaps& caps,
                     const JsonTables& tables, JsonInput& input, intake::Problems& problems,
                     JsonParts& parts)
    : vocabulary_(vocabulary),
      caps_(caps),
      tables_(tables),
      input_(input),
      problems_(problems),
      parts_(parts) {}

JsonShape::Frame& JsonShape::record_frame() {
  return *std::ranges::find(frames_.rbegin(), frames_.rend(), At::record, &Frame::at);
}

JsonRecord& JsonShape::record() {
  const Frame& frame = record_frame();
  if (is_worker(frame)) return own_.record;
  return tables_.is_in_worker(*frame.table) ? own_.own[own_.count - 1] : shared_;
}

const facts::Field* JsonShape::field_of(const Frame& frame) const {
  if (frame.table->entity == nullptr) return nullptr;
  const auto field = frame.table->entity->find(key_of(frame));
  return field ? &frame.table->entity->fields[*field] : nullptr;
}

facts::Spot JsonShape::spot(const Frame& frame, std::uint32_t key, std::uint32_t reading) const {
  const auto worker = tables_.is_in_worker(*frame.table) ? worker_ : facts::kSharedRecord;
  return facts::pointer_spot(frame.table->part, worker, frame.index, key, reading);
}

/// Where the value stands that comes next.
facts::Spot JsonShape::here() {
  const Frame& frame = top();
  if (frame.at == At::list) return spot(frame, facts::kNoKey);
  const Frame& of = frame.at == At::filing ? frame : record_frame();
  if (frame.at == At::readings) return spot(of, of.key, frame.index + 1);
  return spot(of, of.key, frame.at == At::reading ? reading_number_ : 0);
}

void JsonShape::error(facts::Spot at, Bilingual text) {
  problems_.error(at, std::move(text));
}

/// Something stands where it means nothing: it is told, and left out with all that is in it.
bool JsonShape::skip(bool container, Bilingual text) {
  error(here(), std::move(text));
  if (top().at == At::list || top().at == At::readings) ++top().index;
  if (container) skipped_depth_ = 1;
  return true;
}

bool JsonShape::open(bool list) {
  if (skipped_depth_ > 0 || std::exchange(skip_next_, false)) {
    ++skipped_depth_;
    return true;
  }
  if (frames_.empty()) {
    frames_.push_back({.at = At::filing, .table = &tables_.filing(), .index = facts::kOnlyRecord});
    return true;
  }
  switch (top().at) {
    case At::filing:
    case At::record:
      return open_member(list);
    case At::list:
      return list ? skip(true, say::expected_object()) : open_record(top().index++);
    case At::names:
      return skip(true, say::expected_names());
    case At::readings:
      return list ? skip(true, say::expected_object()) : open_reading(++top().index);
    case At::reading:
      break;
  }
  top().sound = false;
  return skip(true, say::expected_text());
}

bool JsonShape::open_member(bool list) {
  Frame& frame = top();
  frame.given.set(frame.key);
  const auto name = key_of(frame);
  if (field_of(frame) != nullptr) {
    if (!list) return open_reading(0);
    frames_.push_back({.at = At::readings, .table = &tables_.reading()});
    return true;
  }
  if (frame.at == At::filing) {
    if (const auto* const table = tables_.in_filing(name)) return open_list(*table, list);
  } else if (is_worker(frame)) {
    if (const auto* const table = tables_.in_worker(name)) return open_list(*table, list);
  }
  if (list && name == "none") {
    frames_.push_back({.at = At::names, .table = frame.table});
    return true;
  }
  frame.sound = frame.sound && !is_required(frame);
  return skip(true, say::expected_text());
}

bool JsonShape::open_list(const JsonTable& table, bool list) {
  if (!list && !table.single) return skip(true, say::expected_list());
  if (&table == &tables_.workers()) {
    check_required(top());
    parts_.workers();
  }
  frames_.push_back({.at = At::list, .table = &table, .only = !list});
  return list || open_record(facts::kOnlyRecord);
}

bool JsonShape::open_record(std::uint32_t index) {
  const JsonTable& table = *top().table;
  Frame frame{.at = At::record, .table = &table, .index = index};
  if (!tables_.is_in_worker(table)) input_.mark();
  if (&table == &tables_.workers()) {
    if (workers_ == caps_.workers) {
      error(spot(frame, facts::kNoKey), say::too_many_workers(caps_.workers));
      return false;
    }
    ++workers_;
    worker_ = index;
    own_.count = 0;
  } else if (tables_.is_in_worker(table)) {
    const auto cap = caps_.records_of_one_worker;
    if (index != facts::kOnlyRecord && index >= cap) {
      const auto& many = tables_.parts()[table.part - 1U].name;
      if (index == cap) error(spot(frame, facts::kNoKey), intake::say::too_many_records(many, cap));
      skipped_depth_ = 1;
      return true;
    }
    if (own_.count == own_.own.size()) own_.own.emplace_back();
    ++own_.count;
  }
  const auto at = spot(frame, facts::kNoKey);
  frames_.push_back(std::move(frame));
  record().begin(table.element, at);
  return true;
}

bool JsonShape::open_reading(std::uint32_t number) {
  if (number > facts::kMaxReading) {
    if (number == facts::kMaxReading + 1) {
      const Frame& of = record_frame();
      error(spot(of, of.key), say::too_many_readings_listed(facts::kMaxReading));
    }
    skipped_depth_ = 1;
    return true;
  }
  reading_ = {};
  reading_number_ = number;
  frames_.push_back({.at = At::reading, .table = &tables_.reading()});
  return true;
}

bool JsonShape::close() {
  if (skipped_depth_ > 0) {
    --skipped_depth_;
    return true;
  }
  const At at = top().at;
  if (at == At::record) return close_record();
  if (at == At::reading) {
    close_reading();
  } else {
    if (at == At::list) behind_workers_ = behind_workers_ || top().table == &tables_.workers();
    if (at == At::filing && !behind_workers_) check_required(top());
    frames_.pop_back();
  }
  return true;
}

bool JsonShape::close_record() {
  check_required(top());
  const Frame frame = top();
  const bool worker = is_worker(frame);
  bool on = true;
  if (worker) {
    on = parts_.worker(own_, worker_, frame.sound);
  } else if (tables_.is_in_worker(*frame.table)) {
    if (!frame.sound) --own_.count;
  } else if (frame.sound) {
    on = parts_.shared(shared_);
  }
  if (!tables_.is_in_worker(*frame.table)) input_.mark();
  frames_.pop_back();
  if (top().only) frames_.pop_back();
  return on;
}

void JsonShape::close_reading() {
  const bool sound = top().sound;
  frames_.pop_back();
  if (sound) add_reading();
}

void JsonShape::add_reading() {
  const Frame& of = record_frame();
  const auto at = spot(of, of.key, reading_number_);
  auto reading = read_reading(*field_of(of), reading_);
  if (!reading) return error(at, std::move(reading.error()));
  reading->spot = at;
  record().readings.push_back(std::move(*reading));
}

void JsonShape::check_required(Frame& frame) {
  for (const auto name : frame.table->required) {
    if (frame.given.test(*frame.table->index.find(name))) continue;
    error(spot(frame, facts::kNoKey), say::member_missing(name));
    frame.sound = false;
  }
}

bool JsonShape::key(std::string_view name) {
  if (skipped_depth_ > 0) return true;
  Frame& frame = top();
  const JsonTable& table = *frame.table;
  const bool reading = frame.at == At::reading;
  if (frame.at == At::filing) input_.mark();
  const auto found = table.index.find(name);
  if (!found) {
    const bool of_worker = frame.at == At::filing && tables_.in_worker(name) != nullptr;
    error(reading ? here() : spot(frame, facts::kNoKey),
          of_worker ? say::member_in_worker(name) : say::member_unknown(name, table.keys));
  } else if (frame.seen.test(*found)) {
    error(reading ? here() : spot(frame, *found), say::member_twice(name));
  } else if (frame.at == At::filing && behind_workers_) {
    error(spot(frame, *found), say::behind_workers(name));
  } else {
    frame.key = *found;
    frame.seen.set(*found);
    return true;
  }
  skip_next_ = true;
  return true;
}

bool JsonShape::scalar(const JsonScalar& value) {
  if (skipped_depth_ > 0 || std::exchange(skip_next_, false)) return true;
  Frame& frame = top();
  switch (frame.at) {
    case At::filing:
      filing_member(value);
      return true;
    case At::list:
      return skip(false, say::expected_object());
    case At::record:
      member(value);
      return true;
    case At::names:
      name_of_none(value);
      return true;
    case At::readings:
      if (!open_reading(++frame.index)) return false;
      if (std::exchange(skipped_depth_, 0) > 0) return true;
      top().key = *tables_.reading().index.find("value");
      reading_member(value);
      return close();
    case At::reading:
      reading_member(value);
      return true;
  }
  return true;
}

void JsonShape::filing_member(const JsonScalar& value) {
  if (value.kind == ScalarKind::null) return;
  Frame& frame = top();
  frame.given.set(frame.key);
  const auto* const table = tables_.in_filing(key_of(frame));
  if (table == nullptr) return parts_.stated(key_of(frame), value, here());
  skip(false, table->single ? say::expected_record_or_list() : say::expected_list());
}

bool JsonShape::is_required(const Frame& frame) const {
  const auto& required = frame.table->required;
  return std::ranges::find(required, key_of(frame)) != required.end();
}

void JsonShape::member(const JsonScalar& value) {
  Frame& frame = top();
  const auto name = key_of(frame);
  const auto* const field = field_of(frame);
  if (field != nullptr) return field_value(*field, value);
  if (value.kind == ScalarKind::null) return;
  frame.given.set(frame.key);
  if (is_worker(frame) && tables_.in_worker(name) != nullptr) {
    const bool single = tables_.in_worker(name)->single;
    skip(false, single ? say::expected_record_or_list() : say::expected_list());
  } else if (frame.table->entity != nullptr && name == "none") {
    skip(false, say::expected_names());
  } else if (name == "page") {
    check_page(value);
  } else if (name == "source" && value.text.empty()) {
    return;  // as null: nothing is named
  } else if ((name == "count" && value.kind == ScalarKind::number) || is_text(value)) {
    if (is_sound(value.text)) {
      record().attributes.push_back({name, std::string(value.text), here()});
      return;
    }
    frame.sound = frame.sound && !is_required(frame);
  } else {
    frame.sound = frame.sound && !is_required(frame);
  }
}

void JsonShape::field_value(const facts::Field& field, const JsonScalar& value) {
  if (!fits(field, value) || !is_sound(value.text)) return;
  record().attributes.push_back({field.name, std::string(value.text), here()});
}

void JsonShape::name_of_none(const JsonScalar& value) {
  const Frame& of = record_frame();
  const auto& fields = of.table->entity->fields;
  if (value.kind != ScalarKind::text) {
    error(here(), say::expected_names());
    return;
  }
  const auto field = std::ranges::find(fields, value.text, &facts::Field::name);
  if (field == fields.end()) {
    std::vector<std::string_view> names;
    for (const auto& one : fields) names.emplace_back(one.name);
    error(here(), say::member_unknown(value.text, names));
  } else if (!add_to_list(record(), field->name, here())) {
    error(here(), say::name_listed_twice(value.text));
  }
}

void JsonShape::reading_member(const JsonScalar& value) {
  Frame& frame = top();
  const auto name = key_of(frame);
  auto* const text = reading_.member(name);
  if (text == nullptr) {
    if (value.kind != ScalarKind::null) check_page(value);
  } else if (value.kind == ScalarKind::null) {
    if (name == "value") text->emplace();
  } else {
    const auto& field = *field_of(record_frame());
    const bool good = name == "value" ? fits(field, value) : is_text(value);
    frame.sound = frame.sound && good && is_sound(value.text);
    text->emplace(value.text);
  }
}

void JsonShape::check_page(const JsonScalar& value) {
  const bool digits = value.kind == ScalarKind::number || value.kind == ScalarKind::text;
  const auto number = digits ? parse_integer(value.text) : std::nullopt;
  if (!number || *number < 1) error(here(), say::expected_number("page"));
}

bool JsonShape::fits(const facts::Field& field, const JsonScalar& value) {
  using facts::Type;
  const bool number =
      field.type == Type::integer || field.type == Type::decimal || field.type == Type::percent;
  const bool fine = value.kind == ScalarKind::null || value.kind == ScalarKind::text ||
                    (value.kind == ScalarKind::number && number) ||
                    (value.kind == ScalarKind::truth && field.type == Type::boolean);
  if (!fine) error(here(), say::expected_value_of(field.name, type_name(vocabulary_, field)));
  if (!fine || field.type != Type::code) return fine;
  const auto& list = vocabulary_.list(field.target);
  const bool known = intake::is_blank(value.text) || intake::is_dash(value.text) ||
                     list.find(value.text).has_value();
  if (!known) error(here(), say::not_in_list(value.text, field.name, list));
  return known;
}

bool JsonShape::is_text(const JsonScalar& value) {
  if (value.kind == ScalarKind::text) return true;
  error(here(), say::expected_text());
  return false;
}

bool JsonShape::is_sound(std::string_view text) {
  if (!is_legal_text(text)) {
    error(here(), say::text_illegal());
  } else if (written_size(text) > caps_.text) {
    error(here(), say::text_too_long(caps_.text));
  } else {
    return true;
  }
  return false;
}

}  // namespace periksa::forms
