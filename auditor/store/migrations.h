// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/store/connection.h"

/// The tables of the store, as numbered steps. A step that was released is never changed: a store
/// of an earlier version goes through those it lacks (docs/store.md tells what is where).
namespace periksa::store {

/// Of the store as this program writes it.
int newest_version();

/// 0 of an empty database.
int version_of(Connection& connection);

/// Takes the steps that are missing up to `version`. Within a transaction.
void migrate(Connection& connection, int version = newest_version());

/// What is in the database's schema and is not of this program, and what is missing of it: a
/// table, an index, a trigger that somebody added, changed or took out. Empty of a sound store.
std::vector<std::string> schema_faults(Connection& connection);

/// Throws Fault broken where there are any: a foreign trigger could change what is being saved.
void require_own_schema(Connection& connection);

/// Throws Fault older or newer where the version is another than this program's.
void require_newest(Connection& connection);

}  // namespace periksa::store
