// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/results/results.h"

namespace periksa::packs {

/// The document as it may be passed on: without the private section, free texts and what a person
/// wrote as it was written, with the filer's own names for files, sources and records replaced
/// (aliases.h), and without fingerprints, digests and keys of workers, from which a short private
/// value could be found by trying all there are.
///
/// Unless `with_sensitive`, facts on health, religion and violence go too, with every finding and
/// notice that rests on one that is written: its verdict alone would tell it; of a worker of whom
/// nothing else is told nothing stays. What was left out is counted in `header.left_out`; counts
/// add up within what is left. A valid document.
results::Results for_passing_on(results::Results results, bool with_sensitive);

}  // namespace periksa::packs
