// SPDX-License-Identifier: Apache-2.0
#include "auditor/facts/source.h"

#include <array>
#include <utility>

namespace periksa::facts {
namespace {

constexpr std::array<std::pair<std::string_view, Asserter>, 5> kAsserters{
    {{"agency", Asserter::agency},
     {"worker", Asserter::worker},
     {"union", Asserter::union_},
     {"registry", Asserter::registry},
     {"inspector", Asserter::inspector}}};

/// Whose word weighs less: a worker's or union's, then the agency's.
Asserter weaker(Asserter a, Asserter b) {
  const auto weight = [](Asserter asserter) {
    if (asserter == Asserter::registry || asserter == Asserter::inspector) return 2;
    return asserter == Asserter::agency ? 1 : 0;
  };
  return weight(a) < weight(b) ? a : b;
}

}  // namespace

std::string_view to_string(Asserter asserter) {
  return kAsserters[static_cast<std::size_t>(asserter)].first;
}

std::optional<Asserter> parse_asserter(std::string_view name) {
  for (const auto& [text, value] : kAsserters) {
    if (text == name) return value;
  }
  return std::nullopt;
}

Asserter asserter_of(const Source& source) {
  const bool tied = !source.sha256.empty();
  return tied ? source.asserter : weaker(source.asserter, source.filer);
}

Basis basis_of(const Source& source) {
  const Asserter asserter = asserter_of(source);
  if (asserter == Asserter::registry || asserter == Asserter::inspector) return Basis::registry;
  // Somebody's word stays a word when it is written down and scanned.
  const bool word = source.document.empty() || source.document.ends_with("_statement") ||
                    source.document == "agency_answer";
  if (!word && !source.sha256.empty()) return Basis::document;
  return asserter == Asserter::agency ? Basis::declared : Basis::statement;
}

Standing standing_of(const Source& source) {
  return {basis_of(source), asserter_of(source)};
}

}  // namespace periksa::facts
