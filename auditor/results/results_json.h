// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "auditor/base/diagnostic.h"
#include "auditor/results/batch.h"
#include "auditor/results/results.h"

namespace periksa::results {

/// The value of the document's first key; another number means another meaning.
inline constexpr std::string_view kFormat = "periksa-results/1";
inline constexpr std::string_view kBatchFormat = "periksa-summary/1";

/// Writes the document piece by piece: every element of a list on a line of its own, so that two
/// documents can be compared line by line; keys always in the same order, no floating numbers,
/// UTF-8 (bytes that are not become U+FFFD). Memory is bounded by the largest single element.
void write_json(const Results& results, const std::function<void(std::string_view)>& sink);

/// The summary of several filings in the same manner.
void write_json(const Batch& batch, const std::function<void(std::string_view)>& sink);

/// Reads a document strictly: an unknown format or key, a missing key, a wrong type, a key given
/// twice, a number with a point or a reference to nothing is a diagnostic, and no document is given
/// back. Where the text itself is not JSON the position is line and column, otherwise
/// `Position::cell` is the JSON pointer of the place. `name` stands for the file in messages.
Result<Results> read_json(std::string_view text, const std::string& name);

}  // namespace periksa::results
