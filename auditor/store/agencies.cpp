// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

#include "auditor/base/normalised.h"
#include "auditor/store/across.h"
#include "auditor/store/looked.h"
#include "auditor/store/views.h"

namespace periksa::store {
namespace {

using results::AgencyRow;
using results::Amount;

/// The latest audit of each agency: of the latest day, of several the one saved last.
constexpr const char* kLatest =
    "WITH ranked AS (SELECT a.id, f.agency, row_number() OVER "
    "(PARTITION BY f.agency ORDER BY a.as_of DESC, a.id DESC) AS place "
    "FROM audit a JOIN filing f ON f.id = a.filing), "
    "latest AS (SELECT id, agency FROM ranked WHERE place = 1) ";

void add_amounts(Connection& connection, std::map<std::int64_t, AgencyRow>& rows) {
  connection.query(std::string(kLatest) +
                       "SELECT l.agency, r.currency, r.low, r.high FROM latest l "
                       "JOIN audit_refund r ON r.audit = l.id ORDER BY l.agency, r.currency",
                   {}, [&](const Row& row) {
                     Amount amount{row.text(1), row.number(2), std::nullopt};
                     if (!row.null(3)) amount.high = row.number(3);
                     rows[row.number(0)].refund.push_back(std::move(amount));
                   });
}

/// How many rows a condition holds of.
std::string count_of(const std::string& condition) {
  return "sum(CASE WHEN " + condition + " THEN 1 ELSE 0 END), ";
}

void add_findings(Connection& connection, const std::string& as_of,
                  std::map<std::int64_t, AgencyRow>& rows) {
  const std::string unresolved(kUnresolved);
  connection.query("SELECT f.agency, " + count_of(unresolved + " AND s.verdict = 'breach'") +
                       count_of(unresolved + " AND s.verdict = 'suspected'") +
                       count_of(unresolved + " AND s.verdict IN ('insufficient', 'engine-error')") +
                       count_of("t.state = 'reopened'") + count_of("t.state = 'resolved'") +
                       count_of(unresolved + " AND t.due < ?1") + "count(DISTINCT CASE WHEN " +
                       unresolved +
                       " AND s.verdict IN ('breach', 'suspected') THEN f.worker END) "
                       "FROM finding f JOIN standing t ON t.finding = f.id "
                       "JOIN sighting s ON s.finding = f.id AND s.audit = t.seen GROUP BY f.agency",
                   {as_of}, [&](const Row& row) {
                     AgencyRow& agency = rows[row.number(0)];
                     agency.breaches = unsigned_at(row, 1);
                     agency.suspected = unsigned_at(row, 2);
                     agency.open = unsigned_at(row, 3);
                     agency.reopened = unsigned_at(row, 4);
                     agency.resolved = unsigned_at(row, 5);
                     agency.overdue = unsigned_at(row, 6);
                     agency.affected = unsigned_at(row, 7);
                   });
}

std::int64_t most_money(const AgencyRow& row) {
  std::int64_t most = 0;
  for (const Amount& amount : row.refund) most = std::max(most, amount.low);
  return most;
}

void rank(std::vector<AgencyRow>& agencies, RankBy by) {
  const auto key = [&](const AgencyRow& x) {
    const auto money = static_cast<std::uint64_t>(most_money(x));
    switch (by) {
      case RankBy::money:
        return std::tuple(money, x.breaches, x.affected);
      case RankBy::people:
        return std::tuple(x.affected, x.breaches, money);
      case RankBy::breaches:
        break;
    }
    return std::tuple(x.breaches, x.affected, money);
  };
  std::ranges::sort(agencies, [&](const AgencyRow& a, const AgencyRow& b) {
    return std::tuple(key(b), a.name, a.id) < std::tuple(key(a), b.name, b.id);
  });
}

void look_at_agencies(Connection& connection, const std::string& as_of,
                      std::vector<AgencyRow>& into, RankBy by = RankBy::breaches) {
  std::map<std::int64_t, AgencyRow> rows;
  connection.query(
      std::string(kLatest) +
          "SELECT g.id, coalesce(g.name, ''), coalesce(g.nib, ''), f.fictitious, a.as_of, "
          "f.workers, (SELECT count(*) FROM audit b JOIN filing h ON h.id = b.filing "
          "WHERE h.agency = g.id) "
          "FROM agency g JOIN latest l ON l.agency = g.id JOIN audit a ON a.id = l.id "
          "JOIN filing f ON f.id = a.filing",
      {}, [&](const Row& row) {
        AgencyRow& agency = rows[row.number(0)];
        agency.id = row.number(0);
        agency.name = row.text(1);
        agency.nib = row.text(2);
        agency.fictitious = row.number(3) != 0;
        agency.as_of = row.text(4);
        agency.workers = unsigned_at(row, 5);
        agency.audits = unsigned_at(row, 6);
      });
  add_findings(connection, as_of, rows);
  add_amounts(connection, rows);
  for (auto& [id, row] : rows) into.push_back(std::move(row));
  rank(into, by);
}

/// By what no other agency has.
bool is_named(const AgencyRow& row, const std::string& word) {
  return std::to_string(row.id) == word ||
         (!row.nib.empty() && normalised(row.nib) == normalised(word));
}

}  // namespace

Result<std::vector<AgencyRow>> agencies(const Store& store, const std::string& as_of) {
  return looked<std::vector<AgencyRow>>(store, [&](Connection& connection, auto& into) {
    look_at_agencies(connection, as_of, into);
  });
}

Result<std::vector<AgencyRow>> agencies_named(const Store& store, const std::string& word,
                                              const std::string& as_of) {
  auto all = agencies(store, as_of);
  if (!all) return all;
  const std::string key = normalised(word);
  std::erase_if(*all, [&](const AgencyRow& row) {
    if (key.empty()) return true;
    return !is_named(row, word) && normalised(row.name).find(key) == std::string::npos;
  });
  // A name that is part of another one's can be reached too: by writing all of it.
  const auto whole = [&](const AgencyRow& row) {
    return is_named(row, word) || normalised(row.name) == key;
  };
  if (std::ranges::any_of(*all, whole)) std::erase_if(*all, std::not_fn(whole));
  return all;
}

Result<results::Supervision> supervision(const Store& store, const std::string& as_of, RankBy by) {
  return looked<results::Supervision>(store, [&](Connection& connection, auto& into) {
    into.as_of = as_of;
    into.head = head(connection);
    into.entries = length(connection);
    look_at_agencies(connection, as_of, into.agencies, by);
    into.trends = trends(connection);
    into.matches = matches(connection);
  });
}

}  // namespace periksa::store
