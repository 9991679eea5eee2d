// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/test/unit_test.hpp>
#include <string>

#include "auditor/documents/ties.h"
#include "auditor/forms/any_filing.h"
#include "tests/audit/help/filings.h"
#include "tests/ruleset/mini/temp_folder.h"

namespace periksa::test {

/// A folder of papers in the making.
struct PaperFolder : TempFolder {
  /// Its index, without the row of headings.
  void index(const std::string& rows) const {
    write("index.csv", "file,source,worker,record kind,record,document,asserter,dated\n" + rows);
  }
  Result<documents::Folder> read(const documents::Caps& caps = {}) const {
    return documents::read_folder(path(), shipped_rules().vocabulary(), caps);
  }
  documents::Folder good() const {
    auto folder = read();
    if (!folder) BOOST_FAIL(render(folder.error().front(), Language::en));
    return std::move(*folder);
  }
  /// The first reason in English with its place, or "".
  std::string refused(const documents::Caps& caps = {}) const {
    const auto folder = read(caps);
    return folder ? "" : render(folder.error().front(), Language::en);
  }
};

/// A filing read with a folder: its sources, and what the index has wrong.
struct TiedReading {
  TiedReading(const documents::Folder& folder, const std::string& filing)
      : ties(folder, shipped_rules().vocabulary()) {
    intake::ReadOptions options;
    intake::OnShared on_shared = [](const intake::Filing&) {};
    intake::OnWorker on_worker = [this](unsigned, std::uint32_t, facts::Facts& worker) {
      const auto& vocabulary = shipped_rules().vocabulary();
      const auto payment = *vocabulary.find_entity("payment");
      const auto amount = *vocabulary.entity(payment).find("amount");
      for (std::uint32_t i = 0; i < worker.table(payment).size(); ++i)
        amounts.push_back(worker.table(payment).cell(i, amount));
      const auto& own = worker.table(vocabulary.worker());
      const auto born = *vocabulary.entity(vocabulary.worker()).find("born_on");
      births.push_back(own.cell(0, born));
      for (const auto& one : births.back().state == facts::State::contradictory
                                 ? worker.alternatives(births.back())
                                 : std::span<const facts::Cell>())
        birth_sources.push_back(one.source);
    };
    options.threads = 1;
    ties.join(options, on_shared, on_worker);
    auto read = intake::read_filing_text(filing, "filing.xml", shipped_rules().vocabulary(),
                                         options, on_shared, on_worker);
    if (!read) BOOST_FAIL(render(read.error().front(), Language::en));
    header = std::move(read->header);
    for (const auto& one : ties.finish()) errors += render(one, Language::en) + '\n';
  }

  const facts::Source& source(std::string_view id) const {
    for (const auto& one : header.sources) {
      if (one.id == id) return one;
    }
    throw std::runtime_error("no such source");
  }
  facts::Basis basis(const facts::Cell& cell) const {
    return facts::basis_of(header.sources[cell.source]);
  }

  documents::Ties ties;
  facts::FilingHeader header;
  std::string errors;
  std::vector<facts::Cell> amounts;
  std::vector<facts::Cell> births;
  std::vector<std::uint32_t> birth_sources;
};

inline bool holds(const std::string& text, std::string_view phrase) {
  return text.find(phrase) != std::string::npos;
}

}  // namespace periksa::test
