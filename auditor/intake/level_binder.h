// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pugixml.hpp>
#include <vector>

#include "auditor/intake/record_binder.h"

namespace periksa::intake {

/// Whether a stated count agrees with the number of records read: a complete collection has as many,
/// a sample at most.
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
  struct Child {
    pugi::xml_node node;
    facts::EntityId entity = 0;
    std::uint32_t row = 0;
  };

  void parser_refused(const pugi::xml_parse_result& result);
  void open_children(pugi::xml_node parent);
  void fill_children();

  /// Called before an element is looked at, in both rounds.
  virtual void enter(pugi::xml_node /*element*/) {}
  virtual void read_source(pugi::xml_node element) = 0;
  virtual void field_element(pugi::xml_node /*element*/, facts::FieldId /*field*/) {}
  /// A completeness of the collection of workers, which are not of this level.
  virtual void state_workers(const facts::Completeness& /*stated*/) {}

  Lookups& lookups() { return lookups_; }
  Reporter& reporter() { return reporter_; }
  facts::Facts& facts() { return facts_; }
  RecordBinder& records() { return records_; }

 private:
  void open_child(pugi::xml_node child);
  void misplaced(pugi::xml_node child);
  void check_collections();
  void check_collection(pugi::xml_node element);
  std::optional<facts::EntityId> collection_of(pugi::xml_node element);
  bool read_completeness(pugi::xml_node element, std::string_view name,
                         facts::Completeness& stated);
  bool read_count(pugi::xml_attribute count, facts::Completeness& stated);
  void allow_attributes(pugi::xml_node element);

  Lookups& lookups_;
  Level level_;
  Reporter reporter_;
  facts::Facts& facts_;
  RecordBinder records_;
  ElementNames names_;
  std::vector<Child> children_;
  std::vector<pugi::xml_node> collections_;
  std::vector<facts::EntityId> stated_;
};

}  // namespace periksa::intake
