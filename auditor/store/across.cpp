// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/across.h"

#include <algorithm>

#include "auditor/results/worker_key.h"

namespace periksa::store {

std::vector<results::TrendRow> trends(Connection& connection) {
  std::vector<results::TrendRow> rows;
  connection.query(
      "SELECT trim(coalesce(p.instrument, '') || ' ' || coalesce(p.cite, '')) AS article, "
      "substr(a.as_of, 1, 4) || '-Q' || ((CAST(substr(a.as_of, 6, 2) AS INTEGER) + 2) / 3) "
      "AS quarter, sum(x.shift = 'new'), sum(x.shift = 'returned'), sum(x.shift = 'resolved') "
      "FROM sighting x JOIN audit a ON a.id = x.audit "
      "JOIN standing t ON t.finding = x.finding "
      "JOIN sighting s ON s.finding = x.finding AND s.audit = t.seen "
      "LEFT JOIN provision p ON p.id = s.provision "
      "WHERE x.shift IN ('new', 'returned', 'resolved') "
      "AND coalesce(s.verdict, '') NOT IN ('excused', 'observation') "
      "GROUP BY article, quarter ORDER BY article, quarter",
      {}, [&](const Row& row) {
        rows.push_back({row.text(0), row.text(1), static_cast<std::uint64_t>(row.number(2)),
                        static_cast<std::uint64_t>(row.number(3)),
                        static_cast<std::uint64_t>(row.number(4))});
      });
  return rows;
}

std::vector<results::MatchRow> matches(Connection& connection) {
  struct Shared {
    std::string kind;
    std::string mac;
  };
  std::vector<Shared> shared;
  connection.query(
      "SELECT m.kind, m.mac, count(DISTINCT f.agency) AS agencies FROM match m "
      "JOIN commitment c ON c.id = m.commitment JOIN audit a ON a.log = c.log "
      "JOIN filing f ON f.id = a.filing GROUP BY m.kind, m.mac HAVING agencies > 1 "
      "ORDER BY agencies DESC, m.kind, min(m.commitment)",
      {}, [&](const Row& row) { shared.push_back({row.text(0), row.bytes(1)}); });
  std::vector<results::MatchRow> rows;
  for (const Shared& number : shared) {
    results::MatchRow match{number.kind, {}};
    connection.query(
        "SELECT g.id, coalesce(g.name, g.known_by), f.file, c.place, a.as_of FROM match m "
        "JOIN commitment c ON c.id = m.commitment JOIN audit a ON a.log = c.log "
        "JOIN filing f ON f.id = a.filing JOIN agency g ON g.id = f.agency "
        "WHERE m.kind = ?1 AND m.mac = ?2 AND a.id = (SELECT max(b.id) FROM match n "
        "JOIN commitment d ON d.id = n.commitment JOIN audit b ON b.log = d.log "
        "JOIN filing h ON h.id = b.filing "
        "WHERE n.kind = m.kind AND n.mac = m.mac AND h.agency = g.id) "
        "ORDER BY 2, c.place",
        {number.kind, Bytes{number.mac}}, [&](const Row& row) {
          const std::int64_t place = row.number(3);
          match.places.push_back(
              {row.text(1), row.text(2),
               place < 0 ? std::string() : results::pseudonym(static_cast<std::uint32_t>(place)),
               row.text(4)});
        });
    rows.push_back(std::move(match));
  }
  return rows;
}

}  // namespace periksa::store
