// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/results/batch.h"

namespace periksa::sample {

/// A summary of three filings: the rich and the quiet sample of two agencies with one worker in
/// common, and one that was refused. All names and numbers are invented.
results::Batch batch();

}  // namespace periksa::sample
