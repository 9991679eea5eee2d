// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/assembly.h"

#include <utility>

#include "auditor/base/sha256.h"
#include "auditor/intake/messages.h"
#include "auditor/intake/shared_binder.h"

namespace periksa::intake {
namespace {

std::string hash_of(const std::vector<facts::InputFile>& files) {
  std::string list;
  for (const auto& [file, sha256] : files) list += sha256 + "  " + file + '\n';
  return sha256_hex(list);
}

}  // namespace

using facts::Completeness;
using facts::EntityId;
using facts::Facts;

Assembly::Assembly(std::string file, const facts::Vocabulary& vocabulary,
                   const ReadOptions& options, const OnShared& on_shared, const OnWorker& on_worker)
    : options_(options),
      on_shared_(on_shared),
      problems_(std::move(file)),
      lookups_(vocabulary, options.caps),
      workforce_(lookups_, problems_, options.threads, on_worker) {
  problems_.set_parts(filing_.header.parts);
}

void Assembly::begin(facts::FilingHeader header) {
  filing_.header = std::move(header);
  filing_.header.file = std::filesystem::path(problems_.file()).filename().string();
  filing_.shared = std::make_unique<Facts>(
      lookups_.vocabulary, facts::Columns::all(lookups_.vocabulary), Facts::Places::kept);
  lookups_.declared = &filing_.header.sources;
  for (std::size_t i = 1; i < filing_.header.sources.size(); ++i) {
    lookups_.sources.add(filing_.header.sources[i].id);
    if (options_.on_source) options_.on_source(filing_.header.sources[i]);
  }
}

void Assembly::shared(const Slice& section) {
  if (section.bytes.size() > options_.caps.shared) {
    // The XML reader has told where.
    if (!problems_.failed())
      problems_.error(section.spot(0), say::shared_too_large(options_.caps.shared));
    return;
  }
  SharedBinder(lookups_, problems_, filing_, options_.on_source).bind(section);
  for (const EntityId entity : options_.doubted) doubt(entity);
  lookups_.shared = filing_.shared.get();
  if (!problems_.failed()) on_shared_(filing_);
}

/// True if that changed what is known of the collection.
bool Assembly::doubt(EntityId entity) {
  facts::Table& table = filing_.shared->table(entity);
  Completeness stated = table.completeness(0);
  if (stated.state != Completeness::State::complete) return false;
  stated.state = Completeness::State::contradictory;
  table.set_completeness(0, stated);
  return true;
}

Result<Filing> Assembly::finish(bool whole, std::uint32_t workers,
                                const std::function<std::string()>& sha256) {
  const WorkerIds ids = workforce_.finish();
  if (whole) {
    filing_.header.workers = workers;
    const auto& files = filing_.header.files;
    filing_.header.sha256 = files.empty() ? sha256() : hash_of(files);
    check(ids);
  }
  if (problems_.failed()) return std::unexpected(problems_.errors());
  filing_.warnings = problems_.warnings();
  filing_.unreadable = problems_.unreadable();
  return std::move(filing_);
}

void Assembly::check(const WorkerIds& ids) {
  for (const auto& [first, again] : ids.repeats()) {
    const auto at = problems_.place(first.at);
    problems_.error(again.at, say::id_taken("worker", ids.id(again), at));
  }
  for (auto& mention : filing_.mentions) find_worker(mention, ids);
  for (const EntityId entity : lookups_.doubts.all()) {
    if (doubt(entity)) filing_.doubted.push_back(entity);
  }
  check_worker_count();
}

void Assembly::find_worker(Mention& mention, const WorkerIds& ids) {
  mention.ordinal = ids.find(mention.id);
  if (mention.ordinal >= 0) return;
  problems_.warning(mention.at, say::no_such_record("worker", mention.id, worker()));
  Completeness& stated = filing_.header.workers_completeness;
  if (stated.state == Completeness::State::complete) {
    stated.state = Completeness::State::contradictory;
  }
}

void Assembly::check_worker_count() {
  Completeness& stated = filing_.header.workers_completeness;
  if (fits(stated, filing_.header.workers)) return;
  problems_.warning(filing_.shared->spot(stated.at),
                    say::count_differs(worker().many, stated.count, filing_.header.workers));
  stated.state = Completeness::State::contradictory;
}

const facts::Entity& Assembly::worker() const {
  return lookups_.vocabulary.entity(lookups_.vocabulary.worker());
}

}  // namespace periksa::intake
