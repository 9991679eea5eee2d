// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/filing_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "auditor/intake/messages.h"
#include "auditor/intake/scanner.h"
#include "auditor/intake/shared_binder.h"
#include "auditor/intake/shared_section.h"
#include "auditor/intake/source_reader.h"
#include "auditor/intake/workforce.h"

namespace periksa::intake {
namespace {

using facts::Completeness;
using facts::EntityId;
using facts::Facts;

/// One reading of one filing.
class Reading {
 public:
  Reading(ReadBytes read, std::string name, const facts::Vocabulary& vocabulary,
          const ReadOptions& options, const OnShared& on_shared, const OnWorker& on_worker)
      : options_(options),
        on_shared_(on_shared),
        problems_(std::move(name)),
        input_(std::move(read), options.window, options.caps.file),
        scanner_(input_, problems_, options.caps, [this] { pass_on(); }),
        lookups_(vocabulary, options.caps),
        workforce_(lookups_, problems_, options.threads, on_worker) {}

  Result<Filing> run() {
    const bool whole = read_start() && read_elements() && scanner_.end();
    if (filing_.shared && !lookups_.shared) bind_shared();  // what is wrong there is told as well
    pass_on();
    const WorkerIds ids = workforce_.finish();
    if (whole) finish(ids);
    if (problems_.failed()) return std::unexpected(problems_.errors());
    filing_.warnings = problems_.warnings();
    return std::move(filing_);
  }

 private:
  bool read_start() {
    const auto tag = scanner_.start_tag();
    if (!tag) return false;
    filing_.header = read_header(*tag, options_.caps, problems_);
    filing_.header.file = std::filesystem::path(problems_.file()).filename().string();
    scanner_.consume(tag->bytes.size());
    filing_.shared = std::make_unique<Facts>(
        lookups_.vocabulary, facts::Columns::all(lookups_.vocabulary), Facts::Places::kept);
    lookups_.declared = &filing_.header.sources;
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
      if (!element || workforce_.stopped() || problems_.broken()) return false;
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
    if (section_.size() <= options_.caps.shared) return true;
    problems_.error(element.first, say::shared_too_large(options_.caps.shared));
    return false;
  }

  Bilingual after_worker(std::string_view name) const {
    const auto entity = lookups_.vocabulary.find_entity(name);
    if (entity && lookups_.vocabulary.entity(*entity).in_worker) {
      return say::belongs_in_worker(name);
    }
    if (entity || name == "source" || name == "collection") return say::shared_after_worker(name);
    const ElementNames names(lookups_.vocabulary, Level::filing);
    return say::unknown_element(name, names.all());
  }

  bool add_worker(const Slice& element) {
    if (workers_ == 0) bind_shared();
    if (workers_ == options_.caps.workers) {
      problems_.error(element.first, say::too_many_records("workers", options_.caps.workers));
      return false;
    }
    batch_.items.push_back({element, workers_++});
    return true;
  }

  void bind_shared() {
    SharedBinder(lookups_, problems_, filing_).bind(section_.slice());
    section_.clear();
    for (const EntityId entity : options_.doubted) doubt(entity);
    lookups_.shared = filing_.shared.get();
    if (!problems_.failed()) on_shared_(filing_);
  }

  /// True if that changed what is known of the collection.
  bool doubt(EntityId entity) {
    facts::Table& table = filing_.shared->table(entity);
    Completeness stated = table.completeness(0);
    if (stated.state != Completeness::State::complete) return false;
    stated.state = Completeness::State::contradictory;
    table.set_completeness(0, stated);
    return true;
  }

  /// The window moves on: the workers cut out of it go to those who bind them.
  void pass_on() {
    if (batch_.items.empty()) return;
    batch_.bytes = input_.lend();
    workforce_.take(std::exchange(batch_, {}));
  }

  void finish(const WorkerIds& ids) {
    for (const auto& [first, again] : ids.repeats()) {
      const Position at{problems_.file(), first.at.line, first.at.column, {}};
      problems_.error(again.at, say::id_taken("worker", ids.id(again), to_string(at)));
    }
    for (auto& mention : filing_.mentions) find_worker(mention, ids);
    for (const EntityId entity : lookups_.doubts.all()) {
      if (doubt(entity)) filing_.doubted.push_back(entity);
    }
    filing_.header.workers = workers_;
    filing_.header.sha256 = input_.sha256();
    check_worker_count();
  }

  void find_worker(Mention& mention, const WorkerIds& ids) {
    mention.ordinal = ids.find(mention.id);
    if (mention.ordinal >= 0) return;
    problems_.warning(mention.at, say::no_such_record("worker", mention.id, worker()));
    Completeness& stated = filing_.header.workers_completeness;
    if (stated.state == Completeness::State::complete) {
      stated.state = Completeness::State::contradictory;
    }
  }

  void check_worker_count() {
    Completeness& stated = filing_.header.workers_completeness;
    if (fits(stated, workers_)) return;
    problems_.warning(filing_.shared->spot(stated.at),
                      say::count_differs(worker().many, stated.count, workers_));
    stated.state = Completeness::State::contradictory;
  }

  const facts::Entity& worker() const {
    return lookups_.vocabulary.entity(lookups_.vocabulary.worker());
  }

  const ReadOptions& options_;
  const OnShared& on_shared_;
  Problems problems_;
  Input input_;
  Scanner scanner_;
  Lookups lookups_;
  Filing filing_;
  SharedSection section_;
  std::uint32_t workers_ = 0;
  Batch batch_;
  Workforce workforce_;
};

}  // namespace

Result<Filing> read_filing(const std::filesystem::path& path, const facts::Vocabulary& vocabulary,
                           const ReadOptions& options, const OnShared& on_shared,
                           const OnWorker& on_worker) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail({path.string()}, say::cannot_read(errno));
  const std::shared_ptr<void> closer(nullptr, [=](void*) { ::close(descriptor); });
  const auto read = [=](char* into, std::size_t size) -> std::ptrdiff_t {
    ssize_t n = 0;
    do {
      n = ::read(descriptor, into, size);
    } while (n < 0 && errno == EINTR);
    return n < 0 ? -errno : n;
  };
  return Reading(read, path.string(), vocabulary, options, on_shared, on_worker).run();
}

Result<Filing> read_filing_text(std::string_view text, std::string name,
                                const facts::Vocabulary& vocabulary, const ReadOptions& options,
                                const OnShared& on_shared, const OnWorker& on_worker) {
  const auto read = [&text](char* into, std::size_t size) {
    const std::string_view piece = text.substr(0, size);
    std::memcpy(into, piece.data(), piece.size());
    text.remove_prefix(piece.size());
    return static_cast<std::ptrdiff_t>(piece.size());
  };
  return Reading(read, std::move(name), vocabulary, options, on_shared, on_worker).run();
}

}  // namespace periksa::intake
