// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "auditor/results/batch_fields.h"
#include "auditor/results/fields.h"
#include "auditor/results/json_text.h"
#include "auditor/results/results_json.h"

namespace periksa::results {
namespace {

using OrderedJson = nlohmann::ordered_json;

template <class T>
concept Word = std::is_enum_v<T>;
template <class T>
concept Plain = std::is_arithmetic_v<T> || std::same_as<T, std::string>;
template <class T>
concept Optional = requires(const T& x) { x.has_value(); };
template <class T>
concept Map = requires { typename T::mapped_type; };
template <class T>
concept List = !Map<T> && !Plain<T> && requires(const T& x) { x.begin(); };

/// What stands in JSON as it is; other texts are left to the library.
bool needs_no_escape(std::string_view text) {
  return std::ranges::none_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte >= 0x7F || c == '"' || c == '\\';
  });
}

void append_text(std::string& out, std::string_view text) {
  if (needs_no_escape(text)) {
    out += '"';
    out += text;
    out += '"';
  } else {
    out += json_text(text);
  }
}

template <class T>
void append(std::string& out, const T& x);

/// Writes one object from a list of fields. Nothing is built: the runs of a large filing's rules
/// are millions of small objects.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::string& out) : out_(out) { out_ += '{'; }

  template <class T>
  void must(const char* key, const T& member) {
    if (!first_) out_ += ',';
    first_ = false;
    append_text(out_, key);
    out_ += ':';
    append(out_, member);
  }
  template <class T>
  void may(const char* key, const T& member, const T& fallback = T{}) {
    if (member != fallback) must(key, member);
  }
  void end() { out_ += '}'; }

 private:
  std::string& out_;
  bool first_ = true;
};

template <class T>
void append(std::string& out, const T& x) {
  if constexpr (Word<T>) {
    append_text(out, to_string(x));
  } else if constexpr (std::same_as<T, bool>) {
    out += x ? "true" : "false";
  } else if constexpr (std::integral<T>) {
    std::array<char, 24> digits;
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), x);
    out.append(digits.data(), written.ptr);
  } else if constexpr (std::same_as<T, std::string>) {
    append_text(out, x);
  } else if constexpr (Optional<T>) {
    append(out, *x);
  } else if constexpr (Map<T>) {
    out += '{';
    bool first = true;
    for (const auto& [key, value] : x) {
      if (!std::exchange(first, false)) out += ',';
      append_text(out, key);
      out += ':';
      append(out, value);
    }
    out += '}';
  } else if constexpr (List<T>) {
    out += '[';
    bool first = true;
    for (const auto& item : x) {
      if (!std::exchange(first, false)) out += ',';
      append(out, item);
    }
    out += ']';
  } else {
    ObjectWriter object(out);
    fields(object, x);
    object.end();
  }
}

/// The outermost object: every key on a line, every element of its lists and maps as well.
class DocumentWriter {
 public:
  explicit DocumentWriter(const std::function<void(std::string_view)>& sink) : sink_(sink) {}

  template <class T>
  void must(const char* key, const T& member) {
    line_ += ",\n";
    append_text(line_, key);
    line_ += ':';
    if constexpr (List<T> || Map<T>) {
      elements(member);
    } else {
      append(line_, member);
    }
    pass_on();
  }
  template <class T>
  void may(const char* key, const T& member, const T& fallback = T{}) {
    if (member != fallback) must(key, member);
  }

 private:
  template <List T>
  void elements(const T& list) {
    line_ += '[';
    std::string_view before = "\n";
    for (const auto& item : list) {
      line_ += before;
      append(line_, item);
      pass_on();
      before = ",\n";
    }
    line_ += list.empty() ? "]" : "\n]";
  }
  template <Map T>
  void elements(const T& map) {
    line_ += '{';
    std::string_view before = "\n";
    for (const auto& [key, value] : map) {
      line_ += before;
      append_text(line_, key);
      line_ += ':';
      append(line_, value);
      pass_on();
      before = ",\n";
    }
    line_ += map.empty() ? "}" : "\n}";
  }
  void pass_on() {
    sink_(line_);
    line_.clear();
  }

  const std::function<void(std::string_view)>& sink_;
  std::string line_;
};

template <class Document>
void write_document(std::string_view format, const Document& x,
                    const std::function<void(std::string_view)>& sink) {
  sink(fmt::format(R"({{"format":"{}")", format));
  DocumentWriter document(sink);
  fields(document, x);
  sink("\n}\n");
}

}  // namespace

void write_json(const Results& results, const std::function<void(std::string_view)>& sink) {
  write_document(kFormat, results, sink);
}

void write_json(const Batch& batch, const std::function<void(std::string_view)>& sink) {
  write_document(kBatchFormat, batch, sink);
}

}  // namespace periksa::results
