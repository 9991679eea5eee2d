// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/document_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace periksa::cli {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

/// The parts of a path that are names, last first.
Words parts(const fs::path& path) {
  Words words;
  for (const auto& part : path) {
    const std::string& word = part.native();
    if (!word.empty() && word != "/" && word != "." && word != "..") words.push_back(word);
  }
  std::ranges::reverse(words);
  if (words.empty()) words.emplace_back("filing");  // "/", ".."
  return words;
}

/// The last `depth` parts, in their order.
std::string joined(const Words& parts, std::size_t depth, char separator) {
  std::string name;
  for (std::size_t i = std::min(depth, parts.size()); i-- > 0;) {
    name += parts[i];
    if (i > 0) name += separator;
  }
  return name;
}

/// Whether the folders in front of the names that `group` have so far can tell some of them apart;
/// where they are all the same, they would only be told.
bool differ_above(const std::vector<Words>& paths, const std::vector<std::size_t>& group,
                  const std::vector<std::size_t>& depth) {
  const auto above = [&](std::size_t i) {
    return std::span(paths[i]).subspan(std::min(depth[i], paths[i].size()));
  };
  return std::ranges::any_of(
      group, [&](std::size_t i) { return !std::ranges::equal(above(i), above(group.front())); });
}

/// Puts more folders in front of the names that are equal, as long as that tells some apart.
Words told_apart(const std::vector<Words>& paths, char separator, std::string_view taken) {
  std::vector<std::size_t> depth(paths.size(), 1);
  Words names(paths.size());
  for (bool changed = true; changed;) {
    changed = false;
    std::map<std::string, std::vector<std::size_t>> equal;
    for (std::size_t i = 0; i < paths.size(); ++i)
      equal[names[i] = joined(paths[i], depth[i], separator)].push_back(i);
    for (const auto& [name, group] : equal) {
      if (name != taken && !differ_above(paths, group, depth)) continue;
      for (const std::size_t i : group) {
        if (depth[i] >= paths[i].size()) continue;
        ++depth[i];
        changed = true;
      }
    }
  }
  return names;
}

/// Numbers what folders could not tell apart.
void number_equals(Words& names, std::string_view taken) {
  std::set<std::string> all(names.begin(), names.end());
  all.emplace(taken);
  std::set<std::string> used{std::string(taken)};
  for (auto& name : names) {
    const std::string plain = name;
    for (int number = 2; used.contains(name) || (name != plain && all.contains(name)); ++number)
      name = plain + "-" + std::to_string(number);
    used.insert(name);
  }
}

}  // namespace

std::vector<DocumentName> document_names(const std::vector<fs::path>& paths) {
  std::vector<Words> shown_parts;
  std::vector<Words> document_parts;
  for (const auto& path : paths) {
    shown_parts.push_back(parts(path));
    document_parts.push_back(shown_parts.back());
    document_parts.back().front() = fs::path(document_parts.back().front()).stem().string();
  }
  Words shown = told_apart(shown_parts, '/', "");
  number_equals(shown, "");
  Words documents = told_apart(document_parts, '-', kSummaryName);
  number_equals(documents, kSummaryName);
  std::vector<DocumentName> names;
  for (std::size_t i = 0; i < paths.size(); ++i) names.push_back({shown[i], documents[i]});
  return names;
}

}  // namespace periksa::cli
