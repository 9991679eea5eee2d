// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/views.h"

#include "auditor/base/date.h"
#include "auditor/base/sha256.h"
#include "auditor/store/kept.h"
#include "auditor/store/known_by.h"
#include "auditor/store/looked.h"

namespace periksa::store {
namespace {

using results::Amount;
using results::AuditRow;
using results::FindingRow;
using results::Retention;
using results::StepRow;

const std::string kAuditColumns =
    "SELECT a.id, a.log, e.at, e.actor, coalesce(g.name, g.known_by), f.file, f.sha256, a.as_of, "
    "a.engine, a.rules_version, a.manifest, a.official, a.complete, "
    "a.exit_code, f.workers, a.affected, "
    "(SELECT count(*) FROM sighting s WHERE s.audit = a.id AND s.shift = 'new'), "
    "(SELECT count(*) FROM sighting s WHERE s.audit = a.id AND s.shift IN "
    "('persisting', 'changed-evidence', 'changed-law')), "
    "(SELECT count(*) FROM sighting s WHERE s.audit = a.id AND s.shift = 'resolved'), "
    "(SELECT count(*) FROM sighting s WHERE s.audit = a.id AND s.shift = 'returned'), " +
    std::string(kHasDocument) +
    "FROM audit a JOIN entry e ON e.log = a.log JOIN filing f ON f.id = a.filing "
    "JOIN agency g ON g.id = f.agency ";

AuditRow audit_row(const Row& row) {
  AuditRow audit;
  audit.id = row.number(0);
  audit.log = row.number(1);
  audit.at = row.text(2);
  audit.actor = row.text(3);
  audit.agency = row.text(4);
  audit.file = row.text(5);
  audit.sha256 = row.text(6);
  audit.as_of = row.text(7);
  audit.engine = row.text(8);
  audit.rules_version = row.text(9);
  audit.manifest = row.text(10);
  audit.official = row.number(11) != 0;
  audit.complete = row.number(12) != 0;
  audit.exit_code = static_cast<int>(row.number(13));
  audit.workers = unsigned_at(row, 14);
  audit.affected = unsigned_at(row, 15);
  audit.fresh = unsigned_at(row, 16);
  audit.persisting = unsigned_at(row, 17);
  audit.resolved = unsigned_at(row, 18);
  audit.reopened = unsigned_at(row, 19);
  audit.kept = row.number(20) != 0;
  return audit;
}

/// `s` tells of the finding by one sighting, `x` what became of it in one audit.
constexpr std::string_view kFindingColumns =
    "SELECT f.id, r.code, r.title_id, r.title_en, trim(coalesce(p.instrument, '') || ' ' || "
    "coalesce(p.cite, '')), t.state, coalesce(t.due, ''), coalesce(s.verdict, ''), "
    "coalesce(s.severity, ''), coalesce(s.subject, ''), coalesce(s.worker, ''), "
    "coalesce(s.day, ''), s.currency, s.low, s.high, x.shift "
    "FROM finding f JOIN rule r ON r.id = f.rule JOIN standing t ON t.finding = f.id ";
constexpr std::string_view kCitedThere = "LEFT JOIN provision p ON p.id = s.provision ";
/// By the audit that found it last.
constexpr std::string_view kAsItStands =
    "JOIN sighting x ON x.finding = f.id AND x.audit = "
    "(SELECT max(y.audit) FROM sighting y WHERE y.finding = f.id) "
    "JOIN sighting s ON s.finding = f.id AND s.audit = t.seen "
    "LEFT JOIN provision p ON p.id = s.provision ";

FindingRow finding_row(const Row& row) {
  FindingRow finding;
  finding.id = row.number(0);
  finding.rule = row.text(1);
  finding.title = {row.text(2), row.text(3)};
  finding.cite = row.text(4);
  finding.state = row.text(5);
  finding.due = row.text(6);
  finding.verdict = row.text(7);
  finding.severity = row.text(8);
  finding.subject = row.text(9);
  finding.worker = row.text(10);
  finding.day = row.text(11);
  if (!row.null(12)) {
    finding.refund = Amount{row.text(12), row.number(13), std::nullopt};
    if (!row.null(14)) finding.refund->high = row.number(14);
  }
  finding.shift = row.text(15);
  return finding;
}

std::int64_t days(const std::string& from, const std::string& to) {
  const auto first = parse_iso_date(from);
  const auto last = parse_iso_date(to);
  return first && last ? last->days() - first->days() : 0;
}

/// Whether an audit that saw what this document sees was saved.
bool is_saved(Connection& connection, const results::Header& header, const std::string& agency) {
  return connection.number(
             "SELECT EXISTS (SELECT 1 FROM audit a JOIN filing f ON f.id = a.filing "
             "JOIN agency g ON g.id = f.agency WHERE g.known_by = ?1 AND f.sha256 = ?2 "
             "AND a.as_of = ?3 AND a.manifest = ?4)",
             {agency, filing_hash(header), header.as_of, header.manifest_sha256}) != 0;
}

void add_steps(Connection& connection, std::int64_t finding, std::vector<StepRow>& into) {
  connection.query(
      "SELECT a.log, e.at, e.actor, s.shift, a.as_of, coalesce(s.verdict, ''), '', '', '', '' "
      "FROM sighting s JOIN audit a ON a.id = s.audit JOIN entry e ON e.log = a.log "
      "WHERE s.finding = ?1 "
      "UNION ALL SELECT c.log, e.at, e.actor, c.kind, c.day, '', coalesce(c.due, ''), "
      "coalesce(c.reference, ''), coalesce(c.document, ''), coalesce(p.body, '') "
      "FROM action c JOIN entry e ON e.log = c.log LEFT JOIN private p ON p.commitment = c.note "
      "WHERE c.finding = ?1 ORDER BY 1",
      {finding}, [&](const Row& row) {
        into.push_back({row.number(0), row.text(1), row.text(2), row.text(3), row.text(4),
                        row.text(5), row.text(6), row.text(7), row.text(8), row.text(9)});
      });
}

}  // namespace

Result<results::CaseHistory> history(const Store& store, const results::AgencyRow& agency) {
  return looked<results::CaseHistory>(store, [&](Connection& connection, auto& into) {
    into.agency = agency;
    into.head = head(connection);
    connection.query(kAuditColumns + "WHERE f.agency = ?1 ORDER BY a.id", {agency.id},
                     [&](const Row& row) { into.audits.push_back(audit_row(row)); });
    connection.query(std::string(kFindingColumns) + std::string(kAsItStands) +
                         "WHERE f.agency = ?1 ORDER BY t.state IN ('resolved', 'closed'), f.id",
                     {agency.id},
                     [&](const Row& row) { into.findings.push_back(finding_row(row)); });
    connection.query(
        "SELECT k.log, e.at, e.actor, k.edition, k.content, coalesce(k.worker, '') FROM pack k "
        "JOIN entry e ON e.log = k.log WHERE k.agency = ?1 ORDER BY k.id",
        {agency.id}, [&](const Row& row) {
          into.packs.push_back(
              {row.number(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)});
        });
  });
}

Result<std::optional<results::SavedAudit>> saved_audit(const Store& store, std::int64_t id) {
  return looked<std::optional<results::SavedAudit>>(store, [&](Connection& connection, auto& into) {
    connection.query(kAuditColumns + "WHERE a.id = ?1", {id}, [&](const Row& row) {
      into.emplace();
      into->audit = audit_row(row);
    });
    if (!into) return;
    if (into->audit.kept) into->document_sha256 = sha256_hex(kept_document(connection, id));
    connection.query(
        "SELECT verdict, subjects FROM audit_verdict WHERE audit = ?1 ORDER BY verdict", {id},
        [&](const Row& row) { into->verdicts.emplace_back(row.text(0), unsigned_at(row, 1)); });
    // What is resolved is told as it was seen last until then.
    connection.query(std::string(kFindingColumns) +
                         "JOIN sighting x ON x.finding = f.id AND x.audit = ?1 "
                         "JOIN sighting s ON s.finding = f.id AND s.audit = "
                         "(SELECT max(y.audit) FROM sighting y WHERE y.finding = f.id "
                         "AND y.audit <= ?1 AND y.verdict IS NOT NULL) " +
                         std::string(kCitedThere) + "ORDER BY f.id",
                     {id}, [&](const Row& row) { into->findings.push_back(finding_row(row)); });
    connection.query(
        "SELECT waiver, rule, authority, reason, coalesce(from_day, ''), coalesce(expires, ''), "
        "state FROM audit_waiver WHERE audit = ?1 ORDER BY place",
        {id}, [&](const Row& row) {
          into->waivers.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                                   row.text(5), row.text(6)});
        });
  });
}

Result<std::string> document_of(const Store& store, std::int64_t audit) {
  return looked<std::string>(store, [&](Connection& connection, std::string& into) {
    into = kept_document(connection, audit);
  });
}

Result<std::optional<results::FindingLife>> life_of(const Store& store, std::int64_t finding) {
  return looked<std::optional<results::FindingLife>>(store, [&](Connection& connection,
                                                                auto& into) {
    connection.query(std::string(kFindingColumns) + std::string(kAsItStands) + "WHERE f.id = ?1",
                     {finding}, [&](const Row& row) {
                       into.emplace();
                       into->finding = finding_row(row);
                     });
    if (!into) return;
    connection.query(
        "SELECT coalesce(g.name, ''), coalesce(g.nib, '') FROM finding f "
        "JOIN agency g ON g.id = f.agency WHERE f.id = ?1",
        {finding}, [&](const Row& row) {
          into->agency = row.text(0);
          into->nib = row.text(1);
        });
    add_steps(connection, finding, into->steps);
  });
}

Result<std::vector<results::OverdueRow>> overdue(const Store& store, const std::string& as_of) {
  return looked<std::vector<results::OverdueRow>>(store, [&](Connection& connection, auto& into) {
    connection.query(
        "SELECT coalesce(g.name, g.known_by), coalesce(g.nib, ''), "
        "t.due, f.id FROM standing t "
        "JOIN finding f ON f.id = t.finding JOIN agency g ON g.id = f.agency "
        "WHERE t.due < ?1 AND " +
            std::string(kUnresolved) + " ORDER BY t.due, f.id",
        {as_of}, [&](const Row& row) {
          results::OverdueRow overdue{row.text(0), row.text(1), {}, days(row.text(2), as_of)};
          connection.query(
              std::string(kFindingColumns) + std::string(kAsItStands) + "WHERE f.id = ?1",
              {row.number(3)}, [&](const Row& of) { overdue.finding = finding_row(of); });
          into.push_back(std::move(overdue));
        });
  });
}

Result<results::StoreMark> mark_of(const Store& store,
                                   std::span<const results::Results* const> documents) {
  return looked<results::StoreMark>(store, [&](Connection& connection, results::StoreMark& into) {
    for (const results::Results* const document : documents) {
      const std::string agency = agency_known_by(document->header);
      if (into.head.empty() && is_saved(connection, document->header, agency))
        into.head = head(connection);
      for (const auto& finding : document->findings) {
        if (finding.fingerprint.empty()) continue;
        connection.query(
            "SELECT f.id, t.state, coalesce(t.due, '') FROM finding f "
            "JOIN agency g ON g.id = f.agency JOIN standing t ON t.finding = f.id "
            "WHERE g.known_by = ?1 AND f.mark = ?2",
            {agency, Bytes{store.key().mac("finding", finding.fingerprint)}}, [&](const Row& row) {
              into.cases[finding.fingerprint] = {row.number(0), row.text(1), row.text(2)};
            });
      }
    }
  });
}

Result<Retention> retention(const Store& store) {
  return looked<Retention>(store, [&](Connection& connection, Retention& into) {
    connection.query(
        "SELECT a.id, coalesce(g.name, g.known_by), e.at, "
        "(SELECT count(*) FROM commitment c JOIN private p ON p.commitment = c.id "
        "WHERE c.log = a.log AND c.kind = 'worker'), "
        "(SELECT count(*) FROM commitment c JOIN match m ON m.commitment = c.id "
        "WHERE c.log = a.log), " +
            std::string(kHasDocument) +
            ", (SELECT count(*) FROM commitment c JOIN forgotten x ON x.commitment = c.id "
            "WHERE c.log = a.log AND c.kind = 'worker') "
            "FROM audit a JOIN entry e ON e.log = a.log JOIN filing f ON f.id = a.filing "
            "JOIN agency g ON g.id = f.agency ORDER BY a.id",
        {}, [&](const Row& row) {
          into.audits.push_back({row.number(0), row.text(1), row.text(2), unsigned_at(row, 3),
                                 unsigned_at(row, 4), row.number(5) != 0, unsigned_at(row, 6)});
        });
    connection.query(
        "SELECT DISTINCT c.log, e.at, e.actor, x.kind, coalesce(g.name, g.known_by) "
        "FROM commitment c JOIN private p ON p.commitment = c.id JOIN entry e ON e.log = c.log "
        "JOIN action x ON x.log = c.log JOIN finding f ON f.id = x.finding "
        "JOIN agency g ON g.id = f.agency WHERE c.kind = 'note' ORDER BY c.log",
        {}, [&](const Row& row) {
          into.notes.push_back({row.number(0), row.text(1), row.text(2), row.text(3), row.text(4)});
        });
    connection.query(
        "SELECT b.file, e.at, (SELECT count(*) FROM forgotten x JOIN commitment c "
        "ON c.id = x.commitment WHERE x.log > b.log AND c.log < b.log) "
        "FROM backup b JOIN entry e ON e.log = b.log ORDER BY b.log",
        {}, [&](const Row& row) {
          into.backups.push_back({row.text(0), row.text(1), unsigned_at(row, 2)});
        });
  });
}

}  // namespace periksa::store
