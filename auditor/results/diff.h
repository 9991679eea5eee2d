// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/results/results.h"

/// What changed between two audits of one agency (docs/diff.md).
namespace periksa::results {

struct StoreMark;

enum class Shift : std::uint8_t {
  fresh,         ///< new
  resolved,      ///< no finding any more
  law,           ///< the evidence is the same: the rule, the law or the day is another
  evidence,      ///< still a finding, on other evidence
  persisting,    ///< nothing changed, or only that it was set aside
  incomparable,  ///< one of the two did not look at it
};
inline constexpr std::size_t kShifts = 6;

/// "new" · "resolved" · "changed-law" · "changed-evidence" · "persisting" · "incomparable".
std::string_view to_string(Shift shift);

/// A fact that the two findings show differently.
struct FactShift {
  const Fact* before = nullptr;  ///< null where only the other finding read it
  const Fact* after = nullptr;
  bool hidden = false;  ///< a private value differs, and both are masked alike
};

struct FindingShift {
  Shift shift = Shift::persisting;
  const Finding* before = nullptr;  ///< null for a new one
  const Finding* after = nullptr;   ///< null where there is none any more
  Bilingual why{};                  ///< what decided the class, or changed beside it; may be empty
  std::vector<FactShift> facts{};

  const Finding& shown() const { return after != nullptr ? *after : *before; }
  /// Everything but what simply persists.
  bool differs() const { return shift != Shift::persisting || !why.en.empty(); }
};

/// Points into the two documents, which must outlive it.
struct Diff {
  const Results* before = nullptr;
  const Results* after = nullptr;
  std::array<std::uint64_t, kShifts> counts{};
  std::vector<FindingShift> findings;  ///< by class, then as the documents have them
  std::vector<Bilingual> notes;        ///< what bears on all of it, such as another rule set

  bool differs() const;
};

/// Findings are the same by fingerprint, their evidence by its digest; where another engine made
/// the digests, by what is shown. Refused where the documents are of two agencies, unfinished or
/// redacted.
Result<Diff> compare(const Results& before, const Results& after);

/// As JSON, `periksa-diff/1`, an element of a list on a line of its own; fingerprints and digests
/// of evidence with `unmask` only. With `store`, which may be null, each finding that it knows says
/// where it stands.
void write_json(const Diff& diff, bool unmask, const StoreMark* store,
                const std::function<void(std::string_view)>& sink);

}  // namespace periksa::results
