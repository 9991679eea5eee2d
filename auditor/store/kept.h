// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/store/save.h"

namespace periksa::store {

/// Adds what can be forgotten of the audit of entry `log`, a row for each worker of whom there is
/// anything: the keyed numbers, and with `keep_facts` the private values of the results document.
/// The document without its private section then stands in a row of its own.
void keep_private(Connection& connection, const MatchKey& key, std::int64_t log,
                  const AuditToSave& given);

/// The results document that was kept with an audit, as JSON, without what was forgotten since;
/// empty where none was kept.
std::string kept_document(Connection& connection, std::int64_t audit);

}  // namespace periksa::store
