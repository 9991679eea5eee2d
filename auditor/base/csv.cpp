// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/csv.h"

#include <csv.h>
#include <fmt/format.h>

#include <memory>
#include <new>
#include <utility>

namespace periksa {
namespace {

/// What libcsv tells while it reads.
struct Reading {
  std::vector<CsvRow> rows;
  CsvRow row;
  bool open = false;  ///< a row has begun and not ended
};

void on_value(void* bytes, std::size_t size, void* data) {
  static_cast<Reading*>(data)->row.cells.emplace_back(static_cast<const char*>(bytes), size);
}

void on_row(int /*end*/, void* data) {
  auto& reading = *static_cast<Reading*>(data);
  reading.rows.push_back(std::exchange(reading.row, {}));
  reading.open = false;
}

bool blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

struct Free {
  void operator()(csv_parser* parser) const { csv_free(parser); }
};

}  // namespace

Result<std::vector<CsvRow>> read_csv(std::string_view text, const std::string& file) {
  csv_parser state;
  if (csv_init(&state, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
  const std::unique_ptr<csv_parser, Free> parser(&state);
  Reading reading;
  std::uint32_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
    text.remove_prefix(line.size());
    if (!reading.open) reading.row.line = number;
    reading.open = reading.open || !blank(line);
    const std::size_t read =
        csv_parse(parser.get(), line.data(), line.size(), on_value, on_row, &reading);
    if (read == line.size()) continue;
    if (csv_error(parser.get()) == CSV_ENOMEM) throw std::bad_alloc();
    const auto column = static_cast<std::uint32_t>(read);
    return fail({file, number, column, {}},
                {"tanda kutip di tengah nilai; apit seluruh nilai dengan tanda kutip dan "
                 "gandakan yang di dalamnya",
                 "a quote inside a value; put the whole value in quotes and double those in it"});
  }
  if (csv_fini(parser.get(), on_value, on_row, &reading) != 0) {
    return fail({file, reading.row.line, 0, {}},
                {"tanda kutip yang dibuka pada baris ini tidak pernah ditutup",
                 "the quote opened in this row is never closed"});
  }
  return std::move(reading.rows);
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

}  // namespace periksa
