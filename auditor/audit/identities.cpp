// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/identities.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "auditor/audit/names.h"
#include "auditor/audit/placeholders.h"

namespace periksa::audit {
namespace {

constexpr std::size_t kMostCompared = 100;

Bilingual title() {
  return {"{number} yang sama dalam berkas perusahaan yang berbeda",
          "The same {number} in filings of different agencies"};
}

Bilingual lead() {
  return {
      "{number} yang sama tercatat pada {workers} pekerja dalam {filings} berkas dari perusahaan "
      "yang berbeda. Hal ini perlu diperiksa: bisa jadi satu orang ditempatkan secara bergantian, "
      "atau nomornya salah salin. Cocokkan dengan dokumen aslinya, lalu tanyakan kepada setiap "
      "perusahaan dan kepada pekerja. {overlap}",
      "The same {number} is recorded on {workers} workers in {filings} filings of different "
      "agencies. This has to be looked into: one person may have been placed by one agency after "
      "the other, or the number was copied wrongly. Compare with the original papers, then ask "
      "each agency and the worker. {overlap}"};
}

const Bilingual& number_name(const std::vector<std::string>& keys) {
  static const Bilingual kNik{"NIK", "NIK"};
  static const Bilingual kPassport{"Nomor paspor", "passport number"};
  static const Bilingual kBoth{"NIK dan nomor paspor", "NIK and passport number"};
  if (keys.size() > 1) return kBoth;
  return keys.front() == to_string(IdentityKind::nik) ? kNik : kPassport;
}

const Bilingual& overlap_text(results::Truth overlap) {
  static const Bilingual kYes{
      "Menurut tanggal yang tercatat, masa penempatannya tumpang tindih; periksa terlebih "
      "dahulu apakah tanggalnya benar.",
      "By the dates recorded the placements overlap in time; look first whether the dates are "
      "right."};
  static const Bilingual kNo{
      "Menurut tanggal yang tercatat, masa penempatannya tidak tumpang tindih.",
      "By the dates recorded the placements do not overlap in time."};
  static const Bilingual kUnknown{
      "Tanggal yang tercatat belum menunjukkan apakah masa penempatannya tumpang tindih.",
      "The dates recorded do not tell whether the placements overlap in time."};
  if (overlap == results::Truth::unknown) return kUnknown;
  return overlap == results::Truth::yes ? kYes : kNo;
}

}  // namespace

/// Persons with a number in common, by filing and worker, and where it stands.
struct Identities::Match {
  struct Place {
    IdentityKind kind;
    facts::Spot at;
  };
  struct Sight {
    const Person* person;
    std::vector<Place> places;
  };
  std::vector<std::pair<IdentityKind, std::uint64_t>> numbers;
  std::vector<Sight> sights;
};

Identities::Identities(const facts::Vocabulary& vocabulary)
    : vocabulary_(&vocabulary),
      numbers_{find("worker", "nik"), find("passport", "number")},
      departed_on_(find("worker", "departed_on")),
      returned_on_(find("homecoming", "returned_on")) {}

std::optional<Identities::Field> Identities::find(std::string_view entity,
                                                  std::string_view field) const {
  const auto of = vocabulary_->find_entity(entity);
  if (!of) return std::nullopt;
  const auto column = vocabulary_->entity(*of).find(field);
  if (!column) return std::nullopt;
  return Field{*of, *column};
}

Observer Identities::watch(unsigned threads) {
  lanes_.clear();
  return {[this, threads](const intake::Filing& filing) {
            closing_ = filing.header.closing;
            ground_ = {filing.header.file, filing.header.parts};
            lanes_.assign(std::max(1U, threads), {});
          },
          [this](unsigned lane, std::uint32_t ordinal, const facts::Facts& worker) {
            look(lanes_[lane], ordinal, worker);
          }};
}

void Identities::look(People& into, std::uint32_t ordinal, const facts::Facts& worker) const {
  const auto person = static_cast<std::uint32_t>(into.persons.size());
  bool any = false;
  for (std::size_t i = 0; i < kKinds; ++i) {
    if (!numbers_[i]) continue;
    const auto& table = worker.table(numbers_[i]->entity);
    for (std::uint32_t row = 0; row < table.size(); ++row) {
      const auto& cell = table.cell(row, numbers_[i]->field);
      if (cell.state != facts::State::known) continue;
      const auto number = identity_number(static_cast<IdentityKind>(i), worker.text(cell));
      if (!number) continue;
      into.seen[i].push_back({*number, person, worker.spot(cell.at)});
      any = true;
    }
  }
  if (any) into.persons.push_back({0, ordinal, stay(worker)});
}

/// The placement ends with the first return after the departure. One return whose day is not known
/// may be that one.
Stay Identities::stay(const facts::Facts& worker) const {
  Stay stay;
  if (!departed_on_ || worker.table(departed_on_->entity).size() == 0) return stay;
  const auto& departed = worker.table(departed_on_->entity).cell(0, departed_on_->field);
  if (departed.state != facts::State::known) return stay;
  stay.has_departed = true;
  stay.departed = Date(static_cast<std::int32_t>(departed.value));
  if (!returned_on_) return stay;
  const auto& returns = worker.table(returned_on_->entity);
  for (std::uint32_t row = 0; row < returns.size(); ++row) {
    const auto& cell = returns.cell(row, returned_on_->field);
    if (cell.state == facts::State::stated_none && stay.how == Stay::End::unknown) {
      stay.how = Stay::End::not_before;
      stay.end = closing_;
    } else if (cell.state == facts::State::known) {
      const Date day(static_cast<std::int32_t>(cell.value));
      if (day < stay.departed) continue;
      stay.end = stay.how == Stay::End::returned ? std::min(stay.end, day) : day;
      stay.how = Stay::End::returned;
    } else if (cell.state != facts::State::stated_none) {
      stay.how = Stay::End::unknown;
      break;
    }
  }
  return stay;
}

void Identities::keep(std::uint32_t filing) {
  for (auto& lane : lanes_) {
    const auto base = static_cast<std::uint32_t>(all_.persons.size());
    for (Person person : lane.persons) {
      person.filing = filing;
      all_.persons.push_back(person);
    }
    for (std::size_t i = 0; i < kKinds; ++i) {
      for (Seen seen : lane.seen[i]) {
        seen.person += base;
        all_.seen[i].push_back(seen);
      }
    }
  }
  lanes_.clear();
  grounds_[filing] = std::move(ground_);
}

/// Which of the sights of one number stand in a filing whose agency differs from that of another
/// one. The others are left out: there the filing's own patterns tell.
std::vector<bool> Identities::sharing(std::span<const Seen> group) const {
  const auto filing = [&](const Seen& x) { return all_.persons[x.person].filing; };
  std::map<std::uint32_t, bool> differs;
  for (const Seen& x : group) differs.emplace(filing(x), false);
  for (auto& [own, differing] : differs) {
    differing = std::ranges::any_of(differs, [&](const auto& other) {
      return agencies_[own].differs_from(agencies_[other.first]);
    });
  }
  std::vector<bool> shares;
  for (const Seen& x : group) shares.push_back(differs.at(filing(x)));
  return shares;
}

std::vector<Identities::Match> Identities::matches(IdentityKind kind) {
  auto& seen = all_.seen[static_cast<std::size_t>(kind)];
  std::ranges::sort(seen, {}, [&](const Seen& x) {
    const Person& person = all_.persons[x.person];
    return std::tuple(x.number, person.filing, person.ordinal, x.at.part, x.at.line, x.at.column);
  });
  std::vector<Match> found;
  for (auto first = seen.begin(); first != seen.end();) {
    const auto last =
        std::find_if(first, seen.end(), [&](const Seen& x) { return x.number != first->number; });
    const std::span<const Seen> group(first, last);
    first = last;
    if (group.size() < 2) continue;
    const auto shares = sharing(group);
    Match match{{{kind, group.front().number}}, {}};
    for (std::size_t i = 0; i < group.size(); ++i) {
      const Person* person = &all_.persons[group[i].person];
      const bool again = !match.sights.empty() && match.sights.back().person == person;
      if (shares[i] && !again) match.sights.push_back({person, {{kind, group[i].at}}});
    }
    if (!match.sights.empty()) found.push_back(std::move(match));
  }
  seen = {};
  return found;
}

/// All matches by their first workers; workers who share both numbers make one.
std::vector<Identities::Match> Identities::joined() {
  using Who = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  std::map<std::pair<Who, std::uint64_t>, Match> by_who;
  for (const auto kind : {IdentityKind::nik, IdentityKind::passport}) {
    std::map<Who, std::uint64_t> times;
    for (auto& match : matches(kind)) {
      Who who;
      for (const auto& sight : match.sights)
        who.emplace_back(sight.person->filing, sight.person->ordinal);
      const auto [at, fresh] = by_who.try_emplace({who, times[who]++}, match);
      if (fresh) continue;
      at->second.numbers.push_back(match.numbers.front());
      for (std::size_t i = 0; i < match.sights.size(); ++i)
        at->second.sights[i].places.push_back(match.sights[i].places.front());
    }
  }
  std::vector<Match> list;
  for (auto& [who, match] : by_who) list.push_back(std::move(match));
  return list;
}

/// Pair by pair; a number that very many have is nobody's, and what its dates say means nothing.
results::Truth Identities::overlapping(const Match& match) const {
  if (match.sights.size() > kMostCompared) return results::Truth::unknown;
  bool surely_not = true;
  for (std::size_t i = 0; i < match.sights.size(); ++i) {
    for (std::size_t j = i + 1; j < match.sights.size(); ++j) {
      const Person& a = *match.sights[i].person;
      const Person& b = *match.sights[j].person;
      if (!agencies_[a.filing].differs_from(agencies_[b.filing])) continue;
      const results::Truth both = overlap(a.stay, b.stay);
      if (both == results::Truth::yes) return results::Truth::yes;
      surely_not = surely_not && both == results::Truth::no;
    }
  }
  return surely_not ? results::Truth::no : results::Truth::unknown;
}

results::CrossNotice Identities::notice(const Match& match, const results::Batch& batch) const {
  results::CrossNotice notice;
  for (const auto& [kind, number] : match.numbers) notice.keys.emplace_back(to_string(kind));
  std::vector<std::uint32_t> filings;
  for (const auto& [person, places] : match.sights) {
    results::CrossSight sight;
    sight.filing = person->filing;
    sight.worker = Names::pseudonym(person->ordinal);
    const Ground& ground = grounds_.at(person->filing);
    for (const auto& [kind, spot] : places) {
      auto at = facts::position(ground.file, ground.parts, spot);
      sight.places.push_back(
          {std::string(to_string(kind)),
           results::placed(std::move(at), ground.file, batch.filings[person->filing].file)});
    }
    if (person->stay.has_departed) sight.departed_on = to_iso(person->stay.departed);
    if (person->stay.how == Stay::End::returned) sight.returned_on = to_iso(person->stay.end);
    if (filings.empty() || filings.back() != person->filing) filings.push_back(person->filing);
    notice.sights.push_back(std::move(sight));
  }
  notice.overlap = overlapping(match);
  notice.title = title();
  notice.text = lead();
  for (auto* text : {&notice.title, &notice.text}) {
    replace_all(*text, "number", number_name(notice.keys));
    replace_all(*text, "workers", std::to_string(notice.sights.size()));
    replace_all(*text, "filings", std::to_string(filings.size()));
    replace_all(*text, "overlap", overlap_text(notice.overlap));
  }
  return notice;
}

void Identities::tell(results::Batch& batch) {
  agencies_.clear();
  for (const auto& filing : batch.filings) agencies_.push_back(AgencyKey::of(filing));
  batch.totals.compared =
      static_cast<std::uint64_t>(std::ranges::count_if(agencies_, [&](const AgencyKey& own) {
        return std::ranges::any_of(agencies_,
                                   [&](const AgencyKey& other) { return own.differs_from(other); });
      }));
  for (const auto& match : joined()) {
    auto notice = this->notice(match, batch);
    notice.id = fmt::format("L{:04}", batch.notices.size() + 1);
    for (const auto& [kind, number] : match.numbers) {
      const std::string word(to_string(kind));
      const std::string key = notice.id + '/' + word;
      notice.numbers.emplace(word, key);
      batch.secrets.emplace(key, results::Secret{identity_text(kind, number), {}});
    }
    batch.notices.push_back(std::move(notice));
  }
  all_ = {};
  grounds_.clear();
}

}  // namespace periksa::audit
