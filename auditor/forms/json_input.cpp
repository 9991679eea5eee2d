// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/json_input.h"

#include <algorithm>
#include <utility>

#include "auditor/sheets/utf8.h"

namespace periksa::forms {
namespace {

bool is_bare_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

std::uint32_t hex_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0');
  return (static_cast<std::uint32_t>(c) | 0x20U) - 'a' + 10U;
}

}  // namespace

void StringWatch::see(char c) {
  switch (state_) {
    case State::outside:
      if (c == '"') state_ = State::text;
      return;
    case State::text:
      if (c == '"' && !half_) state_ = State::outside;
      if (c == '\\') state_ = State::escape;
      return;
    case State::escape:
      state_ = c == 'u' ? State::hex : State::text;
      digits_ = 0;
      unit_ = 0;
      return;
    case State::hex:
      unit_ = unit_ * 16 + hex_value(c);
      if (++digits_ < 4) return;
      state_ = State::text;
      half_ = !half_ && unit_ >= 0xD800 && unit_ <= 0xDBFF;
      return;
  }
}

JsonInput::JsonInput(intake::ReadBytes read, std::size_t window, const intake::InputCaps& caps)
    : input_(std::move(read), window, caps.file), cap_(caps.element), left_(caps.element) {}

/// What was given is consumed; the window then begins at what is not.
void JsonInput::settle() {
  if (pos_ == 0) return;
  last_byte_ = data_[pos_ - 1];
  input_.consume(pos_ - 1);
  last_ = input_.spot();
  input_.consume(1);
  data_ = input_.rest().data();
  good_ -= pos_;
  valid_ -= pos_;
  left_ -= pos_;
  pos_ = 0;
}

void JsonInput::mark() {
  settle();
  marked_ = last_;
  left_ = cap_;
  good_ = std::min(valid_, cap_);
}

void JsonInput::prove() {
  const std::string_view rest = input_.rest();
  data_ = rest.data();
  const auto text = rest.substr(0, sheets::utf8_prefix(rest));
  const auto control = std::ranges::find_if(text, is_bare_control);
  valid_ = static_cast<std::size_t>(control - text.begin());
  bad_ = control != text.end() || !sheets::utf8_may_go_on(rest.substr(text.size()));
  good_ = static_cast<std::size_t>(std::min<std::uint64_t>(valid_, left_));
}

bool JsonInput::more() {
  if (end_ != End::open) return false;
  settle();
  while (good_ == 0) {
    if (valid_ > 0) {
      end_ = End::record_too_large;
    } else if (bad_) {
      end_ = is_bare_control(input_.rest().front()) ? End::control : End::not_utf8;
    } else if (input_.refill()) {
      prove();
      continue;
    } else {
      // A character that the end of the file cuts in two is no character.
      const bool cut = !input_.rest().empty() && input_.error() == 0 && !input_.too_large();
      end_ = cut ? End::not_utf8 : End::whole;
    }
    return false;
  }
  return true;
}

facts::Spot JsonInput::last() const {
  return pos_ == 0 ? last_ : intake::behind(input_.spot(), {data_, pos_ - 1});
}

facts::Spot JsonInput::end_spot() const {
  return end_ == End::record_too_large ? marked_ : input_.spot();
}

}  // namespace periksa::forms
