// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "auditor/base/diagnostic.h"
#include "auditor/results/batch.h"
#include "auditor/results/diff.h"
#include "reports/paper.h"
#include "reports/report_options.h"

/// The paper each reader needs (docs/papers.md). All say less than the full report, to be read and
/// signed by people; none says more than the results.
namespace periksa::reports {

/// For whom a paper is written; the words of `--for`.
enum class Reader : unsigned char { inspector, agency, trade_union };

inline constexpr std::array<std::string_view, 3> kReaders{"inspector", "agency", "union"};
std::optional<Reader> parse_reader(std::string_view word);

class Wording;

/// A draft inspection note (nota pemeriksaan) with its annexes: rows of workers to be initialled,
/// and the calculation.
Paper inspection_note(const Wording& wording);

/// What an agency has to put right before somebody else looks: no word of it is a verdict. `since`,
/// which may be null, is the comparison with an earlier audit: what of it is closed.
Paper readiness(const Wording& wording, const results::Diff* since = nullptr);

/// A complaint, with what it still lacks to be taken up told before it.
Paper complaint(const Wording& wording);
/// Whether it would tell of anything: of a finding, or of a worker who gave a statement.
bool has_complaint(const Wording& wording);

/// Makes the paper of one results document; `since` is for the agency's only. Fails only if
/// templates or strings cannot be read.
Result<Paper> make_paper(const results::Results& results, Reader reader,
                         const ReportOptions& options, const results::Diff* since = nullptr);

/// The complaint of these results; none where it would tell of nothing and no worker gave a
/// statement.
Result<std::optional<Paper>> make_complaint(const results::Results& results,
                                            const ReportOptions& options);

class BatchWording;

/// Several agencies on one sheet: who first and why, people and money, what is lacking.
Paper triage(const BatchWording& wording);
Result<Paper> make_triage(const results::Batch& batch, const ReportOptions& options);

}  // namespace periksa::reports
