// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/forget.h"

#include <algorithm>
#include <set>

#include "auditor/base/normalised.h"
#include "auditor/results/known_number.h"

namespace periksa::store {
namespace {

using results::KnownNumber;

constexpr KnownNumber::Kind kOfPersons[] = {KnownNumber::Kind::nik, KnownNumber::Kind::passport};

bool is_of_person(const std::string& kind) {
  return std::ranges::any_of(kOfPersons, [&](auto x) { return to_string(x) == kind; });
}

/// Rows of one person: those with the number, and those that share a NIK or passport with one of
/// them.
class Person {
 public:
  explicit Person(Connection& connection) : connection_(connection) {}

  const std::set<std::int64_t>& rows() const { return rows_; }

  void add(const std::string& kind, const std::string& mac) {
    if (!macs_.emplace(kind, mac).second) return;
    std::vector<std::int64_t> found;
    connection_.query(
        "SELECT m.commitment FROM match m JOIN commitment c ON c.id = m.commitment "
        "WHERE m.kind = ?1 AND m.mac = ?2 AND c.kind = 'worker'",
        {kind, Bytes{mac}}, [&](const Row& row) { found.push_back(row.number(0)); });
    for (const std::int64_t row : found) {
      if (rows_.insert(row).second) follow(row);
    }
  }

 private:
  void follow(std::int64_t commitment) {
    std::vector<std::pair<std::string, std::string>> macs;
    connection_.query("SELECT kind, mac FROM match WHERE commitment = ?1", {commitment},
                      [&](const Row& row) { macs.emplace_back(row.text(0), row.bytes(1)); });
    for (const auto& [kind, mac] : macs) {
      if (is_of_person(kind)) add(kind, mac);
    }
  }

  Connection& connection_;
  std::set<std::int64_t> rows_;
  std::set<std::pair<std::string, std::string>> macs_;
};

void remove(Connection& connection, std::int64_t commitment, std::int64_t log, Forgotten& done) {
  done.numbers += static_cast<std::uint64_t>(
      connection.number("SELECT count(*) FROM match WHERE commitment = ?1", {commitment}));
  connection.execute("DELETE FROM match WHERE commitment = ?1", {commitment});
  connection.execute("DELETE FROM private WHERE commitment = ?1", {commitment});
  connection.execute("INSERT INTO forgotten (commitment, log) VALUES (?1, ?2)", {commitment, log});
}

}  // namespace

Result<Forgotten> forget(const Store& store, const std::string& number, const Who& who) {
  Forgotten done;
  const auto ran = store.run([&] {
    Connection& connection = store.connection();
    connection.overwrite_deleted();
    connection.transaction([&] {
      Person person(connection);
      for (const auto kind : kOfPersons) {
        const std::string use(to_string(kind));
        person.add(use, store.key().mac(use, normalised(number)));
      }
      if (person.rows().empty()) return;
      append(connection, "forget", who, [&](std::int64_t log) {
        for (const std::int64_t row : person.rows()) remove(connection, row, log, done);
        done.audits = static_cast<std::uint64_t>(connection.number(
            "SELECT count(DISTINCT c.log) FROM forgotten x JOIN commitment c ON c.id = "
            "x.commitment WHERE x.log = ?1",
            {log}));
      });
      done.rows = person.rows().size();
      done.head = head(connection);
    });
    done.overwritten = connection.scrub();
  });
  if (!ran) return std::unexpected(ran.error());
  return done;
}

}  // namespace periksa::store
