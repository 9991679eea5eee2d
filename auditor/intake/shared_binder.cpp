// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/shared_binder.h"

#include "auditor/intake/input.h"
#include "auditor/intake/messages.h"
#include "auditor/intake/source_reader.h"

namespace periksa::intake {

SharedBinder::SharedBinder(Lookups& lookups, Problems& problems, Filing& filing,
                           const OnSource& on_source)
    : LevelBinder(lookups, Level::filing, problems, *filing.shared, &filing.mentions),
      problems_(problems),
      filing_(filing),
      on_source_(on_source) {}

void SharedBinder::bind(const Slice& section) {
  section_ = section;
  entered_at_ = section.first;
  if (!scan()) return;
  open_children(tree_.root());
  fill_children();
}

bool SharedBinder::scan() {
  const std::uint32_t cap = lookups().caps.shared_records;
  const xml::Caps caps = xml_caps(lookups().caps);
  std::string_view rest = section_.bytes;
  for (std::uint32_t count = 0;; ++count) {
    rest.remove_prefix(xml::scan_between(rest).length);
    if (rest.empty()) return true;
    if (count == cap) break;
    const xml::Scan scan = xml::scan_element(rest, caps, tree_);
    rest.remove_prefix(scan.length);
    if (scan.outcome == xml::Scan::Outcome::done) continue;
    // What another form was made into has not been scanned before.
    const bool fault = scan.outcome == xml::Scan::Outcome::fault;
    problems_.fault(section_.spot(section_.bytes.size() - rest.size()),
                    xml::explain(fault ? scan.fault : xml::Fault::mismatched_tag));
    return false;
  }
  reporter().begin(section_);
  reporter().error(section_.bytes.size() - rest.size(), [&] { return say::too_many_shared(cap); });
  return false;
}

/// From here on, offsets count from this element's `<`.
void SharedBinder::enter(xml::Node element) {
  const auto offset = [&](xml::Node node) {
    return static_cast<std::size_t>(node.begin() - section_.bytes.data());
  };
  const std::size_t start = offset(element);
  const std::size_t end = element.next() ? offset(element.next()) : section_.bytes.size();
  if (start < entered_) {
    entered_ = 0;
    entered_at_ = section_.first;
  }
  entered_at_ = behind(entered_at_, section_.bytes.substr(entered_, start - entered_));
  entered_ = start;
  const Slice slice{section_.bytes.substr(start, end - start),
                    entered_at_,
                    {section_.mapped.map, section_.mapped.base + start}};
  reporter().begin(slice);
  facts().set_origin(slice.bytes, slice.first, slice.mapped);
}

void SharedBinder::read_source(xml::Node element) {
  auto source = intake::read_source(element, filing_.header, lookups(), reporter());
  if (!source) return;
  if (on_source_) on_source_(*source);
  filing_.header.sources.push_back(std::move(*source));
}

void SharedBinder::state_workers(const facts::Completeness& stated) {
  filing_.header.workers_completeness = stated;
}

}  // namespace periksa::intake
