// SPDX-License-Identifier: Apache-2.0
#include "auditor/documents/folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "auditor/documents/messages.h"
#include "auditor/forms/written_parts.h"

namespace periksa::documents {
namespace {

constexpr std::size_t kTold = 50;  // warnings of missing files
constexpr std::size_t kNamed = 5;  // files in one warning
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// As two names may differ by the program that wrote them: capital letters, slashes.
std::string loosely(std::string_view name) {
  std::string loose = forms::small_letters(name);
  std::ranges::replace(loose, '\\', '/');
  return loose;
}

Result<std::string> index_name(const std::filesystem::path& path,
                               const std::vector<std::string>& names) {
  std::vector<std::string> found;
  std::ranges::copy_if(names, std::back_inserter(found), is_index_name);
  if (found.empty()) return fail({path.string()}, say::no_index());
  if (found.size() > 1) return fail({path.string()}, say::several_indexes(found));
  return found.front();
}

class Tying {
 public:
  explicit Tying(Folder& folder) : folder_(folder) {
    for (std::size_t i = 0; i < folder.papers.size(); ++i) {
      by_name_.emplace(folder.papers[i].name, i);
      auto& loose = by_loose_name_[loosely(folder.papers[i].name)];
      loose.push_back(i);
    }
  }

  void run() {
    std::set<std::string> missing;
    for (const auto& row : folder_.index.rows) {
      if (!by_name_.contains(row.file)) missing.insert(row.file);
    }
    for (const auto& name : missing) add_missing(name);
    folder_.indexed.resize(folder_.papers.size() + folder_.missing.size());
    for (const auto& row : folder_.index.rows) {
      folder_.ties.push_back(by_name_.at(row.file));
      folder_.indexed[folder_.ties.back()] = true;
    }
  }

 private:
  void add_missing(const std::string& name) {
    MissingPaper missing{name, std::nullopt};
    const auto loose = by_loose_name_.find(loosely(name));
    if (loose != by_loose_name_.end() && loose->second.size() == 1)
      missing.near = loose->second.front();
    by_name_.emplace(name, folder_.papers.size() + folder_.missing.size());
    folder_.missing.push_back(std::move(missing));
  }

  Folder& folder_;
  std::map<std::string, std::size_t> by_name_;
  std::map<std::string, std::vector<std::size_t>> by_loose_name_;
};

/// A source is one paper.
Diagnostics sources_of_two_files(const Folder& folder) {
  Diagnostics wrong;
  std::map<std::string, std::size_t> rows;
  for (std::size_t i = 0; i < folder.index.rows.size(); ++i) {
    const auto& row = folder.index.rows[i];
    if (row.source.empty()) continue;
    const auto [first, fresh] = rows.emplace(row.source, i);
    if (fresh || folder.ties[first->second] == folder.ties[i]) continue;
    wrong.push_back({Diagnostic::Kind::error, folder.index.at(row, Column::source),
                     say::source_twice(row.source, folder.index.rows[first->second].number)});
  }
  return wrong;
}

/// What the reader of the results will want to know first.
class Telling {
 public:
  explicit Telling(const Folder& folder) : folder_(folder) {}

  Diagnostics run() {
    tell_missing();
    tell([](const Paper& paper) { return paper.state == Paper::State::empty; }, say::are_empty);
    tell([](const Paper& paper) { return paper.state == Paper::State::link; }, say::are_links);
    tell([](const Paper& paper) { return paper.state == Paper::State::special; }, say::are_special);
    tell([](const Paper& paper) { return paper.state == Paper::State::unreadable; },
         say::are_unreadable);
    tell([](const Paper& paper) { return !paper.fits; }, say::have_wrong_ending);
    tell([](const Paper& paper) { return paper.same_as.has_value(); }, say::are_copies);
    std::size_t number = 0;
    tell([&](const Paper&) { return !folder_.indexed[number++]; }, say::are_unindexed);
    return std::move(told_);
  }

 private:
  void tell_missing() {
    std::vector<std::size_t> first(folder_.missing.size(), kNowhere);
    for (std::size_t i = folder_.ties.size(); i-- > 0;) {
      if (folder_.ties[i] >= folder_.papers.size())
        first[folder_.ties[i] - folder_.papers.size()] = i;
    }
    for (std::size_t i = 0; i < std::min(kTold, first.size()); ++i) {
      const auto& missing = folder_.missing[i];
      const auto& at = folder_.index.at(folder_.index.rows[first[i]], Column::file);
      warn(at, missing.near ? say::missing_near(missing.name, folder_.name(*missing.near))
                            : say::missing(missing.name));
    }
    if (first.size() > kTold) warn({folder_.index.file}, say::more_missing(first.size() - kTold));
  }

  template <class Which, class Say>
  void tell(Which which, Say say) {
    std::vector<std::string> names;
    std::size_t count = 0;
    for (std::size_t i = 0; i < folder_.papers.size(); ++i) {
      if (!which(folder_.papers[i])) continue;
      if (++count <= kNamed) names.push_back(folder_.name(i));
    }
    if (count > 0) warn({folder_.path.string()}, say(names, count));
  }

  void warn(Position at, Bilingual text) {
    told_.push_back({Diagnostic::Kind::warning, std::move(at), std::move(text)});
  }

  const Folder& folder_;
  Diagnostics told_;
};

}  // namespace

std::string Folder::alias(std::size_t number) {
  return fmt::format("D{:03}", number + 1);
}

std::string Folder::name(std::size_t number) const {
  return number < papers.size() ? shown_name(papers[number]) : missing[number - papers.size()].name;
}

Result<Folder> read_folder(const std::filesystem::path& path, const facts::Vocabulary& vocabulary,
                           const Caps& caps) {
  auto names = list_folder(path, caps);
  if (!names) return std::unexpected(names.error());
  const auto name = index_name(path, *names);
  if (!name) return std::unexpected(name.error());
  if (std::filesystem::is_symlink(path / *name))
    return fail({(path / *name).string()}, say::index_is_link());
  Folder folder;
  folder.path = path;
  auto index = read_index(path / *name, vocabulary, caps);
  if (!index) return std::unexpected(index.error());
  folder.index = std::move(*index);
  std::erase(*names, *name);
  auto papers = read_papers(path, *names, caps);
  if (!papers) return std::unexpected(papers.error());
  folder.papers = std::move(*papers);
  Tying(folder).run();
  if (auto wrong = sources_of_two_files(folder); !wrong.empty()) return std::unexpected(wrong);
  folder.warnings = Telling(folder).run();
  return folder;
}

}  // namespace periksa::documents
