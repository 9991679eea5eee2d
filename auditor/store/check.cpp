// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/check.h"

#include <fmt/format.h>

#include "auditor/store/migrations.h"
#include "auditor/store/steps.h"

namespace periksa::store {
namespace {

Bilingual words_of(const BrokenEntry& broken) {
  const auto at = [&](std::string_view id, std::string_view en) {
    return Bilingual{fmt::format("entri {} dalam catatan: {}", broken.seq, id),
                     fmt::format("entry {} of the log: {}", broken.seq, en)};
  };
  switch (broken.why) {
    case BrokenEntry::Why::numbering:
      return at("ada entri sebelumnya yang hilang", "entries before it are missing");
    case BrokenEntry::Why::link:
      return at("tidak menyambung pada entri sebelumnya", "it does not follow the one before");
    case BrokenEntry::Why::hash:
      return at("entri ini telah diubah", "the entry itself was changed");
    case BrokenEntry::Why::rows:
      break;
  }
  return at("data yang disimpan bersamanya telah diubah, ditambah atau dikurangi",
            "the rows saved with it were changed, added to or taken from");
}

void check_chain(Connection& connection, const std::string& head, Checked& into) {
  const Chain chain = recompute(connection, head);
  into.entries = chain.entries;
  for (const BrokenEntry& broken : chain.broken) into.faults.push_back(words_of(broken));
  if (head.empty() || chain.saw_head) return;
  into.faults.push_back(
      {fmt::format("kode penutup catatan {} tidak ada dalam gudang ini: catatan sesudahnya ditulis "
                   "ulang atau dipotong, atau gudang ini lain",
                   head),
       fmt::format("the head {} is not in this store: the log was rewritten or cut off, or the "
                   "store is another one",
                   head)});
}

void check_names(Connection& connection, Checked& into) {
  if (connection.number("SELECT count(*) FROM meta WHERE name IN ('store', 'key')") == 2) return;
  into.faults.push_back({"nama gudang data atau tanda kuncinya hilang",
                         "the store's own name or the mark of its key is missing"});
}

/// Deleted is only what an entry says was deleted; what is there is what was written.
void check_commitments(Connection& connection, Checked& into) {
  const auto fault = [&](std::int64_t log, std::string_view id, std::string_view en) {
    into.faults.push_back(
        {fmt::format("entri {}: {}", log, id), fmt::format("entry {}: {}", log, en)});
  };
  connection.query(
      "SELECT c.id, c.log, c.digest, p.salt, p.body, x.log, "
      "EXISTS (SELECT 1 FROM match m WHERE m.commitment = c.id) FROM commitment c "
      "LEFT JOIN private p ON p.commitment = c.id LEFT JOIN forgotten x ON x.commitment = c.id "
      "ORDER BY c.id",
      {}, [&](const Row& row) {
        const bool is_there = !row.null(3);
        const bool forgotten = !row.null(5);
        into.forgotten += forgotten ? 1 : 0;
        const bool matched = row.number(6) != 0;
        if (is_there == forgotten || (forgotten && matched)) {
          fault(row.number(1),
                forgotten ? "data pribadi yang telah dihapus muncul kembali"
                          : "data pribadi hilang tanpa catatan penghapusan",
                forgotten ? "private data that was deleted is back"
                          : "private data is missing, and no entry says that it was deleted");
          return;
        }
        if (!is_there) return;
        Kept kept{row.bytes(3), row.bytes(4)};
        connection.query(
            "SELECT kind, mac FROM match WHERE commitment = ?1 ORDER BY kind, mac", {row.number(0)},
            [&](const Row& match) { kept.matches.emplace_back(match.text(0), match.bytes(1)); });
        if (digest_of(kept) != row.bytes(2))
          fault(row.number(1), "data pribadi yang disimpan telah diubah",
                "the private data kept was changed");
      });
}

void check_standings(Connection& connection, Checked& into) {
  const auto standings = standings_by_steps(connection);
  // Before the third version a day outlived what it was set for; `migrate` puts that right.
  const bool days_outlive = version_of(connection) < 3;
  const auto fault = [&](std::int64_t finding) {
    into.faults.push_back(
        {fmt::format("keadaan temuan #{} tidak sesuai dengan riwayatnya", finding),
         fmt::format("finding #{} does not stand where its history leads", finding)});
  };
  std::size_t seen = 0;
  each_standing(connection, [&](std::int64_t finding, Standing standing) {
    ++seen;
    const auto at = standings.find(finding);
    if (days_outlive && at != standings.end()) standing.due = at->second.due;
    if (at == standings.end() || at->second != standing) fault(finding);
  });
  if (seen < standings.size())
    into.faults.push_back({"ada temuan tanpa keadaan", "some findings stand nowhere"});
}

}  // namespace

Result<Checked> check(const Store& store, const std::string& head) {
  Checked found;
  const auto done = store.run([&] {
    Connection& connection = store.connection();
    connection.snapshot([&] {
      for (const std::string& fault : integrity_faults(connection))
        found.faults.push_back({"basis data: " + fault, "database: " + fault});
      for (const std::string& fault : schema_faults(connection))
        found.faults.push_back({"bagan basis data: " + fault, "schema of the database: " + fault});
      for (const std::string& table : tables_with_orphans(connection))
        found.faults.push_back({"data tanpa entri dalam catatan: " + table,
                                "rows that came with no entry of the log: " + table});
      check_names(connection, found);
      check_chain(connection, head, found);
      check_commitments(connection, found);
      check_standings(connection, found);
      found.head = store::head(connection);
    });
  });
  if (!done) return std::unexpected(done.error());
  return found;
}

}  // namespace periksa::store
