// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/bilingual.h"
#include "auditor/base/data_file.h"
#include "auditor/base/diagnostic.h"
#include "auditor/base/one_line.h"
#include "auditor/facts/vocabulary.h"
#include "auditor/law/register.h"

namespace periksa::ruleset {

/// Non-empty parts between separators.
std::vector<std::string> split(std::string_view text, std::string_view separator);

/// The texts of the two children `name` with lang="id" and lang="en" (and, if given, attribute =
/// value).
Bilingual both_languages(pugi::xml_node parent, const char* name, const char* attribute = nullptr,
                         std::string_view value = {});

/// Told at `at` when one of the languages is missing.
void need_both(const Bilingual& text, const Position& at, std::string_view element,
               Diagnostics& out);
/// Told at `at` when the two languages use different placeholders.
void need_same_placeholders(const Bilingual& text, const Position& at, Diagnostics& out);

/// `{name}` placeholders of a sentence, sorted, each once.
std::vector<std::string> placeholders(std::string_view sentence);

/// An optional attribute that may hold one of a few words; told when it holds another.
void allow_words(const DataFile& file, pugi::xml_node node, const char* attribute,
                 std::initializer_list<std::string_view> words, Diagnostics& out);

void complain(Diagnostics& out, Position at, Bilingual text);
void complain(Diagnostics& out, Position at, std::string id, std::string en);

/// What is said of a word that should be an entity's name, or a provision of the register.
Bilingual unknown_entity(std::string_view word, const facts::Vocabulary& vocabulary);
Bilingual unknown_citation(std::string_view word, const law::Register& law);

}  // namespace periksa::ruleset
