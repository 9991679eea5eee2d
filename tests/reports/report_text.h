// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "reports/html_report.h"

inline const std::string kTemplates = PERIKSA_SOURCE_DIR "/templates";

/// The whole page as one string.
inline std::string page_of(const periksa::results::Results& results,
                           periksa::Language language = periksa::Language::id,
                           bool unmask = false) {
  std::string page;
  const auto written = periksa::reports::write_html(results, {language, unmask, kTemplates},
                                                    [&](std::string_view piece) { page += piece; });
  if (!written) BOOST_FAIL(render(written.error().front(), periksa::Language::en));
  return page;
}

inline std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The one script of our pages, as it stands in them: its file without the empty lines.
inline std::string filter_script() {
  std::ifstream file(kTemplates + "/filter.js");
  std::string out;
  for (std::string line; std::getline(file, line);)
    if (!line.empty()) out += line + "\n";
  return out;
}

/// The cells of a data table, split at `|`, without the blanks around them; comments left out.
inline std::vector<std::vector<std::string>> data_table(const std::string& name) {
  std::ifstream file(std::string(PERIKSA_SOURCE_DIR "/tests/reports/") + name);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::vector<std::string> cells;
    for (std::size_t at = 0; at <= line.size();) {
      const auto end = std::min(line.find('|', at), line.size());
      const std::string cell = line.substr(at, end - at);
      const auto first = cell.find_first_not_of(' ');
      const auto last = cell.find_last_not_of(' ');
      cells.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
      at = end + 1;
    }
    rows.push_back(cells);
  }
  return rows;
}
