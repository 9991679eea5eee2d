// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace periksa {

/// Delimiter-separated text as RFC 4180 has it, fed in pieces. Blanks around an unquoted value are
/// no part of it, line ends are LF, CR or both, and blank lines are no rows.
class CsvStream {
 public:
  using OnRow = std::function<void(std::span<const std::string>)>;

  CsvStream(char delimiter, OnRow on_row);
  ~CsvStream();
  CsvStream(const CsvStream&) = delete;
  CsvStream& operator=(const CsvStream&) = delete;

  /// How many of the bytes were read: fewer than there are where a quote stands inside a value.
  std::size_t feed(std::string_view bytes);
  /// Hands out the last row; false if a quote is still open.
  bool finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace periksa
