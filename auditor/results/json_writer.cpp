// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "auditor/results/fields.h"
#include "auditor/results/results_json.h"

namespace periksa::results {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json json_of(const T& x);

/// Fills one object from a list of fields.
class ObjectWriter {
 public:
  template <class T>
  void must(const char* key, const T& member) {
    object_.emplace(key, json_of(member));
  }
  template <class T>
  void may(const char* key, const T& member, const T& fallback = T{}) {
    if (member != fallback) must(key, member);
  }
  Json take() { return std::move(object_); }

 private:
  Json object_ = Json::object();
};

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

template <class T>
Json json_of(const T& x) {
  if constexpr (Word<T>) {
    return Json(std::string(to_string(x)));
  } else if constexpr (Plain<T>) {
    return Json(x);
  } else if constexpr (Optional<T>) {
    return json_of(*x);
  } else if constexpr (Map<T>) {
    Json object = Json::object();
    for (const auto& [key, value] : x) object.emplace(key, json_of(value));
    return object;
  } else if constexpr (List<T>) {
    Json list = Json::array();
    for (const auto& item : x) list.push_back(json_of(item));
    return list;
  } else {
    ObjectWriter object;
    fields(object, x);
    return object.take();
  }
}

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The outermost object: every key on a line, every element of its lists and maps as well.
class DocumentWriter {
 public:
  explicit DocumentWriter(const std::function<void(std::string_view)>& sink) : sink_(sink) {}

  template <class T>
  void must(const char* key, const T& member) {
    sink_(",\n" + text_of(Json(key)) + ":");
    if constexpr (List<T> || Map<T>) {
      elements(member);
    } else {
      sink_(text_of(json_of(member)));
    }
  }
  template <class T>
  void may(const char* key, const T& member, const T& fallback = T{}) {
    if (member != fallback) must(key, member);
  }

 private:
  template <List T>
  void elements(const T& list) {
    sink_("[");
    std::string_view before = "\n";
    for (const auto& item : list) {
      sink_(std::string(before) + text_of(json_of(item)));
      before = ",\n";
    }
    sink_(list.empty() ? "]" : "\n]");
  }
  template <Map T>
  void elements(const T& map) {
    sink_("{");
    std::string_view before = "\n";
    for (const auto& [key, value] : map) {
      sink_(std::string(before) + text_of(Json(key)) + ":" + text_of(json_of(value)));
      before = ",\n";
    }
    sink_(map.empty() ? "}" : "\n}");
  }

  const std::function<void(std::string_view)>& sink_;
};

}  // namespace

void write_json(const Results& results, const std::function<void(std::string_view)>& sink) {
  sink("{\"format\":" + text_of(Json(std::string(kFormat))));
  DocumentWriter document(sink);
  fields(document, results);
  sink("\n}\n");
}

}  // namespace periksa::results
