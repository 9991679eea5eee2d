// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "auditor/base/date.h"

#include "auditor/facts/cell.h"

namespace periksa::facts {

/// Who says it.
enum class Asserter : std::uint8_t { agency, worker, union_, registry, inspector };

/// "agency" · "worker" · "union" · "registry" · "inspector".
std::string_view to_string(Asserter asserter);
std::optional<Asserter> parse_asserter(std::string_view name);

/// Where facts come from: the filer's own word (index 0 of a filing's sources), or a paper it
/// names.
struct Source {
  std::string id;
  std::string document;  ///< code of the list document_kind; empty for the declaration itself
  Asserter asserter = Asserter::agency;
  std::string file;    ///< a label, never a path to open
  std::string sha256;  ///< of the paper's file; empty when the file is not tied
  std::optional<Date> dated;
  Asserter filer = Asserter::agency;  ///< who handed it in
  std::uint8_t side = 0;              ///< in a case: which of its filings says it, below kMostSides
};

inline constexpr std::size_t kMostSides = 16;

/// What a paper is worth. One that is said to be another's (a registry's extract, the agency's own
/// receipt in a worker's hands) but is not tied by a hash is only the word of who handed it in:
/// nobody makes another's admission by naming it.
/// registry or inspector · document (a paper other than a statement, its file tied by hash) ·
/// declared (the agency's word) · statement (a worker's or union's word, its scan tied or not).
Basis basis_of(const Source& source);

/// Whose word a source is, by the same rule: of the one it names where the paper is tied, else of
/// the weaker of that one and of who handed it in.
Asserter asserter_of(const Source& source);

/// What a fact's source lends it.
struct Standing {
  Basis basis = Basis::registry;
  Asserter asserter = Asserter::agency;
};
Standing standing_of(const Source& source);

}  // namespace periksa::facts
