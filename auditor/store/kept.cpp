// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/kept.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "auditor/base/normalised.h"
#include "auditor/results/results_json.h"
#include "auditor/results/slice.h"
#include "auditor/results/worker_key.h"
#include "auditor/store/fault.h"

namespace periksa::store {
namespace {

using Json = nlohmann::ordered_json;
using results::KnownNumber;
using results::Results;
using Secrets = std::map<std::string, results::Secret>;

constexpr std::size_t kSaltOfKept = 16;
constexpr std::string_view kDocument = "document";
constexpr std::string_view kNik = "/nik";

std::int64_t place_of(std::string_view record) {
  const auto ordinal = results::ordinal_of(record.substr(0, record.find('/')));
  return ordinal ? std::int64_t{*ordinal} : kNobody;
}

/// Whose the private values, the papers and the sources of a document are.
class Owners {
 public:
  explicit Owners(const Results& results) {
    for (const auto& fact : results.facts)
      if (!fact.source.empty()) add(sources_, fact.source, place_of(fact.record));
    if (!results.header.documents) return;
    for (const auto& file : results.header.documents->files) {
      for (const auto& record : file.records) add(papers_, file.secret, place_of(record));
      for (const auto& source : file.sources) add(papers_, file.secret, of_source(source));
    }
  }

  /// The key of a fact begins with the record's worker.
  std::int64_t of_secret(const std::string& key) const {
    const auto paper = papers_.find(key);
    return paper == papers_.end() ? place_of(key) : paper->second;
  }
  std::int64_t of_source(const std::string& id) const {
    const auto source = sources_.find(id);
    return source == sources_.end() ? kNobody : source->second;
  }

 private:
  using Places = std::map<std::string, std::int64_t>;

  /// A worker's if all that rests on it is.
  static void add(Places& places, const std::string& name, std::int64_t place) {
    const auto [at, fresh] = places.emplace(name, place);
    if (!fresh && at->second != place) at->second = kNobody;
  }

  Places sources_;
  Places papers_;
};

std::string as_json(const Secrets& secrets) {
  Json all = Json::object();
  for (const auto& [key, secret] : secrets)
    all[key] = {{"value", secret.value}, {"raw", secret.raw}};
  return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void read_secrets(const std::string& body, Secrets& into) {
  try {
    const Json all = Json::parse(body);
    for (const auto& [key, secret] : all.items())
      into[key] = {secret.at("value").get<std::string>(), secret.at("raw").get<std::string>()};
  } catch (const Json::exception& error) {
    throw Fault(Fault::Kind::broken, error.what());
  }
}

using Places = std::map<std::int64_t, Secrets>;  // whose they are

/// Names that no private value has: they begin with a stroke.
std::string worker_name(std::size_t ordinal) {
  return "/worker/" + results::pseudonym(static_cast<std::uint32_t>(ordinal));
}
std::string finding_name(const results::Finding& finding) {
  return "/finding/" + finding.id;
}
std::string waiver_name(std::size_t place) {
  return "/waiver/" + std::to_string(place);
}
/// Calls with each source and its name.
template <class Call>
void each_source(results::Header& header, const Call& call) {
  for (std::size_t i = 0; i < header.inputs.size(); ++i) {
    auto& sources = header.inputs[i].sources;
    for (std::size_t j = 0; j < sources.size(); ++j)
      call(sources[j], "/source/" + std::to_string(i) + '/' + std::to_string(j));
  }
}

/// Worker keys, fingerprints and digests of evidence can be tried out like the numbers they are
/// made of, so they are kept with the person they tell of.
void take_keys(Results& results, Places& places) {
  std::map<std::string, std::int64_t> whose;
  for (auto& finding : results.findings) {
    const auto ordinal = results::ordinal_of(finding.worker);
    if (!ordinal) continue;
    whose[finding.fingerprint] = *ordinal;
    places[*ordinal][finding_name(finding)] = {finding.fingerprint, finding.evidence_digest};
    finding.fingerprint.clear();
    finding.evidence_digest.clear();
  }
  for (std::size_t i = 0; i < results.waivers.size(); ++i) {
    std::string& fingerprint = results.waivers[i].fingerprint;
    const auto of = whose.find(fingerprint);
    if (of == whose.end()) continue;
    places[of->second][waiver_name(i)] = {fingerprint, {}};
    fingerprint.clear();
  }
  for (std::size_t i = 0; i < results.workers.size(); ++i) {
    places[static_cast<std::int64_t>(i)][worker_name(i)] = {results.workers[i], {}};
    results.workers[i].clear();
  }
}

/// File names of a worker's sources often have the worker's name.
void take_file_names(Results& results, const Owners& owners, Places& places) {
  each_source(results.header, [&](results::SourceRow& source, const std::string& name) {
    const std::int64_t owner = owners.of_source(source.id);
    if (owner == kNobody || source.file.empty()) return;
    places[owner][name] = {source.file, {}};
    source.file.clear();
  });
}

/// Of whom was forgotten they stay empty.
void put_back(Results& results) {
  const auto put = [&](const std::string& name, std::string& value, std::string* raw = nullptr) {
    const auto at = results.secrets.find(name);
    if (at == results.secrets.end()) return;
    value = std::move(at->second.value);
    if (raw != nullptr) *raw = std::move(at->second.raw);
    results.secrets.erase(at);
  };
  for (auto& finding : results.findings)
    put(finding_name(finding), finding.fingerprint, &finding.evidence_digest);
  for (std::size_t i = 0; i < results.waivers.size(); ++i)
    put(waiver_name(i), results.waivers[i].fingerprint);
  for (std::size_t i = 0; i < results.workers.size(); ++i) put(worker_name(i), results.workers[i]);
  each_source(results.header,
              [&](results::SourceRow& source, const std::string& name) { put(name, source.file); });
}

std::string as_text(const Results& results) {
  std::string text;
  results::write_json(results, [&](std::string_view piece) { text += piece; });
  return text;
}

Results read_document(const std::string& text) {
  auto results = results::read_json(text, "results.json");
  if (!results) throw Fault(Fault::Kind::broken, results.error().front().text.en);
  return std::move(*results);
}

/// The document, and apart from it what is private, by whose it is.
std::string divided(const Results& results, Places& places) {
  Results open = results;
  const Owners owners(results);
  for (auto& [name, secret] : results.secrets) places[owners.of_secret(name)].emplace(name, secret);
  open.secrets.clear();
  take_keys(open, places);
  take_file_names(open, owners, places);
  return as_text(open);
}

/// References to what was forgotten are taken out; the masked forms stay.
void drop_dangling(Results& results) {
  const auto gone = [&](const std::string& key) {
    return !key.empty() && !results.secrets.contains(key);
  };
  for (auto& fact : results.facts) {
    if (gone(fact.secret)) fact.secret.clear();
  }
  for (auto& finding : results.findings)
    std::erase_if(finding.argument_secrets, [&](const auto& x) { return gone(x.second); });
  std::erase_if(results.pseudonyms, [&](const auto& x) { return gone(x.second); });
  if (!results.header.documents) return;
  for (auto& file : results.header.documents->files) {
    if (!gone(file.secret)) continue;
    results.secrets.emplace(file.secret, results::Secret{file.id, {}});
  }
}

struct KeptDocument {
  std::int64_t commitment = 0;
  std::string text;  // empty where none is kept
};

/// The one that came with the audit, or that was put in its place (its `place` is the audit).
KeptDocument document_of(Connection& connection, std::int64_t audit) {
  KeptDocument document;
  connection.query(
      "SELECT c.id, p.body FROM commitment c JOIN private p ON p.commitment = c.id "
      "JOIN audit a ON a.log = c.log WHERE a.id = ?1 AND c.kind = 'document' "
      "UNION ALL SELECT c.id, p.body FROM commitment c JOIN private p ON p.commitment = c.id "
      "WHERE c.place = ?1 AND c.kind = 'document'",
      {audit}, [&](const Row& row) { document = {row.number(0), row.bytes(1)}; });
  return document;
}

std::set<std::int64_t> forgotten_places(Connection& connection, std::int64_t audit) {
  std::set<std::int64_t> places;
  connection.query(
      "SELECT c.place FROM commitment c JOIN forgotten x ON x.commitment = c.id "
      "JOIN audit a ON a.log = c.log WHERE a.id = ?1 AND c.kind = 'worker'",
      {audit}, [&](const Row& row) { places.insert(row.number(0)); });
  return places;
}

/// False where nothing of theirs was in it.
bool clear_keys(Results& results, const std::set<std::int64_t>& places) {
  bool any = false;
  const auto clear = [&](std::string& text) {
    any = any || !text.empty();
    text.clear();
  };
  std::set<std::string> fingerprints;
  for (auto& finding : results.findings) {
    const auto ordinal = results::ordinal_of(finding.worker);
    if (!ordinal || !places.contains(std::int64_t{*ordinal})) continue;
    fingerprints.insert(finding.fingerprint);
    clear(finding.fingerprint);
    clear(finding.evidence_digest);
  }
  for (auto& waiver : results.waivers) {
    if (fingerprints.contains(waiver.fingerprint)) clear(waiver.fingerprint);
  }
  for (std::size_t i = 0; i < results.workers.size(); ++i) {
    if (places.contains(static_cast<std::int64_t>(i))) clear(results.workers[i]);
  }
  return any;
}

/// The worker's, on whatever paper.
bool is_own_number(std::string_view key) {
  const std::string_view rest = key.substr(std::min(key.find('/'), key.size()));
  return rest == kNik || (rest.starts_with("/identity_paper-") && rest.ends_with(kNik)) ||
         (rest.starts_with("/passport-") && rest.ends_with("/number"));
}

/// As read and as written; of papers that differ, each.
std::vector<std::string> readings_of(const results::Secret& secret) {
  std::vector<std::string> readings{secret.raw};
  std::string_view left = secret.value;
  while (!left.empty()) {
    const std::size_t end = std::min(left.find(" / "), left.size());
    readings.emplace_back(left.substr(0, end));
    left.remove_prefix(std::min(end + 3, left.size()));
  }
  return readings;
}

}  // namespace

void keep_private(Connection& connection, const MatchKey& key, std::int64_t log,
                  const AuditToSave& given) {
  std::map<std::int64_t, Kept> rows;
  for (const KnownNumber& number : given.numbers) {
    const std::int64_t place =
        number.worker == KnownNumber::kAgency ? kNobody : std::int64_t{number.worker};
    const std::string kind(to_string(number.kind));
    rows[place].matches.emplace_back(kind, key.mac(kind, number.text));
  }
  if (given.keep_facts) {
    Places places;
    const std::string document = divided(*given.results, places);
    for (const auto& [place, secrets] : places) rows[place].body = as_json(secrets);
    commit_to(connection, log, kDocument, kNobody, {random_bytes(kSaltOfKept), document});
  }
  for (auto& [place, row] : rows) {
    std::ranges::sort(row.matches);
    row.matches.erase(std::ranges::unique(row.matches).begin(), row.matches.end());
    row.salt = random_bytes(kSaltOfKept);
    commit_to(connection, log, place == kNobody ? "agency" : "worker", place, row);
  }
}

std::string kept_document(Connection& connection, std::int64_t audit) {
  const KeptDocument document = document_of(connection, audit);
  if (document.text.empty()) return {};
  Results results = read_document(document.text);
  connection.query(
      "SELECT p.body FROM commitment c JOIN private p ON p.commitment = c.id "
      "JOIN audit a ON a.log = c.log WHERE a.id = ?1 AND c.kind <> 'document'",
      {audit}, [&](const Row& row) {
        if (const std::string body = row.bytes(0); !body.empty())
          read_secrets(body, results.secrets);
      });
  put_back(results);
  drop_dangling(results);
  return as_text(results);
}

KeptIdentity identity_of(const std::string& body, std::int64_t place) {
  Secrets secrets;
  read_secrets(body, secrets);
  const auto worker = worker_name(static_cast<std::size_t>(place));
  KeptIdentity identity;
  for (const auto& [key, secret] : secrets) {
    if (key == worker) identity.worker_key = secret.value;
    const bool own = is_own_number(key);
    if (!own && !key.ends_with(kNik)) continue;
    auto& numbers = own ? identity.own : identity.others;
    for (const std::string& reading : readings_of(secret)) {
      if (std::string number = normalised(reading); !number.empty())
        numbers.insert(std::move(number));
    }
  }
  return identity;
}

void forget_in_document(Connection& connection, std::int64_t log, std::int64_t audit) {
  const KeptDocument document = document_of(connection, audit);
  if (document.text.empty()) return;
  Results results = read_document(document.text);
  if (!clear_keys(results, forgotten_places(connection, audit))) return;
  connection.execute("DELETE FROM private WHERE commitment = ?1", {document.commitment});
  connection.execute("INSERT INTO forgotten (commitment, log) VALUES (?1, ?2)",
                     {document.commitment, log});
  commit_to(connection, log, kDocument, audit, {random_bytes(kSaltOfKept), as_text(results)});
}

void forget_in_documents(Connection& connection, std::int64_t log) {
  std::vector<std::int64_t> audits;
  connection.query(
      "SELECT DISTINCT a.id FROM forgotten x JOIN commitment c ON c.id = x.commitment "
      "JOIN audit a ON a.log = c.log WHERE c.kind = 'worker' ORDER BY a.id",
      {}, [&](const Row& row) { audits.push_back(row.number(0)); });
  for (const std::int64_t audit : audits) forget_in_document(connection, log, audit);
}

}  // namespace periksa::store
