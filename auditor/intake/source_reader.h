// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "auditor/base/xml_tree.h"
#include "auditor/facts/filing.h"
#include "auditor/intake/lookups.h"
#include "auditor/intake/reporter.h"

namespace periksa::intake {

/// `<source id="s1" document="deed" …/>`, an element of the reporter's slice. Its id is entered in
/// the look-ups even if something else is wrong with it, so that one mistake is told once; nothing
/// is returned only if it has no usable id.
std::optional<facts::Source> read_source(xml::Node element, const facts::FilingHeader& header,
                                         Lookups& lookups, Reporter& reporter);

/// The attributes of `<filing …>`, from the bytes of its start tag.
facts::FilingHeader read_header(const Slice& start_tag, const InputCaps& caps, Problems& problems);

}  // namespace periksa::intake
