// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/batch_audit.h"

#include <fmt/format.h>

#include <cstdio>
#include <system_error>

#include "auditor/audit/audit.h"
#include "auditor/audit/identities.h"
#include "auditor/cli/document_names.h"
#include "auditor/cli/exit_code.h"
#include "auditor/cli/progress.h"
#include "auditor/forms/filing_form.h"
#include "auditor/forms/filing_search.h"
#include "auditor/ruleset/manifest.h"

namespace periksa::cli {
namespace {

namespace fs = std::filesystem;
using results::BatchEntry;

constexpr std::size_t kNamed = 3;  // of the files left out

void tell(const Context& context, const std::string& id, const std::string& en) {
  std::fprintf(stderr, "periksa: %s\n", context.say(id.c_str(), en.c_str()));
}

/// Names in messages as the summary has them: no folder of this machine stands in a document.
void rename(std::string& text, const std::string& path, const std::string& name) {
  if (path.empty()) return;
  for (auto at = text.find(path); at != std::string::npos; at = text.find(path, at + name.size()))
    text.replace(at, path.size(), name);
}

BatchEntry refused(Diagnostics reasons, const std::string& path, const DocumentName& name,
                   results::Batch& batch) {
  Diagnostic& first = reasons.front();
  first.at.file = name.shown;
  rename(first.text.id, path, name.shown);
  rename(first.text.en, path, name.shown);
  BatchEntry entry = results::refused_entry(reasons, name.shown, batch.secrets);
  entry.document = name.document;
  return entry;
}

results::BatchHeader header(const ruleset::RuleSet& rules, const audit::Options& options) {
  results::BatchHeader header;
  header.engine_version = ruleset::engine_version();
  header.rule_set = rules.manifest().name;
  header.rule_set_version = rules.manifest().version;
  header.manifest_sha256 = rules.manifest().sha256;
  header.official = rules.manifest().official;
  header.changed_files = rules.manifest().changed;
  if (options.as_of) header.as_of = to_iso(*options.as_of);
  header.only_rules = options.only_rules;
  header.skipped_rules = options.skipped_rules;
  return header;
}

/// One run: filings, one after the other, into a summary.
class Several {
 public:
  Several(const Context& context, const ruleset::RuleSet& rules, const BatchRequest& request,
          forms::FoundFilings found)
      : context_(context),
        rules_(rules),
        request_(request),
        found_(std::move(found)),
        names_(document_names(found_.filings)),
        identities_(rules.vocabulary()),
        progress_(found_.filings.size(), context.language, request.quiet) {
    batch_.header = header(rules, request.options);
  }

  /// What to say if a document would overwrite a filing.
  std::optional<Bilingual> overwriting() const {
    std::vector<Output> files = files_of(request_.outputs, kSummaryName);
    for (const auto& name : names_) {
      for (auto& file : files_of(request_.outputs, name.document)) files.push_back(std::move(file));
    }
    return cli::overwriting(files, found_.filings);
  }

  int run() {
    for (std::size_t i = 0; i < found_.filings.size(); ++i) {
      if (!audit(i)) return failed();
    }
    for (const auto& folder : found_.unsearched) {
      const std::string name = fs::path(folder.at.file).filename().string();
      batch_.filings.push_back(refused({folder}, folder.at.file, {name, {}}, batch_));
    }
    finish();
    if (!write()) return failed();
    tell_left_out();
    return results::exit_code(batch_);
  }

 private:
  /// False if its documents cannot be written.
  bool audit(std::size_t index) {
    const fs::path& path = found_.filings[index];
    const DocumentName& name = names_[index];
    progress_.begin(name.shown);
    const auto audited = audit::audit_filing(rules_, path, request_.options,
                                             identities_.watch(request_.options.threads));
    if (!audited) {
      say(audited.error());
      batch_.filings.push_back(refused(audited.error(), path.string(), name, batch_));
    } else {
      say(audited->warnings);
      batch_.filings.push_back(results::entry_of(audited->results));
      batch_.filings.back().file = name.shown;
      batch_.filings.back().document = name.document;
      identities_.keep(static_cast<std::uint32_t>(index));
      const auto written = write_files(files_of(request_.outputs, name.document),
                                       renders(context_, audited->results, request_.render));
      if (!written) {
        say(written.error());
        return false;
      }
    }
    progress_.end(batch_.filings.back());
    return true;
  }

  void finish() {
    batch_.totals = results::totals_of(batch_.filings);
    batch_.totals.left_out = found_.left_out.size();
    identities_.tell(batch_);
  }

  bool write() const {
    const auto files = write_files(files_of(request_.outputs, kSummaryName),
                                   renders(context_, batch_, request_.render, true));
    if (!files) {
      context_.print(files.error());
      return false;
    }
    if (!request_.outputs.standard) return true;
    const auto standard = write_standard_output(*request_.outputs.standard,
                                                renders(context_, batch_, request_.render, false));
    if (!standard) context_.print(standard.error());
    return standard.has_value();
  }

  /// Of an engine error and an output that is missing, the error weighs more.
  int failed() const {
    const int so_far = results::exit_code(batch_);
    return so_far == kEngineError ? so_far : kOutputFailed;
  }

  void say(const Diagnostics& diagnostics) {
    if (diagnostics.empty()) return;
    progress_.clear();
    context_.print(diagnostics);
  }

  void tell_left_out() const {
    const std::size_t count = found_.left_out.size();
    if (count == 0) return;
    std::string names;
    for (std::size_t i = 0; i < std::min(count, kNamed); ++i)
      names += (i == 0 ? "" : ", ") + found_.left_out[i].filename().string();
    if (count > kNamed) names += ", …";
    tell(context_, fmt::format("dilewati: {} berkas yang bukan berkas P3MI ({})", count, names),
         count == 1 ? fmt::format("left out: 1 file that is no filing ({})", names)
                    : fmt::format("left out: {} files that are no filings ({})", count, names));
  }

  const Context& context_;
  const ruleset::RuleSet& rules_;
  const BatchRequest& request_;
  const forms::FoundFilings found_;
  const std::vector<DocumentName> names_;
  audit::Identities identities_;
  Progress progress_;
  results::Batch batch_;
};

}  // namespace

bool are_several(const std::vector<std::string>& paths) {
  if (paths.size() != 1) return true;
  std::error_code error;
  return fs::is_directory(paths.front(), error) && !forms::is_filing(paths.front());
}

int audit_several(const Context& context, const ruleset::RuleSet& rules,
                  const BatchRequest& request) {
  auto found = forms::find_filings({request.paths.begin(), request.paths.end()});
  context.print(found.unsearched);
  if (found.filings.empty()) {
    tell(
        context,
        "tidak ada berkas P3MI yang ditemukan; tidak ada yang dinilai. Yang dicari ialah .xml "
        "dengan elemen akar <filing> atau <case>, .xlsx, .ods, .json, dan folder dengan berkas.csv",
        "no filing was found; nothing was assessed. Looked for are .xml with the root element "
        "<filing> or <case>, .xlsx, .ods, .json, and folders with filing.csv");
    return kInputRefused;
  }
  Several several(context, rules, request, std::move(found));
  if (const auto wrong = several.overwriting()) {
    tell(context, wrong->id, wrong->en);
    return kUsage;
  }
  if (const auto ready = prepare_folders(request.outputs); !ready) {
    context.print(ready.error());
    return kOutputFailed;
  }
  return several.run();
}

}  // namespace periksa::cli
