// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string_view>
#include <vector>

#include "auditor/intake/filing_reader.h"
#include "auditor/intake/lookups.h"
#include "auditor/intake/names.h"
#include "auditor/intake/reporter.h"

namespace periksa::intake {

/// Binds single records to rows, in two steps, as references may point to a record further on:
/// `open` appends the row, `fill` reads its fields. One thread's, reused for many slices.
class RecordBinder {
 public:
  RecordBinder(Lookups& lookups, Level level, Reporter& reporter, facts::Facts& facts,
               std::vector<Mention>* mentions);

  /// All that follows concerns the slice that `reporter` and `facts` were given, parsed in a copy
  /// that begins at `copy`.
  void begin(const char* copy) { copy_ = copy; }
  std::size_t offset(const char* text) const { return static_cast<std::size_t>(text - copy_); }
  /// Of an element's `<`.
  std::size_t offset(pugi::xml_node element) const { return offset(element.name()) - 1; }

  /// The row of a new record, or nothing when its id is missing or taken.
  std::optional<std::uint32_t> open(pugi::xml_node element, facts::EntityId entity);
  void fill(pugi::xml_node element, facts::EntityId entity, std::uint32_t row);
  /// One field element of a record.
  void fill_field(pugi::xml_node element, facts::EntityId entity, std::uint32_t row,
                  facts::FieldId field);

  /// The source an element names, or `otherwise` if it names none.
  std::uint32_t source_of(pugi::xml_node element, std::uint32_t otherwise);
  void check_page(pugi::xml_attribute page);

 private:
  struct Written {
    std::string_view text;
    std::size_t at = 0;
  };

  std::string_view lasting(std::string_view text);
  bool acceptable(pugi::xml_node element, const facts::Table& table, std::string_view id);
  void fill_attributes(pugi::xml_node element, const facts::Entity& entity);
  void fill_none(const char* list);
  void fill_none_of(std::string_view name, std::size_t at);
  void fill_elements(pugi::xml_node element);
  void element_in_record(pugi::xml_node child);
  void read(const facts::Field& field, const Written& written, facts::Cell& cell);
  void read_reference(const facts::Field& field, const Written& written, facts::Cell& cell);
  std::optional<std::int64_t> find_record(facts::EntityId target, const Written& written);
  void doubt(facts::EntityId target);
  std::optional<Written> element_text(pugi::xml_node element);
  bool read_state(pugi::xml_attribute state, const facts::Field& field, const Written& written,
                  facts::Cell& cell);

  Lookups& lookups_;
  Level level_;
  Reporter& reporter_;
  facts::Facts& facts_;
  std::vector<Mention>* mentions_;
  std::unordered_map<std::string, std::size_t> mention_index_;
  std::vector<AttributeNames> names_;
  const char* copy_ = nullptr;

  // the record that is being filled
  facts::EntityId entity_ = 0;
  std::uint32_t row_ = 0;
  std::uint32_t source_ = 0;
};

}  // namespace periksa::intake
