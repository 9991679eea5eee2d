// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/kept.h"

#include <nlohmann/json.hpp>

#include <algorithm>

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

/// Whose the private value is: the key of a fact begins with the record's worker; a paper's name is
/// a worker's if all that rests on it is.
std::int64_t place_of_secret(const Results& results, const std::string& key) {
  const auto of = [](std::string_view record) -> std::int64_t {
    const auto ordinal = results::ordinal_of(record.substr(0, record.find('/')));
    return ordinal ? std::int64_t{*ordinal} : kNobody;
  };
  if (!results.header.documents) return of(key);
  const auto& files = results.header.documents->files;
  const auto file = std::ranges::find(files, key, &results::PaperRow::secret);
  if (file == files.end()) return of(key);
  if (file->records.empty()) return kNobody;
  const std::int64_t first = of(file->records.front());
  const bool alike = std::ranges::all_of(
      file->records, [&](const std::string& record) { return of(record) == first; });
  return alike ? first : kNobody;
}

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

/// Of whom was forgotten they stay empty.
void put_keys_back(Results& results) {
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
}

/// The document, and apart from it what is private, by whose it is.
std::string divided(const Results& results, Places& places) {
  Results open = results;
  for (auto& [name, secret] : results.secrets)
    places[place_of_secret(results, name)].emplace(name, secret);
  open.secrets.clear();
  take_keys(open, places);
  std::string text;
  results::write_json(open, [&](std::string_view piece) { text += piece; });
  return text;
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
    commit_to(connection, log, "document", kNobody, {random_bytes(kSaltOfKept), document});
  }
  for (auto& [place, row] : rows) {
    std::ranges::sort(row.matches);
    row.matches.erase(std::ranges::unique(row.matches).begin(), row.matches.end());
    row.salt = random_bytes(kSaltOfKept);
    commit_to(connection, log, place == kNobody ? "agency" : "worker", place, row);
  }
}

std::string kept_document(Connection& connection, std::int64_t audit) {
  std::string document;
  Secrets secrets;
  connection.query(
      "SELECT c.kind, p.body FROM commitment c JOIN private p ON p.commitment = c.id "
      "JOIN audit a ON a.log = c.log WHERE a.id = ?1",
      {audit}, [&](const Row& row) {
        if (row.text(0) == "document") {
          document = row.bytes(1);
        } else if (const std::string body = row.bytes(1); !body.empty()) {
          read_secrets(body, secrets);
        }
      });
  if (document.empty()) return {};
  auto results = results::read_json(document, "results.json");
  if (!results) throw Fault(Fault::Kind::broken, results.error().front().text.en);
  results->secrets = std::move(secrets);
  put_keys_back(*results);
  drop_dangling(*results);
  std::string text;
  results::write_json(*results, [&](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace periksa::store
