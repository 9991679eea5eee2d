// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "auditor/base/bilingual.h"
#include "auditor/base/diagnostic.h"
#include "auditor/facts/vocabulary.h"
#include "auditor/forms/template_sets.h"

namespace periksa::forms {

/// Writes an empty workbook to be filled in: a guide, what the filing says of itself, sources,
/// completeness, and a sheet for each entity of the purpose, with headings, notes, choices and an
/// example row each. `read_sheets` reads every sheet and heading back as what it stands for, and
/// skips the guide, the hidden lists and the examples.
Result<void> write_template(const std::filesystem::path& path, const facts::Vocabulary& vocabulary,
                            Purpose purpose, Language language);

}  // namespace periksa::forms
