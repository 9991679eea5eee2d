// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/ledger.h"

#include <fmt/format.h>
#include <string.h>
#include <unistd.h>

#include <array>

#include "auditor/base/hex.h"
#include "auditor/base/sha256.h"
#include "auditor/store/fault.h"
#include "auditor/store/migrations.h"

namespace periksa::store {
namespace {

/// A table whose rows came with an entry, in the order in which they are hashed. What a later
/// version adds stands in tables of its own, at the end, so that what was hashed stays what it was.
struct LedgerTable {
  const char* name;
  const char* columns;
  const char* key;
  bool of_audit = false;  ///< its rows hang on an audit, which has the entry's number
  int since = 1;          ///< version of the store that has it first
};

constexpr std::array kLedger{
    LedgerTable{"entry", "log, kind, at, actor", "log"},
    LedgerTable{"agency", "id, known_by, nib, name", "id"},
    LedgerTable{"rule", "id, code, title_id, title_en", "id"},
    LedgerTable{"provision", "id, code, instrument, cite", "id"},
    LedgerTable{"filing", "id, agency, sha256, file, closing, fictitious, workers", "id"},
    LedgerTable{"audit",
                "id, filing, as_of, engine, rules_version, manifest, official, complete, "
                "exit_code, affected, open, results_sha256",
                "id"},
    LedgerTable{"audit_verdict", "audit, verdict, subjects", "verdict", true},
    LedgerTable{"audit_refund", "audit, currency, low, high", "currency", true},
    LedgerTable{"audit_rule", "audit, rule, subjects", "rule", true},
    LedgerTable{"finding", "id, agency, mark, rule, worker", "id"},
    LedgerTable{"sighting",
                "audit, finding, shift, verdict, original, severity, provision, day, subject, "
                "worker, evidence, currency, low, high",
                "finding", true},
    LedgerTable{"commitment", "id, kind, place, digest", "id"},
    LedgerTable{"backup", "file", "log"},
    LedgerTable{"forgotten", "commitment", "commitment"},
    LedgerTable{"action", "id, finding, kind, day, due, reference, document, sha256, note", "id",
                false, 2},
    LedgerTable{"pack", "id, agency, edition, content, worker", "id", false, 2},
    LedgerTable{"audit_waiver",
                "audit, place, waiver, rule, authority, reason, from_day, expires, state", "place",
                true, 2},
};

constexpr std::string_view kEntryFormat = "periksa-store-entry/1";
constexpr std::size_t kSalt = 16;
constexpr std::size_t kDrawn = 256;  // the most that one call gives

/// Feeds a hash so that no two lists of parts give the same bytes.
class Parts {
 public:
  void add(char kind, std::string_view bytes) {
    bytes_ += kind;
    bytes_ += std::to_string(bytes.size());
    bytes_ += ':';
    bytes_ += bytes;
  }
  void add(const Value& value) {
    if (const auto* const number = std::get_if<std::int64_t>(&value)) {
      add('i', std::to_string(*number));
    } else if (const auto* const text = std::get_if<std::string>(&value)) {
      add('t', *text);
    } else if (const auto* const bytes = std::get_if<Bytes>(&value)) {
      add('b', bytes->bytes);
    } else {
      add('n', "");
    }
  }
  /// 32 bytes.
  std::string digest() const {
    std::array<unsigned char, 32> bytes{};
    from_hex(sha256_hex(bytes_), bytes);
    return {bytes.begin(), bytes.end()};
  }

 private:
  std::string bytes_;
};

const std::string& rows_query(std::size_t table) {
  static const auto kQueries = [] {
    std::array<std::string, kLedger.size()> queries;
    for (std::size_t i = 0; i < kLedger.size(); ++i) {
      const LedgerTable& of = kLedger[i];
      queries[i] = fmt::format(
          "SELECT {} FROM {} WHERE {} ORDER BY {}", of.columns, of.name,
          of.of_audit ? "audit = (SELECT id FROM audit WHERE log = ?1)" : "log = ?1", of.key);
    }
    return queries;
  }();
  return kQueries[table];
}

std::string digest_of_rows(Connection& connection, std::int64_t log, const std::string& salt) {
  Parts parts;
  parts.add('s', salt);
  const int version = version_of(connection);
  const Connection::Values of_entry{log};
  for (std::size_t i = 0; i < kLedger.size(); ++i) {
    if (kLedger[i].since > version) continue;
    bool named = false;
    connection.query(rows_query(i), of_entry, [&](const Row& row) {
      if (!named) parts.add('T', kLedger[i].name);
      named = true;
      parts.add('r', std::to_string(row.size()));
      for (std::size_t column = 0; column < row.size(); ++column) parts.add(row.value(column));
    });
  }
  return parts.digest();
}

std::string hash_of_entry(const std::string& store, std::int64_t seq, const std::string& salt,
                          const std::string& digest, const std::string& previous) {
  Parts parts;
  parts.add('t', kEntryFormat);
  parts.add('t', store);
  parts.add(Value(seq));
  parts.add('b', salt);
  parts.add('b', digest);
  parts.add('b', previous);
  return parts.digest();
}

std::string as_hex(const std::string& bytes) {
  return to_hex({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
}

std::string store_id(Connection& connection) {
  return connection.text("SELECT value FROM meta WHERE name = 'store'");
}

std::string last_hash(Connection& connection) {
  std::string hash;
  connection.query("SELECT hash FROM log ORDER BY seq DESC LIMIT 1", {},
                   [&](const Row& row) { hash = row.bytes(0); });
  return hash;
}

}  // namespace

std::string digest_of(const Kept& kept) {
  Parts parts;
  parts.add('s', kept.salt);
  parts.add('b', kept.body);
  for (const auto& [kind, mac] : kept.matches) {
    parts.add('t', kind);
    parts.add('b', mac);
  }
  return parts.digest();
}

std::string random_bytes(std::size_t size) {
  // The system is asked for many at a time; none is given twice.
  thread_local std::string drawn;
  if (drawn.size() < size) {
    drawn.resize(kDrawn);
    if (::getentropy(drawn.data(), kDrawn) != 0)
      throw Fault(Fault::Kind::other, "the system gives no random bytes");
  }
  std::string bytes = drawn.substr(drawn.size() - size);
  ::explicit_bzero(drawn.data() + drawn.size() - size, size);
  drawn.resize(drawn.size() - size);
  return bytes;
}

std::int64_t append(Connection& connection, std::string_view kind, const Who& who,
                    const std::function<void(std::int64_t log)>& add) {
  const std::int64_t seq = length(connection) + 1;
  connection.execute("INSERT INTO entry (log, kind, at, actor) VALUES (?1, ?2, ?3, ?4)",
                     {seq, std::string(kind), who.at, who.actor});
  add(seq);
  const std::string salt = random_bytes(kSalt);
  const std::string previous = last_hash(connection);
  const std::string digest = digest_of_rows(connection, seq, salt);
  const std::string hash = hash_of_entry(store_id(connection), seq, salt, digest, previous);
  connection.execute(
      "INSERT INTO log (seq, salt, digest, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5)",
      {seq, Bytes{salt}, Bytes{digest}, Bytes{previous}, Bytes{hash}});
  return seq;
}

std::int64_t commit_to(Connection& connection, std::int64_t log, std::string_view kind,
                       std::int64_t place, const Kept& kept) {
  connection.execute("INSERT INTO commitment (log, kind, place, digest) VALUES (?1, ?2, ?3, ?4)",
                     {log, std::string(kind), place, Bytes{digest_of(kept)}});
  const std::int64_t id = connection.last_id();
  connection.execute("INSERT INTO private (commitment, salt, body) VALUES (?1, ?2, ?3)",
                     {id, Bytes{kept.salt}, Bytes{kept.body}});
  for (const auto& [of, mac] : kept.matches)
    connection.execute("INSERT INTO match (kind, mac, commitment) VALUES (?1, ?2, ?3)",
                       {of, Bytes{mac}, id});
  return id;
}

std::string head(Connection& connection) {
  return as_hex(last_hash(connection));
}

std::int64_t length(Connection& connection) {
  return connection.number("SELECT max(seq) FROM log");
}

void guard_ledger(Connection& connection) {
  const auto guard = [&](std::string_view table) {
    for (const std::string_view change : {"UPDATE", "DELETE"})
      connection.script(
          fmt::format("CREATE TRIGGER IF NOT EXISTS {0}_no_{1} BEFORE {1} ON {0} BEGIN "
                      "SELECT raise(ABORT, 'rows of {0} are never changed'); END",
                      table, change));
  };
  guard("log");
  const int version = version_of(connection);
  for (const LedgerTable& table : kLedger) {
    if (table.since <= version) guard(table.name);
  }
}

std::vector<std::string> tables_with_orphans(Connection& connection) {
  std::vector<std::string> found;
  const int version = version_of(connection);
  for (const LedgerTable& table : kLedger) {
    if (table.since > version) continue;
    const auto orphan = fmt::format("SELECT EXISTS (SELECT 1 FROM {} WHERE {})", table.name,
                                    table.of_audit ? "audit NOT IN (SELECT id FROM audit)"
                                                   : "log NOT IN (SELECT seq FROM log)");
    if (connection.number(orphan) != 0) found.emplace_back(table.name);
  }
  return found;
}

Chain recompute(Connection& connection, std::string_view head) {
  Chain chain;
  const std::string store = store_id(connection);
  std::string previous;
  connection.query("SELECT seq, salt, digest, previous, hash FROM log ORDER BY seq", {},
                   [&](const Row& row) {
                     const std::int64_t seq = row.number(0);
                     const std::string salt = row.bytes(1);
                     const std::string digest = row.bytes(2);
                     const std::string hash = row.bytes(4);
                     const auto broken = [&](BrokenEntry::Why why) {
                       if (chain.broken.empty()) chain.broken.push_back({seq, why});
                     };
                     if (seq != chain.entries + 1) broken(BrokenEntry::Why::numbering);
                     if (row.bytes(3) != previous) broken(BrokenEntry::Why::link);
                     if (hash_of_entry(store, seq, salt, digest, row.bytes(3)) != hash)
                       broken(BrokenEntry::Why::hash);
                     if (digest_of_rows(connection, seq, salt) != digest)
                       broken(BrokenEntry::Why::rows);
                     if (head.size() >= kLeastHead && as_hex(hash).starts_with(head)) {
                       chain.saw_head = true;
                       chain.head_at = seq;
                     }
                     previous = hash;
                     ++chain.entries;
                   });
  return chain;
}

}  // namespace periksa::store
