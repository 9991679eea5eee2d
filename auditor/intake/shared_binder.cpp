// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/shared_binder.h"

#include <iterator>

#include "auditor/intake/input.h"
#include "auditor/intake/messages.h"
#include "auditor/intake/source_reader.h"

namespace periksa::intake {

SharedBinder::SharedBinder(Lookups& lookups, Problems& problems, Filing& filing)
    : LevelBinder(lookups, Level::filing, problems, *filing.shared, &filing.mentions),
      filing_(filing) {}

void SharedBinder::bind(const Slice& section) {
  section_ = section;
  entered_at_ = section.first;
  copy_.assign(section.bytes);
  reporter().begin(section);
  const auto parsed =
      tree_.load_buffer_inplace(copy_.data(), copy_.size(),
                                pugi::parse_default | pugi::parse_fragment, pugi::encoding_utf8);
  if (!parsed) return parser_refused(parsed);
  if (!within_cap()) return;
  open_children(tree_);
  fill_children();
}

bool SharedBinder::within_cap() {
  const std::uint32_t cap = lookups().caps.shared_records;
  const auto children = tree_.children();
  if (std::distance(children.begin(), children.end()) <= std::ptrdiff_t{cap}) return true;
  reporter().error(0, [&] { return say::too_many_shared(cap); });
  return false;
}

/// From here on, offsets count from this element's `<`.
void SharedBinder::enter(pugi::xml_node element) {
  const auto start = static_cast<std::size_t>(element.name() - copy_.data()) - 1;
  const auto next = element.next_sibling();
  const std::size_t end =
      next ? static_cast<std::size_t>(next.name() - copy_.data()) - 1 : section_.bytes.size();
  if (start < entered_) {
    entered_ = 0;
    entered_at_ = section_.first;
  }
  entered_at_ = behind(entered_at_, section_.bytes.substr(entered_, start - entered_));
  entered_ = start;
  const Slice slice{section_.bytes.substr(start, end - start), entered_at_};
  reporter().begin(slice);
  facts().set_origin(slice.bytes, slice.first);
  records().begin(copy_.data() + start);
}

void SharedBinder::read_source(pugi::xml_node element) {
  const auto source = intake::read_source(element, copy_.data() + entered_, filing_.header,
                                          lookups(), reporter());
  if (source) filing_.header.sources.push_back(*source);
}

void SharedBinder::state_workers(const facts::Completeness& stated) {
  filing_.header.workers_completeness = stated;
}

}  // namespace periksa::intake
