// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/save.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "auditor/base/sha256.h"
#include "auditor/results/results_json.h"
#include "auditor/results/summary.h"
#include "auditor/results/worker_key.h"
#include "auditor/store/kept.h"
#include "auditor/store/known_by.h"
#include "auditor/store/prior.h"

namespace periksa::store {
namespace {

using results::Finding;
using results::Results;
using results::Verdict;

Value flag(bool is) {
  return std::int64_t{is ? 1 : 0};
}

Value count(std::uint64_t number) {
  return static_cast<std::int64_t>(number);
}

Value word(std::string_view text) {
  return std::string(text);
}

bool is_excused(const Finding& finding) {
  return finding.verdict == Verdict::excused;
}

/// Saves one audit within the transaction of its entry.
class AuditSaver {
 public:
  AuditSaver(Connection& connection, const MatchKey& key, const AuditToSave& given)
      : connection_(connection), key_(key), given_(given), results_(*given.results) {
    for (const auto& rule : results_.rules) rules_.emplace(rule.id, &rule);
    for (const auto& provision : results_.provisions) provisions_.emplace(provision.id, &provision);
    for (const auto& worker : results_.workers) workers_.push_back(key_.mac("worker", worker));
    present_.insert(workers_.begin(), workers_.end());
  }

  Saved save(std::int64_t log) {
    log_ = log;
    add_agency();
    add_filing();
    add_audit();
    saved_.entry = log;
    saved_.audit = audit_;
    auto known = prior_findings(connection_, agency_);
    saved_.first = first_;
    for (const Finding& finding : results_.findings) {
      const std::string mark = key_.mac("finding", finding.fingerprint);
      const auto at = known.find(mark);
      found(finding, mark, at == known.end() ? nullptr : &at->second);
      if (at != known.end()) known.erase(at);
    }
    for (const auto& [mark, prior] : known) gone(prior);
    keep_private(connection_, key_, log_, given_);
    return saved_;
  }

 private:
  /// The id of the row that `select` finds, else of the one that `insert` adds; true if added.
  bool find_or_add(std::int64_t& id, std::string_view select, const Connection::Values& by,
                   std::string_view insert, const Connection::Values& values) {
    id = connection_.number(select, by, -1);
    if (id >= 0) return false;
    connection_.execute(insert, values);
    id = connection_.last_id();
    return true;
  }

  void add_agency() {
    const auto& header = results_.header;
    const std::string known_by = agency_known_by(header);
    first_ =
        find_or_add(agency_, "SELECT id FROM agency WHERE known_by = ?1", {known_by},
                    "INSERT INTO agency (log, known_by, nib, name) VALUES (?1, ?2, ?3, ?4)",
                    {log_, known_by, text_or_null(header.agency_nib), text_or_null(header.agency)});
  }

  void add_filing() {
    const auto& header = results_.header;
    const std::string hash = filing_hash(header);
    bool fictitious = false;
    std::uint64_t workers = 0;
    for (const auto& input : header.inputs) {
      fictitious = fictitious || input.fictitious;
      workers += input.workers;
    }
    const bool any = !header.inputs.empty();
    find_or_add(filing_, "SELECT id FROM filing WHERE agency = ?1 AND sha256 = ?2", {agency_, hash},
                "INSERT INTO filing (log, agency, sha256, file, closing, fictitious, workers) "
                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                {log_, agency_, hash, any ? header.inputs.front().file : std::string(),
                 text_or_null(any ? header.inputs.front().closing : std::string()),
                 flag(fictitious), count(workers)});
  }

  void add_audit() {
    const auto& header = results_.header;
    const auto& summary = results_.summary;
    connection_.execute(
        "INSERT INTO audit (log, filing, as_of, engine, rules_version, manifest, official, "
        "complete, exit_code, affected, open, results_sha256) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, '')",
        {log_, filing_, header.as_of, header.engine_version, header.rule_set_version,
         header.manifest_sha256, flag(header.official), flag(header.complete),
         std::int64_t{results::exit_code(results_)}, count(summary.workers_affected),
         count(summary.workers_open)});
    audit_ = connection_.last_id();
    for (const auto& [verdict, subjects] : summary.verdicts)
      connection_.execute(
          "INSERT INTO audit_verdict (audit, verdict, subjects) VALUES (?1, ?2, ?3)",
          {audit_, verdict, count(subjects)});
    for (const auto& amount : summary.refund)
      connection_.execute(
          "INSERT INTO audit_refund (audit, currency, low, high) VALUES (?1, ?2, ?3, ?4)",
          {audit_, amount.currency, amount.low, amount.high ? Value(*amount.high) : Value()});
    add_waivers();
    std::set<std::string_view> with_findings;
    for (const Finding& finding : results_.findings) with_findings.insert(finding.rule);
    for (const auto& rule : with_findings)
      connection_.execute("INSERT INTO audit_rule (audit, rule, subjects) VALUES (?1, ?2, ?3)",
                          {audit_, word(rule), count(subjects_of(rule))});
  }

  void add_waivers() {
    std::int64_t place = 0;
    for (const auto& waiver : results_.waivers)
      connection_.execute(
          "INSERT INTO audit_waiver (audit, place, waiver, rule, authority, reason, from_day, "
          "expires, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
          {audit_, ++place, waiver.id, waiver.rule, waiver.authority, waiver.reason,
           text_or_null(waiver.from), text_or_null(waiver.expires), waiver.state});
  }

  std::uint64_t subjects_of(std::string_view rule) const {
    const auto at = rules_.find(rule);
    return at == rules_.end() ? 0 : results::subjects_of(*at->second);
  }

  std::int64_t rule_id(const std::string& code) {
    auto [at, fresh] = rule_ids_.try_emplace(code, 0);
    if (!fresh) return at->second;
    const auto rule = rules_.find(code);
    const Bilingual title = rule == rules_.end() ? Bilingual{code, code} : rule->second->breach;
    const Connection::Values by{code, title.id, title.en};
    find_or_add(at->second,
                "SELECT id FROM rule WHERE code = ?1 AND title_id = ?2 AND title_en = ?3", by,
                "INSERT INTO rule (log, code, title_id, title_en) VALUES (?4, ?1, ?2, ?3)",
                {code, title.id, title.en, log_});
    return at->second;
  }

  /// Of the first provision cited; NULL where none is.
  Value provision_id(const Finding& finding) {
    if (finding.citations.empty()) return {};
    const std::string& code = finding.citations.front().provision;
    auto [at, fresh] = provision_ids_.try_emplace(code, 0);
    if (!fresh) return at->second;
    const auto provision = provisions_.find(code);
    const bool known = provision != provisions_.end();
    find_or_add(at->second, "SELECT id FROM provision WHERE code = ?1", {code},
                "INSERT INTO provision (log, code, instrument, cite) VALUES (?1, ?2, ?3, ?4)",
                {log_, code, known ? provision->second->instrument : std::string(),
                 known ? provision->second->cite : std::string()});
    return at->second;
  }

  /// Keyed; NULL of what is no worker's.
  Value worker_mark(const Finding& finding) const {
    const auto ordinal = results::ordinal_of(finding.worker);
    if (!ordinal || *ordinal >= workers_.size()) return {};
    return Bytes{workers_[*ordinal]};
  }

  /// What a later audit has looked at stays as that one left it: an earlier day saved afterwards is
  /// kept, and changes nothing.
  void found(const Finding& finding, const std::string& mark, const Prior* prior) {
    const std::string evidence = key_.mac("evidence", finding.evidence_digest);
    if (prior != nullptr && results_.header.as_of < prior->looked) {
      sight(finding, prior->id, evidence, "earlier");
      ++saved_.persisting;
      tell(finding, prior->id, prior->standing);
      return;
    }
    const bool other = prior != nullptr && differs(finding, evidence, *prior);
    std::int64_t id = prior == nullptr ? 0 : prior->id;
    if (prior == nullptr) {
      connection_.execute(
          "INSERT INTO finding (log, agency, mark, rule, worker) VALUES (?1, ?2, ?3, ?4, ?5)",
          {log_, agency_, Bytes{mark}, rule_id(finding.rule), worker_mark(finding)});
      id = connection_.last_id();
    }
    const Step step{is_excused(finding) ? Step::Kind::excused : Step::Kind::found,
                    log_,
                    audit_,
                    filing_,
                    other,
                    {}};
    const auto before = prior == nullptr ? std::nullopt : std::optional(prior->standing);
    const Standing next = after(before, step);
    sight(finding, id, evidence, shift_of(finding, prior, next, other));
    write_standing(connection_, id, next);
    tell(finding, id, next);
  }

  void tell(const Finding& finding, std::int64_t id, const Standing& standing) {
    saved_.mark.cases[finding.fingerprint] = {id, std::string(to_string(standing.state)),
                                              standing.due};
  }

  /// The order of the questions is that of results::compare.
  std::string_view shift_of(const Finding& finding, const Prior* prior, const Standing& next,
                            bool other_evidence) {
    if (is_excused(finding)) return "excused";
    if (prior == nullptr) {
      ++saved_.fresh;
      return "new";
    }
    if (next.state == State::reopened && prior->standing.state != State::reopened) {
      ++saved_.reopened;
      return "returned";
    }
    ++saved_.persisting;
    if (other_evidence) return "changed-evidence";
    const bool law =
        !finding.citations.empty() && finding.citations.front().provision != prior->provision;
    return law || to_string(finding.original) != prior->original ? "changed-law" : "persisting";
  }

  /// Of two engines digests cannot be compared, and other evidence is not claimed.
  bool differs(const Finding& finding, const std::string& evidence, const Prior& prior) const {
    if (evidence == prior.evidence || prior.engine != results_.header.engine_version) return false;
    const bool law =
        !finding.citations.empty() && finding.citations.front().provision != prior.provision;
    return !(law && prior.manifest != results_.header.manifest_sha256);
  }

  void sight(const Finding& finding, std::int64_t id, const std::string& evidence,
             std::string_view shift) {
    const auto& amount = finding.amount;
    const bool refund = amount && finding.amount_kind == "refund";
    connection_.execute(
        "INSERT INTO sighting (audit, finding, shift, verdict, original, severity, provision, "
        "day, subject, worker, evidence, currency, low, high) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        {audit_, id, word(shift), word(to_string(finding.verdict)),
         word(to_string(finding.original)), word(to_string(finding.severity)),
         provision_id(finding),
         finding.event_dates.empty() ? Value() : Value(finding.event_dates.front()),
         finding.subject, text_or_null(finding.worker), Bytes{evidence},
         refund ? Value(amount->currency) : Value(), refund ? Value(amount->low) : Value(),
         refund && amount->high ? Value(*amount->high) : Value()});
  }

  void gone(const Prior& prior) {
    if (!is_unresolved(prior.standing.state)) return;
    if (!looked_for(prior)) {
      ++saved_.unseen;
      return;
    }
    ++saved_.resolved;
    connection_.execute("INSERT INTO sighting (audit, finding, shift) VALUES (?1, ?2, 'resolved')",
                        {audit_, prior.id});
    Step step;
    step.kind = Step::Kind::resolved;
    step.log = log_;
    write_standing(connection_, prior.id, after(prior.standing, step));
  }

  /// Whether this audit would have found it, were it still so (the questions of results::compare).
  bool looked_for(const Prior& prior) const {
    const auto rule = rules_.find(prior.rule);
    if (!results_.header.complete || rule == rules_.end()) return false;
    if (results_.header.as_of < prior.looked) return false;
    if (!prior.worker.empty() && !present_.contains(prior.worker)) return false;
    const bool of_whole = prior.subject == prior.pseudonym || prior.subject == rule->second->entity;
    return of_whole ||
           results::subjects_of(*rule->second) >= static_cast<std::uint64_t>(prior.subjects);
  }

  Connection& connection_;
  const MatchKey& key_;
  const AuditToSave& given_;
  const Results& results_;
  std::map<std::string_view, const results::Rule*> rules_;
  std::map<std::string_view, const results::Provision*> provisions_;
  std::vector<std::string> workers_;  // keyed, in the order of the filing
  std::set<std::string> present_;
  std::map<std::string, std::int64_t> rule_ids_;
  std::map<std::string, std::int64_t> provision_ids_;
  std::int64_t log_ = 0;
  std::int64_t agency_ = 0;
  std::int64_t filing_ = 0;
  std::int64_t audit_ = 0;
  bool first_ = false;
  Saved saved_;
};

std::optional<Bilingual> not_to_be_saved(const Results& results) {
  const bool nameless =
      std::ranges::any_of(results.findings, [](const Finding& x) { return x.fingerprint.empty(); });
  if (results.header.slice.empty() && results.header.left_out.empty() && !nameless)
    return std::nullopt;
  return Bilingual{
      "petikan atau edisi tersunting tidak disimpan: yang tidak dimuatnya akan tampak "
      "selesai. Simpan penilaian yang lengkap",
      "an extract or a redacted edition is not saved: what it leaves out would look "
      "resolved. Save the whole audit"};
}

}  // namespace

Result<Saved> save(const Store& store, const AuditToSave& given, const Who& who) {
  if (const auto why = not_to_be_saved(*given.results)) return fail({store.path().string()}, *why);
  Saved saved;
  const auto done = store.run([&] {
    Connection& connection = store.connection();
    const MatchKey& key = store.key();
    connection.transaction([&] {
      append(connection, "audit", who,
             [&](std::int64_t log) { saved = AuditSaver(connection, key, given).save(log); });
      saved.mark.head = head(connection);
    });
  });
  if (!done) return std::unexpected(done.error());
  return saved;
}

}  // namespace periksa::store
