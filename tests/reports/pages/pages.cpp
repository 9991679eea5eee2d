// SPDX-License-Identifier: Apache-2.0
// Writes the pages that axe.mjs looks at: report_pages TEMPLATES FOLDER
#include <fstream>
#include <iostream>

#include "reports/batch_report.h"
#include "reports/html_report.h"
#include "tests/reports/spoiler.h"
#include "tests/results/sample/sample_batch.h"

using namespace periksa;

namespace {

results::Results unfinished() {
  results::Results results = sample::rich();
  results.header.complete = false;
  results.header.official = false;
  results.header.changed_files = {"duties/uu-18-2017/66.xml"};
  results.header.only_rules = {"uu-18-2017/66/1"};
  return results;
}

bool write(const results::Results& results, const reports::HtmlOptions& options,
           const std::string& path) {
  std::ofstream file(path, std::ios::binary);
  const auto written =
      reports::write_html(results, options, [&](std::string_view piece) { file << piece; });
  if (!written) std::cerr << render(written.error().front(), Language::en) << "\n";
  return written.has_value() && file.good();
}

bool write(const results::Batch& batch, const reports::HtmlOptions& options,
           const std::string& path) {
  std::ofstream file(path, std::ios::binary);
  const auto written =
      reports::write_batch_html(batch, {options, reports::BatchOptions::Linked::reports},
                                [&](std::string_view piece) { file << piece; });
  if (!written) std::cerr << render(written.error().front(), Language::en) << "\n";
  return written.has_value() && file.good();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 64;
  const std::string folder = std::string(arguments[2]) + "/";
  const reports::HtmlOptions id{Language::id, false, arguments[1]};
  const reports::HtmlOptions en{Language::en, true, arguments[1]};
  const bool written = write(sample::rich(), id, folder + "rich.id.html") &&
                       write(sample::rich(), en, folder + "rich.en.html") &&
                       write(sample::quiet(), id, folder + "quiet.id.html") &&
                       write(sample::empty(), en, folder + "empty.en.html") &&
                       write(unfinished(), id, folder + "unfinished.id.html") &&
                       write(spoilt(std::string(400, 'x')), id, folder + "long.id.html") &&
                       write(spoilt("شركة <b>\"'&"), en, folder + "hostile.en.html") &&
                       write(sample::batch(), id, folder + "summary.id.html") &&
                       write(sample::batch(), en, folder + "summary.en.html");
  return written ? 0 : 74;
}
