// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/results/results.h"

namespace periksa::results {

/// Leaves out the private section, and with it every fingerprint, digest and worker key: they are
/// made from ids and values so short that all of them can be tried. What remains names people by
/// pseudonym and shows private values in their masked form only. The result is a valid document;
/// its findings and exit code are unchanged, and unmasking it shows nothing more.
void redact(Results& results);

/// The document has masked values whose private section was left out.
bool is_redacted(const Results& results);

}  // namespace periksa::results
