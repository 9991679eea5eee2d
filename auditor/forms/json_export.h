// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "auditor/intake/filing_reader.h"

namespace periksa::forms {

/// Says a filing as JSON (docs/json.md) that `read_json_filing` reads back with the same facts, but
/// for pages, places and the raw texts of what could be read. One record a line; the same facts
/// give the same bytes. Holds no more than one record.
class JsonExport {
 public:
  using Write = std::function<void(std::string_view bytes)>;

  explicit JsonExport(const facts::Vocabulary& vocabulary, Write write);

  /// First; the filing outlives the export.
  void begin(const intake::Filing& filing);
  /// Then the workers in their order.
  void worker(const facts::Facts& worker);
  /// Last.
  void finish();

 private:
  void write_header(const intake::Filing& filing);
  void write_sources();
  void write_completeness();
  std::string record(const facts::Facts& facts, facts::EntityId entity, std::uint32_t row) const;
  std::string member(const facts::Facts& facts, const facts::Field& field, const facts::Cell& cell,
                     std::uint32_t source) const;
  std::string reading(const facts::Facts& facts, const facts::Field& field, const facts::Cell& cell,
                      std::uint32_t source) const;
  std::string known(const facts::Facts& facts, const facts::Field& field,
                    const facts::Cell& cell) const;
  std::string completeness(const facts::Completeness& stated, std::string_view of) const;
  const std::string& source_id(std::uint32_t source) const;

  const facts::Vocabulary& vocabulary_;
  Write write_;
  const intake::Filing* filing_ = nullptr;
  bool any_worker_ = false;
};

}  // namespace periksa::forms
