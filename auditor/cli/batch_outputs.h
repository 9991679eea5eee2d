// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "auditor/cli/outputs.h"
#include "auditor/results/batch.h"

namespace periksa::cli {

/// Where the documents of several filings go.
struct BatchOutputs {
  std::vector<Output> folders;           ///< Output::file is a folder: a document for each filing
  std::vector<Output> summary;           ///< the files of the summary, in the forms that hold it
  std::optional<Output::Kind> standard;  ///< the summary, in the form asked for
};

/// The outputs of a command line for several filings: KIND:FOLDER/ (with the slash, or a folder
/// that is there) and KIND:-; without any, the summary as text to standard output. Or what is
/// wrong, such as one file for many filings. To the inspector the summary is the triage sheet.
std::expected<BatchOutputs, Bilingual> parse_batch_outputs(const std::vector<std::string>& words,
                                                           std::optional<reports::Reader> reader);

/// Whether a form holds the summary for this reader.
bool holds_summary(const OutputForm& form, std::optional<reports::Reader> reader);

/// The files of one filing, one in each folder.
std::vector<Output> files_of(const BatchOutputs& outputs, const std::string& document);

/// Makes the folders that are missing (not those above them) and sees that each can be written to,
/// so that nobody waits for a run whose end cannot be kept. On failure none is left behind.
Result<void> prepare_folders(const BatchOutputs& outputs);

/// How the summary is given; `linked` where the reports of the filings stand beside it.
Render renders(const Context& context, const results::Batch& batch, const RenderOptions& options,
               bool linked);

}  // namespace periksa::cli
