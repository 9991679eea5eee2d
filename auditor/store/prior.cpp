// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/prior.h"

#include "auditor/store/fault.h"

namespace periksa::store {

std::map<std::string, Prior> prior_findings(Connection& connection, std::int64_t agency) {
  std::map<std::string, Prior> found;
  connection.query(
      "SELECT f.mark, f.id, r.code, f.worker, t.state, t.since, t.seen, a.filing, t.due, "
      "s.evidence, s.original, p.code, s.subject, s.worker, a.engine, a.manifest, a.as_of, "
      "n.subjects, (SELECT max(b.as_of) FROM sighting q JOIN audit b ON b.id = q.audit "
      "WHERE q.finding = f.id) "
      "FROM finding f JOIN rule r ON r.id = f.rule JOIN standing t ON t.finding = f.id "
      "JOIN sighting s ON s.finding = f.id AND s.audit = t.seen "
      "JOIN audit a ON a.id = t.seen "
      "LEFT JOIN provision p ON p.id = s.provision "
      "LEFT JOIN audit_rule n ON n.audit = a.id AND n.rule = r.code "
      "WHERE f.agency = ?1",
      {agency}, [&](const Row& row) {
        Prior prior;
        prior.id = row.number(1);
        prior.rule = row.text(2);
        prior.worker = row.bytes(3);
        const auto state = parse_state(row.text(4));
        if (!state) throw Fault(Fault::Kind::broken, "standing.state");
        prior.standing = {*state, row.number(5), row.number(6), row.number(7), row.text(8)};
        prior.evidence = row.bytes(9);
        prior.original = row.text(10);
        prior.provision = row.text(11);
        prior.subject = row.text(12);
        prior.pseudonym = row.text(13);
        prior.engine = row.text(14);
        prior.manifest = row.text(15);
        prior.as_of = row.text(16);
        prior.subjects = row.number(17);
        prior.looked = row.text(18);
        found.emplace(row.bytes(0), std::move(prior));
      });
  return found;
}

void write_standing(Connection& connection, std::int64_t finding, const Standing& standing) {
  connection.execute(
      "INSERT INTO standing (finding, state, since, seen, due) VALUES (?1, ?2, ?3, ?4, ?5) "
      "ON CONFLICT (finding) DO UPDATE SET state = ?2, since = ?3, seen = ?4, due = ?5",
      {finding, std::string(to_string(standing.state)), standing.since, standing.seen,
       text_or_null(standing.due)});
}

}  // namespace periksa::store
