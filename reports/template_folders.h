// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <filesystem>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "auditor/base/diagnostic.h"

namespace periksa::reports {

/// Where templates, styles and words are: the folder that ships, and one of somebody's own whose
/// files take the place of the shipped ones of the same name (docs/templates.md).
class TemplateFolders {
 public:
  TemplateFolders() = default;
  template <class Path>
    requires std::convertible_to<Path, std::filesystem::path>
  TemplateFolders(Path&& shipped)  // NOLINT: one folder is the usual case
      : shipped_(std::forward<Path>(shipped)) {}
  TemplateFolders(std::filesystem::path shipped, std::filesystem::path own)
      : shipped_(std::move(shipped)), own_(std::move(own)) {}

  const std::filesystem::path& shipped() const { return shipped_; }
  /// Empty where there is none.
  const std::filesystem::path& own() const { return own_; }
  /// The file of that name: their own, if there is one.
  std::filesystem::path file(std::string_view name) const;
  /// Every shipped file with one of these endings (".html"), by name, each as `file` gives it. An
  /// own file with such an ending that stands for no shipped one is a mistake: it would be ignored.
  Result<std::vector<std::filesystem::path>> files(
      std::initializer_list<std::string_view> endings) const;

 private:
  std::filesystem::path shipped_;
  std::filesystem::path own_;
};

}  // namespace periksa::reports
