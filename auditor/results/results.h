// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "auditor/base/bilingual.h"
#include "auditor/base/diagnostic.h"
#include "auditor/results/amount.h"
#include "auditor/results/measure.h"
#include "auditor/results/tables.h"
#include "auditor/results/verdict.h"

/// The results document: the one thing an audit makes and everything shown is a function of.
/// Sorted, without a clock, base names only; the same input, rule set, engine and flags give the
/// same bytes (docs/results-format.md, docs/results.schema.json).
namespace periksa::results {

/// A value as it is shown. `text` is canonical ("2024-03-12", "IDR 2500000", "18", "yes"; for
/// `code` the code's name, whose label stands in `label`); empty where there is no value. `type` is
/// a field type of the vocabulary, or "text".
struct Value {
  std::string type;
  std::string text;
  Bilingual label;
  bool operator==(const Value&) const = default;
};

/// A fact that a finding read. What is private stands in Results::secrets under `secret`; `shown`
/// is then the masked form.
struct Fact {
  std::string entity;  // "worker"
  std::string record;  // the record's id in the filing, or its pseudonym ("W001", "W001/payment-2")
  std::string field;   // "born_on"
  Bilingual entity_label;
  Bilingual field_label;
  std::string privacy;  // "public" … "free"
  std::string state;    // "known" · "stated-none" · "absent" · "not-supplied" · "unreadable" ·
                        // "contradictory"
  Value shown;
  std::string secret;  // key in Results::secrets of {value, raw}; empty when nothing is private
  std::string raw;     // as written, when public or business and different from the value
  std::vector<Value> others;  // all readings of a contradictory fact (masked ones where private)
  Position at;         // where it was read; the record's place (or the file) when there is no value
  std::string source;  // id of the source, empty for the filer's own declaration
  std::string basis;   // "registry" · "document" · "declared" · "statement"
  bool operator==(const Fact&) const = default;
};

enum class Truth : std::uint8_t { no, unknown, yes };
std::string_view to_string(Truth truth);
std::optional<Truth> parse_truth(std::string_view word);

/// The rule's expression with the values it met. `text` says this part in words, without the
/// values.
struct Trace {
  Bilingual text;
  std::optional<Truth> truth;      // of conditions
  std::vector<Value> values;       // of operands: one, or all it may have
  std::vector<std::size_t> facts;  // indexes into Results::facts
  bool decisive = false;  // this part decided the verdict (it failed, or could not be told)
  bool examined = true;   // false where the outcome stood before this part
  std::vector<Trace> parts;
  bool operator==(const Trace&) const = default;
};

/// One provision as it read on the event date. `id` = "uu-18-2017#66@2017-11-22".
struct Provision {
  std::string id;
  std::string instrument;  // "UU 18/2017"
  Bilingual instrument_title;
  std::string cite;  // "Pasal 66"
  std::string from;
  std::string to;  // empty = open
  std::string sure_from;
  std::string sure_to;
  std::string grade;  // "V" "V2" "K" "?"
  int concurring = 0;
  std::string source;
  bool unofficial_copy = true;
  std::string amended_by;
  std::string binds;
  Bilingual paraphrase;
  bool operator==(const Provision&) const = default;
};

struct Citation {
  std::string provision;  // Provision::id
  std::string proves;  // "act" = intent and harm are not shown by papers; "limit" …; may be empty
  bool alternative = false;  // one of several texts the event may fall under
  bool operator==(const Citation&) const = default;
};

struct Sanction {
  std::string id;
  std::string cite;  // "UU 18/2017 Pasal 86 huruf a"
  std::string kind;  // "criminal" · "administrative" · "revocation" · "refusal"
  std::string grade;
  Bilingual text;
  Bilingual authority;  // who decides, by the as-of date; may be empty
  bool operator==(const Sanction&) const = default;
};

/// Something that would settle an open finding.
struct Missing {
  std::size_t fact = 0;  // index into Results::facts
  std::string cause;     // "fact" · "event-date" · "law" · "claim" · "completeness"
  Bilingual ask;
  std::vector<std::string> documents;  // codes of document_kind, best first
  bool operator==(const Missing&) const = default;
};

/// The nearest value or state of one fact that, alone, changes the verdict.
struct Change {
  std::size_t fact = 0;
  Value to;           // empty text with state "stated-none" in `state`
  std::string state;  // "known" or "stated-none"
  Verdict verdict = Verdict::met;
  bool operator==(const Change&) const = default;
};

struct Remedy {
  std::string who;
  Bilingual text;
  bool operator==(const Remedy&) const = default;
};

/// One rule on one subject that is neither met nor outside its scope.
struct Finding {
  std::string id;  // "F0001", in the order of the document
  std::string rule;
  std::string entity;   // of the subject
  std::string subject;  // id or pseudonym of the subject's record
  std::string worker;   // pseudonym; empty for findings on the agency itself
  Verdict verdict = Verdict::insufficient;
  Verdict original = Verdict::insufficient;  // before a waiver; equal to `verdict` otherwise
  Severity severity = Severity::major;
  std::vector<std::string> event_dates;  // one; several where the papers differ; none where unknown
  bool readiness = false;                // judged against the planned day: nothing has happened yet
  std::string basis;                     // the weakest of what was read
  std::vector<std::string> told_by;      // every basis of what was read, the strongest first
  std::vector<Bilingual>
      notes;  // why it is only suspected, which reading of a month was used, alternatives …
  std::vector<Citation> citations;
  std::vector<std::string> sanctions;  // Sanction::id
  Bilingual sentence;                  // with {placeholders}
  /// Of the placeholders: what the word may be, never empty; private ones carry the masked form.
  std::map<std::string, std::vector<Value>> arguments;
  std::map<std::string, std::string> argument_secrets;  // placeholder → key in Results::secrets
  std::vector<std::size_t> evidence;  // facts shown on the card, in the rule's order
  std::vector<Trace> reasoning;       // one per version evaluated
  std::vector<Missing> missing;
  std::vector<Change> changes;
  bool changes_exhausted = false;  // no single fact changes it
  std::vector<Remedy> remedies;
  Bilingual question;
  std::optional<Amount> amount;
  std::string amount_kind;          // "refund" · "claimed": one party's word, not found
  std::vector<std::string> with;    // rules on the same act
  std::string fingerprint;          // rule + subject, keyed; stable across audits
  std::string evidence_digest;      // of the facts read, without locators and raw texts
  std::vector<std::string> waiver;  // authority, reason, expiry
  bool operator==(const Finding&) const = default;
};

/// What a rule is, and how its subjects came out: run-length coded verdicts in file order.
struct Rule {
  struct Run {
    Verdict verdict = Verdict::met;
    std::string reason;  // "", "not-yet-due", "no-such-record", "declared", "unverified-reading",
                         // "whether-or-not" …
    std::uint64_t count = 0;
    bool operator==(const Run&) const = default;
  };
  std::string id;
  Tier tier = Tier::law;
  std::string entity;
  Bilingual entity_label;  // "pekerja" / "worker"; may be empty
  Bilingual met;
  Bilingual breach;
  std::vector<std::string> accounts;
  std::vector<std::string> citations;  // provision ids of the version in force on the as-of date
  std::vector<Run> runs;
  bool operator==(const Rule&) const = default;
};

/// An indicator of a screen in the papers of one worker (docs/indicators.md).
struct Sign {
  std::string indicator;
  Bilingual title;
  bool strong = false;
  Truth truth = Truth::yes;        // yes: raised; unknown: could not be told, and counts nothing
  bool confidential = false;       // what it read is not shown
  std::vector<std::size_t> facts;  // indexes into Results::facts, of raised signs
  Bilingual question;
  bool operator==(const Sign&) const = default;
};

/// Somebody to turn to.
struct Body {
  std::string code;  // of referral_body
  Bilingual label;
  Bilingual when;  // may be empty
  bool operator==(const Body&) const = default;
};

/// A pattern across records, or what a screen shows: beside findings, never a verdict.
struct Notice {
  std::string id;
  std::string pattern;  // of a screen: its id, or the indicator's where it tells each by itself
  Bilingual title;
  Bilingual text;
  std::vector<std::size_t> facts;
  std::vector<std::string> workers;
  std::optional<Amount> amount;
  bool referral = false;
  bool screen = false;  // made by a screen: signs of workers, not a pattern across records
  std::vector<Sign> signs{};
  std::vector<Body> bodies{};
  std::uint64_t workers_left = 0;  // of an extract: how many other workers it names
  bool operator==(const Notice&) const = default;
};

/// One paper to ask for, and what it would settle.
struct Request {
  std::string document;  // code of document_kind, may be empty
  Bilingual label;
  std::vector<std::string> workers;  // pseudonyms; empty = the agency's own
  std::vector<std::string> findings;
  Bilingual ask;
  bool operator==(const Request&) const = default;
};

struct Uncovered {
  std::string id;
  std::string kind;  // "not-the-agency" · "question" · "not-coded"
  std::vector<std::string> provisions;
  Bilingual why;
  bool operator==(const Uncovered&) const = default;
};

struct SourceRow {
  std::string id;
  std::string document;
  Bilingual document_label;
  std::string asserter;
  std::string file;
  std::string sha256;
  std::string dated;
  bool operator==(const SourceRow&) const = default;
};

struct Input {
  std::string file;
  std::string sha256;
  std::string asserter;
  std::string closing;
  bool fictitious = false;
  std::uint64_t workers = 0;
  std::vector<SourceRow> sources{};
  std::uint64_t unreadable = 0;  // values that are written there and could not be read
  bool operator==(const Input&) const = default;
};

/// One file of the folder of papers (docs/documents.md). Its name stands in Results::secrets.
struct PaperRow {
  std::string id;  // "D001", by name; those that are missing come last
  std::string secret;
  std::string sha256;  // empty where nothing could be read
  std::uint64_t bytes = 0;
  std::string kind;   // "pdf", "jpeg" … "unknown", by its bytes
  bool fits = true;   // the ending is one for its kind
  std::string state;  // "tied" · "untied" (nothing rests on it) · "unindexed" · "missing" · "empty"
                      // · "link" · "special" · "unreadable"
  std::string same_as;               // id of the first file with the same bytes
  std::string near;                  // of a missing one: the file whose name is nearly the same
  std::vector<std::string> sources;  // ids of what it is the file of
  std::vector<std::string> records;  // "W001/payment-2", as facts name them
  bool operator==(const PaperRow&) const = default;
};

/// The folder of papers, where one was given.
struct Papers {
  std::string index;   // base name
  std::string sha256;  // of the index
  std::vector<PaperRow> files;
  std::vector<std::string> hash_differs;  // sources whose stated hash is not that of their file
  std::vector<std::string> hash_unfound;  // … is that of no file of the folder
  bool operator==(const Papers&) const = default;
};

struct Header {
  std::string engine_version;
  std::string rule_set;
  std::string rule_set_version;
  std::string manifest_sha256;
  bool official = true;
  std::vector<std::string> changed_files;
  std::string as_of;
  bool as_of_given = false;
  std::vector<std::string> only_rules;
  std::vector<std::string> skipped_rules;
  std::vector<Input> inputs;
  std::optional<Papers> documents;
  std::string waivers_file;  // base name; empty where none was given
  std::string waivers_sha256;
  std::string agency;  // name as filed, may be empty
  std::string agency_nib;
  bool complete = true;  // false after an engine error
  std::string slice;     // pseudonym of the one worker this is an extract about (slice.h)
  /// What an edition for passing on leaves out: "facts", "findings", "notices" → number.
  std::map<std::string, std::uint64_t> left_out;
  bool operator==(const Header&) const = default;
};

struct Summary {
  std::map<std::string, std::uint64_t> verdicts;  // word → number; adds up to `evaluations`
  std::map<std::string, std::uint64_t>
      reasons;  // met and not-applicable by reason ("met/declared" …)
  std::uint64_t rules = 0;
  std::uint64_t subjects = 0;
  std::uint64_t evaluations = 0;       // rules × their subjects
  std::vector<Amount> refund;          // each payment counted once
  std::vector<Amount> claimed;         // the same of what only one party says, and is not found
  std::uint64_t workers_affected = 0;  // with a breach or suspicion
  std::uint64_t workers_open = 0;      // with something that cannot be assessed
  bool operator==(const Summary&) const = default;
};

struct Secret {
  std::string value;
  std::string raw;
  bool operator==(const Secret&) const = default;
};

struct Results {
  Header header;
  Summary summary;
  std::vector<Rule> rules;
  std::vector<Provision> provisions;
  std::vector<Sanction> sanctions;
  std::vector<Fact> facts;
  std::vector<Finding> findings;
  std::vector<Notice> notices;
  std::vector<Measure> measures;
  std::vector<Request> requests;
  std::vector<Uncovered> coverage;
  std::map<std::string, Bilingual> documents;  // document_kind code → label, where named above
  std::vector<Table> tables{};
  std::vector<Basis> bases{};
  std::vector<Waiver> waivers{};
  std::vector<std::string> workers{};             // worker_key of each, in the order of the filing
  std::map<std::string, std::string> pseudonyms;  // "W001" → key in `secrets` of the worker's name
  /// The one private section; a redacted edition is the document without it.
  std::map<std::string, Secret> secrets;
  bool operator==(const Results&) const = default;
};

/// The exit code of `audit` and `report`, decided by the document alone (docs/verdicts.md):
/// 70 incomplete · 1 a breach of tier law or decree · 2 suspected, insufficient or a referral · 3
/// nothing evaluated · 0.
int exit_code(const Results& results);

}  // namespace periksa::results
