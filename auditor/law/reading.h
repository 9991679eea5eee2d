// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/data_file.h"
#include "auditor/law/grade.h"

namespace periksa::law {

/// How far a text may be relied on.
struct Reliance {
  Grade grade = Grade::verified;
  int concurring = 0;
};

/// What the files of law and limits have in common, read from one of them: dates, windows, grades,
/// texts in two languages. Whatever is wrong goes to `problems` with its place, and reading goes on
/// with a harmless value. Both arguments outlive the object.
class Reading {
 public:
  using Names = std::initializer_list<std::string_view>;

  Reading(const DataFile& file, Diagnostics& problems) : file_(file), problems_(problems) {}

  const DataFile& file() const { return file_; }
  Position at(pugi::xml_node node) const { return file_.at(node); }
  void problem(Position at, Bilingual text);

  /// Only these attributes and child elements, and no text beside the elements.
  void expect(pugi::xml_node node, Names attributes, Names children);
  /// The same for an empty element whose attributes depend on what was read before.
  void expect_attributes(pugi::xml_node node, std::span<const std::string_view> names);
  /// As unknown_word below.
  void unknown(Position at, const Bilingual& what, std::string_view word,
               std::span<const std::string_view> candidates);

  /// An attribute that must be there and not empty.
  std::string required(pugi::xml_node node, const char* name);
  Date required_date(pugi::xml_node node, const char* name);
  /// `fallback` when the attribute is missing.
  Date date_or(pugi::xml_node node, const char* name, Date fallback);
  /// from, to, sure-from, sure-to.
  Window window(pugi::xml_node node);
  /// grade, concurring.
  Reliance reliance(pugi::xml_node node);
  /// The texts of two children of this name, lang="id" and lang="en", each there once.
  Bilingual texts(pugi::xml_node node, const char* name);

 private:
  Date date(pugi::xml_attribute attribute);

  const DataFile& file_;
  Diagnostics& problems_;
};

/// `what` ("source", in both languages) is not among the candidates; names the nearest.
Diagnostic unknown_word(Position at, const Bilingual& what, std::string_view word,
                        std::span<const std::string_view> candidates);

/// The words of a text separated by blanks.
std::vector<std::string_view> words(std::string_view text);

/// All `*.xml` below a folder, or the reasons why not all can be read.
Result<std::vector<DataFile>> load_files(const std::filesystem::path& folder);
/// Texts named "1.xml", "2.xml" …, for tests.
Result<std::vector<DataFile>> parse_files(std::span<const std::string> texts);

}  // namespace periksa::law
