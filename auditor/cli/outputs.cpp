// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <optional>

#include "auditor/base/file.h"
#include "auditor/results/results_json.h"
#include "reports/html_report.h"
#include "reports/text_summary.h"

namespace periksa::cli {
namespace {

using Sink = std::function<void(std::string_view)>;

std::optional<Output::Kind> kind_of(std::string_view word) {
  if (word == "html") return Output::Kind::html;
  if (word == "json") return Output::Kind::json;
  if (word == "text") return Output::Kind::text;
  return std::nullopt;
}

Result<void> render(const Context& context, const results::Results& results, Output::Kind kind,
                    const RenderOptions& options, const Sink& sink) {
  reports::ReportOptions report;
  report.language = options.language;
  report.unmask = options.unmask;
  report.templates = context.templates();
  switch (kind) {
    case Output::Kind::html:
      return reports::write_html(results, report, sink);
    case Output::Kind::text:
      return reports::write_summary(results, report, sink);
    case Output::Kind::json:
      results::write_json(results, sink);
      break;
  }
  return {};
}

Result<AtomicFile> write_beside(const Context& context, const results::Results& results,
                                const Output& output, const RenderOptions& options) {
  auto file = AtomicFile::create(output.file);
  if (!file) return file;
  const auto rendered = render(context, results, output.kind, options,
                               [&](std::string_view text) { file->write(text); });
  if (!rendered) return std::unexpected(rendered.error());
  if (const auto finished = file->finish(); !finished) return std::unexpected(finished.error());
  return file;
}

/// All of them stand whole beside their names before the first takes its name: when one cannot be
/// written, none appears.
Result<void> write_files(const Context& context, const results::Results& results,
                         const std::vector<Output>& outputs, const RenderOptions& options) {
  std::vector<AtomicFile> files;
  for (const auto& output : outputs) {
    if (output.file == "-") continue;
    auto file = write_beside(context, results, output, options);
    if (!file) return std::unexpected(file.error());
    files.push_back(std::move(*file));
  }
  for (auto& file : files) {
    if (const auto done = file.commit(); !done) return done;
  }
  return {};
}

Result<void> write_standard_output(const Context& context, const results::Results& results,
                                   Output::Kind kind, const RenderOptions& options) {
  bool failed = false;
  const auto rendered = render(context, results, kind, options, [&](std::string_view text) {
    failed = std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || failed;
  });
  if (!rendered) return rendered;
  if (std::fflush(stdout) != 0 || failed) {
    return fail({"-"},
                {"keluaran standar tidak dapat ditulis", "standard output cannot be written"});
  }
  return {};
}

}  // namespace

std::expected<std::vector<Output>, Bilingual> parse_outputs(const std::vector<std::string>& words) {
  std::vector<Output> outputs;
  for (const auto& word : words) {
    const auto colon = word.find(':');
    const auto kind = kind_of(std::string_view(word).substr(0, colon));
    if (colon == std::string::npos || !kind || colon + 1 == word.size()) {
      return std::unexpected(Bilingual{
          fmt::format("--out \"{}\" harus berbentuk JENIS:BERKAS dengan JENIS html, json atau text",
                      word),
          fmt::format("--out \"{}\" must be KIND:FILE with KIND html, json or text", word)});
    }
    const std::string file = word.substr(colon + 1);
    const bool taken = std::any_of(outputs.begin(), outputs.end(), [&](const Output& other) {
      return file != "-" && other.file == file;
    });
    if (taken) {
      return std::unexpected(
          Bilingual{fmt::format("dua keluaran tidak dapat ditulis ke berkas yang sama, {}", file),
                    fmt::format("two outputs cannot be written to one file, {}", file)});
    }
    outputs.push_back({*kind, file});
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

std::optional<Bilingual> overwriting(const std::vector<Output>& outputs, const std::string& input) {
  const bool same = std::any_of(outputs.begin(), outputs.end(), [&](const Output& output) {
    std::error_code error;
    return output.file != "-" && std::filesystem::equivalent(output.file, input, error);
  });
  if (!same) return std::nullopt;
  return Bilingual{fmt::format("keluaran akan menimpa {}; beri nama lain", input),
                   fmt::format("the output would overwrite {}; give it another name", input)};
}

bool write_outputs(const Context& context, const results::Results& results,
                   const std::vector<Output>& outputs, const RenderOptions& options) {
  if (const auto written = write_files(context, results, outputs, options); !written) {
    context.print(written.error());
    return false;
  }
  auto standard =
      std::find_if(outputs.begin(), outputs.end(), [](const Output& o) { return o.file == "-"; });
  if (standard == outputs.end() && !outputs.empty()) return true;
  const auto kind = standard == outputs.end() ? Output::Kind::text : standard->kind;
  const auto written = write_standard_output(context, results, kind, options);
  if (!written) context.print(written.error());
  return written.has_value();
}

}  // namespace periksa::cli
