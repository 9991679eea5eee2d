// SPDX-License-Identifier: Apache-2.0
#include "auditor/law/reading.h"
#include "auditor/base/one_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "auditor/base/decimal.h"
#include "auditor/law/windows.h"

namespace periksa::law {
namespace {

constexpr std::int64_t kMostConcurring = 1000;

}  // namespace

void Reading::problem(Position at, Bilingual text) {
  problems_.push_back({Diagnostic::Kind::error, std::move(at), std::move(text)});
}

void Reading::expect(pugi::xml_node node, Names attributes, Names children) {
  file_.allow_attributes(node, attributes, problems_);
  file_.allow_children(node, children, problems_);
  if (children.size() == 0) return;
  for (const auto child : node.children()) {
    if (child.type() == pugi::node_element) continue;
    problem(at(node), {fmt::format("ada teks lepas di dalam <{}>", node.name()),
                       fmt::format("there is stray text inside <{}>", node.name())});
    return;
  }
}

void Reading::expect_attributes(pugi::xml_node node, std::span<const std::string_view> names) {
  for (const auto attribute : node.attributes()) {
    if (std::ranges::find(names, attribute.name()) == names.end()) {
      unknown(file_.at(attribute), {"atribut", "attribute"}, attribute.name(), names);
    }
  }
  file_.allow_children(node, {}, problems_);
}

void Reading::unknown(Position at, const Bilingual& what, std::string_view word,
                      std::span<const std::string_view> candidates) {
  problems_.push_back(unknown_word(std::move(at), what, word, candidates));
}

std::string Reading::required(pugi::xml_node node, const char* name) {
  std::string text(file_.required(node, name, problems_));
  if (text.empty() && node.attribute(name)) {
    problem(file_.at(node.attribute(name)), {fmt::format("{}= tidak boleh kosong", name),
                                             fmt::format("{}= may not be empty", name)});
  }
  return text;
}

Date Reading::date(pugi::xml_attribute attribute) {
  if (const auto date = parse_iso_date(attribute.value())) return *date;
  problem(file_.at(attribute),
          {fmt::format("\"{}\" bukan tanggal; tulis TTTT-BB-HH", attribute.value()),
           fmt::format("\"{}\" is not a date; write YYYY-MM-DD", attribute.value())});
  return {};
}

Date Reading::required_date(pugi::xml_node node, const char* name) {
  return required(node, name).empty() ? Date{} : date(node.attribute(name));
}

Date Reading::date_or(pugi::xml_node node, const char* name, Date fallback) {
  const auto attribute = node.attribute(name);
  return attribute ? date(attribute) : fallback;
}

Window Reading::window(pugi::xml_node node) {
  const auto before = problems_.size();
  Window window;
  window.from = required_date(node, "from");
  window.to = date_or(node, "to", kOpen);
  window.sure_from = date_or(node, "sure-from", window.from);
  window.sure_to = date_or(node, "sure-to", window.to);
  if (problems_.size() == before && !is_sound(window)) {
    problem(at(node), {"masa berlaku tidak runtut; perlu from ≤ sure-from ≤ sure-to ≤ to dan "
                       "from < to",
                       "the window is not in order; it needs from ≤ sure-from ≤ sure-to ≤ to and "
                       "from < to"});
  }
  return window;
}

Reliance Reading::reliance(pugi::xml_node node) {
  const std::string word = required(node, "grade");
  const auto attribute = node.attribute("concurring");
  const std::string_view text = attribute.value();
  const auto count = text.empty() ? 0 : parse_integer(text);
  if (!count || *count < 0 || *count > kMostConcurring) {
    problem(file_.at(attribute), {"concurring= harus bilangan bulat, banyaknya sumber",
                                  "concurring= must be a whole number, of sources"});
    return {Grade::conflicting, 0};
  }
  const int concurring = static_cast<int>(*count);
  const auto grade = parse_grade(word, concurring);
  if (!grade && !word.empty()) {
    problem(file_.at(node.attribute("grade")),
            {fmt::format("derajat bacaan \"{}\" tidak dikenal; pilih V, V2, K atau ?", word),
             fmt::format("unknown grade \"{}\"; choose V, V2, K or ?", word)});
  }
  return {grade.value_or(Grade::conflicting), concurring};
}

Bilingual Reading::texts(pugi::xml_node node, const char* name) {
  static constexpr std::array<std::string_view, 2> kLanguages{"id", "en"};
  Bilingual found;
  for (const auto child : node.children(name)) {
    file_.allow_attributes(child, {"lang"}, problems_);
    file_.allow_children(child, {}, problems_);
    const std::string lang = required(child, "lang");
    if (std::ranges::find(kLanguages, lang) == kLanguages.end()) {
      if (!lang.empty()) {
        unknown(file_.at(child.attribute("lang")), {"bahasa", "language"}, lang, kLanguages);
      }
      continue;
    }
    std::string& text = lang == "id" ? found.id : found.en;
    if (!text.empty()) {
      problem(at(child), {fmt::format("<{} lang=\"{}\"> sudah ada", name, lang),
                          fmt::format("<{} lang=\"{}\"> is there already", name, lang)});
    }
    text = one_line(child.child_value());
  }
  for (const auto lang : kLanguages) {
    if (!(lang == "id" ? found.id : found.en).empty()) continue;
    problem(at(node),
            {fmt::format("<{}> perlu <{} lang=\"{}\"> yang berisi", node.name(), name, lang),
             fmt::format("<{}> needs a <{} lang=\"{}\"> with text", node.name(), name, lang)});
  }
  return found;
}

}  // namespace periksa::law
