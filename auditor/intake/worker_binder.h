// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "auditor/intake/level_binder.h"
#include "auditor/intake/worker_ids.h"

namespace periksa::intake {

/// Binds one `<worker>` after the other to the same tables. One for each thread.
class WorkerBinder : private LevelBinder {
 public:
  /// `facts` keeps places as offsets; all three outlive the binder.
  WorkerBinder(Lookups& lookups, Problems& problems, facts::Facts& facts);

  /// False if the worker has an error; else the tables hold it until the next call, and their
  /// places point into `slice`. The slice is one element, if the XML is well-formed, which is
  /// proved here.
  bool bind(const Slice& slice, std::uint32_t ordinal);

  const WorkerIds& ids() const { return ids_; }

 private:
  struct FieldElement {
    xml::Node element;
    facts::FieldId field;
  };

  void read_source(xml::Node) override {}
  void field_element(xml::Node element, facts::FieldId field) override;
  bool scan(const Slice& slice);
  bool open_worker(xml::Node element, std::uint32_t ordinal);

  Problems& problems_;
  facts::EntityId worker_;
  xml::Caps caps_;
  xml::Tree tree_;
  std::vector<FieldElement> fields_;
  WorkerIds ids_;
};

}  // namespace periksa::intake
