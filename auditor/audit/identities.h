// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "auditor/audit/agency_key.h"
#include "auditor/audit/audit.h"
#include "auditor/audit/stay.h"
#include "auditor/base/identity_number.h"
#include "auditor/results/batch.h"

namespace periksa::audit {

/// Keeps of every worker of a run the NIK, the passport numbers and when the placement lasted
/// (about seventy bytes), and finds those whom filings of different agencies have in common. Only
/// a number that is known counts: what is absent, unreadable or contradictory, or a stand-in, never
/// matches. Watches one filing after the other.
class Identities {
 public:
  explicit Identities(const facts::Vocabulary& vocabulary);
  Identities(const Identities&) = delete;
  Identities& operator=(const Identities&) = delete;

  /// Watches the next filing, read by up to `threads` threads. This outlives the observer.
  Observer watch(unsigned threads);
  /// The filing watched has results: its workers are those of Batch::filings[filing]. What was seen
  /// of a filing that is not kept is forgotten.
  void keep(std::uint32_t filing);

  /// Fills Batch::notices, Batch::secrets and BatchTotals::compared from the workers kept. Empties
  /// this.
  void tell(results::Batch& batch);

 private:
  static constexpr std::size_t kKinds = 2;

  struct Person {
    std::uint32_t filing = 0;
    std::uint32_t ordinal = 0;
    Stay stay;
  };
  struct Seen {
    std::uint64_t number = 0;
    std::uint32_t person = 0;
    facts::Spot at;
  };
  struct People {
    std::vector<Person> persons;
    std::array<std::vector<Seen>, kKinds> seen;  // by IdentityKind
  };
  struct Field {
    facts::EntityId entity = 0;
    facts::FieldId field = 0;
  };
  /// What the spots of a filing refer to.
  struct Ground {
    std::string file;
    std::vector<facts::Part> parts;
  };
  struct Match;

  std::optional<Field> find(std::string_view entity, std::string_view field) const;
  void look(People& into, std::uint32_t ordinal, const facts::Facts& worker) const;
  Stay stay(const facts::Facts& worker) const;
  std::vector<bool> sharing(std::span<const Seen> group) const;
  std::vector<Match> matches(IdentityKind kind);
  std::vector<Match> joined();
  results::CrossNotice notice(const Match& match, const results::Batch& batch) const;
  results::Truth overlapping(const Match& match) const;

  const facts::Vocabulary* vocabulary_;
  std::array<std::optional<Field>, kKinds> numbers_;  // by IdentityKind
  std::optional<Field> departed_on_;
  std::optional<Field> returned_on_;
  Date closing_;
  Ground ground_;              // of the filing watched
  std::vector<People> lanes_;  // of the filing watched
  People all_;
  std::map<std::uint32_t, Ground> grounds_;  // of those kept
  std::vector<AgencyKey> agencies_;          // of Batch::filings, while it is told
};

}  // namespace periksa::audit
