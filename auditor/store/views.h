// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "auditor/results/case_history.h"
#include "auditor/results/results.h"
#include "auditor/results/retention.h"
#include "auditor/results/supervision.h"
#include "auditor/store/store.h"

/// What the store tells when it is asked; each answer is of one moment.
namespace periksa::store {

/// What agencies are ranked by first: unresolved breaches, what is to be given back (of the
/// currency there is most of), or workers with an unresolved breach or suspicion.
enum class RankBy : std::uint8_t { breaches, money, people };

/// Agencies by what is to be done: most unresolved breaches first, then people, then money, then
/// the name. `as_of` (ISO) is the day that `overdue` is counted to.
Result<std::vector<results::AgencyRow>> agencies(const Store& store, const std::string& as_of);

/// Those that a word names: the NIB, the number it has in the store (AgencyRow::id), or part of the
/// name, whatever its capitals.
Result<std::vector<results::AgencyRow>> agencies_named(const Store& store, const std::string& word,
                                                       const std::string& as_of);

/// All agencies, trends, and the numbers they share.
Result<results::Supervision> supervision(const Store& store, const std::string& as_of,
                                         RankBy by = RankBy::breaches);

/// Of one agency, as `agencies` tells it.
Result<results::CaseHistory> history(const Store& store, const results::AgencyRow& agency);

/// Nothing where there is no such audit.
Result<std::optional<results::SavedAudit>> saved_audit(const Store& store, std::int64_t id);

/// Nothing where there is no such finding.
Result<std::optional<results::FindingLife>> life_of(const Store& store, std::int64_t finding);

/// What was to be put right before `as_of` and is unresolved, the longest first.
Result<std::vector<results::OverdueRow>> overdue(const Store& store, const std::string& as_of);

/// Where the findings of these documents of one agency stand; those that the store does not know
/// are left out. Needs the key.
Result<results::StoreMark> mark_of(const Store& store,
                                   std::span<const results::Results* const> documents);

Result<results::Retention> retention(const Store& store);

/// The results document of an audit whose facts were kept, as JSON and without what was forgotten;
/// empty where none was kept.
Result<std::string> document_of(const Store& store, std::int64_t audit);

}  // namespace periksa::store
