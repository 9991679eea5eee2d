// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/known_numbers.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "auditor/base/identity_number.h"
#include "auditor/base/normalised.h"

namespace periksa::audit {
namespace {

using results::KnownNumber;

struct NumberField {
  KnownNumber::Kind kind;
  const char* entity;
  const char* field;
};

constexpr NumberField kNumberFields[] = {
    {KnownNumber::Kind::nik, "worker", "nik"},
    {KnownNumber::Kind::passport, "passport", "number"},
    {KnownNumber::Kind::account, "payment", "payee_account"},
    {KnownNumber::Kind::certificate, "competence_certificate", "number"},
    {KnownNumber::Kind::certificate, "fitness_certificate", "number"},
    {KnownNumber::Kind::certificate, "orientation", "certificate_number"},
    {KnownNumber::Kind::recruiter, "field_agent", "phone"},
};

/// Shorter ones are given out by many: "001/2024" is no account and no certificate of one.
constexpr std::size_t kLeastLetters = 8;
constexpr std::ptrdiff_t kLeastDigits = 6;

std::optional<std::string> plain(KnownNumber::Kind kind, std::string_view entity,
                                 std::string_view text) {
  if (kind == KnownNumber::Kind::nik || kind == KnownNumber::Kind::passport) {
    const auto of = kind == KnownNumber::Kind::nik ? IdentityKind::nik : IdentityKind::passport;
    const auto number = identity_number(of, text);
    if (!number) return std::nullopt;
    return identity_text(of, *number);
  }
  std::string number = normalised(text);
  const auto digits =
      std::ranges::count_if(number, [](const char c) { return c >= '0' && c <= '9'; });
  if (number.size() < kLeastLetters || digits < kLeastDigits || is_stand_in(number))
    return std::nullopt;
  // Numbers of different papers have nothing to do with one another.
  if (kind == KnownNumber::Kind::certificate) return std::string(entity) + ':' + number;
  return number;
}

}  // namespace

KnownNumbers::KnownNumbers(const facts::Vocabulary& vocabulary) : vocabulary_(&vocabulary) {
  for (const NumberField& number : kNumberFields) {
    const auto entity = vocabulary.find_entity(number.entity);
    if (!entity) continue;
    const auto field = vocabulary.entity(*entity).find(number.field);
    if (!field) continue;
    const bool of_worker = *entity == vocabulary.worker() || vocabulary.entity(*entity).in_worker;
    auto& fields = of_worker ? of_workers_ : of_agency_;
    fields.push_back({number.kind, *entity, *field});
  }
}

Observer KnownNumbers::watch(unsigned threads) {
  lanes_.clear();
  agency_.clear();
  return {[this, threads](const intake::Filing& filing) {
            lanes_.assign(std::max(1U, threads), {});
            agency_.clear();
            look(of_agency_, KnownNumber::kAgency, *filing.shared, agency_);
          },
          [this](unsigned lane, std::uint32_t ordinal, const facts::Facts& worker) {
            look(of_workers_, ordinal, worker, lanes_[lane]);
          }};
}

void KnownNumbers::look(const std::vector<Field>& fields, std::uint32_t worker,
                        const facts::Facts& facts, Numbers& into) const {
  for (const Field& of : fields) {
    const auto& table = facts.table(of.entity);
    for (std::uint32_t row = 0; row < table.size(); ++row) {
      const auto& cell = table.cell(row, of.field);
      if (cell.state != facts::State::known) continue;
      auto number = plain(of.kind, vocabulary_->entity(of.entity).name, facts.text(cell));
      if (number) into.push_back({of.kind, worker, std::move(*number)});
    }
  }
}

std::vector<results::KnownNumber> KnownNumbers::take() {
  Numbers all = std::move(agency_);
  for (Numbers& lane : lanes_) std::ranges::move(lane, std::back_inserter(all));
  lanes_.clear();
  agency_.clear();
  return all;
}

Observer both(Observer first, Observer second) {
  return {[begins = std::pair(first.begin, second.begin)](const intake::Filing& filing) {
            if (begins.first) begins.first(filing);
            if (begins.second) begins.second(filing);
          },
          [looks = std::pair(std::move(first.worker), std::move(second.worker))](
              unsigned lane, std::uint32_t ordinal, const facts::Facts& worker) {
            if (looks.first) looks.first(lane, ordinal, worker);
            if (looks.second) looks.second(lane, ordinal, worker);
          }};
}

}  // namespace periksa::audit
