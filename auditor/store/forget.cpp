// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/forget.h"

#include "auditor/results/worker_key.h"
#include "auditor/store/kept.h"
#include "auditor/store/persons.h"

namespace periksa::store {
namespace {

using Rows = Persons::Rows;

Rows rows_of(Connection& connection, std::string_view sql, const Connection::Values& values) {
  Rows rows;
  connection.query(sql, values, [&](const Row& row) { rows.insert(row.number(0)); });
  return rows;
}

Rows words_of(Connection& connection, std::int64_t entry) {
  return rows_of(connection,
                 "SELECT c.id FROM commitment c JOIN private p ON p.commitment = c.id "
                 "WHERE c.log = ?1 AND c.kind = 'note'",
                 {entry});
}

Rows worker_of(Connection& connection, const ToForget& what) {
  return rows_of(connection,
                 "SELECT c.id FROM commitment c JOIN private p ON p.commitment = c.id "
                 "JOIN audit a ON a.log = c.log "
                 "WHERE a.id = ?1 AND c.kind = 'worker' AND c.place = ?2",
                 {what.audit, std::int64_t{what.worker}});
}

KeptWorker kept_worker(Connection& connection, const PersonRow& person, bool asked) {
  KeptWorker worker{
      person.audit, {}, results::pseudonym(static_cast<std::uint32_t>(person.place)), asked};
  connection.query("SELECT coalesce(name, known_by) FROM agency WHERE id = ?1", {person.agency},
                   [&](const Row& row) { worker.agency = row.text(0); });
  return worker;
}

/// Whom to forget; or, where only a human can tell who that is, whom to ask about in `done`.
Rows persons_of(Connection& connection, const MatchKey& key, const ToForget& what,
                Forgotten& done) {
  const Persons persons(connection, key);
  const bool by_number = what.audit == 0;
  Rows asked = by_number ? persons.with_number(what.number) : worker_of(connection, what);
  if (what.linked == ToForget::Linked::leave) return asked;
  Rows linked = persons.linked_to(asked);
  if (by_number) linked.merge(persons.naming(what.number));
  std::erase_if(linked, [&](const std::int64_t row) { return asked.contains(row); });
  if (what.linked == ToForget::Linked::ask && (!linked.empty() || persons.are_several(asked))) {
    for (const Rows* const rows : {&asked, &linked}) {
      for (const std::int64_t row : *rows)
        done.asked.push_back(kept_worker(connection, persons.at(row), rows == &asked));
    }
    return {};
  }
  asked.merge(linked);
  return asked;
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
    const Rows audits = rows_of(connection,
                                "SELECT DISTINCT a.id FROM forgotten x JOIN commitment c "
                                "ON c.id = x.commitment JOIN audit a ON a.log = c.log "
                                "WHERE x.log = ?1",
                                {log});
    done.audits = audits.size();
    for (const std::int64_t audit : audits) forget_in_document(connection, log, audit);
  });
  done.rows = rows.size();
  done.head = head(connection);
}

}  // namespace

Result<Forgotten> forget(const Store& store, const ToForget& what, const Who& who) {
  Forgotten done;
  bool any_gone = false;
  const auto ran = store.run([&] {
    Connection& connection = store.connection();
    connection.overwrite_deleted();
    connection.transaction([&] {
      const Rows rows = what.entry != 0 ? words_of(connection, what.entry)
                                        : persons_of(connection, store.key(), what, done);
      if (!rows.empty()) remove_all(connection, rows, who, done);
      // Also of what an earlier run deleted and could not overwrite.
      any_gone = connection.number("SELECT EXISTS (SELECT 1 FROM forgotten)") != 0;
    });
    if (done.asked.empty()) done.overwritten = !any_gone || connection.scrub();
  });
  if (!ran) return std::unexpected(ran.error());
  return done;
}

}  // namespace periksa::store
