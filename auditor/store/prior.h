// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "auditor/store/connection.h"
#include "auditor/store/standing.h"

namespace periksa::store {

/// A finding that the store knows, as the last audit that found it saw it.
struct Prior {
  std::int64_t id = 0;
  std::string rule;
  std::string worker;  ///< keyed; empty of what is no worker's
  Standing standing;
  std::string evidence;  ///< keyed digest
  std::string original;
  std::string provision;
  std::string subject;
  std::string pseudonym;
  std::string engine;
  std::string manifest;
  std::string as_of;
  std::string looked;         ///< the newest as-of day of an audit that looked for it
  std::int64_t subjects = 0;  ///< of its rule in that audit
};

/// All of an agency, by their keyed fingerprint.
std::map<std::string, Prior> prior_findings(Connection& connection, std::int64_t agency);

void write_standing(Connection& connection, std::int64_t finding, const Standing& standing);

}  // namespace periksa::store
