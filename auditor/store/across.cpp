// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/across.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <map>
#include <span>

#include "auditor/base/normalised.h"
#include "auditor/results/known_number.h"
#include "auditor/results/worker_key.h"

namespace periksa::store {
namespace {

using results::KnownNumber;

/// An audit that keyed numbers came with.
struct Source {
  std::int64_t agency = 0;
  std::string name;
  std::string file;
  std::string as_of;
};
using Sources = std::map<std::int64_t, Source>;  // by entry of the log

/// One keyed number where it was found. Sorted, those that are alike stand together, of each agency
/// by audit. Small, as there are several for every worker of every audit.
struct Keyed {
  std::array<std::uint64_t, 2> mac{};  // also tells the kind
  std::int64_t agency = 0;
  std::int64_t log = 0;
  std::int32_t place = 0;
  std::uint32_t kind = 0;  // place in Numbers::kinds

  auto operator<=>(const Keyed&) const = default;
};

struct Numbers {
  std::vector<Keyed> all;
  std::vector<std::string> kinds;
};

/// An agency that was filed with its NIB and without it is one, if only one has that name.
std::map<std::int64_t, std::int64_t> agencies_by_name(Connection& connection) {
  struct Named {
    std::vector<std::int64_t> with_nib;
    std::vector<std::int64_t> without;
  };
  std::map<std::string, Named> names;
  connection.query(
      "SELECT id, coalesce(name, ''), CASE WHEN known_by LIKE 'nib:%' THEN 1 ELSE 0 END FROM "
      "agency",
      {}, [&](const Row& row) {
        const std::string name = normalised(row.text(1));
        if (name.empty()) return;
        Named& named = names[name];
        (row.number(2) != 0 ? named.with_nib : named.without).push_back(row.number(0));
      });
  std::map<std::int64_t, std::int64_t> one;
  for (const auto& [name, named] : names) {
    if (named.with_nib.size() != 1) continue;
    for (const std::int64_t agency : named.without) one[agency] = named.with_nib.front();
  }
  return one;
}

Sources sources_of(Connection& connection) {
  const auto one = agencies_by_name(connection);
  Sources sources;
  connection.query(
      "SELECT a.log, g.id, coalesce(g.name, g.known_by), f.file, a.as_of FROM audit a "
      "JOIN filing f ON f.id = a.filing JOIN agency g ON g.id = f.agency",
      {}, [&](const Row& row) {
        const auto known = one.find(row.number(1));
        const std::int64_t agency = known == one.end() ? row.number(1) : known->second;
        sources[row.number(0)] = {agency, row.text(2), row.text(3), row.text(4)};
      });
  return sources;
}

Numbers keyed_numbers(Connection& connection, const Sources& sources) {
  Numbers numbers;
  connection.query(
      "SELECT m.mac, c.log, c.place, m.kind FROM match m JOIN commitment c ON c.id = m.commitment",
      {}, [&](const Row& row) {
        const auto source = sources.find(row.number(1));
        if (source == sources.end()) return;
        Keyed number;
        const std::string mac = row.bytes(0);
        std::memcpy(number.mac.data(), mac.data(), std::min(mac.size(), sizeof number.mac));
        number.agency = source->second.agency;
        number.log = row.number(1);
        number.place = static_cast<std::int32_t>(row.number(2));
        const std::string kind = row.text(3);
        auto& kinds = numbers.kinds;
        const auto known = std::ranges::find(kinds, kind);
        number.kind = static_cast<std::uint32_t>(known - kinds.begin());
        if (known == kinds.end()) kinds.push_back(kind);
        numbers.all.push_back(number);
      });
  std::ranges::sort(numbers.all);
  return numbers;
}

results::MatchRow::Place place_of(const Sources& sources, const Keyed& number) {
  const Source& source = sources.at(number.log);
  const bool of_agency = number.place < 0;
  return {source.name, source.file,
          of_agency ? std::string() : results::pseudonym(static_cast<std::uint32_t>(number.place)),
          source.as_of};
}

/// Of each agency all that its latest audit with the number has.
results::MatchRow match_row(const Sources& sources, std::span<const Keyed> alike) {
  results::MatchRow row;
  for (auto at = alike.begin(); at != alike.end();) {
    const auto end =
        std::find_if(at, alike.end(), [&](const Keyed& x) { return x.agency != at->agency; });
    const std::int64_t latest = std::prev(end)->log;
    for (; at != end; ++at) {
      if (at->log == latest) row.places.push_back(place_of(sources, *at));
    }
    ++row.agencies;
  }
  std::ranges::stable_sort(row.places, {}, &results::MatchRow::Place::agency);
  return row;
}

/// Most agencies first, then persons before their papers; never by the keyed number, whose order
/// says nothing.
bool comes_before(const results::MatchRow& a, const results::MatchRow& b) {
  const auto rank = [](const std::string& kind) {
    constexpr std::array kKinds{KnownNumber::Kind::nik, KnownNumber::Kind::passport,
                                KnownNumber::Kind::account, KnownNumber::Kind::certificate,
                                KnownNumber::Kind::recruiter};
    return std::ranges::find(kKinds, kind, [](auto x) { return to_string(x); }) - kKinds.begin();
  };
  const auto key = [&](const results::MatchRow& row) {
    return std::pair(-static_cast<std::int64_t>(row.agencies), rank(row.kind));
  };
  if (key(a) != key(b)) return key(a) < key(b);
  return a.places < b.places;
}

}  // namespace

std::vector<results::TrendRow> trends(Connection& connection) {
  std::vector<results::TrendRow> rows;
  connection.query(
      "SELECT trim(coalesce(p.instrument, '') || ' ' || coalesce(p.cite, '')) AS article, "
      "substr(a.as_of, 1, 4) || '-Q' || ((CAST(substr(a.as_of, 6, 2) AS INTEGER) + 2) / 3) "
      "AS quarter, sum(CASE WHEN x.shift = 'new' THEN 1 ELSE 0 END), "
      "sum(CASE WHEN x.shift = 'returned' THEN 1 ELSE 0 END), "
      "sum(CASE WHEN x.shift = 'resolved' THEN 1 ELSE 0 END) "
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
  const Sources sources = sources_of(connection);
  const Numbers numbers = keyed_numbers(connection, sources);
  const auto& all = numbers.all;
  std::vector<results::MatchRow> rows;
  for (auto at = all.begin(); at != all.end();) {
    const auto end = std::find_if(at, all.end(), [&](const Keyed& x) { return x.mac != at->mac; });
    // By agency: the first and the last are of one only if all are.
    if (at->agency != std::prev(end)->agency) {
      rows.push_back(match_row(sources, {at, end}));
      rows.back().kind = numbers.kinds[at->kind];
    }
    at = end;
  }
  std::ranges::sort(rows, comes_before);
  return rows;
}

}  // namespace periksa::store
