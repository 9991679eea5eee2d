// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "auditor/base/bilingual.h"

namespace periksa::cli {

/// The forms a document is given in; the KIND of `--out KIND:FILE`.
enum class OutputKind : unsigned char { html, json, text, csv, xlsx, sarif, junit, odt, pdf };

struct OutputForm {
  OutputKind kind;
  const char* word;
  const char* ending;  // of a file's name
  bool summary;        // of several filings too; the others know findings only
};

/// In the order of OutputKind.
inline constexpr std::array<OutputForm, 9> kOutputForms{
    {{OutputKind::html, "html", ".html", true},
     {OutputKind::json, "json", ".json", true},
     {OutputKind::text, "text", ".txt", true},
     {OutputKind::csv, "csv", ".csv", false},
     {OutputKind::xlsx, "xlsx", ".xlsx", false},
     {OutputKind::sarif, "sarif", ".sarif", false},
     {OutputKind::junit, "junit", ".junit.xml", false},
     {OutputKind::odt, "odt", ".odt", false},
     {OutputKind::pdf, "pdf", ".pdf", true}}};

constexpr const OutputForm& form_of(OutputKind kind) {
  return kOutputForms.at(static_cast<std::size_t>(kind));
}

std::optional<OutputKind> parse_output_kind(std::string_view word);

/// "html, json … atau odt" / "html, json … or odt".
Bilingual output_kinds();

}  // namespace periksa::cli
