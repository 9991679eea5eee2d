// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "auditor/results/fields.h"
#include "auditor/results/json_syntax.h"
#include "auditor/results/references.h"
#include "auditor/results/results_json.h"

namespace periksa::results {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kEnough = 20;  // diagnostics worth reading

/// Collects what is wrong, each with its JSON pointer.
class Faults {
 public:
  explicit Faults(const std::string& name) : name_(name) {}

  void add(const std::string& pointer, Bilingual text) {
    if (list_.size() >= kEnough) return;
    list_.push_back({Diagnostic::Kind::error, {name_, 0, 0, pointer}, std::move(text)});
  }
  const Diagnostics& list() const { return list_; }

 private:
  const std::string& name_;
  Diagnostics list_;
};

std::optional<Verdict> parse_word(std::string_view word, Verdict) {
  return parse_verdict(word);
}
std::optional<Tier> parse_word(std::string_view word, Tier) {
  return parse_tier(word);
}
std::optional<Severity> parse_word(std::string_view word, Severity) {
  return parse_severity(word);
}
std::optional<Truth> parse_word(std::string_view word, Truth) {
  return parse_truth(word);
}

class Place;
template <class T>
void read(const Place& place, T& out);

/// One value of the tree and the way to it; lives on the stack of the reading functions.
class Place {
 public:
  Place(const Json& json, Faults& faults) : json_(json), faults_(faults) {}

  const Json& json() const { return json_; }
  Place at(const Json& json, std::string_view key) const { return {json, faults_, this, key}; }

  std::string pointer() const { return parent_ ? parent_->pointer() + pointer_step(key_) : ""; }
  void add(Bilingual text) const { faults_.add(pointer(), std::move(text)); }
  void expected(const char* id, const char* en) const {
    add({std::string("diharapkan ") + id, std::string("expected ") + en});
  }

 private:
  Place(const Json& json, Faults& faults, const Place* parent, std::string_view key)
      : json_(json), faults_(faults), parent_(parent), key_(key) {}

  const Json& json_;
  Faults& faults_;
  const Place* parent_ = nullptr;
  std::string_view key_;
};

/// Reads one object by a list of fields and refuses keys that are not in it.
class ObjectReader {
 public:
  explicit ObjectReader(const Place& place) : place_(place) {}

  template <class T>
  void must(const char* key, T& member) {
    known_.emplace_back(key);
    const auto at = place_.json().find(key);
    if (at == place_.json().end()) return missing(key);
    read(place_.at(*at, key), member);
  }
  template <class T>
  void may(const char* key, T& member, const T& fallback = T{}) {
    if (place_.json().contains(key)) return must(key, member);
    known_.emplace_back(key);
    member = fallback;
  }
  void allow(const char* key) { known_.emplace_back(key); }
  void finish() const {
    for (const auto& [key, value] : place_.json().items()) {
      if (std::find(known_.begin(), known_.end(), key) == known_.end()) unknown(key);
    }
  }

 private:
  void missing(const std::string& key) const {
    place_.add(
        {"kunci '" + key + "' tidak ada; dokumen tidak utuh", "the key '" + key + "' is missing"});
  }
  void unknown(const std::string& key) const {
    place_.at(place_.json(), key)
        .add({"kunci '" + key + "' tidak dikenal dalam format ini",
              "the key '" + key + "' is not known to this format"});
  }

  const Place& place_;
  std::vector<std::string_view> known_;
};

template <class T>
void read_object(const Place& place, T& out) {
  if (!place.json().is_object()) return place.expected("objek", "an object");
  ObjectReader reader(place);
  fields(reader, out);
  reader.finish();
}

template <class Integer>
void read_integer(const Place& place, Integer& out) {
  constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<Integer>::max());
  const Json& json = place.json();
  if (json.is_number_unsigned() && json.get<std::uint64_t>() <= kMax) {
    out = static_cast<Integer>(json.get<std::uint64_t>());
  } else if (std::is_signed_v<Integer> && json.is_number_integer() &&
             json.get<std::int64_t>() < 0 &&
             json.get<std::int64_t>() >=
                 static_cast<std::int64_t>(std::numeric_limits<Integer>::min())) {
    out = static_cast<Integer>(json.get<std::int64_t>());
  } else {
    place.expected("bilangan bulat dalam batasnya", "a whole number within its bounds");
  }
}

void read_string(const Place& place, std::string& out) {
  if (!place.json().is_string()) return place.expected("teks", "a text");
  out = place.json().get_ref<const std::string&>();
}

template <class Enum>
void read_word(const Place& place, Enum& out) {
  std::string word;
  read_string(place, word);
  if (const auto parsed = parse_word(word, out)) {
    out = *parsed;
  } else {
    place.add(
        {"kata '" + word + "' tidak dikenal di sini", "the word '" + word + "' is not known here"});
  }
}

template <class T>
void read_list(const Place& place, std::vector<T>& out) {
  if (!place.json().is_array()) return place.expected("daftar", "a list");
  out.reserve(place.json().size());
  for (const Json& item : place.json()) {
    const std::string index = std::to_string(out.size());
    read(place.at(item, index), out.emplace_back());
  }
}

template <class T>
void read_map(const Place& place, std::map<std::string, T>& out) {
  if (!place.json().is_object()) return place.expected("objek", "an object");
  for (const auto& [key, value] : place.json().items()) read(place.at(value, key), out[key]);
}

template <class T>
void read(const Place& place, T& out) {
  if constexpr (std::is_enum_v<T>) {
    read_word(place, out);
  } else if constexpr (std::same_as<T, bool>) {
    if (!place.json().is_boolean()) return place.expected("true/false", "true or false");
    out = place.json().get<bool>();
  } else if constexpr (std::integral<T>) {
    read_integer(place, out);
  } else if constexpr (std::same_as<T, std::string>) {
    read_string(place, out);
  } else if constexpr (requires { typename T::mapped_type; }) {
    read_map(place, out);
  } else if constexpr (requires { out.has_value(); }) {
    read(place, out.emplace());
  } else if constexpr (requires { out.begin(); }) {
    read_list(place, out);
  } else {
    read_object(place, out);
  }
}

bool read_format(const Json& json, Faults& faults) {
  if (!json.is_object()) {
    faults.add("", {"diharapkan dokumen hasil Periksa", "expected a results document of Periksa"});
    return false;
  }
  const auto at = json.find("format");
  if (at != json.end() && at->is_string() && at->get_ref<const std::string&>() == kFormat) {
    return true;
  }
  faults.add("/format", {"format tidak dikenal; versi ini membaca " + std::string(kFormat),
                         "unknown format; this version reads " + std::string(kFormat)});
  return false;
}

}  // namespace

Result<Results> read_json(std::string_view text, const std::string& name) {
  if (auto fault = json_fault(text, name)) return std::unexpected(Diagnostics{std::move(*fault)});
  const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
  Faults faults(name);
  Results results;
  if (read_format(json, faults)) {
    const Place place(json, faults);
    ObjectReader reader(place);
    reader.allow("format");
    fields(reader, results);
    reader.finish();
  }
  if (!faults.list().empty()) return std::unexpected(faults.list());
  if (auto dangling = check_references(results, name); !dangling.empty()) {
    return std::unexpected(std::move(dangling));
  }
  return results;
}

}  // namespace periksa::results
