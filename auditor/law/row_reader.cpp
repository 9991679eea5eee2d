// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "auditor/law/limit_reader.h"
#include "auditor/law/limit_values.h"
#include "auditor/law/windows.h"

namespace periksa::law {
namespace {

using Values = std::vector<std::int64_t>;

constexpr std::array<std::string_view, 8> kRow{"from",  "to",    "sure-from",  "sure-to",
                                               "value", "grade", "concurring", "cite"};

void not_a_value(Reading& reading, Position at, std::string_view word, facts::Type type) {
  const Bilingual form = expected_form(type);
  reading.problem(std::move(at),
                  {fmt::format("\"{}\" tidak terbaca; diharapkan {}", word, form.id),
                   fmt::format("\"{}\" cannot be read; expected {}", word, form.en)});
}

void not_a_code(Reading& reading, Position at, std::string_view word, const facts::CodeList& list) {
  std::vector<std::string_view> known;
  for (const auto& code : list.codes) known.emplace_back(code.name);
  reading.unknown(std::move(at),
                  {fmt::format("kode {}", list.name), fmt::format("{} code", list.name)}, word,
                  known);
}

/// One value of a type, told as a problem at the attribute if it is none.
std::optional<LimitValue> read_one(Reading& reading, pugi::xml_attribute attribute,
                                   std::string_view word, facts::Type type, std::uint16_t target,
                                   const facts::Vocabulary& vocabulary) {
  const auto value = parse_limit_value(word, type, target, vocabulary);
  if (value) return value;
  const Position at = reading.file().at(attribute);
  if (type == facts::Type::code) {
    not_a_code(reading, at, word, vocabulary.list(target));
  } else {
    not_a_value(reading, at, word, type);
  }
  return std::nullopt;
}

Values read_key_values(Reading& reading, pugi::xml_attribute attribute, const LimitKey& key,
                       const facts::Vocabulary& vocabulary) {
  Values values;
  for (const auto word : words(attribute.value())) {
    const auto value = read_one(reading, attribute, word, key.type, key.target, vocabulary);
    if (value) values.push_back(value->value);
  }
  if (attribute && words(attribute.value()).empty()) {
    reading.problem(reading.file().at(attribute),
                    {"kunci kosong; hapus atributnya bila berlaku untuk semua",
                     "empty key; leave the attribute out if any value will do"});
  }
  std::ranges::sort(values);
  if (const auto rest = std::ranges::unique(values); !rest.empty()) {
    reading.problem(reading.file().at(attribute),
                    {"nilai yang sama disebut dua kali", "the same value is given twice"});
    values.erase(rest.begin(), rest.end());
  }
  return values;
}

void read_value(Reading& reading, pugi::xml_node node, const LimitWorld& world, const Limit& limit,
                LimitRow& row) {
  const auto attribute = node.attribute("value");
  if (limit.listed) {
    row.value = 1;
    if (!attribute) return;
    reading.problem(reading.file().at(attribute), {"baris tabel \"listed\" tidak memuat value=",
                                                   "a row of a \"listed\" table has no value="});
    return;
  }
  const std::string text = reading.required(node, "value");
  if (text.empty()) return;
  const auto value = read_one(reading, attribute, text, limit.type, limit.target, world.vocabulary);
  if (!value) return;
  row.value = value->value;
  row.unit = value->unit;
}

void read_cite(Reading& reading, pugi::xml_node node, const Register& law, LimitRow& row) {
  row.cite = reading.required(node, "cite");
  if (row.cite.empty() || law.find(row.cite) != nullptr) return;
  std::vector<std::string_view> known;
  for (const auto& provision : law.provisions()) known.emplace_back(provision.id);
  reading.unknown(reading.file().at(node.attribute("cite")), {"ketentuan", "provision"}, row.cite,
                  known);
}

bool keys_meet(const Values& a, const Values& b) {
  if (a.empty() || b.empty()) return true;
  return std::ranges::find_first_of(a, b) != a.end();
}

/// Both rows would answer for one combination on one day, and at least one is certain there.
bool meet(const LimitRow& a, const LimitRow& b) {
  for (std::size_t k = 0; k < a.keys.size(); ++k) {
    if (!keys_meet(a.keys[k], b.keys[k])) return false;
  }
  return clash(a.window, b.window);
}

/// Rows of a value limit contradict each other by their values; listed rows never do, but the same
/// one may not be there twice.
bool quarrel(const Limit& limit, const LimitRow& a, const LimitRow& b) {
  const bool differ =
      limit.listed ? a.keys == b.keys && a.cite == b.cite : a.value != b.value || a.unit != b.unit;
  return differ && meet(a, b);
}

void check_row(Reading& reading, const Limit& limit, std::size_t later,
               std::span<const pugi::xml_node> nodes) {
  for (std::size_t earlier = 0; earlier < later; ++earlier) {
    if (!quarrel(limit, limit.rows[earlier], limit.rows[later])) continue;
    const auto line = reading.at(nodes[earlier]).line;
    reading.problem(
        reading.at(nodes[later]),
        {fmt::format("baris ini berlaku bersama baris berkas {} untuk kunci yang sama dan tidak "
                     "sesuai dengannya; perbaiki masa berlaku atau kuncinya",
                     line),
         fmt::format("this row holds together with the one in line {} for the same keys and does "
                     "not agree with it; correct the window or the keys",
                     line)});
  }
}

LimitRow read_row(Reading& reading, pugi::xml_node node, const LimitWorld& world,
                  const Limit& limit) {
  reading.expect_attributes(node, with_keys(kRow, limit));
  LimitRow row;
  row.at = reading.at(node);
  row.keys = read_keys(reading, node, world, limit);
  row.window = reading.window(node);
  const auto [grade, concurring] = reading.reliance(node);
  row.grade = grade;
  row.concurring = concurring;
  read_value(reading, node, world, limit, row);
  read_cite(reading, node, world.law, row);
  return row;
}

}  // namespace

std::vector<Values> read_keys(Reading& reading, pugi::xml_node node, const LimitWorld& world,
                              const Limit& limit) {
  std::vector<Values> keys;
  for (const auto& key : limit.keys) {
    keys.push_back(
        read_key_values(reading, node.attribute(key.name.c_str()), key, world.vocabulary));
  }
  return keys;
}

void read_rows(Reading& reading, pugi::xml_node node, const LimitWorld& world, Limit& limit) {
  std::vector<pugi::xml_node> nodes;
  for (const auto child : node.children("row")) {
    nodes.push_back(child);
    limit.rows.push_back(read_row(reading, child, world, limit));
    check_row(reading, limit, nodes.size() - 1, nodes);
  }
}

}  // namespace periksa::law
