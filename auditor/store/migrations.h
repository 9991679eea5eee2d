// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/store/connection.h"

/// The tables of the store, as numbered steps. A step that was released is never changed: a store
/// of an earlier version goes through those it lacks (docs/store.md tells what is where).
namespace periksa::store {

/// Of the store as this program writes it.
int newest_version();

/// 0 of an empty database.
int version_of(Connection& connection);

/// Takes the steps that are missing. Within a transaction.
void migrate(Connection& connection);

/// Throws Fault older or newer where the version is another than this program's.
void require_newest(Connection& connection);

}  // namespace periksa::store
