// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/steps.h"

#include "auditor/store/fault.h"
#include "auditor/store/follow_up.h"
#include "auditor/store/migrations.h"

namespace periksa::store {
namespace {

Step::Kind kind_of_shift(const std::string& shift) {
  if (shift == "resolved") return Step::Kind::resolved;
  return shift == "excused" ? Step::Kind::excused : Step::Kind::found;
}

Step::Kind kind_of_action(const std::string& word) {
  const auto kind = parse_action(word);
  if (!kind) throw Fault(Fault::Kind::broken, "action.kind");
  return step_of(*kind);
}

}  // namespace

void each_step(Connection& connection,
               const std::function<void(std::int64_t finding, const Step&)>& step) {
  std::string sql =
      "SELECT s.finding, a.log, s.shift, a.id, a.filing, '' FROM sighting s "
      "JOIN audit a ON a.id = s.audit WHERE s.shift <> 'earlier' ";
  // A store can be checked before it is migrated.
  if (version_of(connection) >= 2)
    sql +=
        "UNION ALL SELECT c.finding, c.log, c.kind, NULL, NULL, coalesce(c.due, '') FROM action c ";
  connection.query(sql + "ORDER BY 1, 2", {}, [&](const Row& row) {
    const std::string what = row.text(2);
    Step next;
    next.kind = row.null(3) ? kind_of_action(what) : kind_of_shift(what);
    next.log = row.number(1);
    next.audit = row.number(3);
    next.filing = row.number(4);
    next.other_evidence = what == "changed-evidence" || what == "returned";
    next.due = row.text(5);
    step(row.number(0), next);
  });
}

std::map<std::int64_t, Standing> standings_by_steps(Connection& connection) {
  std::map<std::int64_t, Standing> standings;
  each_step(connection, [&](std::int64_t finding, const Step& step) {
    const auto at = standings.find(finding);
    const auto before = at == standings.end() ? std::nullopt : std::optional(at->second);
    standings[finding] = after(before, step);
  });
  return standings;
}

void each_standing(Connection& connection,
                   const std::function<void(std::int64_t finding, const Standing&)>& standing) {
  connection.query(
      "SELECT t.finding, t.state, t.since, t.seen, a.filing, coalesce(t.due, '') FROM standing t "
      "JOIN audit a ON a.id = t.seen",
      {}, [&](const Row& row) {
        const auto state = parse_state(row.text(1));
        if (!state) throw Fault(Fault::Kind::broken, "standing.state");
        standing(row.number(0), {*state, row.number(2), row.number(3), row.number(4), row.text(5)});
      });
}

}  // namespace periksa::store
