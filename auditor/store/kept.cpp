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

std::string document_without_secrets(const Results& results) {
  Results open = results;
  open.secrets.clear();
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
  struct Of {
    Kept kept;
    Secrets secrets;
  };
  std::map<std::int64_t, Of> places;
  for (const KnownNumber& number : given.numbers) {
    const std::int64_t place =
        number.worker == KnownNumber::kAgency ? kNobody : std::int64_t{number.worker};
    const std::string kind(to_string(number.kind));
    places[place].kept.matches.emplace_back(kind, key.mac(kind, number.text));
  }
  if (given.keep_facts) {
    for (const auto& [name, secret] : given.results->secrets)
      places[place_of_secret(*given.results, name)].secrets.emplace(name, secret);
  }
  for (auto& [place, of] : places) {
    auto& matches = of.kept.matches;
    std::ranges::sort(matches);
    matches.erase(std::ranges::unique(matches).begin(), matches.end());
    of.kept.salt = random_bytes(kSaltOfKept);
    if (!of.secrets.empty()) of.kept.body = as_json(of.secrets);
    commit_to(connection, log, place == kNobody ? "agency" : "worker", place, of.kept);
  }
  if (given.keep_facts)
    commit_to(connection, log, "document", kNobody,
              {random_bytes(kSaltOfKept), document_without_secrets(*given.results)});
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
  drop_dangling(*results);
  std::string text;
  results::write_json(*results, [&](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace periksa::store
