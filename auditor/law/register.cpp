// SPDX-License-Identifier: Apache-2.0
#include "auditor/law/register.h"

#include <algorithm>

#include "auditor/base/nearest.h"

namespace periksa::law {
namespace {

/// The element with this id, or null.
template <class Things>
auto with_id(const Things& things, std::string_view id) -> decltype(things.data()) {
  const auto found =
      std::ranges::find_if(things, [&](const auto& thing) { return thing.id == id; });
  return found == things.end() ? nullptr : &*found;
}

}  // namespace

bool ProvisionVersion::binds_agency() const {
  return std::ranges::any_of(binds, [](const std::string& who) {
    return who == "p3mi" || who == "anyone" || who == "branch";
  });
}

std::vector<const ProvisionVersion*> Provision::on(Date first, Date last) const {
  std::vector<const ProvisionVersion*> found;
  for (const auto& version : versions) {
    if (version.window.from <= last && first < version.window.to) found.push_back(&version);
  }
  return found;
}

const Provision* Register::find(std::string_view citation) const {
  const auto found = by_citation_.find(citation);
  return found == by_citation_.end() ? nullptr : &provisions_[found->second];
}

const Instrument* Register::instrument(std::string_view id) const {
  return with_id(instruments_, id);
}

const Sanction* Register::sanction(std::string_view id) const {
  return with_id(sanctions_, id);
}

const DatedText* Register::authority(std::string_view id, Date day) const {
  const auto found = authorities_.find(id);
  if (found == authorities_.end()) return nullptr;
  const DatedText* perhaps = nullptr;
  for (const auto& text : found->second) {
    if (text.window.surely_holds(day)) return &text;
    if (text.window.may_hold(day)) perhaps = &text;
  }
  return perhaps;
}

std::string_view Register::nearest_citation(std::string_view citation) const {
  std::vector<std::string_view> known;
  for (const auto& [id, index] : by_citation_) known.emplace_back(id);
  return nearest(citation, known);
}

}  // namespace periksa::law
