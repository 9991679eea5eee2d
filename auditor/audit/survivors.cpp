// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/survivors.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/csv.h"
#include "auditor/base/file.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::audit {
namespace {

constexpr std::size_t kSurvivorsCap = 1U << 20;
constexpr const char* kFile = "survivors.csv";
const std::vector<std::string> kColumns{"rule", "where", "was", "becomes", "why"};

bool same(const Survivor& a, const Survivor& b) {
  return a.rule == b.rule && a.where == b.where && a.was == b.was && a.becomes == b.becomes;
}

}  // namespace

Result<ExplainedSurvivors> ExplainedSurvivors::load(const std::filesystem::path& rules_folder) {
  ExplainedSurvivors explained;
  const auto path = rules_folder / kFile;
  if (!std::filesystem::exists(path)) return explained;
  const auto text = read_file(path, kSurvivorsCap);
  if (!text) return std::unexpected(text.error());
  const auto rows = read_csv(*text, path.string());
  if (!rows) return std::unexpected(rows.error());
  Diagnostics problems;
  for (const auto& row : *rows) {
    const Position at{path.string(), row.line, 0, {}};
    const bool head = &row == &rows->front();
    if (head ? row.cells == kColumns
             : row.cells.size() == kColumns.size() && !row.cells.back().empty()) {
      if (head) continue;
      const auto& cells = row.cells;
      explained.reasons_.push_back({{cells[0], {}, cells[1], cells[2], cells[3]}, cells[4], at});
    } else {
      ruleset::complain(problems, at, "diharapkan rule,where,was,becomes,why, semuanya terisi",
                        "expected rule,where,was,becomes,why, all filled in");
    }
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return explained;
}

const std::string* ExplainedSurvivors::why(const Survivor& survivor) {
  const auto at = std::ranges::find_if(
      reasons_, [&](const Reason& reason) { return same(reason.survivor, survivor); });
  if (at == reasons_.end()) return nullptr;
  at->needed = true;
  return &at->why;
}

Diagnostics ExplainedSurvivors::unneeded() const {
  Diagnostics problems;
  for (const auto& reason : reasons_) {
    if (reason.needed) continue;
    const auto& x = reason.survivor;
    ruleset::complain(
        problems, reason.at,
        fmt::format("{}: \"{}\" menjadi \"{}\" tidak lolos lagi; hapus baris ini", x.rule, x.was,
                    x.becomes),
        fmt::format("{}: \"{}\" made \"{}\" does not survive any more; take the line out", x.rule,
                    x.was, x.becomes));
  }
  return problems;
}

}  // namespace periksa::audit
