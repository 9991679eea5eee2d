// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/template_sets.h"

#include <algorithm>
#include <array>
#include <utility>

namespace periksa::forms {
namespace {

/// What an agency that places workers on land has no use for: what is the crews', what stood in
/// rules of earlier years, and what others write down.
constexpr std::array<std::string_view, 11> kNotOfAgency{
    "licence_renewal", "agency_agreement",   "sea_contract",  "health_protocol",
    "registry_entry",  "destination_record", "exchange_rate", "declaration",
    "mission_entry",   "statement",          "gbv_case"};

/// The same of one that places crews: their contract is the sea contract, their recruiter has no
/// household.
constexpr std::array<std::string_view, 12> kNotOfCrew{
    "licence_renewal",    "contract",      "health_protocol", "registry_entry",
    "destination_record", "exchange_rate", "declaration",     "mission_entry",
    "statement",          "gbv_case",      "biodata_sheet",   "cooperation_agreement"};

/// What workers can show and tell.
constexpr std::array<std::string_view, 25> kOfUnion{"agency",          "partner",
                                                    "employer",        "complaint",
                                                    "worker",          "identity_paper",
                                                    "passport",        "visa",
                                                    "consent_letter",  "placement_agreement",
                                                    "cost_item",       "contract",
                                                    "sea_contract",    "payment",
                                                    "refund",          "deduction",
                                                    "payslip",         "loan",
                                                    "training",        "shelter_stay",
                                                    "custody",         "homecoming",
                                                    "social_security", "problem_case",
                                                    "statement"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool takes(Purpose purpose, std::string_view entity) {
  switch (purpose) {
    case Purpose::agency:
      return !has(kNotOfAgency, entity);
    case Purpose::crew:
      return !has(kNotOfCrew, entity);
    case Purpose::union_:
      return has(kOfUnion, entity);
    case Purpose::all:
      break;
  }
  return true;
}

}  // namespace

std::optional<Purpose> parse_purpose(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Purpose>, 4> kNames{{{"agency", Purpose::agency},
                                                                        {"union", Purpose::union_},
                                                                        {"crew", Purpose::crew},
                                                                        {"all", Purpose::all}}};
  const auto* const at =
      std::ranges::find(kNames, name, &std::pair<std::string_view, Purpose>::first);
  return at == kNames.end() ? std::nullopt : std::optional(at->second);
}

std::vector<facts::EntityId> sheets_for(const facts::Vocabulary& vocabulary, Purpose purpose) {
  std::vector<facts::EntityId> all;
  for (std::size_t i = 0; i < vocabulary.entities().size(); ++i) {
    if (takes(purpose, vocabulary.entities()[i].name))
      all.push_back(static_cast<facts::EntityId>(i));
  }
  return all;
}

std::vector<std::string_view> names_in(Purpose purpose) {
  if (purpose == Purpose::agency) return {kNotOfAgency.begin(), kNotOfAgency.end()};
  if (purpose == Purpose::crew) return {kNotOfCrew.begin(), kNotOfCrew.end()};
  if (purpose == Purpose::union_) return {kOfUnion.begin(), kOfUnion.end()};
  return {};
}

}  // namespace periksa::forms
