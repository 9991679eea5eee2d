// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/across.h"

#include <algorithm>
#include <functional>
#include <map>

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
      "LEFT JOIN provision p ON p.id = coalesce(x.provision, s.provision) "
      "WHERE x.shift IN ('new', 'returned', 'resolved') "
      "AND coalesce(x.verdict, s.verdict) IN ('breach', 'suspected') "
      "GROUP BY article, quarter ORDER BY article, quarter",
      {}, [&](const Row& row) {
        rows.push_back({row.text(0), row.text(1), static_cast<std::uint64_t>(row.number(2)),
                        static_cast<std::uint64_t>(row.number(3)),
                        static_cast<std::uint64_t>(row.number(4))});
      });
  return rows;
}

std::vector<results::MatchRow> matches(Connection& connection) {
  struct Found {
    results::MatchRow match;
    std::string mac;
  };
  // One pass in the order of the numbers; of an agency the row of its latest audit stands last.
  std::vector<Found> shared;
  Found current;
  std::map<std::int64_t, results::MatchRow::Place> places;
  const auto close = [&] {
    if (places.size() > 1) {
      for (auto& [agency, place] : places) current.match.places.push_back(std::move(place));
      std::ranges::sort(current.match.places, {}, &results::MatchRow::Place::agency);
      shared.push_back(std::move(current));
    }
    places.clear();
    current = {};
  };
  connection.query(
      "WITH whose AS MATERIALIZED (SELECT a.log, g.id AS agency, "
      "coalesce(g.name, g.known_by) AS name, f.file, a.as_of FROM audit a "
      "JOIN filing f ON f.id = a.filing JOIN agency g ON g.id = f.agency) "
      "SELECT m.kind, m.mac, w.agency, w.name, w.file, c.place, w.as_of FROM match m "
      "JOIN commitment c ON c.id = m.commitment JOIN whose w ON w.log = c.log "
      "ORDER BY m.kind, m.mac, m.commitment",
      {}, [&](const Row& row) {
        if (row.text(0) != current.match.kind || row.bytes(1) != current.mac) {
          close();
          current.match.kind = row.text(0);
          current.mac = row.bytes(1);
        }
        const std::int64_t place = row.number(5);
        places[row.number(2)] = {
            row.text(3), row.text(4),
            place < 0 ? std::string() : results::pseudonym(static_cast<std::uint32_t>(place)),
            row.text(6)};
      });
  close();
  std::ranges::stable_sort(shared, std::greater{},
                           [](const Found& x) { return x.match.places.size(); });
  std::vector<results::MatchRow> rows;
  for (Found& found : shared) rows.push_back(std::move(found.match));
  return rows;
}

}  // namespace periksa::store
