// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pugixml.hpp>
#include <string>

#include "auditor/intake/level_binder.h"

namespace periksa::intake {

/// Binds everything that stands in a filing before its workers: sources, what is said of the
/// collections, and the shared records.
class SharedBinder : private LevelBinder {
 public:
  /// `filing.header` has its first source and `filing.shared` is empty; both are filled.
  SharedBinder(Lookups& lookups, Problems& problems, Filing& filing);

  /// `section` holds whole elements that have been scanned.
  void bind(const Slice& section);

 private:
  void enter(pugi::xml_node element) override;
  void read_source(pugi::xml_node element) override;
  void state_workers(const facts::Completeness& stated) override;
  bool within_cap();

  Filing& filing_;
  Slice section_;
  std::string copy_;
  pugi::xml_document tree_;
  std::size_t entered_ = 0;  // offset and spot of the element entered last: lines count on from it
  facts::Spot entered_at_;
};

}  // namespace periksa::intake
