// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/case_filing.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "auditor/base/shown.h"
#include "auditor/forms/any_filing.h"
#include "auditor/forms/case_joiner.h"
#include "auditor/forms/case_sheet.h"
#include "auditor/forms/mapping.h"
#include "auditor/forms/worker_batches.h"
#include "auditor/intake/assembly.h"

namespace periksa::forms {
namespace {

constexpr const char* kNotProduced = "tidak-diserahkan";

/// One reading of one case.
class CaseReading {
 public:
  CaseReading(const std::filesystem::path& path, const facts::Vocabulary& vocabulary,
              const intake::ReadOptions& options, const sheets::Caps& caps,
              const intake::OnShared& on_shared, const intake::OnWorker& on_worker)
      : path_(path),
        vocabulary_(vocabulary),
        options_(options),
        caps_(caps),
        assembly_(path.string(), vocabulary, options, on_shared, on_worker),
        joiner_(vocabulary, parts_),
        facts_writer_(vocabulary, writer_),
        batches_(writer_, assembly_) {}

  Result<intake::Filing> run() {
    auto sheet = read_case_sheet(path_);
    if (!sheet) return std::unexpected(sheet.error());
    sheet_ = std::move(*sheet);
    Diagnostics wrong;
    for (std::size_t i = 0; i < sheet_.parts.size(); ++i) {
      if (const auto read = read_part(i); !read)
        wrong.insert(wrong.end(), read.error().begin(), read.error().end());
    }
    if (!wrong.empty()) return std::unexpected(wrong);
    joiner_.join();
    check_not_produced(wrong);
    if (!wrong.empty()) return std::unexpected(wrong);
    assembly_.begin(header());
    write_shared();
    if (const auto again = write_workers(); !again) return std::unexpected(again.error());
    tell_unmatched();
    tell_overtaken();
    auto filing = assembly_.finish(!assembly_.problems().failed(),
                                   static_cast<std::uint32_t>(joiner_.workers().size()),
                                   [&] { return sheet_.sha256; });
    if (!filing) return filing;
    filing->warnings = all_warnings(std::move(filing->warnings));
    return filing;
  }

 private:
  Result<intake::Filing> read(std::size_t index, const intake::OnShared& on_shared,
                              const intake::OnWorker& on_worker) {
    const auto& part = sheet_.parts[index];
    const auto folder = path_.parent_path();
    SheetOptions sheets{caps_, nullptr};
    Mapping mapping;
    if (!part.map.empty()) {
      auto map = read_mapping(folder / part.map, vocabulary_);
      if (!map) return std::unexpected(map.error());
      mapping = std::move(*map);
      sheets.mapping = &mapping;
    }
    if (is_case_sheet(folder / part.file)) {
      return fail(part.at, {"bagian perkara tidak boleh lembar perkara lain",
                            "a part of a case may not be another case sheet"});
    }
    intake::ReadOptions options = options_;
    options.threads = 1;
    options.doubted.clear();
    options.on_source = nullptr;  // the case's own sources are told, by the ids they have in it
    return read_any_filing(folder / part.file, vocabulary_, options, sheets, on_shared, on_worker);
  }

  Result<void> read_part(std::size_t index) {
    auto held = std::make_unique<HeldPart>();
    held->told.name = sheet_.parts[index].name;
    if (index > 0) {
      held->workers = std::make_unique<facts::Facts>(vocabulary_, facts::Columns::all(vocabulary_),
                                                     facts::Facts::Places::kept);
    }
    auto filing = read(
        index, [](const intake::Filing&) {},
        [&](unsigned, std::uint32_t, facts::Facts& worker) {
          held->worker_keys.push_back(joiner_.keys_of_worker(worker, 0));
          held->told.worker_ids.emplace_back(worker.table(vocabulary_.worker()).row(0).id);
          if (held->workers) held->workers->append_worker(worker);
        });
    if (!filing) return std::unexpected(filing.error());
    const Date closing = filing->header.closing;
    if (sheet_.closing < closing) return fail(sheet_.parts[index].at, closed_later(index, closing));
    held->filing = std::move(*filing);
    held->told.filing = &held->filing;
    held->told.earlier = closing < sheet_.closing;
    parts_.push_back(std::move(held));
    return {};
  }

  Bilingual closed_later(std::size_t index, Date closing) const {
    const auto& name = sheet_.parts[index].name;
    const auto day = to_iso(closing);
    const auto own = to_iso(sheet_.closing);
    return {
        fmt::format("bagian \"{}\" ditutup {}, sesudah perkara ini ({}); closing= perkara tidak "
                    "boleh mendahului bagiannya",
                    name, day, own),
        fmt::format("part \"{}\" was closed on {}, after the case ({}); the case's closing= may "
                    "not be before that of its parts",
                    name, day, own)};
  }

  /// Each side's own word, then the papers it names; places count on from part to part.
  facts::FilingHeader header() {
    facts::FilingHeader header;
    header.closing = sheet_.closing;
    header.fictitious = sheet_.fictitious;
    header.matter = sheet_.matter;
    facts::Source own;
    own.asserter = own.filer = sheet_.asserter;
    own.side = 0;
    header.sources.push_back(own);
    header.files.push_back({path_.filename().string(), sheet_.sha256});  // the parts' follow
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      auto& part = *parts_[i];
      const auto& from = part.filing.header;
      header.fictitious = header.fictitious || from.fictitious;
      part.told.first_part = static_cast<std::uint16_t>(header.parts.size() + 1);
      header.parts.push_back({facts::Part::Kind::lines, from.file, {}, false, {}});
      for (facts::Part one : from.parts) {
        // Sheets of two folders may be called the same.
        if (!from.files.empty()) one.file = from.file + '/' + one.file;
        header.parts.push_back(std::move(one));
      }
      header.files.push_back({from.file, from.sha256});
      for (std::uint32_t s = 0; s < from.sources.size(); ++s) {
        facts::Source source = from.sources[s];
        source.id = FactsWriter::source_id(part.told, s);
        source.side = static_cast<std::uint8_t>(i);
        const bool filers = s == 0 || source.asserter == from.sources.front().asserter;
        if (filers) source.asserter = sheet_.parts[i].asserter;
        source.filer = sheet_.parts[i].asserter;
        if (s == 0) source.file = from.file;
        if (s == 0) source.dated = sheet_.parts[i].dated;
        header.sources.push_back(std::move(source));
      }
    }
    if (!sheet_.not_produced.empty()) {
      facts::Source asked;
      asked.id = kNotProduced;
      asked.asserter = asked.filer = facts::Asserter::inspector;
      asked.file = path_.filename().string();
      asked.side = facts::kMostSides;  // no side of the case
      header.sources.push_back(asked);
    }
    return header;
  }

  /// The parts' own, then those of joining them; what both tell of a place is told once.
  Diagnostics all_warnings(Diagnostics joined) const {
    Diagnostics all;
    std::set<std::string> places;
    for (const auto& part : parts_) {
      for (const auto& one : part->filing.warnings) {
        Position at = one.at;
        at.file = std::filesystem::path(at.file).filename().string();
        places.insert(to_string(at));
        all.push_back(one);
      }
    }
    for (auto& one : joined) {
      Position at = one.at;
      at.file = std::filesystem::path(at.file).filename().string();
      if (!places.contains(to_string(at))) all.push_back(std::move(one));
    }
    return all;
  }

  void write_shared() {
    const OwnIds none = [](const Telling&, facts::EntityId, std::uint32_t) { return ""; };
    std::vector<FactsWriter::Stated> of_workers;
    for (const auto& part : parts_) {
      const auto& stated = part->filing.header.workers_completeness;
      if (stated.state != facts::Completeness::State::unknown)
        of_workers.push_back({&part->told, stated, part->filing.shared->spot(stated.at)});
    }
    facts_writer_.completeness(vocabulary_.entity(vocabulary_.worker()).many, of_workers);
    for (std::size_t i = 0; i < joiner_.shared().size(); ++i) {
      const auto entity = static_cast<facts::EntityId>(i);
      if (entity == vocabulary_.worker() || vocabulary_.entities()[i].in_worker) continue;
      std::vector<Telling> parts;
      for (const auto& part : parts_) parts.push_back({&part->told, part->filing.shared.get(), 0});
      write_completeness(entity, parts);
      for (const auto& record : joiner_.shared()[entity]) {
        std::vector<Telling> tellings;
        for (const auto& [part, row] : record.rows)
          tellings.push_back({&parts_[part]->told, parts_[part]->filing.shared.get(), row});
        facts_writer_.open(entity, record.id, tellings, none);
        for (const auto& [part, row] : record.rows) {
          const auto id = parts_[part]->filing.shared->table(entity).row(row).id;
          write_not_produced(part, {}, entity, id);
        }
        facts_writer_.close(entity);
        // The assembly tells that it is too much.
        if (writer_.size() > options_.caps.shared) break;
      }
    }
    assembly_.shared(writer_.slice());
    writer_.take();
  }

  /// Of the lists that each telling's record (a worker; any for shared lists) has.
  void write_completeness(facts::EntityId entity, const std::vector<Telling>& tellings) {
    std::vector<FactsWriter::Stated> stated;
    for (const auto& [part, facts, row] : tellings) {
      const auto said = facts->table(entity).completeness(row);
      if (said.state != facts::Completeness::State::unknown)
        stated.push_back({part, said, facts->spot(said.at)});
    }
    facts_writer_.completeness(vocabulary_.entity(entity).many, stated);
  }

  /// Workers of the first part while it is read again, then those whom only others tell of.
  Result<void> write_workers() {
    std::size_t next = 0;
    const auto again = read(
        0, [](const intake::Filing&) {},
        [&](unsigned, std::uint32_t, facts::Facts& worker) {
          const bool known = next < parts_.front()->worker_keys.size();
          if (known && !assembly_.stopped()) write_worker(next++, &worker);
        });
    if (!again) return std::unexpected(again.error());
    if (again->header.sha256 != parts_.front()->filing.header.sha256)
      return fail(sheet_.parts.front().at,
                  {"berkas bagian ini berubah selagi dibaca; ulangi",
                   "this part's file has changed while it was read; try again"});
    for (; next < joiner_.workers().size() && !assembly_.stopped(); ++next)
      write_worker(next, nullptr);
    batches_.flush();
    return {};
  }

  void write_worker(std::size_t index, const facts::Facts* streamed) {
    std::vector<Telling> tellings;
    const auto& members = joiner_.workers()[index];
    for (const auto& [part, ordinal] : members) {
      const auto* const facts = part == 0 ? streamed : parts_[part]->workers.get();
      tellings.push_back({&parts_[part]->told, facts, part == 0 ? 0U : ordinal});
    }
    const auto& first = members.front();
    const std::string id = parts_[first.part]->told.worker_ids[first.ordinal];
    std::vector<std::vector<JoinedRecord>> records(vocabulary_.entities().size());
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (vocabulary_.entities()[i].in_worker)
        records[i] = joiner_.records(static_cast<facts::EntityId>(i), tellings);
    }
    const OwnIds own_ids = [&](const Telling& from, facts::EntityId entity, std::uint32_t row) {
      if (entity == vocabulary_.worker()) return id;
      return id_of_row(records[entity], tellings, from, row);
    };
    facts_writer_.open(vocabulary_.worker(), id, tellings, own_ids);
    for (std::size_t i = 0; i < members.size(); ++i)
      write_not_produced(members[i].part, {}, vocabulary_.worker(), own_id(tellings[i]));
    for (std::size_t i = 0; i < records.size(); ++i)
      write_records(static_cast<facts::EntityId>(i), records[i], tellings, members, own_ids);
    facts_writer_.close(vocabulary_.worker());
    batches_.add(static_cast<std::uint32_t>(index));
  }

  std::string_view own_id(const Telling& telling) const {
    return telling.facts->table(vocabulary_.worker()).row(telling.row).id;
  }

  static std::string id_of_row(const std::vector<JoinedRecord>& records,
                               const std::vector<Telling>& tellings, const Telling& from,
                               std::uint32_t row) {
    for (const auto& record : records) {
      for (const auto& [telling, its_row] : record.rows) {
        if (tellings[telling].part == from.part && its_row == row) return record.id;
      }
    }
    return {};
  }

  void write_records(facts::EntityId entity, const std::vector<JoinedRecord>& records,
                     const std::vector<Telling>& workers, const std::vector<PartWorker>& members,
                     const OwnIds& own_ids) {
    if (!vocabulary_.entity(entity).in_worker) return;
    write_completeness(entity, workers);
    for (const auto& record : records) {
      std::vector<Telling> tellings;
      for (const auto& [telling, row] : record.rows)
        tellings.push_back({workers[telling].part, workers[telling].facts, row});
      facts_writer_.open(entity, record.id, tellings, own_ids);
      for (const auto& [telling, row] : record.rows)
        write_not_produced(members[telling].part, own_id(workers[telling]), entity,
                           workers[telling].facts->table(entity).row(row).id);
      facts_writer_.close(entity);
    }
  }

  // What an inspector asked for and did not get.

  void write_not_produced(std::size_t part, std::string_view worker, facts::EntityId entity,
                          std::string_view id) {
    for (const auto& missing : sheet_.not_produced) {
      const bool here = missing.part == sheet_.parts[part].name && missing.worker == worker &&
                        missing.entity == vocabulary_.entity(entity).name && missing.id == id;
      if (!here) continue;
      matched_.insert(&missing);
      writer_.field(missing.field, kNotProduced, {Written::Kind::none, {}, std::nullopt},
                    {{missing.at.line, missing.at.column, 0}, {}});
    }
  }

  /// A record that nobody has filed cannot lack a paper; most likely the id is mistyped.
  void tell_unmatched() {
    for (const auto& missing : sheet_.not_produced) {
      if (matched_.contains(&missing)) continue;
      const auto of = [&](const char* word) {
        return missing.worker.empty() ? std::string()
                                      : fmt::format(" {} \"{}\"", word, shown(missing.worker));
      };
      assembly_.problems().error(
          {missing.at.line, missing.at.column, 0},
          {fmt::format("bagian \"{}\" tidak memuat {} \"{}\"{}; periksa part=, worker=, dan id=",
                       shown(missing.part), missing.entity, shown(missing.id), of("milik")),
           fmt::format("part \"{}\" holds no {} \"{}\"{}; check part=, worker= and id=",
                       shown(missing.part), missing.entity, shown(missing.id), of("of"))});
    }
  }

  void tell_overtaken() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const auto count = facts_writer_.overtaken(parts_[i]->told);
      if (count == 0) continue;
      const auto& name = sheet_.parts[i].name;
      const auto& at = sheet_.parts[i].at;
      const auto day = to_iso(parts_[i]->filing.header.closing);
      const auto own = to_iso(sheet_.closing);
      assembly_.problems().warning(
          {at.line, at.column, 0},
          {fmt::format(
               "bagian \"{}\" ditutup {}, sebelum perkara ini ({}): {} isian yang waktu itu "
               "belum terjadi dibaca sebagai tidak terbaca, sebab kini mungkin sudah",
               name, day, own, count),
           fmt::format(
               "part \"{}\" was closed on {}, before the case ({}): {} fields that were \"not "
               "yet\" then are taken as unreadable, as they may have come about since",
               name, day, own, count)});
    }
  }

  void check_not_produced(Diagnostics& wrong) const {
    for (const auto& missing : sheet_.not_produced) {
      const auto entity = vocabulary_.find_entity(missing.entity);
      const auto field = entity ? vocabulary_.entity(*entity).find(missing.field) : std::nullopt;
      if (!field) {
        wrong.push_back({Diagnostic::Kind::error,
                         missing.at,
                         {fmt::format("\"{}\" tidak punya isian \"{}\"", shown(missing.entity),
                                      shown(missing.field)),
                          fmt::format("\"{}\" has no field \"{}\"", shown(missing.entity),
                                      shown(missing.field))}});
      }
    }
  }

  const std::filesystem::path& path_;
  const facts::Vocabulary& vocabulary_;
  const intake::ReadOptions& options_;
  const sheets::Caps& caps_;
  CaseSheet sheet_;
  intake::Assembly assembly_;
  std::vector<std::unique_ptr<HeldPart>> parts_;
  CaseJoiner joiner_;
  ElementWriter writer_;
  FactsWriter facts_writer_;
  WorkerBatches batches_;
  std::set<const CaseSheet::NotProduced*> matched_;
};

}  // namespace

Result<intake::Filing> read_case(const std::filesystem::path& path,
                                 const facts::Vocabulary& vocabulary,
                                 const intake::ReadOptions& options, const sheets::Caps& caps,
                                 const intake::OnShared& on_shared,
                                 const intake::OnWorker& on_worker) {
  return CaseReading(path, vocabulary, options, caps, on_shared, on_worker).run();
}

}  // namespace periksa::forms
