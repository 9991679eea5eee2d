// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "auditor/results/results.h"

/// Taking parts out of a results document so that what is left is one again: references hold and
/// counts add up. What editions that are not the whole document are made with.
namespace periksa::results {

/// Every fact that a finding read: its evidence, its reasoning, what is missing and what would
/// change it.
std::vector<std::size_t> facts_read(const Finding& finding);

/// Takes out the facts that are not wanted and all that refers to them: from lists of facts and
/// reasonings only the reference, from `missing` and `changes` the entry. A table loses the column,
/// or where it has none, the row.
void keep_facts(Results& results, const std::function<bool(const Fact&)>& wanted);

/// Takes out the findings that are not wanted, and their numbers and workers from requests and
/// waivers; what is then left of nothing goes too. Rules keep their runs.
void keep_findings(Results& results, const std::function<bool(const Finding&)>& wanted);

/// An audit names and quotes only workers with a finding or a notice, and in some tables only those
/// with an indication. Takes out pseudonyms and rows of workers of whom that is no longer so, which
/// would tell that there was one. Papers and measures name all workers anyway.
void drop_untold(Results& results);

/// Takes out the sources that are not wanted, and from papers the sources and records that are not;
/// a paper that was the file of something and is now of nothing goes too. The filing itself stays.
using Wanted = std::function<bool(const std::string& id)>;
void keep_sources(Results& results, const Wanted& source, const Wanted& record);

/// Takes out what nothing refers to any more: facts, provisions, sanctions, labels of documents and
/// secrets. The name of a worker who has a pseudonym is referred to.
void drop_unreferenced(Results& results);

}  // namespace periksa::results
