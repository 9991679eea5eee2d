// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

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

/// Of an audit `a`: whether its results document is kept.
inline constexpr std::string_view kHasDocument =
    "(EXISTS (SELECT 1 FROM commitment c JOIN private p ON p.commitment = c.id "
    "WHERE c.log = a.log AND c.kind = 'document') OR "
    "EXISTS (SELECT 1 FROM commitment c JOIN private p ON p.commitment = c.id "
    "WHERE c.place = a.id AND c.kind = 'document')) ";

/// By what the kept values of a worker tell who that is.
struct KeptIdentity {
  std::string worker_key;          ///< empty in what the second version kept
  std::set<std::string> own;       ///< NIK and passport numbers, also such as cannot be one
  std::set<std::string> others{};  ///< NIKs among the worker's papers, of whomever
};
KeptIdentity identity_of(const std::string& body, std::int64_t place);

/// The second version kept worker keys, fingerprints and digests within the document. Puts one in
/// its place, with the entry `log`, without those of workers who are forgotten; nothing where there
/// is none of theirs in it.
void forget_in_document(Connection& connection, std::int64_t log, std::int64_t audit);
/// … of every audit of which somebody is forgotten.
void forget_in_documents(Connection& connection, std::int64_t log);

}  // namespace periksa::store
