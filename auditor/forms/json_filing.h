// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "auditor/intake/filing_reader.h"

namespace periksa::forms {

/// Reads a filing from JSON (docs/json.md) in one pass and constant memory: every record is made
/// into an element, which is bound as those of an XML filing are. Syntax errors name line and
/// column, all other errors and the facts their JSON pointer.
Result<intake::Filing> read_json_filing(const std::filesystem::path& path,
                                        const facts::Vocabulary& vocabulary,
                                        const intake::ReadOptions& options,
                                        const intake::OnShared& on_shared,
                                        const intake::OnWorker& on_worker);

/// The same for a text in memory; `name` stands for the file's name.
Result<intake::Filing> read_json_filing_text(std::string_view text, std::string name,
                                             const facts::Vocabulary& vocabulary,
                                             const intake::ReadOptions& options,
                                             const intake::OnShared& on_shared,
                                             const intake::OnWorker& on_worker);

}  // namespace periksa::forms
