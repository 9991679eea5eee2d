// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "auditor/base/diagnostic.h"
#include "reports/template_folders.h"

namespace periksa::reports {

using Arguments = std::initializer_list<std::pair<std::string_view, std::string>>;

/// The words of the reports in one language, from `strings.id.xml`, `strings.en.xml` and the other
/// `*.id.xml` and `*.en.xml` beside them.
class Strings {
 public:
  /// Reads both languages, whatever the language asked for: each key must stand in both, once, with
  /// the same {placeholders}.
  /// Texts of a folder of somebody's own take the place of the shipped ones, key by key; theirs
  /// must stand in both languages too, for keys that there are, with their placeholders.
  static Result<Strings> load(const TemplateFolders& folders, Language language);

  Language language() const { return language_; }

  /// The text of a key, or the key itself if there is none (a test holds that there is).
  std::string operator()(std::string_view key) const;

  /// The words for a code of the results document: the text of PREFIX_CODE (a hyphen counts as an
  /// underscore), or the code itself where we have none.
  std::string term(std::string_view prefix, std::string_view code) const;

  bool contains(std::string_view key) const { return texts_.contains(key); }

  /// The text with its placeholders filled.
  std::string fill(std::string_view key, Arguments arguments) const;

  /// "1 finding", "3 findings", "3 temuan": the keys KEY_one and KEY_many with {n}.
  std::string count(std::string_view key, std::uint64_t n) const;

  const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

 private:
  Language language_ = Language::id;
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace periksa::reports
