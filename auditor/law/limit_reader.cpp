// SPDX-License-Identifier: Apache-2.0
#include "auditor/law/limit_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace periksa::law {
namespace {

using facts::Type;

constexpr std::array<std::string_view, 9> kValueTypes{
    "bool", "integer", "decimal", "money", "percent", "date", "period", "code:…", "listed"};
constexpr std::array<std::string_view, 2> kKeyTypes{"code:…", "integer"};
constexpr std::array<std::string_view, 3> kComplete{"from", "to", "checked-until"};
constexpr std::array<std::string_view, 11> kReserved{"from",   "to",    "sure-from",    "sure-to",
                                                     "value",  "grade", "concurring",   "cite",
                                                     "source", "unit",  "checked-until"};

struct ReadType {
  Type type = Type::integer;
  std::uint16_t target = 0;
};

/// "integer", "code:job"; nothing, and a problem told, if there is no such type here.
std::optional<ReadType> read_type(Reading& reading, pugi::xml_node node,
                                  const facts::Vocabulary& vocabulary,
                                  std::span<const std::string_view> allowed) {
  const std::string text = reading.required(node, "type");
  if (text.empty()) return std::nullopt;
  const auto place = reading.file().at(node.attribute("type"));
  const bool code = text.starts_with("code:");
  const auto type = facts::parse_type(code ? "code" : text);
  if (!type || std::ranges::find(allowed, code ? "code:…" : text) == allowed.end()) {
    reading.unknown(place, {"tipe", "type"}, text, allowed);
    return std::nullopt;
  }
  if (!code) return ReadType{*type};
  const std::string_view name = std::string_view(text).substr(5);
  if (const auto list = vocabulary.find_list(name)) return ReadType{Type::code, *list};
  std::vector<std::string_view> known;
  for (const auto& list : vocabulary.lists()) known.emplace_back(list.name);
  reading.unknown(place, {"daftar kode", "code list"}, name, known);
  return std::nullopt;
}

void read_key(Reading& reading, pugi::xml_node node, const LimitWorld& world, Limit& limit) {
  reading.expect(node, {"name", "type"}, {});
  LimitKey key;
  key.name = reading.required(node, "name");
  if (const auto type = read_type(reading, node, world.vocabulary, kKeyTypes)) {
    key.type = type->type;
    key.target = type->target;
  }
  const bool twice = std::ranges::find(limit.keys, key.name, &LimitKey::name) != limit.keys.end();
  if (twice || std::ranges::find(kReserved, key.name) != kReserved.end()) {
    reading.problem(reading.at(node), {fmt::format("nama kunci \"{}\" sudah dipakai", key.name),
                                       fmt::format("the key name \"{}\" is taken", key.name)});
  }
  limit.keys.push_back(std::move(key));
}

void read_complete(Reading& reading, pugi::xml_node node, const LimitWorld& world, Limit& limit) {
  reading.expect_attributes(node, with_keys(kComplete, limit));
  Complete complete;
  complete.from = reading.required_date(node, "from");
  complete.to = reading.date_or(node, "to", kOpen);
  complete.checked_until = reading.required_date(node, "checked-until");
  complete.keys = read_keys(reading, node, world, limit);
  if (complete.to <= complete.from || complete.checked_until < complete.from) {
    reading.problem(reading.at(node), {"from harus sebelum to dan tidak sesudah checked-until",
                                       "from must be before to and not after checked-until"});
  }
  limit.checked_until = std::max(limit.checked_until, complete.checked_until);
  limit.complete.push_back(std::move(complete));
}

void read_value_type(Reading& reading, pugi::xml_node node, const LimitWorld& world, Limit& limit) {
  limit.listed = std::string_view(node.attribute("type").value()) == "listed";
  if (limit.listed) {
    limit.type = Type::boolean;
  } else if (const auto type = read_type(reading, node, world.vocabulary, kValueTypes)) {
    limit.type = type->type;
    limit.target = type->target;
  }
}

}  // namespace

std::vector<std::string_view> with_keys(std::span<const std::string_view> own, const Limit& limit) {
  std::vector<std::string_view> names(own.begin(), own.end());
  for (const auto& key : limit.keys) names.emplace_back(key.name);
  return names;
}

Limit read_limit(Reading& reading, pugi::xml_node node, const LimitWorld& world) {
  reading.expect(node, {"name", "type", "id", "en"}, {"key", "complete", "row"});
  Limit limit;
  limit.name = reading.required(node, "name");
  limit.label = {reading.required(node, "id"), reading.required(node, "en")};
  read_value_type(reading, node, world, limit);
  for (const auto key : node.children("key")) read_key(reading, key, world, limit);
  for (const auto complete : node.children("complete")) {
    read_complete(reading, complete, world, limit);
  }
  // A table without rows is one that nobody has read yet: it answers nothing.
  if (limit.complete.empty() && node.child("row")) {
    reading.problem(reading.at(node), {"batas ini perlu <complete from=\"…\" checked-until=\"…\"/>",
                                       "this limit needs a <complete from=\"…\" "
                                       "checked-until=\"…\"/>"});
  }
  read_rows(reading, node, world, limit);
  return limit;
}

}  // namespace periksa::law
