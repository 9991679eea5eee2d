// SPDX-License-Identifier: Apache-2.0
#include "tests/results/sample/sample_batch.h"

#include "tests/results/sample/sample.h"

namespace periksa::sample {
namespace {

results::BatchEntry entry(results::Results results, const std::string& name,
                          const std::string& agency, const std::string& nib) {
  results.header.agency = agency;
  results.header.agency_nib = nib;
  auto entry = results::entry_of(results);
  entry.file = name + ".xml";
  entry.document = name;
  return entry;
}

}  // namespace

results::Batch batch() {
  results::Batch batch;
  const auto from = rich();
  batch.header.engine_version = from.header.engine_version;
  batch.header.rule_set = from.header.rule_set;
  batch.header.rule_set_version = from.header.rule_set_version;
  batch.header.manifest_sha256 = from.header.manifest_sha256;
  batch.filings = {
      entry(rich(), "utara", "PT Selat Utara Rekaan", "9900000000901"),
      entry(quiet(), "selatan", "PT Teluk Selatan Rekaan", "9900000000902"),
      results::refused_entry(
          {{Diagnostic::Kind::error,
            {"barat.xml", 12, 3, {}},
            {"id \"Rahasia Contoh\" sudah dipakai", "the id \"Rahasia Contoh\" is taken"}},
           {Diagnostic::Kind::error, {"barat.xml", 14, 1, {}}, {"lagi", "again"}}},
          "barat.xml", batch.secrets)};
  batch.filings.back().document = "barat";
  batch.totals = results::totals_of(batch.filings);
  batch.totals.left_out = 2;
  batch.totals.compared = 2;
  results::CrossNotice notice;
  notice.id = "L0001";
  notice.keys = {"nik", "passport"};
  notice.numbers = {{"nik", "L0001/nik"}, {"passport", "L0001/passport"}};
  notice.overlap = results::Truth::yes;
  notice.title = {"NIK dan nomor paspor yang sama", "The same NIK and passport number"};
  notice.text = {"Hal ini perlu diperiksa.", "This has to be looked into."};
  notice.sights = {{0,
                    "W001",
                    {{"nik", {"utara.xml", 10, 49, {}}}, {"passport", {"utara.xml", 12, 31, {}}}},
                    "2024-02-10",
                    "2025-03-02"},
                   {1,
                    "W002",
                    {{"nik", {"selatan.xml", 7, 4, {}}}, {"passport", {"selatan.xml", 9, 2, {}}}},
                    "2024-09-17",
                    ""}};
  batch.notices = {notice};
  batch.secrets.emplace("L0001/nik", results::Secret{"0001015203960001", {}});
  batch.secrets.emplace("L0001/passport", results::Secret{"X0001102", {}});
  return batch;
}

}  // namespace periksa::sample
