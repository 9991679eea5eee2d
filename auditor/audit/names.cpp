// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/names.h"

#include <fmt/format.h>

#include "auditor/results/worker_key.h"

namespace periksa::audit {

std::string Names::pseudonym(std::uint32_t ordinal) {
  return results::pseudonym(ordinal);
}

std::string Names::worker_of(facts::EntityId entity, std::uint32_t row) const {
  const auto& vocabulary = filing_->vocabulary();
  if (entity == vocabulary.worker()) return worker(row);
  if (!vocabulary.entity(entity).in_worker) return {};
  return worker(workers_->table(entity).row(row).parent);
}

std::string Names::record(facts::EntityId entity, std::uint32_t row) const {
  const auto& vocabulary = filing_->vocabulary();
  if (entity == vocabulary.worker()) return worker(row);
  const auto& declared = vocabulary.entity(entity);
  if (!declared.in_worker) return std::string(filing_->table(entity).row(row).id);
  const auto& table = workers_->table(entity);
  const auto parent = table.row(row).parent;
  return fmt::format("{}/{}-{}", worker(parent), declared.name,
                     row - table.rows_of(parent).first + 1);
}

}  // namespace periksa::audit
