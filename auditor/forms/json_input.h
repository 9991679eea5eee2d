// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

#include "auditor/intake/caps.h"
#include "auditor/intake/input.h"

namespace periksa::forms {

/// Follows the bytes of a JSON document to know whether the last one stands in a string, and what
/// of an escape was read. Exact as long as the document is well-formed so far.
class StringWatch {
 public:
  void see(char c);
  bool inside() const { return state_ != State::outside; }
  bool in_escape() const { return state_ == State::escape || state_ == State::hex; }
  /// The last `\u` escape with nothing but itself behind it, as far as it was read.
  std::uint32_t unit() const { return unit_; }

 private:
  enum class State : std::uint8_t { outside, text, escape, hex };
  State state_ = State::outside;
  bool half_ = false;  // the first of two surrogates was read: only the second may follow
  std::uint32_t unit_ = 0;
  int digits_ = 0;
};

/// The bytes of a JSON document one by one, proved to be UTF-8 without bare control characters, for
/// a parser that asks for them through an iterator. When something forbids to go on, the bytes end
/// there, and `end` tells why: a parser that is content with what it got has to be asked about it.
class JsonInput {
 public:
  enum class End : std::uint8_t { open, whole, not_utf8, control, record_too_large };

  JsonInput(intake::ReadBytes read, std::size_t window, const intake::InputCaps& caps);

  bool at_end() { return pos_ == good_ && !more(); }
  char current() const { return data_[pos_]; }
  void advance() {
    watch_.see(data_[pos_]);
    ++pos_;
  }

  /// From here on, caps.element bytes may follow until the next mark.
  void mark();

  End end() const { return end_; }
  const intake::Input& input() const { return input_; }
  std::string sha256() { return input_.sha256(); }
  const StringWatch& watch() const { return watch_; }

  /// Of the byte that was given last; of the first where none was.
  facts::Spot last() const;
  /// That byte, or a blank.
  char last_byte() const { return pos_ > 0 ? data_[pos_ - 1] : last_byte_; }
  /// Of the byte that is in the way; of the mark, where a record is too large.
  facts::Spot end_spot() const;

 private:
  bool more();
  void settle();
  void prove();

  intake::Input input_;
  std::size_t cap_;
  const char* data_ = nullptr;
  std::size_t pos_ = 0;     // in the window: given so far
  std::size_t good_ = 0;    // may be given
  std::size_t valid_ = 0;   // proved
  std::uint64_t left_ = 0;  // until the cap of the record is met, from the window's beginning
  bool bad_ = false;        // what stands behind the proved bytes is refused
  char last_byte_ = ' ';
  facts::Spot last_{1, 1};
  facts::Spot marked_{1, 1};
  End end_ = End::open;
  StringWatch watch_;
};

/// What the parser takes for an iterator over bytes; all of one input are the same place in it.
class JsonByte {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  explicit JsonByte(JsonInput* input) : input_(input) {}
  char operator*() const { return input_->current(); }
  JsonByte& operator++() {
    input_->advance();
    return *this;
  }
  /// Against the end, which has no input.
  bool operator==(const JsonByte& other) const {
    return (input_ == nullptr || input_->at_end()) &&
           (other.input_ == nullptr || other.input_->at_end());
  }

 private:
  JsonInput* input_;
};

}  // namespace periksa::forms
