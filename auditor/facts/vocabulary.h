// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/base/name_index.h"

namespace periksa::facts {

enum class Type : std::uint8_t {
  boolean,
  integer,
  decimal,
  money,
  percent,
  date,
  period,
  text,
  code,
  reference
};

/// How private a value is; `free` is free text, which no redacted edition carries.
enum class Privacy : std::uint8_t { open, business, personal, identity, sensitive, free };

/// Whether values of this privacy stand in the private section only, and masked unless somebody
/// asks for them.
constexpr bool is_private(Privacy privacy) {
  return privacy >= Privacy::personal;
}

/// What "stated none" means for a field; `refused` where a paper cannot state it.
enum class NoneMeans : std::uint8_t { refused, zero, does_not_exist, not_yet };

using EntityId = std::uint16_t;
using FieldId = std::uint16_t;
using ListId = std::uint16_t;

struct Code {
  std::string name;
  Bilingual label;
  std::vector<std::string> known_as;
};

/// A closed list. Values of type code are indexes into `codes`.
struct CodeList {
  std::string name;
  std::string standard;
  std::vector<Code> codes;

  std::optional<std::int64_t> find(std::string_view code) const;

 private:
  friend class VocabularyReader;
  NameIndex index_;
};

struct Field {
  std::string name;
  Type type = Type::text;
  std::uint16_t target = 0;  // a ListId for codes, an EntityId for references
  Privacy privacy = Privacy::business;
  NoneMeans none = NoneMeans::refused;
  std::optional<std::int64_t> min;  // in the field's own unit: millionths for decimal and percent
  std::optional<std::int64_t> max;
  std::vector<std::string> proof;  // codes of the list document_kind
  Bilingual label;
  std::vector<std::string> known_as;
};

/// A field by which two sources' records are known to be one.
struct JoinKey {
  EntityId entity = 0;  ///< the record's own, or a worker's record of that kind
  FieldId field = 0;
};

struct Entity {
  std::string name;
  std::string many;  // the collection's name; for `single` entities the name itself
  bool single = false;
  bool in_worker = false;
  Bilingual label;
  std::vector<Field> fields;
  std::vector<JoinKey> keys;  ///< each of them suffices

  std::optional<FieldId> find(std::string_view field) const;

 private:
  friend class VocabularyReader;
  NameIndex index_;
};

/// Everything an audit can know, read once from `rules/facts.xml` and `rules/codes/*.xml`
/// (docs/facts-format.md). Immutable. The views in its indexes point into its own strings: it moves
/// but does not copy.
class Vocabulary {
 public:
  static Result<Vocabulary> load(const std::filesystem::path& rules);
  /// For tests: the text of a facts.xml whose code lists stand as <codes> children beside the
  /// entities.
  static Result<Vocabulary> parse(std::string text);

  Vocabulary(Vocabulary&&) = default;
  Vocabulary& operator=(Vocabulary&&) = default;
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;

  std::span<const Entity> entities() const { return entities_; }
  std::span<const CodeList> lists() const { return lists_; }
  const Entity& entity(EntityId id) const { return entities_[id]; }
  const CodeList& list(ListId id) const { return lists_[id]; }

  std::optional<EntityId> find_entity(std::string_view name) const;
  /// By the collection's name ("payments").
  std::optional<EntityId> find_collection(std::string_view many) const;
  std::optional<ListId> find_list(std::string_view name) const;
  EntityId worker() const { return worker_; }

 private:
  Vocabulary() = default;
  friend class VocabularyReader;

  std::vector<Entity> entities_;
  std::vector<CodeList> lists_;
  NameIndex by_name_;
  NameIndex by_many_;
  NameIndex by_list_;
  EntityId worker_ = 0;
};

/// "code:job", "ref:employer", "money" … as facts.xml writes it.
std::string type_name(const Vocabulary& vocabulary, const Field& field);
std::string_view to_string(Type type);
std::optional<Type> parse_type(std::string_view name);

}  // namespace periksa::facts
