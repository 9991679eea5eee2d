// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "auditor/intake/problems.h"

namespace periksa::intake {

/// Some bytes of a file, as they stand there, and where they begin; or bytes made from another form
/// of filing, with a map that tells where their pieces stand.
struct Slice {
  std::string_view bytes;
  facts::Spot first;
  facts::Mapped mapped{};

  facts::Spot spot(std::size_t offset) const;
};

/// Tells the problems of one slice by their offsets in it. A slice that has told many is only
/// counted further, so that a hostile one stays cheap.
class Reporter {
 public:
  explicit Reporter(Problems& problems) : problems_(problems) {}
  Reporter(const Reporter&) = delete;
  Reporter& operator=(const Reporter&) = delete;

  void begin(const Slice& slice);
  const Slice& slice() const { return slice_; }
  std::size_t errors() const { return errors_; }

  /// `text()` is only made when it is told.
  template <class Text>
  void error(std::size_t offset, Text&& text) {
    if (++errors_ > kEnough) return problems_.more_errors();
    const facts::Spot at = slice_.spot(offset);
    if (!problems_.wants_error(at)) return problems_.more_errors();
    problems_.error(at, text());
  }
  template <class Text>
  void warning(std::size_t offset, Text&& text) {
    if (++warnings_ > kEnough) return problems_.more_warnings();
    const facts::Spot at = slice_.spot(offset);
    if (!problems_.wants_warning(at)) return problems_.more_warnings();
    problems_.warning(at, text());
  }

  void count_unreadable() { problems_.count_unreadable(); }

  std::string place(facts::Spot spot) const { return problems_.place(spot); }

 private:
  static constexpr std::size_t kEnough = 50;

  Problems& problems_;
  Slice slice_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

}  // namespace periksa::intake
