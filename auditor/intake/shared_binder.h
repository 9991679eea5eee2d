// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/intake/level_binder.h"

namespace periksa::intake {

/// Binds everything that stands in a filing before its workers: sources, what is said of the
/// collections, and the shared records.
class SharedBinder : private LevelBinder {
 public:
  /// `filing.header` has its first source and `filing.shared` is empty; both are filled.
  /// `on_source` as in ReadOptions.
  SharedBinder(Lookups& lookups, Problems& problems, Filing& filing, const OnSource& on_source);

  /// `section` holds whole elements.
  void bind(const Slice& section);

 private:
  void enter(xml::Node element) override;
  void read_source(xml::Node element) override;
  void state_workers(const facts::Completeness& stated) override;
  /// False if there are too many, or if one is not well-formed.
  bool scan();

  Problems& problems_;
  Filing& filing_;
  const OnSource& on_source_;
  Slice section_;
  xml::Tree tree_;
  std::size_t entered_ = 0;  // offset and spot of the element entered last: lines count on from it
  facts::Spot entered_at_;
};

}  // namespace periksa::intake
