// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/csv_stream.h"

#include <csv.h>

#include <new>
#include <utility>
#include <vector>

namespace periksa {

struct CsvStream::State {
  explicit State(OnRow take) : on_row(std::move(take)) {
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
  }
  ~State() { csv_free(&parser); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  static void value(void* bytes, std::size_t size, void* data) {
    auto& state = *static_cast<State*>(data);
    state.cells.emplace_back(static_cast<const char*>(bytes), size);
  }
  static void row(int /*end*/, void* data) {
    auto& state = *static_cast<State*>(data);
    state.on_row(state.cells);
    state.cells.clear();
  }

  csv_parser parser{};
  OnRow on_row;
  std::vector<std::string> cells;
};

CsvStream::CsvStream(char delimiter, OnRow on_row)
    : state_(std::make_unique<State>(std::move(on_row))) {
  csv_set_delim(&state_->parser, static_cast<unsigned char>(delimiter));
}

CsvStream::~CsvStream() = default;

std::size_t CsvStream::feed(std::string_view bytes) {
  auto* const parser = &state_->parser;
  const std::size_t read =
      csv_parse(parser, bytes.data(), bytes.size(), &State::value, &State::row, state_.get());
  if (read < bytes.size() && csv_error(parser) == CSV_ENOMEM) throw std::bad_alloc();
  return read;
}

bool CsvStream::finish() {
  return csv_fini(&state_->parser, &State::value, &State::row, state_.get()) == 0;
}

}  // namespace periksa
