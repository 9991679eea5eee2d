// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/xml_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/nearest.h"

namespace periksa::ruleset {

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto at = text.find(separator);
    std::string part = one_line(text.substr(0, at));
    if (!part.empty()) parts.push_back(std::move(part));
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + separator.size());
  }
  return parts;
}

Bilingual both_languages(pugi::xml_node parent, const char* name, const char* attribute,
                         std::string_view value) {
  Bilingual text;
  for (const auto child : parent.children(name)) {
    if (attribute && child.attribute(attribute).value() != value) continue;
    const std::string_view lang = child.attribute("lang").value();
    if (lang == "id") text.id = one_line(child.text().get());
    if (lang == "en") text.en = one_line(child.text().get());
  }
  return text;
}

std::vector<std::string> placeholders(std::string_view sentence) {
  std::vector<std::string> names;
  for (auto open = sentence.find('{'); open != std::string_view::npos;
       open = sentence.find('{', open + 1)) {
    const auto close = sentence.find('}', open);
    if (close == std::string_view::npos) break;
    names.emplace_back(sentence.substr(open + 1, close - open - 1));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

void allow_words(const DataFile& file, pugi::xml_node node, const char* attribute,
                 std::initializer_list<std::string_view> words, Diagnostics& out) {
  const auto given = node.attribute(attribute);
  const std::string_view word = given.value();
  if (!given || std::find(words.begin(), words.end(), word) != words.end()) return;
  complain(out, file.at(given),
           fmt::format("{}=\"{}\" tidak dikenal; pilihannya: {}", attribute, word,
                       fmt::join(words, ", ")),
           fmt::format("{}=\"{}\" is not known; it may be: {}", attribute, word,
                       fmt::join(words, ", ")));
}

void need_both(const Bilingual& text, const Position& at, std::string_view element,
               Diagnostics& out) {
  if (!text.id.empty() && !text.en.empty()) return;
  complain(out, at, fmt::format("<{}> harus ada dalam kedua bahasa", element),
           fmt::format("<{}> is needed in both languages", element));
}

void need_same_placeholders(const Bilingual& text, const Position& at, Diagnostics& out) {
  if (placeholders(text.id) == placeholders(text.en)) return;
  complain(out, at, "kedua bahasa memakai penanda {…} yang berbeda",
           "the two languages use different placeholders");
}

void complain(Diagnostics& out, Position at, Bilingual text) {
  out.push_back({Diagnostic::Kind::error, std::move(at), std::move(text)});
}

void complain(Diagnostics& out, Position at, std::string id, std::string en) {
  complain(out, std::move(at), {std::move(id), std::move(en)});
}

Bilingual unknown_entity(std::string_view word, const facts::Vocabulary& vocabulary) {
  return with_nearest({fmt::format("entitas \"{}\" tidak dikenal", word),
                       fmt::format("unknown entity \"{}\"", word)},
                      nearest(word, names_of(vocabulary.entities())));
}

Bilingual unknown_citation(std::string_view word, const law::Register& law) {
  return with_nearest({fmt::format("rujukan \"{}\" tidak ada dalam register", word),
                       fmt::format("citation \"{}\" is not in the register", word)},
                      law.nearest_citation(word));
}

}  // namespace periksa::ruleset
