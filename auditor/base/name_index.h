// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

namespace periksa {

template <class Word>
Word load_word(const char* bytes) {
  Word word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// Of the length, the first and the last eight bytes: quick, and easily made to collide.
inline std::uint64_t name_hash(std::string_view name) {
  const char* const data = name.data();
  const std::size_t size = name.size();
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  if (size >= 8) {
    head = load_word<std::uint64_t>(data);
    tail = load_word<std::uint64_t>(data + size - 8);
  } else if (size >= 4) {
    head = load_word<std::uint32_t>(data);
    tail = load_word<std::uint32_t>(data + size - 4);
  } else if (size > 0) {
    head = load_word<std::uint8_t>(data);
    tail =
        load_word<std::uint8_t>(data + size / 2) * 256U + load_word<std::uint8_t>(data + size - 1);
  }
  const std::uint64_t mixed = (head ^ size) * 0x9E3779B97F4A7C15U ^ tail * 0xC2B2AE3D27D4EB4FU;
  return (mixed ^ (mixed >> 29)) * 0x9E3779B97F4A7C15U >> 32;
}

/// Whether two names are equal: quick for what is no longer than two words, as nearly all are.
inline bool same_name(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  const auto differ = [&]<class Word>(Word, std::size_t at) {
    return load_word<Word>(a.data() + at) ^ load_word<Word>(b.data() + at);
  };
  if (size > 16) return a == b;
  if (size >= 8) return (differ(std::uint64_t{}, 0) | differ(std::uint64_t{}, size - 8)) == 0;
  if (size >= 4) return (differ(std::uint32_t{}, 0) | differ(std::uint32_t{}, size - 4)) == 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (a[i] != b[i]) return false;
  }
  return true;
}

/// Numbers by name, for the fixed names of our own vocabulary: looking one up costs a few
/// nanoseconds. Not for names that come from a filing, because of its hash. The names must outlive
/// it.
class NameIndex {
 public:
  /// False, and nothing changes, if the name is there.
  bool add(std::string_view name, std::uint32_t value);

  std::optional<std::uint32_t> find(std::string_view name) const {
    if (count_ == 0) return std::nullopt;
    const Place& place = places_[slot_of(name)];
    if (!place.taken) return std::nullopt;
    return place.value;
  }

 private:
  struct Place {
    std::string_view name;
    std::uint32_t value = 0;
    bool taken = false;
  };

  void grow();
  std::size_t slot_of(std::string_view name) const;

  std::vector<Place> places_;
  std::size_t count_ = 0;
};

}  // namespace periksa
