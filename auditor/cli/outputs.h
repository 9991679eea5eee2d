// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "auditor/cli/context.h"
#include "auditor/cli/output_kind.h"
#include "auditor/results/diff.h"
#include "auditor/results/results.h"
#include "reports/html_folder.h"
#include "reports/papers.h"
#include "reports/report_options.h"

namespace periksa::cli {

/// One `--out KIND:FILE`; FILE `-` is standard output.
struct Output {
  using Kind = OutputKind;
  Kind kind = Kind::text;
  std::string file;
};

/// The words of a command line as outputs, or what is wrong with the first that cannot be one. At
/// most one may be standard output.
std::expected<std::vector<Output>, Bilingual> parse_output_words(
    const std::vector<std::string>& words);

/// The same for one document: no two outputs have one file.
std::expected<std::vector<Output>, Bilingual> parse_outputs(const std::vector<std::string>& words);

/// What to say when an output would overwrite one of the inputs, or a file that is read with one.
std::optional<Bilingual> overwriting(const std::vector<Output>& outputs,
                                     const std::vector<std::filesystem::path>& inputs);

struct RenderOptions {
  Language language = Language::id;
  bool unmask = false;
  /// The paper in the forms that hold one (OutputForm::paper); none: they hold the full report.
  std::optional<reports::Reader> reader{};
  /// The comparison with an earlier audit, for the agency's paper.
  const results::Diff* since = nullptr;
  /// What the case store says once the audit is saved in one (docs/store.md).
  const results::StoreMark* store = nullptr;
};

reports::ReportOptions report_options(const Context& context, const RenderOptions& options);

/// Gives a document in one form to a sink, piece by piece.
using Render = std::function<Result<void>(Output::Kind kind, const reports::Sink& sink)>;

/// What is to be written. Of one filing's report `pages` writes html as a folder; one that is
/// `large` is always written so.
struct Document {
  Document(Render form) : render(std::move(form)) {}

  Render render;
  std::function<Result<void>(reports::PageStore& store)> pages{};
  bool large = false;
};

/// Writes every output that is a file or folder, each whole or not at all: all stand whole beside
/// their names before the first takes its name, so when one cannot be written, none appears.
Result<void> write_files(const std::vector<Output>& outputs, const Document& document);
/// Writes one document to standard output.
Result<void> write_standard_output(Output::Kind kind, const Document& document);

/// The same with PDF: the page, printed (auditor/cli/pdf.h).
Render with_pdf(Render render);

/// What a Render says of a form that cannot hold what it gives; a command line that asks for it is
/// refused before.
std::unexpected<Diagnostics> not_given_as(Output::Kind kind);

/// A paper in one of the forms that hold one (OutputForm::paper, OutputForm::store); as pdf what
/// with_pdf prints.
Result<void> write_paper(const reports::Paper& paper, Output::Kind kind,
                         const reports::ReportOptions& options, const reports::Sink& sink);

/// How the results of one filing are given.
Document document_of(const Context& context, const results::Results& results,
                     const RenderOptions& options);

/// Writes every output: files first, each whole or not at all, standard output last. Without one on
/// standard output and without any file, the text goes there. False after having said why.
bool write_rendered(const Context& context, const std::vector<Output>& outputs,
                    const Document& document);

/// The same of the results of one filing.
bool write_outputs(const Context& context, const results::Results& results,
                   const std::vector<Output>& outputs, const RenderOptions& options);

}  // namespace periksa::cli
