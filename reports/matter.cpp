// SPDX-License-Identifier: Apache-2.0
#include "reports/matter.h"

#include <fmt/format.h>

#include "auditor/base/date_format.h"
#include "auditor/base/mask.h"
#include "auditor/results/redact.h"

namespace periksa::reports {

bool Matter::left_out() const {
  const results::Results& all = wording_.results();
  return results::is_redacted(all) || !all.header.slice.empty();
}

std::string Matter::text(const std::string& path) const {
  const auto& secrets = wording_.results().secrets;
  const auto at = secrets.find("matter/" + path);
  return at == secrets.end() ? std::string{} : at->second.value;
}

std::string Matter::private_text(const std::string& path) const {
  std::string found = text(path);
  return found.empty() || wording_.unmasked() ? found : kMask;
}

std::string Matter::day(const std::string& path) const {
  return format_date(text(path), wording_.language());
}

std::string Matter::path(std::string_view list, std::size_t n, std::string_view name) {
  return fmt::format("{}/{}/{}", list, n, name);
}

std::size_t Matter::how_many(const std::string& list) const {
  const auto& secrets = wording_.results().secrets;
  std::size_t n = 0;
  for (;; ++n) {
    const std::string prefix = fmt::format("matter/{}/{}/", list, n + 1);
    const auto at = secrets.lower_bound(prefix);
    if (at == secrets.end() || !at->first.starts_with(prefix)) return n;
  }
}

std::vector<std::string> Matter::texts(const std::string& list) const {
  std::vector<std::string> all;
  for (std::size_t i = 1; i <= how_many(list); ++i) all.push_back(text(path(list, i, "text")));
  return all;
}

}  // namespace periksa::reports
