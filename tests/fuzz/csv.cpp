// SPDX-License-Identifier: Apache-2.0
// Whatever a CSV file holds: it is read or refused in both languages with its place, and the pieces
// it comes in do not matter. Seeds: fixtures/workbooks/*.csv.
#include <cstdio>
#include <cstdlib>

#include "auditor/sheets/csv_file.h"
#include "tests/sheets/seen.h"

using namespace periksa;

namespace {

const sheets::Caps kCaps{
    .rows = 200, .columns = 50, .cells = 500, .cell = 256, .row = 1024, .text = 8192};

void require(bool fine, const std::string& what) {
  if (fine) return;
  std::fputs((what + '\n').c_str(), stderr);
  std::abort();
}

std::string told(const Diagnostics& problems) {
  require(problems.size() == 1, "one reason");
  const auto& problem = problems.front();
  require(!problem.text.id.empty() && !problem.text.en.empty(), "told in one language only");
  require(problem.at.line > 0 && problem.at.column > 0, "told without its place");
  return render(problem, Language::en);
}

std::string outcome(std::string_view text, std::size_t piece) {
  test::Seen seen;
  sheets::SheetRows::Total total;
  seen.sheet({"S", "f", false});
  sheets::SheetRows rows(seen, kCaps, total);
  sheets::CsvSheetReader reader(kCaps, rows);
  for (; !text.empty(); text.remove_prefix(std::min(piece, text.size()))) {
    const auto fed = reader.feed(text.substr(0, piece), false);
    if (!fed) return told(fed.error());
  }
  const auto fed = reader.feed({}, true);
  return fed ? seen.text() : told(fed.error());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string text(data, data + size);
  const auto whole = outcome(text, size + 1);
  for (const std::size_t piece : {1U, 3U}) {
    const auto pieces = outcome(text, piece);
    require(pieces == whole, "the pieces matter:\n" + pieces + "\n" + whole);
  }
  return 0;
}
