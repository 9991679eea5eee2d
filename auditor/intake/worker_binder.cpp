// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/worker_binder.h"

namespace periksa::intake {

WorkerBinder::WorkerBinder(Lookups& lookups, Problems& problems, facts::Facts& facts)
    : LevelBinder(lookups, Level::worker, problems, facts, nullptr),
      worker_(lookups.vocabulary.worker()) {}

bool WorkerBinder::bind(const Slice& slice, std::uint32_t ordinal) {
  copy_.assign(slice.bytes);
  facts().clear();
  facts().set_origin(slice.bytes, slice.first);
  reporter().begin(slice);
  records().begin(copy_.data());
  fields_.clear();
  const auto parsed = tree_.load_buffer_inplace(copy_.data(), copy_.size(), pugi::parse_default,
                                                pugi::encoding_utf8);
  if (!parsed) {
    parser_refused(parsed);
    return false;
  }
  const auto element = tree_.document_element();
  if (!open_worker(element, ordinal)) return false;
  open_children(element);
  records().fill(element, worker_, 0);
  for (const auto& [node, field] : fields_) records().fill_field(node, worker_, 0, field);
  fill_children();
  return reporter().errors() == 0;
}

bool WorkerBinder::open_worker(pugi::xml_node element, std::uint32_t ordinal) {
  const auto row = records().open(element, worker_);
  if (!row) return false;
  ids_.add(facts().table(worker_).row(*row).id, ordinal, reporter().slice().first);
  return true;
}

void WorkerBinder::field_element(pugi::xml_node element, facts::FieldId field) {
  fields_.push_back({element, field});
}

}  // namespace periksa::intake
