// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/mentions.h"

namespace periksa::audit {

Mentions::Mentions(const intake::Filing& filing) {
  for (std::size_t i = 0; i < filing.mentions.size(); ++i)
    values_.emplace(filing.mentions[i].id, intake::mention_value(i));
}

std::int64_t Mentions::of(const facts::Facts& worker) const {
  if (values_.empty()) return 0;
  const auto& row = worker.table(worker.vocabulary().worker()).row(0);
  const auto at = values_.find(std::string(row.id));
  return at == values_.end() ? 0 : at->second;
}

}  // namespace periksa::audit
