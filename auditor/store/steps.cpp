// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/steps.h"

#include "auditor/store/fault.h"

namespace periksa::store {
namespace {

Step::Kind kind_of_shift(const std::string& shift) {
  if (shift == "resolved") return Step::Kind::resolved;
  return shift == "excused" ? Step::Kind::excused : Step::Kind::found;
}

}  // namespace

void each_step(Connection& connection,
               const std::function<void(std::int64_t finding, const Step&)>& step) {
  connection.query(
      "SELECT s.finding, a.log, s.shift, a.id, a.filing FROM sighting s "
      "JOIN audit a ON a.id = s.audit ORDER BY s.finding, a.log",
      {}, [&](const Row& row) {
        const std::string shift = row.text(2);
        Step next;
        next.kind = kind_of_shift(shift);
        next.log = row.number(1);
        next.audit = row.number(3);
        next.filing = row.number(4);
        next.other_evidence = shift == "changed-evidence" || shift == "returned";
        step(row.number(0), next);
      });
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
