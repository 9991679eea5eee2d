// SPDX-License-Identifier: Apache-2.0
#include "tests/forms/same_findings.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "auditor/audit/audit.h"
#include "auditor/forms/any_filing.h"
#include "auditor/forms/csv_sink.h"
#include "auditor/forms/json_export.h"
#include "auditor/results/results_json.h"
#include "tests/audit/help/filings.h"

namespace periksa::test {
namespace {

using Json = nlohmann::json;

void forget_forms(Json& value) {
  if (value.is_object()) {
    for (const auto* const key : {"at", "raw", "file", "files", "sha256"}) value.erase(key);
  }
  if (value.is_structured()) {
    for (auto& inside : value) forget_forms(inside);
  }
}

template <class T>
T checked(Result<T> result) {
  if (result) return std::move(*result);
  std::string told;
  for (const auto& one : result.error()) told += render(one, Language::en) + '\n';
  throw std::runtime_error(told);
}

template <class Shared, class Worker>
void read(const std::filesystem::path& from, Shared&& shared, Worker&& worker) {
  checked(
      forms::read_any_filing(from, shipped_rules().vocabulary(), {.threads = 1}, {}, shared,
                             [&](unsigned, std::uint32_t, facts::Facts& facts) { worker(facts); }));
}

}  // namespace

std::string findings_of(const std::filesystem::path& filing, unsigned threads) {
  audit::Options options;
  options.threads = threads;
  const auto done = checked(audit::audit_filing(shipped_rules(), filing, options));
  std::string text;
  results::write_json(done.results, [&](std::string_view piece) { text += piece; });
  Json json = Json::parse(text);
  forget_forms(json);
  return json.dump(1);
}

std::string difference(const std::string& one, const std::string& other) {
  if (one == other) return {};
  const Json changes = Json::diff(Json::parse(one), Json::parse(other));
  const Json& first = changes.at(0);
  const Json::json_pointer place(first.at("path").get<std::string>());
  const Json before = Json::parse(one);
  return first.dump() + " instead of " +
         (before.contains(place) ? before.at(place).dump() : std::string("nothing"));
}

void write_json(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::ofstream file(to, std::ios::binary);
  forms::JsonExport json(shipped_rules().vocabulary(), [&](std::string_view bytes) {
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  });
  read(
      from, [&](const intake::Filing& filing) { json.begin(filing); },
      [&](const facts::Facts& worker) { json.worker(worker); });
  json.finish();
}

void write_csv(const std::filesystem::path& from, const std::filesystem::path& to) {
  forms::TableExport tables(shipped_rules().vocabulary(), Language::id);
  read(
      from, [&](const intake::Filing& filing) { tables.look(filing); },
      [&](const facts::Facts& worker) { tables.look(worker); });
  forms::CsvSink sink(to);
  read(
      from, [&](const intake::Filing& filing) { tables.begin(filing, sink); },
      [&](const facts::Facts& worker) { tables.worker(worker); });
  if (const auto done = sink.finish(); !done) throw std::runtime_error("not written");
}

}  // namespace periksa::test
