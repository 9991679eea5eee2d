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

/// A form, and what is given in it.
struct OutputForm {
  OutputKind kind;
  const char* word;
  const char* ending;  // of a file's name
  bool report;         // the results of one filing
  bool summary;        // those of several; the other forms know findings only
  bool paper;          // a paper for one reader; of several filings the inspector's triage sheet
  bool comparison;     // of two results documents
  bool overview;       // of what was read of a filing
  bool store;          // what a case store tells
};

/// In the order of OutputKind.
inline constexpr std::array<OutputForm, 9> kOutputForms{
    {{OutputKind::html, "html", ".html", true, true, true, true, true, true},
     {OutputKind::json, "json", ".json", true, true, false, true, false, false},
     {OutputKind::text, "text", ".txt", true, true, false, true, true, true},
     {OutputKind::csv, "csv", ".csv", true, false, false, false, false, true},
     {OutputKind::xlsx, "xlsx", ".xlsx", true, false, true, false, false, true},
     {OutputKind::sarif, "sarif", ".sarif", true, false, false, false, false, false},
     {OutputKind::junit, "junit", ".junit.xml", true, false, false, false, false, false},
     {OutputKind::odt, "odt", ".odt", false, false, true, false, false, true},
     {OutputKind::pdf, "pdf", ".pdf", true, true, true, false, false, true}}};

constexpr const OutputForm& form_of(OutputKind kind) {
  return kOutputForms.at(static_cast<std::size_t>(kind));
}

std::optional<OutputKind> parse_output_kind(std::string_view word);

/// "html, json … atau pdf" / "html, json … or pdf"; of what is named, its forms only, such as
/// `&OutputForm::paper`.
Bilingual output_kinds(bool OutputForm::* given = nullptr);

}  // namespace periksa::cli
