// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/follow_up.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "auditor/base/date_format.h"
#include "auditor/store/known_by.h"
#include "auditor/store/looked.h"
#include "auditor/store/prior.h"

namespace periksa::store {
namespace {

constexpr std::array<std::string_view, 5> kActions{"instructed", "answered", "corrected",
                                                   "extended", "closed"};
constexpr std::size_t kSaltOfNote = 16;

/// Why an action cannot be; thrown out of the transaction, so that none of it is done.
struct NotPossible {
  Bilingual why;
};

std::optional<Standing> standing_of(Connection& connection, std::int64_t finding) {
  std::optional<Standing> found;
  connection.query(
      "SELECT t.state, t.since, t.seen, a.filing, coalesce(t.due, '') FROM standing t "
      "JOIN audit a ON a.id = t.seen WHERE t.finding = ?1",
      {finding}, [&](const Row& row) {
        found = Standing{parse_state(row.text(0)).value_or(State::open), row.number(1),
                         row.number(2), row.number(3), row.text(4)};
      });
  return found;
}

std::vector<std::int64_t> findings_of(Connection& connection, const Which& which) {
  if (which.agency == 0) return which.findings;
  std::vector<std::int64_t> found;
  connection.query(
      "SELECT f.id FROM finding f JOIN rule r ON r.id = f.rule JOIN standing t ON t.finding = f.id "
      "JOIN sighting s ON s.finding = f.id AND s.audit = t.seen "
      "WHERE f.agency = ?1 "
      "AND CASE WHEN ?2 = '' THEN s.verdict IN ('breach', 'suspected') ELSE r.code = ?2 END "
      "AND " +
          std::string(kUnresolved) + " ORDER BY f.id",
      {which.agency, which.rule}, [&](const Row& row) { found.push_back(row.number(0)); });
  if (found.empty())
    throw NotPossible{{"tidak ada temuan yang belum selesai untuk itu",
                       "there is no unresolved finding of that"}};
  return found;
}

void require_possible(std::int64_t finding, const std::optional<Standing>& standing,
                      const Action& action) {
  if (!standing)
    throw NotPossible{{fmt::format("temuan {} tidak ada di gudang data", finding),
                       fmt::format("there is no finding {} in the store", finding)}};
  if (!is_unresolved(standing->state))
    throw NotPossible{{fmt::format("temuan {} sudah selesai atau ditutup", finding),
                       fmt::format("finding {} is resolved or closed already", finding)}};
  if (action.kind != Action::Kind::extended) return;
  if (standing->due.empty())
    throw NotPossible{{fmt::format("temuan {} belum diberi tenggat", finding),
                       fmt::format("no day was set for finding {}", finding)}};
  if (action.due <= standing->due)
    throw NotPossible{{fmt::format("tenggat baru temuan {} tidak lebih lambat dari {}", finding,
                                   format_date(standing->due, Language::id)),
                       fmt::format("the new day of finding {} is not later than {}", finding,
                                   format_date(standing->due, Language::en))}};
}

/// The note's commitment; NULL without one.
Value kept_note(Connection& connection, std::int64_t log, const Action& action) {
  if (action.note.empty()) return {};
  return commit_to(connection, log, "note", kNobody, {random_bytes(kSaltOfNote), action.note});
}

void add_actions(Connection& connection, std::int64_t log,
                 const std::vector<std::int64_t>& findings, const Action& action) {
  const Value note = kept_note(connection, log, action);
  for (const std::int64_t finding : findings) {
    const auto before = standing_of(connection, finding);
    require_possible(finding, before, action);
    connection.execute(
        "INSERT INTO action (log, finding, kind, day, due, reference, document, sha256, note) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        {log, finding, std::string(to_string(action.kind)), action.day, text_or_null(action.due),
         text_or_null(action.reference), text_or_null(action.document), text_or_null(action.sha256),
         note});
    Step step;
    step.kind = step_of(action.kind);
    step.log = log;
    step.due = action.due;
    write_standing(connection, finding, after(before, step));
  }
}

}  // namespace

std::string_view to_string(Action::Kind kind) {
  return kActions[static_cast<std::size_t>(kind)];
}

Step::Kind step_of(Action::Kind kind) {
  switch (kind) {
    case Action::Kind::instructed:
      return Step::Kind::instructed;
    case Action::Kind::answered:
      return Step::Kind::answered;
    case Action::Kind::corrected:
      return Step::Kind::corrected;
    case Action::Kind::extended:
      return Step::Kind::extended;
    case Action::Kind::closed:
      break;
  }
  return Step::Kind::closed;
}

std::optional<Action::Kind> parse_action(std::string_view word) {
  for (std::size_t i = 0; i < kActions.size(); ++i) {
    if (kActions[i] == word) return static_cast<Action::Kind>(i);
  }
  return std::nullopt;
}

Result<Acted> act(const Store& store, const Which& which, const Action& action, const Who& who) {
  Acted done;
  try {
    const auto ran = store.run([&] {
      Connection& connection = store.connection();
      connection.transaction([&] {
        const auto findings = findings_of(connection, which);
        append(connection, to_string(action.kind), who,
               [&](std::int64_t log) { add_actions(connection, log, findings, action); });
        done.findings = findings.size();
        done.head = head(connection);
      });
    });
    if (!ran) return std::unexpected(ran.error());
  } catch (const NotPossible& not_possible) {
    return fail({store.path().string()}, not_possible.why);
  }
  return done;
}

Result<std::string> note_packs(const Store& store, const results::Results& results,
                               const std::vector<PackMade>& packs, const std::string& worker,
                               const Who& who) {
  std::string head_after;
  const auto done = store.run([&] {
    Connection& connection = store.connection();
    connection.transaction([&] {
      append(connection, "pack", who, [&](std::int64_t log) {
        const std::int64_t agency = connection.number("SELECT id FROM agency WHERE known_by = ?1",
                                                      {agency_known_by(results.header)}, -1);
        for (const PackMade& pack : packs)
          connection.execute(
              "INSERT INTO pack (log, agency, edition, content, worker) "
              "VALUES (?1, ?2, ?3, ?4, ?5)",
              {log, agency < 0 ? Value() : Value(agency), pack.edition, pack.content,
               text_or_null(worker)});
      });
      head_after = head(connection);
    });
  });
  if (!done) return std::unexpected(done.error());
  return head_after;
}

}  // namespace periksa::store
