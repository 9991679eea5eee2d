// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "auditor/base/xml_tree.h"
#include "auditor/intake/filing_reader.h"
#include "auditor/intake/lookups.h"
#include "auditor/intake/names.h"
#include "auditor/intake/reporter.h"

namespace periksa::intake {

/// Binds single records to rows, in two steps, as references may point to a record further on:
/// `open` appends the row, `fill` reads its fields. All elements are of the slice that reporter and
/// facts were given last. One thread's, reused for many slices.
class RecordBinder {
 public:
  RecordBinder(Lookups& lookups, Level level, Reporter& reporter, facts::Facts& facts,
               std::vector<Mention>* mentions);

  std::size_t offset(const char* in_slice) const {
    return static_cast<std::size_t>(in_slice - reporter_.slice().bytes.data());
  }
  std::size_t offset(xml::Node node) const { return offset(node.begin()); }
  std::size_t offset(const xml::Attribute& attribute) const { return offset(attribute.raw.data()); }

  /// The row of a new record, or nothing when its id is missing or taken.
  std::optional<std::uint32_t> open(xml::Node element, facts::EntityId entity);
  void fill(xml::Node element, facts::EntityId entity, std::uint32_t row);
  /// One field element of a record whose attributes are filled.
  void fill_field(xml::Node element, facts::EntityId entity, std::uint32_t row,
                  facts::FieldId field);

  /// The source an attribute names; 0, and told, if there is no such source.
  std::uint32_t read_source(const xml::Attribute& attribute);
  void check_page(const xml::Attribute& attribute);

 private:
  /// The value of a field as written, and where it stands in the slice.
  struct Written {
    std::string_view text;
    std::size_t at = 0;
  };

  bool acceptable(xml::Node element, const facts::Table& table, const xml::Attribute& id);
  void fill_attributes(xml::Node element, const facts::Entity& entity);
  void fill_reserved(Reserved meaning, const xml::Attribute& attribute);
  void told_by(facts::EntityId entity, std::uint32_t row, std::uint32_t source);
  void fill_none(const xml::Attribute& list);
  void fill_none_of(std::string_view name, std::size_t at);
  void fill_elements(xml::Node element);
  void element_in_record(xml::Node child);
  void read(const facts::Field& field, const Written& written, facts::Cell& cell);
  void read_reference(const facts::Field& field, const Written& written, facts::Cell& cell);
  std::optional<std::int64_t> find_record(facts::EntityId target, const Written& written);
  void doubt(facts::EntityId target);
  std::optional<Written> element_text(xml::Node element);
  void rest_on_stronger(facts::Cell& cell, const facts::Cell& other) const;
  const xml::Attribute* element_attributes(xml::Node element, const facts::Field& field,
                                           facts::Cell& cell);
  bool read_readings(xml::Node element, const facts::Field& field, facts::Cell& cell);
  bool read_state(const xml::Attribute& state, const facts::Field& field, const Written& written,
                  facts::Cell& cell);

  Lookups& lookups_;
  Level level_;
  Reporter& reporter_;
  facts::Facts& facts_;
  std::vector<Mention>* mentions_;
  std::unordered_map<std::string, std::size_t> mention_index_;
  std::vector<AttributeNames> names_;

  // the record that is being filled
  facts::EntityId entity_ = 0;
  std::uint32_t row_ = 0;
  std::vector<facts::FieldId> filled_;
};

}  // namespace periksa::intake
