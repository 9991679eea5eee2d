// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/scanner.h"

#include <utility>

#include "auditor/intake/messages.h"
#include "auditor/intake/worker_length.h"

namespace periksa::intake {
namespace {

using Outcome = xml::Scan::Outcome;

constexpr std::size_t kLongestName = 64;

bool ends_name(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '/' || c == '>';
}

}  // namespace

Scanner::Scanner(Input& input, Problems& problems, const InputCaps& caps,
                 std::function<void()> before_move)
    : input_(input),
      problems_(problems),
      caps_(caps),
      xml_caps_(xml_caps(caps)),
      before_move_(std::move(before_move)) {}

void Scanner::fault(std::size_t offset, xml::Fault fault) {
  problems_.fault(behind(input_.spot(), input_.rest().substr(0, offset)), xml::explain(fault));
}

/// The window shows the beginning of something and cannot move.
void Scanner::cut_off(xml::Fault at_end) {
  if (input_.error() != 0) {
    problems_.fault({0, 0}, say::cannot_read(input_.error()));
  } else if (input_.too_large()) {
    problems_.fault({0, 0}, say::file_too_large(caps_.file));
  } else if (input_.rest().size() > caps_.element) {
    problems_.fault(input_.spot(), say::element_too_large(name_in_front(), caps_.element));
  } else {
    fault(input_.rest().size(), at_end);
  }
}

bool Scanner::more(std::size_t length) {
  if (length > caps_.element) return false;
  before_move_();
  return input_.refill();
}

std::optional<xml::Scan> Scanner::piece(const Scan& scan, xml::Fault at_end) {
  xml::Scan found = scan(input_.rest());
  while (found.outcome == Outcome::incomplete && more(input_.rest().size())) {
    found = scan(input_.rest());
  }
  if (found.outcome == Outcome::incomplete) {
    cut_off(at_end);
  } else if (found.outcome == Outcome::fault) {
    fault(found.length, found.fault);
  } else if (found.length > caps_.element) {
    problems_.fault(input_.spot(), say::element_too_large(name_in_front(), caps_.element));
  } else {
    return found;
  }
  return std::nullopt;
}

std::string_view Scanner::name_in_front() const {
  std::string_view name = input_.rest().substr(0, kLongestName + 2);
  if (name.starts_with('<')) name.remove_prefix(1);
  std::size_t length = 0;
  while (length < name.size() && !ends_name(name[length])) ++length;
  return name.substr(0, length);
}

std::optional<Slice> Scanner::start_tag() {
  input_.refill();
  const auto prolog = piece(&xml::scan_prolog, xml::Fault::no_root);
  if (!prolog) return std::nullopt;
  consume(prolog->length);
  const auto tag =
      piece([&](std::string_view bytes) { return xml::scan_start_tag(bytes, xml_caps_); },
            xml::Fault::ends_early);
  if (!tag) return std::nullopt;
  if (tag->name != "filing") {
    problems_.fault(input_.spot(), say::wrong_root(tag->name));
    return std::nullopt;
  }
  closed_ = tag->closed;
  return Slice{input_.rest().substr(0, tag->length), input_.spot()};
}

/// Until something that is neither blank nor comment is in front of the window, or nothing at all.
bool Scanner::skip_between() {
  for (;;) {
    const xml::Scan blanks = xml::scan_between(input_.rest());
    if (blanks.outcome == Outcome::fault) {
      fault(blanks.length, blanks.fault);
      return false;
    }
    consume(blanks.length);
    const bool whole = blanks.outcome == Outcome::done;
    if (whole && !input_.rest().empty()) return true;
    if (more(input_.rest().size())) continue;
    if (!whole) cut_off(xml::Fault::ends_early);
    return whole;
  }
}

/// A name that touches the window's end may go on behind it.
void Scanner::complete_name() {
  while (name_in_front().size() + 1 == input_.rest().size()) {
    if (!more(input_.rest().size())) return;
  }
}

std::optional<std::string_view> Scanner::next() {
  if (!skip_between()) return std::nullopt;
  complete_name();
  if (input_.rest().empty()) {
    cut_off(xml::Fault::ends_early);
    return std::nullopt;
  }
  return input_.rest().starts_with("</") ? std::string_view{} : name_in_front();
}

std::optional<Slice> Scanner::element() {
  const auto whole =
      piece([&](std::string_view bytes) { return xml::scan_element(bytes, xml_caps_); },
            xml::Fault::ends_early);
  if (!whole) return std::nullopt;
  return Slice{input_.rest().substr(0, whole->length), input_.spot()};
}

std::optional<Slice> Scanner::worker() {
  auto length = worker_length(input_.rest());
  while (!length && more(input_.rest().size())) length = worker_length(input_.rest());
  if (!length || *length > caps_.element) return element();  // which says what is wrong with it
  return Slice{input_.rest().substr(0, *length), input_.spot()};
}

bool Scanner::end() {
  if (!closed_) {
    const auto tag =
        piece([](std::string_view bytes) { return xml::scan_end_tag(bytes, "filing"); },
              xml::Fault::ends_early);
    if (!tag) return false;
    consume(tag->length);
  }
  if (!skip_between()) return false;
  if (!input_.rest().empty()) {
    fault(0, xml::Fault::second_root);
    return false;
  }
  if (input_.error() == 0 && !input_.too_large()) return true;
  cut_off(xml::Fault::none);
  return false;
}

}  // namespace periksa::intake
