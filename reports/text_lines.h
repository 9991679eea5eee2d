// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "reports/report_options.h"

namespace periksa::reports {

/// Writes lines of at most 88 characters for a terminal. Every text is made printable first, so a
/// value cannot move the cursor or colour the screen.
class TextLines {
 public:
  explicit TextLines(const Sink& sink) : sink_(sink) {}

  /// A paragraph, wrapped at blanks, every line after `indent` blanks.
  void line(std::size_t indent, std::string_view text) const;
  /// As `line`, with a sign or name before the first line, in the room of `indent`.
  void item(std::size_t indent, std::string_view label, std::string_view text) const;
  void blank() const { sink_("\n"); }

 private:
  const Sink& sink_;
};

/// Characters of a text, counting each code point once.
std::size_t width(std::string_view text);

}  // namespace periksa::reports
