// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/json_events.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "auditor/forms/json_messages.h"
#include "auditor/intake/messages.h"

namespace periksa::forms {
namespace {

using Json = nlohmann::json;

// The document, its workers, one worker, a list of records, a record, a list of readings, a
// reading.
constexpr std::size_t kDepth = 7;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Passes the parser's calls on, and knows what was expected where it stopped.
class Events : public nlohmann::json_sax<Json> {
 public:
  Events(JsonInput& input, JsonSink& sink) : input_(input), sink_(sink) {}

  const std::optional<JsonFault>& fault() const { return fault_; }
  bool stopped() const { return stopped_; }

  bool null() override { return value({JsonScalar::Kind::null, {}}); }
  bool boolean(bool yes) override { return value({JsonScalar::Kind::truth, yes ? "yes" : "no"}); }
  bool number_integer(number_integer_t number) override {
    return value({JsonScalar::Kind::number, std::to_string(number)});
  }
  bool number_unsigned(number_unsigned_t number) override {
    return value({JsonScalar::Kind::number, std::to_string(number)});
  }
  bool number_float(number_float_t, const string_t& digits) override {
    return value({JsonScalar::Kind::number, digits});
  }
  bool string(string_t& text) override { return value({JsonScalar::Kind::text, text}); }
  bool binary(binary_t&) override { return false; }  // there is none in a text
  bool start_object(std::size_t) override { return open(false); }
  bool start_array(std::size_t) override { return open(true); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    before_ = Before::name;
    return go_on(sink_.key(name));
  }

  bool parse_error(std::size_t, const std::string&, const Json::exception& error) override {
    constexpr int kOverflow = 406;
    fault_ = {input_.last(), error.id == kOverflow ? say::json_number_too_large() : explain()};
    return false;
  }

 private:
  enum class Before : std::uint8_t { nothing, opened, name, value };

  bool go_on(bool on) {
    stopped_ = stopped_ || !on;
    return on;
  }
  bool value(const JsonScalar& scalar) {
    if (lists_.empty()) return no_object();
    before_ = Before::value;
    return go_on(sink_.scalar(scalar));
  }
  bool open(bool list) {
    if (lists_.empty() && list) return no_object();
    before_ = Before::opened;
    lists_.push_back(list);
    if (lists_.size() <= kDepth) return go_on(sink_.open(list));
    fault_ = {input_.last(), say::json_too_deep(kDepth)};
    return false;
  }
  bool no_object() {
    fault_ = {input_.last(), say::json_not_an_object()};
    return false;
  }
  bool close() {
    before_ = Before::value;
    lists_.pop_back();
    return go_on(sink_.close());
  }

  Bilingual explain() const {
    const bool at_end = input_.end() != JsonInput::End::open;
    if (at_end && before_ == Before::nothing && is_blank(input_.last_byte()))
      return say::json_empty();
    if (at_end && !lists_.empty()) return say::json_cut_off();
    if (input_.watch().inside()) return explain_string();
    const char found = input_.last_byte();
    if (lists_.empty()) {
      return before_ == Before::value ? say::json_text_behind() : say::json_not_an_object();
    }
    if (found == '\'') return say::json_apostrophes();
    if (found == '/' || found == '#') return say::json_comment();
    if (is_letter(found)) return say::json_bare_word();
    const bool list = lists_.back();
    if (before_ == Before::value && found == (list ? ']' : '}')) return say::json_comma_too_many();
    return expected(list, found);
  }

  Bilingual explain_string() const {
    const auto& watch = input_.watch();
    const auto unit = watch.unit();
    if (!watch.in_escape() && input_.last_byte() < ' ' && input_.last_byte() >= 0)
      return say::json_line_break_in_text();
    if (unit >= 0xD800 && unit <= 0xDFFF) return say::json_half_character();
    return say::json_bad_escape();
  }

  Bilingual expected(bool list, char found) const {
    switch (before_) {
      case Before::name:
        return say::json_expected_value(found);
      case Before::opened:
        return list ? say::json_expected_element(found) : say::json_expected_name(found);
      case Before::nothing:
      case Before::value:
        break;
    }
    return list ? say::json_expected_next_element(found) : say::json_expected_next_name(found);
  }

  JsonInput& input_;
  JsonSink& sink_;
  std::vector<bool> lists_;
  Before before_ = Before::nothing;
  bool stopped_ = false;
  std::optional<JsonFault> fault_;
};

/// What kept the input from being given to its end.
std::optional<JsonFault> fault_of(const JsonInput& input, const intake::InputCaps& caps) {
  if (input.input().error() != 0)
    return JsonFault{{0, 0}, intake::say::cannot_read(input.input().error())};
  if (input.input().too_large()) return JsonFault{{0, 0}, intake::say::file_too_large(caps.file)};
  switch (input.end()) {
    case JsonInput::End::not_utf8:
      return JsonFault{input.end_spot(), say::json_not_utf8()};
    case JsonInput::End::control:
      return JsonFault{input.end_spot(), say::json_control_character()};
    case JsonInput::End::record_too_large:
      return JsonFault{input.end_spot(), say::json_record_too_large(caps.element)};
    case JsonInput::End::open:
    case JsonInput::End::whole:
      break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<JsonFault> read_json(JsonInput& input, const intake::InputCaps& caps,
                                   JsonSink& sink) {
  Events events(input, sink);
  Json::sax_parse(JsonByte(&input), JsonByte(nullptr), &events);
  if (events.stopped()) return std::nullopt;
  const auto input_fault = fault_of(input, caps);
  const bool came_to_it = input.end() != JsonInput::End::open;
  return came_to_it && input_fault ? input_fault : events.fault();
}

}  // namespace periksa::forms
