// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/outputs.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <optional>
#include <utility>

#include "auditor/base/file.h"
#include "auditor/cli/page_folder.h"
#include "auditor/cli/pdf.h"
#include "auditor/forms/filing_search.h"
#include "auditor/results/results_json.h"
#include "reports/html_report.h"
#include "reports/machine_report.h"
#include "reports/paper_writers.h"
#include "reports/text_summary.h"

namespace periksa::cli {
namespace {

using Identity = std::pair<dev_t, ino_t>;

std::optional<Identity> identity(const std::filesystem::path& path) {
  struct stat there{};
  if (::stat(path.c_str(), &there) != 0) return std::nullopt;
  return Identity{there.st_dev, there.st_ino};
}

bool is_folder(const Output& output, const Document& document) {
  if (output.kind != Output::Kind::html || output.file == "-" || !document.pages) return false;
  return document.large || output.file.ends_with('/');
}

Result<AtomicFile> write_beside(const Output& output, const Render& render) {
  auto file = AtomicFile::create(output.file);
  if (!file) return file;
  const auto rendered = render(output.kind, [&](std::string_view text) { file->write(text); });
  if (!rendered) return std::unexpected(rendered.error());
  if (const auto finished = file->finish(); !finished) return std::unexpected(finished.error());
  return file;
}

Result<void> write_paper_of(const results::Results& results, const RenderOptions& given,
                            Output::Kind kind, const reports::ReportOptions& options,
                            const reports::Sink& sink) {
  const auto paper = reports::make_paper(results, *given.reader, options, given.since);
  return paper ? write_paper(*paper, kind, options, sink) : std::unexpected(paper.error());
}

Result<void> write_report(const results::Results& results, Output::Kind kind,
                          const reports::ReportOptions& options, const reports::Sink& sink) {
  switch (kind) {
    case Output::Kind::html:
      return reports::write_html(results, options, sink);
    case Output::Kind::text:
      return reports::write_summary(results, options, sink);
    case Output::Kind::csv:
      return reports::write_findings_csv(results, options, sink);
    case Output::Kind::xlsx:
      return reports::write_findings_xlsx(results, options, sink);
    case Output::Kind::sarif:
      return reports::write_sarif(results, options, sink);
    case Output::Kind::junit:
      return reports::write_junit(results, options, sink);
    case Output::Kind::json:
      results::write_json(results, sink);
      return {};
    case Output::Kind::odt:
    case Output::Kind::pdf:
      break;
  }
  return not_given_as(kind);
}

}  // namespace

std::expected<std::vector<Output>, Bilingual> parse_output_words(
    const std::vector<std::string>& words) {
  std::vector<Output> outputs;
  for (const auto& word : words) {
    const auto colon = word.find(':');
    const auto kind = parse_output_kind(std::string_view(word).substr(0, colon));
    if (colon == std::string::npos || !kind || colon + 1 == word.size()) {
      return std::unexpected(Bilingual{
          fmt::format("--out \"{}\" harus berbentuk JENIS:BERKAS dengan JENIS {}", word,
                      output_kinds().id),
          fmt::format("--out \"{}\" must be KIND:FILE with KIND {}", word, output_kinds().en)});
    }
    outputs.push_back({*kind, word.substr(colon + 1)});
  }
  const auto to_stdout =
      std::count_if(outputs.begin(), outputs.end(), [](const Output& o) { return o.file == "-"; });
  if (to_stdout > 1) {
    return std::unexpected(
        Bilingual{"keluaran standar hanya memuat satu dokumen; beri nama berkas untuk yang lain",
                  "standard output carries one document only; name a file for the others"});
  }
  return outputs;
}

std::expected<std::vector<Output>, Bilingual> parse_outputs(const std::vector<std::string>& words) {
  auto outputs = parse_output_words(words);
  if (!outputs) return outputs;
  for (auto at = outputs->begin(); at != outputs->end(); ++at) {
    const bool taken =
        at->file != "-" && std::any_of(outputs->begin(), at,
                                       [&](const Output& other) { return other.file == at->file; });
    if (!taken) continue;
    return std::unexpected(
        Bilingual{fmt::format("dua keluaran tidak dapat ditulis ke berkas yang sama, {}", at->file),
                  fmt::format("two outputs cannot be written to one file, {}", at->file)});
  }
  return outputs;
}

std::optional<Bilingual> overwriting(const std::vector<Output>& outputs,
                                     const std::vector<std::filesystem::path>& inputs) {
  std::map<Identity, const Output*> there;
  for (const auto& output : outputs) {
    if (output.file == "-") continue;
    if (const auto file = identity(output.file)) there.emplace(*file, &output);
  }
  for (const auto& input : inputs) {
    if (there.empty()) break;
    auto read = forms::read_with(input);
    read.push_back(input);
    for (const auto& file : read) {
      const auto is = identity(file);
      const auto taken = is ? there.find(*is) : there.end();
      if (taken == there.end()) continue;
      const std::string& name = taken->second->file;
      return Bilingual{
          fmt::format("keluaran akan menimpa {}, yang dibaca; beri nama atau folder lain", name),
          fmt::format("the output would overwrite {}, which is read; give it another name or "
                      "folder",
                      name)};
    }
  }
  return std::nullopt;
}

reports::ReportOptions report_options(const Context& context, const RenderOptions& options) {
  return {options.language, options.unmask, context.templates(), options.store};
}

Result<void> write_files(const std::vector<Output>& outputs, const Document& document) {
  std::vector<AtomicFile> files;
  std::vector<PageFolder> folders;
  for (const auto& output : outputs) {
    if (output.file == "-") continue;
    if (is_folder(output, document)) {
      auto folder = PageFolder::create(page_folder_of(output.file));
      if (!folder) return std::unexpected(folder.error());
      if (const auto written = document.pages(*folder); !written) return written;
      folders.push_back(std::move(*folder));
      continue;
    }
    auto file = write_beside(output, document.render);
    if (!file) return std::unexpected(file.error());
    files.push_back(std::move(*file));
  }
  for (auto& file : files) {
    if (const auto done = file.commit(); !done) return done;
  }
  for (auto& folder : folders) {
    if (const auto done = folder.commit(); !done) return done;
  }
  return {};
}

Result<void> write_standard_output(Output::Kind kind, const Document& document) {
  if (kind == Output::Kind::html && document.large) {
    return fail({"-"}, {"laporan sebesar ini menjadi folder dan tidak dapat ditulis ke keluaran "
                        "standar; sebut namanya, misalnya --out html:laporan/",
                        "a report of this size is a folder and cannot be written to standard "
                        "output; name it, such as --out html:report/"});
  }
  bool failed = false;
  const auto rendered = document.render(kind, [&](std::string_view text) {
    failed = std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || failed;
  });
  if (!rendered) return rendered;
  if (std::fflush(stdout) != 0 || failed) {
    return fail({"-"},
                {"keluaran standar tidak dapat ditulis", "standard output cannot be written"});
  }
  return {};
}

Render with_pdf(Render render) {
  return [render = std::move(render)](Output::Kind kind, const reports::Sink& sink) {
    if (kind != Output::Kind::pdf) return render(kind, sink);
    std::string page;
    const auto rendered =
        render(Output::Kind::html, [&](std::string_view piece) { page += piece; });
    if (!rendered) return rendered;
    const auto pdf = print_pdf(page);
    if (!pdf) return Result<void>(std::unexpected(pdf.error()));
    sink(*pdf);
    return Result<void>{};
  };
}

std::unexpected<Diagnostics> not_given_as(Output::Kind kind) {
  return fail({form_of(kind).word}, {"bentuk ini tidak dapat memuat apa yang diminta",
                                     "this form cannot hold what is asked for"});
}

Result<void> write_paper(const reports::Paper& paper, Output::Kind kind,
                         const reports::ReportOptions& options, const reports::Sink& sink) {
  if (kind == Output::Kind::html) return reports::write_paper_html(paper, options, sink);
  if (kind == Output::Kind::odt) return reports::write_paper_odt(paper, options, sink);
  if (kind == Output::Kind::xlsx) return reports::write_paper_xlsx(paper, options, sink);
  if (kind == Output::Kind::csv) return reports::write_paper_csv(paper, sink);
  if (kind == Output::Kind::text) return reports::write_paper_text(paper, sink);
  return not_given_as(kind);
}

Document document_of(const Context& context, const results::Results& results,
                     const RenderOptions& options) {
  const auto report = report_options(context, options);
  Document document(
      with_pdf([&results, report, options](Output::Kind kind, const reports::Sink& sink) {
        return options.reader && form_of(kind).paper
                   ? write_paper_of(results, options, kind, report, sink)
                   : write_report(results, kind, report, sink);
      }));
  if (options.reader) return document;
  document.large = reports::needs_folder(results.findings.size());
  document.pages = [&results, report](reports::PageStore& store) {
    return reports::write_html_folder(results, report, store);
  };
  return document;
}

bool write_rendered(const Context& context, const std::vector<Output>& outputs,
                    const Document& document) {
  if (const auto written = write_files(outputs, document); !written) {
    context.print(written.error());
    return false;
  }
  for (const auto& output : outputs) {
    if (!is_folder(output, document)) continue;
    const std::string index = (page_folder_of(output.file) / "index.html").string();
    std::fprintf(stderr, "periksa: %s %s\n",
                 context.say("laporan ini menjadi folder; bukalah", "the report is a folder; open"),
                 index.c_str());
  }
  auto standard =
      std::find_if(outputs.begin(), outputs.end(), [](const Output& o) { return o.file == "-"; });
  if (standard == outputs.end() && !outputs.empty()) return true;
  const auto kind = standard == outputs.end() ? Output::Kind::text : standard->kind;
  const auto written = write_standard_output(kind, document);
  if (!written) context.print(written.error());
  return written.has_value();
}

bool write_outputs(const Context& context, const results::Results& results,
                   const std::vector<Output>& outputs, const RenderOptions& options) {
  return write_rendered(context, outputs, document_of(context, results, options));
}

}  // namespace periksa::cli
