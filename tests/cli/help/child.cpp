// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/help/child.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include "tests/ruleset/mini/temp_folder.h"

namespace periksa::test {
namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> list;
  for (auto& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  return list;
}

void redirect(int descriptor, const std::filesystem::path& file) {
  const int to = ::open(file.c_str(), O_WRONLY | O_CREAT, 0600);
  if (to < 0 || ::dup2(to, descriptor) < 0) ::_exit(127);
}

/// In the child: everything up to the program itself.
[[noreturn]] void become(const Child& child, const std::filesystem::path& out,
                         const std::filesystem::path& err) {
  redirect(STDOUT_FILENO, out);
  redirect(STDERR_FILENO, err);
  if (!child.folder.empty() && ::chdir(child.folder.c_str()) != 0) ::_exit(127);
  if (child.largest_file >= 0) {
    const rlimit limit{static_cast<rlim_t>(child.largest_file),
                       static_cast<rlim_t>(child.largest_file)};
    ::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  std::vector<std::string> words = child.words;
  std::vector<std::string> environment;
  // LSAN_OPTIONS names the leaks that are not ours (tests/leaks.supp).
  for (const char* kept : {"PATH", "LSAN_OPTIONS"}) {
    const char* const value = std::getenv(kept);
    if (value != nullptr && !child.environment.contains(kept))
      environment.push_back(std::string(kept) + '=' + value);
  }
  for (const auto& [name, value] : child.environment) environment.push_back(name + '=' + value);
  ::execvpe(words[0].c_str(), pointers(words).data(), pointers(environment).data());
  ::_exit(127);
}

Ran ended(int status, const std::filesystem::path& out, const std::filesystem::path& err) {
  Ran ran;
  if (WIFEXITED(status)) ran.code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) ran.signal = WTERMSIG(status);
  if (std::filesystem::is_regular_file(out)) ran.out = slurp(out);
  if (std::filesystem::exists(err)) ran.err = slurp(err);  // killed before it could say a word
  return ran;
}

}  // namespace

Ran run(const Child& child) {
  const TempFolder said;
  const auto out = child.out.empty() ? said.path() / "out" : child.out;
  const auto err = said.path() / "err";
  const pid_t process = ::fork();
  if (process < 0) throw std::runtime_error("cannot fork");
  if (process == 0) become(child, out, err);
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return ended(status, out, err);
}

}  // namespace periksa::test
