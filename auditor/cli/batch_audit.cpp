// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/batch_audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <future>
#include <memory>
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

/// What is read, or a folder that could not be searched, by path.
struct Item {
  fs::path path;
  DocumentName name;
  const Diagnostic* unsearched = nullptr;
};

std::vector<Item> items_of(const forms::FoundFilings& found) {
  std::vector<Item> items;
  const auto documents = document_names(found.filings);
  for (std::size_t i = 0; i < found.filings.size(); ++i)
    items.push_back({found.filings[i], documents[i]});
  for (const auto& folder : found.unsearched) items.push_back({folder.at.file, {}, &folder});
  std::vector<fs::path> paths;
  for (const auto& item : items) paths.push_back(item.path);
  const auto names = document_names(paths);
  for (std::size_t i = 0; i < items.size(); ++i) items[i].name.shown = names[i].shown;
  std::ranges::sort(items, {}, [](const Item& item) { return item.path.native(); });
  return items;
}

/// No folder of this machine stands in a document.
BatchEntry refused(Diagnostics reasons, const Item& item, results::Batch& batch) {
  Position& at = reasons.front().at;
  const bool own = at.file == item.path.native();
  if (!own) at.file = fs::path(at.file).filename().string();
  at = results::placed(at, own ? at.file : std::string(), item.name.shown);
  BatchEntry entry = results::refused_entry(reasons, item.name.shown, batch.secrets);
  entry.document = item.name.document;
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

/// One run: filings into a summary, in their order.
class Several {
 public:
  Several(const Context& context, const ruleset::RuleSet& rules, const BatchRequest& request,
          forms::FoundFilings found)
      : context_(context),
        rules_(rules),
        request_(request),
        found_(std::move(found)),
        items_(items_of(found_)),
        identities_(rules.vocabulary()),
        progress_(found_.filings.size(), context.language, request.quiet) {
    batch_.header = header(rules, request.options);
  }

  /// What to say if a document would overwrite what is read.
  std::optional<Bilingual> overwriting() const {
    std::vector<Output> files = request_.outputs.summary;
    for (const auto& item : items_) {
      if (item.unsearched != nullptr) continue;
      for (auto& file : files_of(request_.outputs, item.name.document))
        files.push_back(std::move(file));
    }
    std::vector<std::filesystem::path> inputs(found_.filings.begin(), found_.filings.end());
    if (request_.store != nullptr)
      std::ranges::copy(request_.store->files(), std::back_inserter(inputs));
    return cli::overwriting(files, inputs);
  }

  int run() {
    const int code = assess_all();
    if (request_.store != nullptr) request_.store->tell(context_);
    return code;
  }

 private:
  int assess_all() {
    for (const auto& item : items_) {
      if (!handle(item)) return failed();
    }
    if (!settle()) return failed();
    finish();
    if (!write()) return failed();
    tell_left_out();
    return results::exit_code(batch_);
  }

  /// What was read of a filing, or what broke over it.
  struct Read {
    std::optional<Result<audit::Audited>> audited;
    std::string broken;
  };
  /// A filing that is being saved and written.
  struct Ending {
    const Item* item;
    BatchEntry entry;
    std::future<Result<void>> done;
  };

  /// False if what came before could not be saved or written. While one filing is read, the one
  /// before is saved and written; all is told in their order.
  bool handle(const Item& item) {
    if (item.unsearched != nullptr) {
      if (!settle()) return false;
      batch_.filings.push_back(refused({*item.unsearched}, item, batch_));
      return true;
    }
    progress_.begin(item.name.shown);
    Read read = read_one(item);
    if (!settle()) return false;
    if (read.audited && *read.audited) {
      say((*read.audited)->warnings);
      try {
        end(item, std::move((*read.audited)->results));
      } catch (const std::exception& error) {
        add_broken(item, error.what());
      }
      if (ending_) return request_.options.threads > 1 || settle();
    } else if (read.audited) {
      say(read.audited->error());
      batch_.filings.push_back(refused(read.audited->error(), item, batch_));
    } else {
      add_broken(item, read.broken);
    }
    progress_.end(batch_.filings.back());
    return true;
  }

  Read read_one(const Item& item) {
    const unsigned threads = request_.options.threads;
    try {
      auto observer = identities_.watch(threads);
      if (request_.store != nullptr)
        observer = audit::both(std::move(observer), request_.store->watch(threads));
      return {request_.audit(rules_, item.path, request_.options, observer), {}};
    } catch (const std::exception& error) {
      return {std::nullopt, error.what()};
    }
  }

  /// Begins to save and write it. Of one over which that breaks no agency will be known, so that
  /// the workers kept here match with nobody's.
  void end(const Item& item, results::Results&& results) {
    BatchEntry entry = results::entry_of(results);
    entry.file = item.name.shown;
    entry.document = item.name.document;
    identities_.keep(static_cast<std::uint32_t>(batch_.filings.size()));
    std::vector<results::KnownNumber> numbers;
    if (request_.store != nullptr) numbers = request_.store->take();
    const auto kept = std::make_shared<const results::Results>(std::move(results));
    ending_ = {&item, std::move(entry), begun([this, &item, kept, numbers = std::move(numbers)] {
                 return save_and_write(item, *kept, numbers);
               })};
  }

  /// Beside the reading; where there are no threads, when it is waited for.
  template <class Work>
  std::future<Result<void>> begun(const Work& work) const {
    if (request_.options.threads > 1) {
      try {
        return std::async(std::launch::async, work);
      } catch (const std::system_error&) {
        // The system gives no thread now.
      }
    }
    return std::async(std::launch::deferred, work);
  }

  /// Everything of a filing that is read; touches nothing that reading the next one does.
  Result<void> save_and_write(const Item& item, const results::Results& results,
                              const std::vector<results::KnownNumber>& numbers) const {
    RenderOptions render = request_.render;
    if (request_.store != nullptr) {
      const auto mark = request_.store->save(results, numbers);
      if (!mark) return std::unexpected(mark.error());
      render.store = *mark;
    }
    return write_files(files_of(request_.outputs, item.name.document),
                       document_of(context_, results, render));
  }

  /// Waits for the filing that is being saved and written. False if it could not be. What breaks
  /// over one filing is told as an engine error of that filing, and the others go on.
  bool settle() {
    if (!ending_) return true;
    Ending ending = std::move(*ending_);
    ending_.reset();
    try {
      if (const auto written = ending.done.get(); !written) {
        say(written.error());
        return false;
      }
      batch_.filings.push_back(std::move(ending.entry));
    } catch (const std::exception& error) {
      add_broken(*ending.item, error.what());
    }
    progress_.end(batch_.filings.back());
    return true;
  }

  /// What broke may name a folder of this machine, so no document tells it.
  void add_broken(const Item& item, const std::string& what) {
    Diagnostics broken{
        {Diagnostic::Kind::error,
         {item.path.string()},
         {"galat mesin; berkas ini tidak dinilai", "engine error; this filing was not assessed"}}};
    batch_.filings.push_back(refused(broken, item, batch_));
    for (auto* text : {&broken.front().text.id, &broken.front().text.en})
      *text += fmt::format(" ({})", what);
    say(broken);
    batch_.filings.back().exit_code = kEngineError;
  }

  void finish() {
    batch_.totals = results::totals_of(batch_.filings);
    batch_.totals.left_out = found_.left_out.size();
    identities_.tell(batch_);
  }

  bool write() const {
    const auto files =
        write_files(request_.outputs.summary, renders(context_, batch_, request_.render, true));
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
    const std::string names = first_names(found_.left_out);
    context_.tell({fmt::format("dilewati: {} berkas yang bukan berkas P3MI ({})", count, names),
                   count == 1
                       ? fmt::format("left out: 1 file that is no filing ({})", names)
                       : fmt::format("left out: {} files that are no filings ({})", count, names)});
  }

  const Context& context_;
  const ruleset::RuleSet& rules_;
  const BatchRequest& request_;
  const forms::FoundFilings found_;
  const std::vector<Item> items_;
  audit::Identities identities_;
  Progress progress_;
  results::Batch batch_;
  std::optional<Ending> ending_;
};

}  // namespace

bool are_several(const std::vector<std::string>& paths) {
  if (paths.size() != 1) return true;
  std::error_code error;
  if (!fs::is_directory(paths.front(), error)) return false;
  return !forms::is_filing(paths.front()) ||
         forms::find_filings({paths.front()}).filings.size() > 1;
}

int audit_several(const Context& context, const ruleset::RuleSet& rules,
                  const BatchRequest& request) {
  auto found = forms::find_filings({request.paths.begin(), request.paths.end()});
  context.print(found.unsearched);
  if (found.filings.empty()) {
    context.tell(
        {"tidak ada berkas P3MI yang ditemukan; tidak ada yang dinilai. Yang dicari ialah .xml "
         "dengan elemen akar <filing> atau <case>, .xlsx, .ods, .json, dan folder dengan "
         "berkas.csv",
         "no filing was found; nothing was assessed. Looked for are .xml with the root element "
         "<filing> or <case>, .xlsx, .ods, .json, and folders with filing.csv"});
    return kInputRefused;
  }
  Several several(context, rules, request, std::move(found));
  if (const auto wrong = several.overwriting()) {
    context.tell(*wrong);
    return kUsage;
  }
  if (const auto ready = prepare_folders(request.outputs); !ready) {
    context.print(ready.error());
    return kOutputFailed;
  }
  return several.run();
}

}  // namespace periksa::cli
