// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/passphrase_option.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace periksa::cli {
namespace {

constexpr std::size_t kLongest = 1024;

/// The terminal of the program, whatever its input and output are, with what is typed not shown.
/// Signals of the keyboard wait until it shows again, or it would stay dumb behind the program.
class Terminal {
 public:
  Terminal() : descriptor_(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
    sigset_t keyboard;
    ::sigemptyset(&keyboard);
    for (const int signal : {SIGINT, SIGQUIT, SIGTSTP}) ::sigaddset(&keyboard, signal);
    ::sigprocmask(SIG_BLOCK, &keyboard, &signals_);
    if (descriptor_ < 0) return;
    if (::tcgetattr(descriptor_, &before_) != 0) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    silent_ = ::tcsetattr(descriptor_, TCSAFLUSH, &silent) == 0;
  }
  ~Terminal() {
    if (silent_) ::tcsetattr(descriptor_, TCSAFLUSH, &before_);
    if (descriptor_ >= 0) ::close(descriptor_);
    ::sigprocmask(SIG_SETMASK, &signals_, nullptr);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  bool ready() const { return silent_; }

  packs::SecretBytes ask(const std::string& prompt) const {
    say(prompt + ": ");
    std::string line;
    line.reserve(kLongest);  // so that no piece of it is left behind by growing
    char c = 0;
    while (line.size() < kLongest && ::read(descriptor_, &c, 1) == 1 && c != '\n') line += c;
    say("\n");
    return packs::SecretBytes(std::move(line));
  }

 private:
  void say(const std::string& text) const {
    // Nothing can be done about a terminal that does not show it.
    [[maybe_unused]] const ssize_t n = ::write(descriptor_, text.data(), text.size());
  }

  int descriptor_;
  termios before_{};
  sigset_t signals_{};
  bool silent_ = false;
};

std::nullopt_t refuse(const Context& context, const Bilingual& why) {
  std::fprintf(stderr, "periksa: %s\n", why.in(context.language).c_str());
  return std::nullopt;
}

}  // namespace

Option PassphraseSource::add(CommandLine verb, const Context& context) {
  return verb.add_option(
      option, file,
      prompt.in(context.language) +
          context.say(": berkas yang memuatnya di baris pertama; tanpa ini ditanyakan",
                      ": a file with it in its first line; asked for without"));
}

std::optional<packs::SecretBytes> ask_passphrase(const Context& context,
                                                 const PassphraseSource& source) {
  if (!source.file.empty()) {
    auto read = packs::read_passphrase(source.file);
    if (read) return std::move(*read);
    context.print(read.error());
    return std::nullopt;
  }
  const Terminal terminal;
  if (!terminal.ready()) {
    const std::string option = source.option;
    return refuse(context,
                  {"frasa sandi hanya ditanyakan di terminal; tulislah di baris pertama sebuah "
                   "berkas dan sebutkan dengan " +
                       option,
                   "a passphrase is asked for on a terminal only; write it in the first line of a "
                   "file and name that with " +
                       option});
  }
  const std::string& prompt = source.prompt.in(context.language);
  auto first = terminal.ask(prompt);
  if (first.empty())
    return refuse(context, {"frasa sandi tidak boleh kosong", "a passphrase cannot be empty"});
  if (!source.twice) return first;
  const auto again = terminal.ask(prompt + context.say(" (sekali lagi)", " (once more)"));
  if (first == again) return first;
  return refuse(context, {"kedua frasa sandi tidak sama; ulangi perintahnya",
                          "the two passphrases differ; give the command again"});
}

}  // namespace periksa::cli
