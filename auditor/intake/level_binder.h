// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "auditor/intake/record_binder.h"

namespace periksa::intake {

/// Whether a stated count agrees with the number of records read: a complete collection has as
/// many, a sample at most.
bool fits(const facts::Completeness& stated, std::uint64_t read);

/// Binds the elements that stand side by side at one level: the shared ones of a filing, or those
/// of one worker. All records are opened first, then what is said of their collections is held
/// against what is there, then the fields are read, so that references may point anywhere.
class LevelBinder {
 public:
  LevelBinder(Lookups& lookups, Level level, Problems& problems, facts::Facts& facts,
              std::vector<Mention>* mentions);
  virtual ~LevelBinder() = default;
  LevelBinder(const LevelBinder&) = delete;
  LevelBinder& operator=(const LevelBinder&) = delete;

 protected:
  void open_children(xml::Node parent);
  void fill_children();

  /// Called before an element is looked at, in both rounds.
  virtual void enter(xml::Node /*element*/) {}
  virtual void read_source(xml::Node element) = 0;
  virtual void field_element(xml::Node /*element*/, facts::FieldId /*field*/) {}
  /// A completeness of the collection of workers, which are not of this level.
  virtual void state_workers(const facts::Completeness& /*stated*/) {}

  Lookups& lookups() { return lookups_; }
  Reporter& reporter() { return reporter_; }
  facts::Facts& facts() { return facts_; }
  RecordBinder& records() { return records_; }

 private:
  struct Child {
    xml::Node node;
    facts::EntityId entity = 0;
    std::uint32_t row = 0;
  };

  void open_child(xml::Node child);
  void misplaced(xml::Node child);
  void check_collection(xml::Node element);
  std::uint32_t check_attributes(xml::Node element);
  std::optional<facts::EntityId> collection_of(xml::Node element);
  void unknown_collection(const xml::Attribute& of, std::optional<facts::EntityId> entity);
  bool read_completeness(xml::Node element, std::string_view name, facts::Completeness& stated);
  bool read_count(const xml::Attribute& count, facts::Completeness& stated);

  Lookups& lookups_;
  Level level_;
  Reporter reporter_;
  facts::Facts& facts_;
  RecordBinder records_;
  ElementNames names_;
  std::vector<Child> children_;
  std::vector<xml::Node> collections_;
  std::vector<facts::EntityId> stated_;
};

}  // namespace periksa::intake
