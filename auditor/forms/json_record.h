// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "auditor/forms/element_writer.h"

namespace periksa::forms {

/// One object of a JSON filing, kept until its end: its members come in any order, but the element
/// it becomes has its attributes first. Reused for many.
struct JsonRecord {
  struct Attribute {
    std::string_view name;
    std::string text;
    facts::Spot spot;
  };
  /// One reading of a field, where the value has a source or a state of its own.
  struct Reading {
    std::string_view field;
    Written written;
    std::string raw;
    std::string source;
    facts::Spot spot;
  };

  std::string_view element;
  facts::Spot spot;
  std::vector<Attribute> attributes;
  std::vector<Reading> readings;

  void begin(std::string_view name, facts::Spot at);
  /// All of it but its end tag.
  void write(ElementWriter& writer) const;
};

/// Adds a name to the attribute `none`; false if it is there.
bool add_to_list(JsonRecord& record, std::string_view name, facts::Spot spot);

}  // namespace periksa::forms
