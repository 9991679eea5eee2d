// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/filing_reader.h"

#include <utility>

#include "auditor/intake/assembly.h"
#include "auditor/intake/messages.h"
#include "auditor/intake/scanner.h"
#include "auditor/intake/shared_section.h"
#include "auditor/intake/source_reader.h"

namespace periksa::intake {
namespace {

/// One reading of one filing's XML.
class Reading {
 public:
  Reading(ReadBytes read, std::string name, const facts::Vocabulary& vocabulary,
          const ReadOptions& options, const OnShared& on_shared, const OnWorker& on_worker)
      : vocabulary_(vocabulary),
        caps_(options.caps),
        assembly_(std::move(name), vocabulary, options, on_shared, on_worker),
        problems_(assembly_.problems()),
        input_(std::move(read), options.window, options.caps.file),
        scanner_(input_, problems_, options.caps, [this] { pass_on(); }) {}

  Result<Filing> run() {
    const bool started = read_start();
    const bool whole = started && read_elements() && scanner_.end();
    if (started && !assembly_.has_shared()) bind_shared();  // what is wrong there is told as well
    pass_on();
    return assembly_.finish(whole, workers_, [this] { return input_.sha256(); });
  }

 private:
  bool read_start() {
    const auto tag = scanner_.start_tag();
    if (!tag) return false;
    assembly_.begin(read_header(*tag, caps_, problems_));
    scanner_.consume(tag->bytes.size());
    section_.begin(input_.spot());
    return true;
  }

  bool read_elements() {
    while (!scanner_.closed()) {
      const auto name = scanner_.next();
      if (!name) return false;
      if (name->empty()) break;
      const bool worker = *name == "worker";
      const auto element = worker ? scanner_.worker() : scanner_.element();
      if (!element || assembly_.stopped()) return false;
      if (!(worker ? add_worker(*element) : add_shared(*element))) return false;
      scanner_.consume(element->bytes.size());
    }
    return true;
  }

  bool add_shared(const Slice& element) {
    const auto end = element.bytes.find_first_of(" \t\r\n/>");
    const std::string_view name = element.bytes.substr(1, end - 1);
    if (workers_ > 0) {
      problems_.error(element.first, after_worker(name));
      return true;
    }
    section_.append(element);
    if (section_.size() <= caps_.shared) return true;
    problems_.error(element.first, say::shared_too_large(caps_.shared));
    return false;
  }

  Bilingual after_worker(std::string_view name) const {
    const auto entity = vocabulary_.find_entity(name);
    if (entity && vocabulary_.entity(*entity).in_worker) return say::belongs_in_worker(name);
    if (entity || name == "source" || name == "collection") return say::shared_after_worker(name);
    const ElementNames names(vocabulary_, Level::filing);
    return say::unknown_element(name, names.all());
  }

  bool add_worker(const Slice& element) {
    if (workers_ == 0) bind_shared();
    if (workers_ == caps_.workers) {
      problems_.error(element.first, say::too_many_records("workers", caps_.workers));
      return false;
    }
    batch_.items.push_back({element, workers_++});
    return true;
  }

  void bind_shared() {
    assembly_.shared(section_.slice());
    section_.clear();
  }

  /// The window moves on: the workers cut out of it go to those who bind them.
  void pass_on() {
    if (batch_.items.empty()) return;
    batch_.bytes = input_.lend();
    assembly_.workers(std::exchange(batch_, {}));
  }

  const facts::Vocabulary& vocabulary_;
  const InputCaps& caps_;
  Assembly assembly_;
  Problems& problems_;
  Input input_;
  Scanner scanner_;
  SharedSection section_;
  std::uint32_t workers_ = 0;
  Batch batch_;
};

}  // namespace

Result<Filing> read_filing(const std::filesystem::path& path, const facts::Vocabulary& vocabulary,
                           const ReadOptions& options, const OnShared& on_shared,
                           const OnWorker& on_worker) {
  const auto read = bytes_of_file(path);
  if (!read) return std::unexpected(read.error());
  return Reading(*read, path.string(), vocabulary, options, on_shared, on_worker).run();
}

Result<Filing> read_filing_text(std::string_view text, std::string name,
                                const facts::Vocabulary& vocabulary, const ReadOptions& options,
                                const OnShared& on_shared, const OnWorker& on_worker) {
  return Reading(bytes_of_text(text), std::move(name), vocabulary, options, on_shared, on_worker)
      .run();
}

}  // namespace periksa::intake
