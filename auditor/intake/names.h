// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "auditor/base/name_index.h"
#include "auditor/facts/vocabulary.h"

namespace periksa::intake {

/// Attributes every record may carry beside its fields.
enum class Reserved : std::uint8_t { id, source, page, none };

/// Finds what an attribute of one entity's records means. Records of a kind list their fields in
/// the same order, so the one that followed last time is tried first.
class AttributeNames {
 public:
  /// A field's id; the reserved ones count on behind the fields.
  using Slot = std::uint16_t;
  static constexpr Slot kUnknown = 0xFFFF;

  explicit AttributeNames(const facts::Entity& entity);

  /// `previous` is the slot found before in the same element, or start().
  Slot find(std::string_view name, Slot previous);
  Slot start() const { return static_cast<Slot>(names_.size()); }
  bool is_field(Slot slot) const { return slot < fields_; }
  Reserved reserved(Slot slot) const { return static_cast<Reserved>(slot - fields_); }
  /// All of them, to name the nearest.
  const std::vector<std::string_view>& all() const { return names_; }

 private:
  Slot fields_;
  std::vector<std::string_view> names_;
  std::vector<Slot> next_;
  NameIndex index_;
};

/// Where in a filing an element stands: directly in it, in a worker, in a record.
enum class Level : std::uint8_t { filing, worker };

/// What an element directly in a filing or in a worker means.
struct ElementMeaning {
  enum class Kind : std::uint8_t { unknown, source, collection, record, field };
  Kind kind = Kind::unknown;
  std::uint16_t id = 0;  ///< EntityId of a record, FieldId of a field
};

class ElementNames {
 public:
  ElementNames(const facts::Vocabulary& vocabulary, Level level);

  ElementMeaning find(std::string_view name) const;
  const std::vector<std::string_view>& all() const { return names_; }

 private:
  void add(std::string_view name, ElementMeaning meaning);

  NameIndex index_;  // numbers of meanings
  std::vector<ElementMeaning> meanings_;
  std::vector<std::string_view> names_;
};

}  // namespace periksa::intake
