// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/pdf.h"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <optional>

#include "auditor/base/file.h"
#include "auditor/base/uri_path.h"
#include "auditor/documents/program.h"

namespace periksa::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMost = std::size_t{2} << 30;
constexpr std::chrono::seconds kTime{600};

std::optional<fs::path> find_chromium() {
  const char* const given = std::getenv("PERIKSA_CHROMIUM");
  if (given != nullptr && *given != '\0') return fs::path(given);
  for (const char* name : {"chromium", "chromium-browser", "google-chrome"}) {
    if (auto found = documents::find_program(name)) return found;
  }
  return std::nullopt;
}

/// Readable by nobody else, and gone with the object.
class PrivateFolder {
 public:
  PrivateFolder() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "periksa-XXXXXX").string();
    if (!error && ::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~PrivateFolder() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::vector<std::string> words_for(const fs::path& folder) {
  std::vector<std::string> words{"--headless",
                                 "--disable-gpu",
                                 "--disable-dev-shm-usage",
                                 "--no-first-run",
                                 "--disable-background-networking",
                                 "--disable-component-update",
                                 "--disable-sync",
                                 "--host-resolver-rules=MAP * ~NOTFOUND",
                                 "--no-pdf-header-footer",
                                 "--user-data-dir=" + (folder / "profile").string(),
                                 "--print-to-pdf=" + (folder / "page.pdf").string()};
  // Chromium's own sandbox does not work for root.
  if (::geteuid() == 0) words.emplace_back("--no-sandbox");
  words.push_back("file://" + uri_path((folder / "page.html").string()));
  return words;
}

}  // namespace

Result<std::string> print_pdf(const std::string& page) {
  const auto chromium = find_chromium();
  if (!chromium)
    return fail({"pdf"},
                {"PDF dicetak oleh Chromium, yang tidak terpasang di komputer ini; pasang paket "
                 "chromium, atau tulis html dan cetak dari peramban",
                 "PDF is printed by Chromium, which is not installed here; install the package "
                 "chromium, or write html and print it from a browser"});
  const PrivateFolder folder;
  if (folder.path().empty())
    return fail({"pdf"},
                {"folder sementara tidak dapat dibuat", "no temporary folder can be made"});
  auto html = AtomicFile::create((folder.path() / "page.html").string());
  if (!html) return std::unexpected(html.error());
  html->write(page);
  if (auto finished = html->finish(); !finished) return std::unexpected(finished.error());
  if (auto done = html->commit(); !done) return std::unexpected(done.error());
  documents::Program program;
  program.path = *chromium;
  program.words = words_for(folder.path());
  program.time = kTime;
  // It reserves far more room than it uses.
  program.memory = std::numeric_limits<std::uint64_t>::max();
  const auto ran = documents::run(program);
  auto pdf = read_file(folder.path() / "page.pdf", kMost);
  if (ran.end != documents::Output::End::fine || !pdf || !pdf->starts_with("%PDF-"))
    return fail({chromium->string()},
                {"Chromium tidak berhasil mencetak halaman ini; tulis html dan cetak dari peramban",
                 "Chromium did not manage to print this page; write html and print it from a "
                 "browser"});
  return pdf;
}

}  // namespace periksa::cli
