// SPDX-License-Identifier: Apache-2.0
#include "reports/template_folders.h"

#include <algorithm>
#include <string>
#include <system_error>

#include "auditor/base/nearest.h"

namespace periksa::reports {
namespace {

namespace fs = std::filesystem;

/// Names with one of these endings, sorted.
std::vector<std::string> names_in(const fs::path& folder,
                                  std::initializer_list<std::string_view> endings) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    std::string name = entry.path().filename().string();
    const bool meant = std::ranges::any_of(
        endings, [&](std::string_view ending) { return name.ends_with(ending); });
    if (meant) names.push_back(std::move(name));
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace

fs::path TemplateFolders::file(std::string_view name) const {
  std::error_code error;
  if (!own_.empty() && fs::exists(own_ / name, error)) return own_ / name;
  return shipped_ / name;
}

Result<std::vector<fs::path>> TemplateFolders::files(
    std::initializer_list<std::string_view> endings) const {
  const auto names = names_in(shipped_, endings);
  const std::vector<std::string_view> known(names.begin(), names.end());
  if (!own_.empty()) {
    for (const auto& name : names_in(own_, endings)) {
      if (std::ranges::binary_search(names, name)) continue;
      return fail({(own_ / name).string()},
                  with_nearest({"berkas ini tidak menggantikan templat bawaan mana pun",
                                "this file stands for no template that ships"},
                               nearest(name, known)));
    }
  }
  std::vector<fs::path> paths;
  paths.reserve(names.size());
  for (const auto& name : names) paths.push_back(file(name));
  return paths;
}

}  // namespace periksa::reports
