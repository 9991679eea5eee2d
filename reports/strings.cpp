// SPDX-License-Identifier: Apache-2.0
#include "reports/strings.h"

#include <algorithm>
#include <array>
#include <set>

#include "auditor/base/data_file.h"
#include "auditor/base/nearest.h"
#include "auditor/base/number_format.h"

namespace periksa::reports {
namespace {

struct Entry {
  std::string text;
  Position at;
};
using Table = std::map<std::string, Entry, std::less<>>;

/// One blank for every run of blanks and line breaks, none at the ends.
std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> names;
  for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    names.emplace(text.substr(at, text.find('}', at) - at));
  }
  return names;
}

void add(Diagnostics& out, Position at, Bilingual text) {
  out.push_back({Diagnostic::Kind::error, std::move(at), std::move(text)});
}

Result<void> read_file(const std::filesystem::path& path, Table& table) {
  const auto file = DataFile::load(path);
  if (!file) return std::unexpected(file.error());
  Diagnostics faults;
  file->allow_attributes(file->root(), {"language"}, faults);
  file->allow_children(file->root(), {"string"}, faults);
  for (const pugi::xml_node node : file->root().children("string")) {
    file->allow_attributes(node, {"key"}, faults);
    const std::string key(file->required(node, "key", faults));
    if (!table.try_emplace(key, squeezed(node.text().get()), file->at(node)).second) {
      add(faults, file->at(node),
          {"kunci \"" + key + "\" tertulis dua kali", "the key \"" + key + "\" is given twice"});
    }
  }
  if (!faults.empty()) return std::unexpected(std::move(faults));
  return {};
}

/// One table from `strings.id.xml` and every other `*.id.xml` beside it; of a folder of somebody's
/// own from those that are there.
Result<Table> read_table(const std::filesystem::path& folder, const std::string& language,
                         bool own) {
  const std::string ending = '.' + language + ".xml";
  const std::filesystem::path first = folder / ("strings" + ending);
  std::vector<std::filesystem::path> files;
  if (!own) files.push_back(first);
  for (const auto& path : xml_files_below(folder)) {
    if (path.parent_path() == folder && path.native().ends_with(ending) && (own || path != first))
      files.push_back(path);
  }
  Table table;
  for (const auto& path : files) {
    if (auto read = read_file(path, table); !read) return std::unexpected(read.error());
  }
  return table;
}

/// Every entry of `table` must stand in `other` with the same placeholders.
void compare(const Table& table, const Table& other, Diagnostics& faults) {
  for (const auto& [key, entry] : table) {
    const auto twin = other.find(key);
    if (twin == other.end()) {
      add(faults, entry.at,
          {"kunci \"" + key + "\" tidak ada dalam bahasa lain",
           "the key \"" + key + "\" is missing in the other language"});
    } else if (placeholders(entry.text) != placeholders(twin->second.text)) {
      add(faults, entry.at,
          {"tempat isian \"" + key + "\" berbeda dalam bahasa lain",
           "the placeholders of \"" + key + "\" differ in the other language"});
    }
  }
}

}  // namespace

namespace {

/// Both languages of one folder, compared with each other.
Result<std::array<Table, 2>> read_both(const std::filesystem::path& folder, bool own) {
  auto id = read_table(folder, "id", own);
  auto en = read_table(folder, "en", own);
  if (!id) return std::unexpected(id.error());
  if (!en) return std::unexpected(en.error());
  Diagnostics faults;
  compare(*id, *en, faults);
  compare(*en, *id, faults);
  if (!faults.empty()) return std::unexpected(std::move(faults));
  return std::array<Table, 2>{std::move(*id), std::move(*en)};
}

/// Puts somebody's own texts in place of those that ship.
void replace(Table& table, Table&& own, Diagnostics& faults) {
  std::vector<std::string_view> known;
  for (const auto& [key, entry] : table) known.push_back(key);
  for (auto& [key, entry] : own) {
    const auto shipped = table.find(key);
    if (shipped == table.end()) {
      add(faults, entry.at,
          with_nearest({"kunci \"" + key + "\" tidak ada di antara kata-kata bawaan",
                        "the key \"" + key + "\" is not among the words that ship"},
                       nearest(key, known)));
    } else if (placeholders(shipped->second.text) != placeholders(entry.text)) {
      add(faults, entry.at,
          {"tempat isian \"" + key + "\" berbeda dengan kata-kata bawaan",
           "the placeholders of \"" + key + "\" differ from the words that ship"});
    } else {
      shipped->second = std::move(entry);
    }
  }
}

}  // namespace

Result<Strings> Strings::load(const TemplateFolders& folders, Language language) {
  auto tables = read_both(folders.shipped(), false);
  if (!tables) return std::unexpected(tables.error());
  const std::size_t chosen = language == Language::id ? 0 : 1;
  if (!folders.own().empty()) {
    auto own = read_both(folders.own(), true);
    if (!own) return std::unexpected(own.error());
    Diagnostics faults;
    replace((*tables)[chosen], std::move((*own)[chosen]), faults);
    if (!faults.empty()) return std::unexpected(std::move(faults));
  }
  Strings strings;
  strings.language_ = language;
  for (auto& [key, entry] : (*tables)[chosen]) strings.texts_.emplace(key, std::move(entry.text));
  return strings;
}

std::string Strings::operator()(std::string_view key) const {
  const auto at = texts_.find(key);
  return at == texts_.end() ? std::string(key) : at->second;
}

std::string Strings::term(std::string_view prefix, std::string_view code) const {
  std::string key = std::string(prefix) + "_" + std::string(code);
  std::ranges::replace(key, '-', '_');
  const auto at = texts_.find(key);
  return at == texts_.end() ? std::string(code) : at->second;
}

std::string Strings::fill(std::string_view key, Arguments arguments) const {
  const std::string whole = (*this)(key);
  std::string_view text = whole;
  std::string out;
  while (!text.empty()) {
    const auto open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = text.find('}', open);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    for (const auto& [key_of, value] : arguments) {
      if (key_of == name) out += value;
    }
    text = close == std::string_view::npos ? std::string_view{} : text.substr(close + 1);
  }
  return out;
}

std::string Strings::count(std::string_view key, std::uint64_t n) const {
  return fill(std::string(key) + (n == 1 ? "_one" : "_many"), {{"n", format_count(n, language_)}});
}

}  // namespace periksa::reports
