// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/forget.h"

#include <algorithm>
#include <set>

#include "auditor/base/normalised.h"
#include "auditor/results/known_number.h"
#include "auditor/results/worker_key.h"

namespace periksa::store {
namespace {

using results::KnownNumber;

constexpr KnownNumber::Kind kOfPersons[] = {KnownNumber::Kind::nik, KnownNumber::Kind::passport};

bool is_of_person(const std::string& kind) {
  return std::ranges::any_of(kOfPersons, [&](auto x) { return to_string(x) == kind; });
}

using Rows = std::set<std::int64_t>;  // ids of commitments
using Mac = std::pair<std::string, std::string>;

Rows rows_of(Connection& connection, std::string_view sql, const Connection::Values& values) {
  Rows rows;
  connection.query(sql, values, [&](const Row& row) { rows.insert(row.number(0)); });
  return rows;
}

Rows rows_with(Connection& connection, const Mac& mac) {
  return rows_of(connection,
                 "SELECT m.commitment FROM match m JOIN commitment c ON c.id = m.commitment "
                 "WHERE m.kind = ?1 AND m.mac = ?2 AND c.kind = 'worker'",
                 {mac.first, Bytes{mac.second}});
}

Rows asked_for(Connection& connection, const Store& store, const ToForget& what) {
  if (what.entry != 0)
    return rows_of(connection,
                   "SELECT c.id FROM commitment c JOIN private p ON p.commitment = c.id "
                   "WHERE c.log = ?1 AND c.kind = 'note'",
                   {what.entry});
  if (what.audit != 0)
    return rows_of(connection,
                   "SELECT c.id FROM commitment c JOIN private p ON p.commitment = c.id "
                   "JOIN audit a ON a.log = c.log "
                   "WHERE a.id = ?1 AND c.kind = 'worker' AND c.place = ?2",
                   {what.audit, std::int64_t{what.worker}});
  Rows rows;
  for (const auto kind : kOfPersons) {
    const std::string use(to_string(kind));
    rows.merge(rows_with(connection, {use, store.key().mac(use, normalised(what.number))}));
  }
  return rows;
}

/// All that hang together with these by NIK and passport numbers, beyond them.
Rows linked_to(Connection& connection, const Rows& rows) {
  Rows linked;
  std::set<Mac> seen;
  std::vector<std::int64_t> left(rows.begin(), rows.end());
  while (!left.empty()) {
    const std::int64_t row = left.back();
    left.pop_back();
    std::vector<Mac> macs;
    connection.query("SELECT kind, mac FROM match WHERE commitment = ?1", {row},
                     [&](const Row& x) { macs.emplace_back(x.text(0), x.bytes(1)); });
    for (const Mac& mac : macs) {
      if (!is_of_person(mac.first) || !seen.insert(mac).second) continue;
      for (const std::int64_t other : rows_with(connection, mac)) {
        if (!rows.contains(other) && linked.insert(other).second) left.push_back(other);
      }
    }
  }
  return linked;
}

KeptWorker worker_of(Connection& connection, std::int64_t commitment) {
  KeptWorker worker;
  connection.query(
      "SELECT a.id, coalesce(g.name, g.known_by), c.place FROM commitment c "
      "JOIN audit a ON a.log = c.log JOIN filing f ON f.id = a.filing "
      "JOIN agency g ON g.id = f.agency WHERE c.id = ?1",
      {commitment}, [&](const Row& row) {
        worker = {row.number(0), row.text(1),
                  results::pseudonym(static_cast<std::uint32_t>(row.number(2)))};
      });
  return worker;
}

void remove(Connection& connection, std::int64_t commitment, std::int64_t log, Forgotten& done) {
  done.numbers += static_cast<std::uint64_t>(
      connection.number("SELECT count(*) FROM match WHERE commitment = ?1", {commitment}));
  connection.execute("DELETE FROM match WHERE commitment = ?1", {commitment});
  connection.execute("DELETE FROM private WHERE commitment = ?1", {commitment});
  connection.execute("INSERT INTO forgotten (commitment, log) VALUES (?1, ?2)", {commitment, log});
}

void remove_all(Connection& connection, const Rows& rows, const Who& who, Forgotten& done) {
  append(connection, "forget", who, [&](std::int64_t log) {
    for (const std::int64_t row : rows) remove(connection, row, log, done);
    done.audits = static_cast<std::uint64_t>(connection.number(
        "SELECT count(DISTINCT c.log) FROM forgotten x JOIN commitment c ON c.id = x.commitment "
        "WHERE x.log = ?1",
        {log}));
  });
  done.rows = rows.size();
  done.head = head(connection);
}

}  // namespace

Result<Forgotten> forget(const Store& store, const ToForget& what, const Who& who) {
  Forgotten done;
  const auto ran = store.run([&] {
    Connection& connection = store.connection();
    connection.overwrite_deleted();
    connection.transaction([&] {
      Rows rows = asked_for(connection, store, what);
      if (what.linked != ToForget::Linked::leave) {
        Rows linked = linked_to(connection, rows);
        if (what.linked == ToForget::Linked::ask) {
          for (const std::int64_t row : linked) done.asked.push_back(worker_of(connection, row));
        } else {
          rows.merge(linked);
        }
      }
      if (done.asked.empty() && !rows.empty()) remove_all(connection, rows, who, done);
    });
    if (done.asked.empty()) done.overwritten = connection.scrub();
  });
  if (!ran) return std::unexpected(ran.error());
  return done;
}

}  // namespace periksa::store
