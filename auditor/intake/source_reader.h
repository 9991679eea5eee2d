// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <pugixml.hpp>

#include "auditor/facts/filing.h"
#include "auditor/intake/lookups.h"
#include "auditor/intake/reporter.h"

namespace periksa::intake {

/// `<source id="s1" document="deed" …/>`, parsed in a copy of the reporter's slice that begins at
/// `copy`. Its id is entered in the look-ups even if something else is wrong with it, so that one
/// mistake is told once; nothing is returned only if it has no usable id.
std::optional<facts::Source> read_source(pugi::xml_node element, const char* copy,
                                         const facts::FilingHeader& header, Lookups& lookups,
                                         Reporter& reporter);

/// The attributes of `<filing …>`, from the bytes of its start tag.
facts::FilingHeader read_header(const Slice& start_tag, Problems& problems);

}  // namespace periksa::intake
