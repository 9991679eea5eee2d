// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/worker_binder.h"

namespace periksa::intake {

WorkerBinder::WorkerBinder(Lookups& lookups, Problems& problems, facts::Facts& facts)
    : LevelBinder(lookups, Level::worker, problems, facts, nullptr),
      problems_(problems),
      worker_(lookups.vocabulary.worker()),
      caps_(xml_caps(lookups.caps)) {}

bool WorkerBinder::bind(const Slice& slice, std::uint32_t ordinal) {
  if (!scan(slice)) return false;
  facts().clear();
  facts().set_origin(slice.bytes, slice.first, slice.mapped);
  reporter().begin(slice);
  fields_.clear();
  const auto element = tree_.root().first_child();
  if (!open_worker(element, ordinal)) return false;
  open_children(element);
  records().fill(element, worker_, 0);
  for (const auto& [node, field] : fields_) records().fill_field(node, worker_, 0, field);
  fill_children();
  return reporter().errors() == 0;
}

bool WorkerBinder::scan(const Slice& slice) {
  tree_.clear();
  const xml::Scan scan = xml::scan_element(slice.bytes, caps_, tree_);
  const bool done = scan.outcome == xml::Scan::Outcome::done;
  if (done && scan.length == slice.bytes.size()) return true;
  const bool fault = scan.outcome == xml::Scan::Outcome::fault;
  problems_.fault(slice.spot(scan.length),
                  xml::explain(fault ? scan.fault : xml::Fault::mismatched_tag));
  return false;
}

bool WorkerBinder::open_worker(xml::Node element, std::uint32_t ordinal) {
  const auto row = records().open(element, worker_);
  if (!row) return false;
  ids_.add(facts().table(worker_).row(*row).id, ordinal, reporter().slice().spot(0));
  return true;
}

void WorkerBinder::field_element(xml::Node element, facts::FieldId field) {
  fields_.push_back({element, field});
}

}  // namespace periksa::intake
