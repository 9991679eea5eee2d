// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/batch_outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "auditor/base/file.h"
#include "auditor/cli/document_names.h"
#include "auditor/results/results_json.h"
#include "reports/batch_report.h"

namespace periksa::cli {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& name) {
  std::error_code error;
  return name.ends_with('/') || fs::is_directory(name, error);
}

fs::path plain(const Output& output) {
  return (fs::path(output.file) / "").lexically_normal();
}

std::string file_in(const Output& folder, const std::string& document) {
  return (fs::path(folder.file) / (document + form_of(folder.kind).ending)).string();
}

bool is_triage(std::optional<reports::Reader> reader) {
  return reader == reports::Reader::inspector;
}

Result<void> write_triage(const results::Batch& batch, Output::Kind kind,
                          const reports::ReportOptions& options, const reports::Sink& sink) {
  const auto paper = reports::make_triage(batch, options);
  return paper ? write_paper(*paper, kind, options, sink) : std::unexpected(paper.error());
}

/// What to say of the summary on standard output in a form that does not hold it.
Bilingual no_summary_as(const OutputForm& form) {
  Bilingual told{
      fmt::format("ringkasan beberapa berkas tidak ditulis sebagai {0}; tulis {0}:FOLDER/",
                  form.word),
      fmt::format("a summary of several filings is not written as {0}; name {0}:FOLDER/",
                  form.word)};
  if (!holds_summary(form, reports::Reader::inspector)) return told;
  told.id += ", atau tambahkan --for inspector untuk lembar urutan pemeriksaan";
  told.en += ", or add --for inspector for the triage sheet";
  return told;
}

}  // namespace

bool holds_summary(const OutputForm& form, std::optional<reports::Reader> reader) {
  return form.summary || (form.paper && is_triage(reader));
}

std::expected<BatchOutputs, Bilingual> parse_batch_outputs(const std::vector<std::string>& words,
                                                           std::optional<reports::Reader> reader) {
  const auto outputs = parse_output_words(words);
  if (!outputs) return std::unexpected(outputs.error());
  BatchOutputs batch;
  for (const auto& output : *outputs) {
    const bool summary = holds_summary(form_of(output.kind), reader);
    if (output.file == "-") {
      if (!summary) return std::unexpected(no_summary_as(form_of(output.kind)));
      batch.standard = output.kind;
      continue;
    }
    if (!is_folder(output.file)) {
      const std::string example = std::string(form_of(output.kind).word) + ':' + output.file + '/';
      return std::unexpected(Bilingual{
          fmt::format("{} bukan folder, sedangkan setiap berkas mendapat dokumennya sendiri; tulis "
                      "folder dengan garis miring di akhir, misalnya --out {}",
                      output.file, example),
          fmt::format("{} is no folder, but each filing gets a document of its own; name a folder "
                      "with a slash at its end, such as --out {}",
                      output.file, example)});
    }
    const bool twice = std::ranges::any_of(batch.folders, [&](const Output& other) {
      return other.kind == output.kind && plain(other) == plain(output);
    });
    if (twice) {
      return std::unexpected(
          Bilingual{fmt::format("keluaran yang sama diminta dua kali, {}", output.file),
                    fmt::format("the same output is asked for twice, {}", output.file)});
    }
    batch.folders.push_back(output);
    if (summary) batch.summary.push_back({output.kind, file_in(output, kSummaryName)});
  }
  if (outputs->empty()) batch.standard = Output::Kind::text;
  return batch;
}

std::vector<Output> files_of(const BatchOutputs& outputs, const std::string& document) {
  std::vector<Output> files;
  for (const auto& folder : outputs.folders)
    files.push_back({folder.kind, file_in(folder, document)});
  return files;
}

Result<void> prepare_folders(const BatchOutputs& outputs) {
  std::vector<fs::path> made;
  for (const auto& output : outputs.folders) {
    const fs::path folder = plain(output).parent_path();
    std::error_code error;
    if (fs::create_directory(folder, error)) made.push_back(folder);
    // A temporary file that goes away at once; where there is no folder it tells so.
    const auto trial = AtomicFile::create((folder / kSummaryName).string());
    if (trial) continue;
    for (const auto& own : made) fs::remove(own, error);
    return std::unexpected(trial.error());
  }
  return {};
}

Render renders(const Context& context, const results::Batch& batch, const RenderOptions& options,
               bool linked) {
  using Linked = reports::BatchOptions::Linked;
  const reports::BatchOptions report{report_options(context, options), !linked ? Linked::none
                                                                       : options.reader
                                                                           ? Linked::papers
                                                                           : Linked::reports};
  const bool triage = is_triage(options.reader);
  return with_pdf(
      [&batch, report, triage](Output::Kind kind, const reports::Sink& sink) -> Result<void> {
        if (triage && form_of(kind).paper) return write_triage(batch, kind, report.report, sink);
        switch (kind) {
          case Output::Kind::html:
            return reports::write_batch_html(batch, report, sink);
          case Output::Kind::text:
            return reports::write_batch_text(batch, report, sink);
          case Output::Kind::json:
            results::write_json(batch, sink);
            return {};
          case Output::Kind::csv:
          case Output::Kind::xlsx:
          case Output::Kind::sarif:
          case Output::Kind::junit:
          case Output::Kind::odt:
          case Output::Kind::pdf:
            break;
        }
        return not_given_as(kind);
      });
}

}  // namespace periksa::cli
