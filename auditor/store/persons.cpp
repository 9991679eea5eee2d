// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/persons.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "auditor/base/identity_number.h"
#include "auditor/base/normalised.h"
#include "auditor/results/known_number.h"
#include "auditor/results/worker_key.h"
#include "auditor/store/kept.h"

namespace periksa::store {
namespace {

using results::KnownNumber;

/// Of strangers that have one in common, it was left out or made up.
bool is_number(const std::string& number) {
  constexpr std::size_t kShortest = 6;
  return number.size() >= kShortest && !is_stand_in(number);
}

/// By whichever of the two it was filed.
std::vector<std::string> keyed(const MatchKey& key, const std::string& number) {
  std::vector<std::string> all;
  for (const auto kind : {KnownNumber::Kind::nik, KnownNumber::Kind::passport})
    all.push_back(key.mac(to_string(kind), normalised(number)));
  return all;
}

}  // namespace

Persons::Persons(Connection& connection, const MatchKey& key) : key_(key) {
  read_rows(connection, key);
  read_numbers(connection);
  read_findings(connection);
}

void Persons::read_rows(Connection& connection, const MatchKey& key) {
  connection.query(
      "SELECT c.id, c.log, a.id, a.filing, f.agency, c.place, p.body FROM commitment c "
      "JOIN private p ON p.commitment = c.id JOIN audit a ON a.log = c.log "
      "JOIN filing f ON f.id = a.filing WHERE c.kind = 'worker'",
      {}, [&](const Row& row) {
        const PersonRow person{row.number(0), row.number(1), row.number(2),
                               row.number(3), row.number(4), row.number(5)};
        const std::int64_t id = person.commitment;
        rows_.emplace(id, person);
        by_place_.emplace(std::pair(person.log, person.place), id);
        mark(id, fmt::format("filing {} {}", person.filing, person.place));
        const std::string body = row.bytes(6);
        if (body.empty()) return;
        const KeptIdentity identity = identity_of(body, person.place);
        if (!identity.worker_key.empty())
          mark(id, fmt::format("worker {} {}", person.agency, identity.worker_key));
        for (const std::string& number : identity.own) {
          for (const std::string& mac : keyed(key, number)) {
            own_[mac].push_back(id);
            if (is_number(number)) mark(id, mac);
          }
        }
        for (const std::string& number : identity.others) {
          for (const std::string& mac : keyed(key, number)) naming_[mac].push_back(id);
        }
      });
}

void Persons::read_numbers(Connection& connection) {
  connection.query("SELECT commitment, mac FROM match WHERE kind IN (?1, ?2)",
                   {std::string(to_string(KnownNumber::Kind::nik)),
                    std::string(to_string(KnownNumber::Kind::passport))},
                   [&](const Row& row) {
                     if (!rows_.contains(row.number(0))) return;
                     own_[row.bytes(1)].push_back(row.number(0));
                     mark(row.number(0), row.bytes(1));
                   });
}

/// Findings of one worker carry one keyed worker, whatever place the filing has.
void Persons::read_findings(Connection& connection) {
  connection.query(
      "SELECT DISTINCT a.log, s.worker, f.agency, f.worker FROM sighting s "
      "JOIN finding f ON f.id = s.finding JOIN audit a ON a.id = s.audit "
      "WHERE s.worker IS NOT NULL AND f.worker IS NOT NULL",
      {}, [&](const Row& row) {
        const auto place = results::ordinal_of(row.text(1));
        if (!place) return;
        const auto at = by_place_.find({row.number(0), std::int64_t{*place}});
        if (at == by_place_.end()) return;
        mark(at->second, fmt::format("finding {} ", row.number(2)) + row.bytes(3));
      });
}

void Persons::mark(std::int64_t row, const std::string& mark) {
  marks_[row].push_back(mark);
  marked_[mark].push_back(row);
}

Persons::Rows Persons::of(const Index& index, const std::string& number) const {
  Rows rows;
  for (const std::string& mac : keyed(key_, number)) {
    const auto at = index.find(mac);
    if (at != index.end()) rows.insert(at->second.begin(), at->second.end());
  }
  return rows;
}

Persons::Rows Persons::with_number(const std::string& number) const {
  return of(own_, number);
}

Persons::Rows Persons::naming(const std::string& number) const {
  return of(naming_, number);
}

Persons::Rows Persons::linked_to(const Rows& rows) const {
  Rows linked;
  Rows naming;
  std::set<std::string> seen;
  std::vector<std::int64_t> left(rows.begin(), rows.end());
  while (!left.empty()) {
    const std::int64_t row = left.back();
    left.pop_back();
    for (const std::string& mark : marks_.at(row)) {
      if (!seen.insert(mark).second) continue;
      for (const std::int64_t other : marked_.at(mark)) {
        if (!rows.contains(other) && linked.insert(other).second) left.push_back(other);
      }
      if (const auto at = naming_.find(mark); at != naming_.end())
        naming.insert(at->second.begin(), at->second.end());
    }
  }
  // What names one of them may be anybody's, and leads no further.
  std::ranges::copy_if(naming, std::inserter(linked, linked.end()),
                       [&](const std::int64_t row) { return !rows.contains(row); });
  return linked;
}

bool Persons::are_several(const Rows& rows) const {
  std::set<std::int64_t> audits;
  std::set<std::int64_t> agencies;
  for (const std::int64_t row : rows) {
    audits.insert(at(row).audit);
    agencies.insert(at(row).agency);
  }
  return audits.size() < rows.size() || agencies.size() > 1;
}

}  // namespace periksa::store
