// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/results/results.h"

namespace periksa::results {

/// The part of a results document that is about one worker, as a document of its own: the worker's
/// findings and notices with what they read and cite, and of the agency's own findings those on a
/// rule that a finding of the worker names. Of other workers nothing is left but their number where
/// a notice names them (Notice::workers_left).
///
/// Counts add up within the extract. A rule on workers keeps the worker's one verdict; of rules on
/// a worker's records the document does not tell whose record a verdict is, so only those with a
/// finding are counted. `header.slice` names the worker. Unknown workers are a diagnostic, and so
/// is a document that is an extract already. Findings keep their numbers.
Result<Results> slice(const Results& results, const std::string& worker);

/// Everybody of whom the document tells something.
std::vector<std::string> workers_of(const Results& results);

/// The record is the worker's own ("W002") or one of it ("W002/payment-1").
bool is_of(std::string_view record, std::string_view worker);

}  // namespace periksa::results
