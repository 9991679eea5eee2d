// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/csv.h"

#include <algorithm>
#include <utility>

#include "auditor/base/csv_stream.h"

namespace periksa {
namespace {

bool blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

Result<std::vector<CsvRow>> read_csv(std::string_view text, const std::string& file) {
  std::vector<CsvRow> rows;
  std::uint32_t number = 0;
  std::uint32_t begin = 0;  // line of the row that has begun
  bool open = false;        // a row has begun and not ended
  CsvStream stream(',', [&](std::span<const std::string> cells) {
    rows.push_back({begin, {cells.begin(), cells.end()}});
    open = false;
  });
  while (!text.empty()) {
    ++number;
    const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
    text.remove_prefix(line.size());
    if (!open) begin = number;
    open = open || !blank(line);
    const std::size_t read = stream.feed(line);
    if (read == line.size()) continue;
    return fail({file, number, static_cast<std::uint32_t>(read + 1), {}}, csv_stray_quote());
  }
  if (!stream.finish()) return fail({file, begin, 0, {}}, csv_open_quote());
  return rows;
}

Bilingual csv_stray_quote() {
  return {
      "tanda kutip di tengah nilai; apit seluruh nilai dengan tanda kutip dan "
      "gandakan yang di dalamnya",
      "a quote inside a value; put the whole value in quotes and double those in it"};
}

Bilingual csv_open_quote() {
  return {"tanda kutip yang dibuka pada baris ini tidak pernah ditutup",
          "the quote opened in this row is never closed"};
}

std::string csv_value(std::string_view value) {
  const bool bare = value.find_first_of(",\"\r\n") == std::string_view::npos &&
                    (value.empty() || (value.front() != ' ' && value.back() != ' '));
  if (bare) return std::string(value);
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted += '"';
}

std::string csv_text(std::string_view text) {
  // Tabs and carriage returns would begin one too, but do not stand in printable texts.
  const bool formula = !text.empty() && std::string_view("=+-@").contains(text.front());
  return csv_value(formula ? "'" + std::string(text) : std::string(text));
}

}  // namespace periksa
