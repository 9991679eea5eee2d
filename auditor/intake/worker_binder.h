// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pugixml.hpp>
#include <string>
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
  /// places point into `slice`. The slice is one element that has been scanned.
  bool bind(const Slice& slice, std::uint32_t ordinal);

  const WorkerIds& ids() const { return ids_; }

 private:
  struct FieldElement {
    pugi::xml_node element;
    facts::FieldId field;
  };

  void read_source(pugi::xml_node) override {}
  void field_element(pugi::xml_node element, facts::FieldId field) override;
  bool open_worker(pugi::xml_node element, std::uint32_t ordinal);

  facts::EntityId worker_;
  std::string copy_;
  pugi::xml_document tree_;
  std::vector<FieldElement> fields_;
  WorkerIds ids_;
};

}  // namespace periksa::intake
