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
                                         ///< and the summary of all, in that form
  std::optional<Output::Kind> standard;  ///< the summary, in the form asked for
};

/// The outputs of a command line for several filings: KIND:FOLDER/ (with the slash, or a folder
/// that is there) and KIND:-; without any, the summary as text to standard output. Or what is
/// wrong, such as one file for many filings.
std::expected<BatchOutputs, Bilingual> parse_batch_outputs(const std::vector<std::string>& words);

/// The files of one document, one in each folder.
std::vector<Output> files_of(const BatchOutputs& outputs, const std::string& document);

/// Makes the folders that are missing (not those above them) and sees that each can be written to,
/// so that nobody waits for a run whose end cannot be kept. On failure none is left behind.
Result<void> prepare_folders(const BatchOutputs& outputs);

/// How the summary is given; `linked` where the reports of the filings stand beside it.
Render renders(const Context& context, const results::Batch& batch, const RenderOptions& options,
               bool linked);

}  // namespace periksa::cli
