// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/results/results.h"

namespace periksa::store {

/// Of the bytes read: of the file, or of the list of the files' hashes.
std::string filing_hash(const results::Header& header);

/// What stands for the agency: its NIB, else its name; of a filing with neither, the filing.
std::string agency_known_by(const results::Header& header);

}  // namespace periksa::store
