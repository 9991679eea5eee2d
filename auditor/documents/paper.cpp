// SPDX-License-Identifier: Apache-2.0
#include "auditor/documents/paper.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <map>

#include "auditor/base/descriptor.h"
#include "auditor/base/sha256.h"
#include "auditor/documents/messages.h"
#include "auditor/sheets/utf8.h"

namespace periksa::documents {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = std::size_t{1} << 18;

/// False above the cap; what else goes wrong is a state of the paper.
bool read_paper(int file, const Caps& caps, std::uint64_t left, Paper& paper) {
  Sha256 sha;
  std::string head;
  std::string tail;
  std::vector<char> block(kBlock);
  for (;;) {
    const ssize_t n = ::read(file, block.data(), block.size());
    if (n < 0) {
      paper.state = Paper::State::unreadable;
      return true;
    }
    if (n == 0) break;
    const std::string_view bytes(block.data(), static_cast<std::size_t>(n));
    paper.bytes += bytes.size();
    if (paper.bytes > caps.file || paper.bytes > left) return false;
    sha.add(bytes);
    head += bytes.substr(0, kHead - std::min(kHead, head.size()));
    tail += bytes.substr(bytes.size() - std::min(bytes.size(), kTail));
    if (tail.size() > kTail) tail.erase(0, tail.size() - kTail);
  }
  paper.sha256 = sha.hex();
  if (paper.bytes == 0) {
    paper.state = Paper::State::empty;
    return true;
  }
  paper.kind = kind_of(head, tail);
  paper.fits = ending_fits(paper.kind, paper.name);
  return true;
}

/// Not followed if it is a link, and not waited for if it is a pipe, even if it became one after
/// the listing was made.
bool open_paper(const fs::path& path, const Caps& caps, std::uint64_t left, Paper& paper) {
  struct stat is{};
  if (::lstat(path.c_str(), &is) == 0 && !S_ISREG(is.st_mode)) {
    paper.state = S_ISLNK(is.st_mode) ? Paper::State::link : Paper::State::special;
    return true;
  }
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (file.number() < 0 || ::fstat(file.number(), &is) != 0 || !S_ISREG(is.st_mode)) {
    paper.state = Paper::State::unreadable;
    return true;
  }
  return read_paper(file.number(), caps, left, paper);
}

}  // namespace

std::string shown_name(const Paper& paper) {
  std::string shown;
  std::string_view rest = paper.name;
  while (!rest.empty()) {
    const std::size_t good = sheets::utf8_prefix(rest);
    shown += rest.substr(0, good);
    rest.remove_prefix(good);
    if (rest.empty()) break;
    shown += "\uFFFD";
    rest.remove_prefix(1);
  }
  return shown;
}

Result<std::vector<std::string>> list_folder(const fs::path& folder, const Caps& caps) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return fail({folder.string()}, say::no_folder());
  std::vector<std::string> names;
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const fs::path& path = at->path();
    const bool is_folder = at->symlink_status(error).type() == fs::file_type::directory;
    if (path.filename().native().starts_with('.')) {
      if (is_folder) at.disable_recursion_pending();
      continue;
    }
    if (is_folder) {
      if (at.depth() + 1 >= caps.depth) return fail({path.string()}, say::too_deep(caps.depth));
      continue;
    }
    if (names.size() == caps.files) return fail({folder.string()}, say::too_many_files(caps.files));
    names.push_back(path.lexically_relative(folder).generic_string());
  }
  if (error) return fail({folder.string()}, say::cannot_list(error.message()));
  std::ranges::sort(names);
  return names;
}

Result<std::vector<Paper>> read_papers(const fs::path& folder,
                                       const std::vector<std::string>& names, const Caps& caps) {
  std::vector<Paper> papers;
  std::map<std::string, std::size_t> first;
  std::uint64_t left = caps.total;
  for (const auto& name : names) {
    Paper paper;
    paper.name = name;
    if (!open_paper(folder / name, caps, left, paper)) {
      const bool one = paper.bytes > caps.file;
      return fail({(folder / name).string()},
                  one ? say::file_too_large(caps.file) : say::all_too_large(caps.total));
    }
    left -= paper.bytes;
    if (paper.state == Paper::State::there) {
      const auto [at, fresh] = first.emplace(paper.sha256, papers.size());
      if (!fresh) paper.same_as = at->second;
    }
    papers.push_back(std::move(paper));
  }
  return papers;
}

}  // namespace periksa::documents
