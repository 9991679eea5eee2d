// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/aliases.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "auditor/base/mask.h"
#include "auditor/results/worker_key.h"

namespace periksa::packs {
namespace {

using results::Results;

constexpr std::string_view kReference = "ref";  // the type of a value that names a record
/// What a reasoning says behind a record that a list does not take.
const Bilingual kNotCounted{" (tidak termasuk)", " (not counted)"};
/// What stands for a reference to a record that is not there.
constexpr std::string_view kUnknown = "?";

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "W002", "W002/payment-1": a name that an audit gave.
bool is_pseudonym(std::string_view record) {
  const auto slash = record.find('/');
  const std::string_view worker = record.substr(0, slash);
  if (!results::ordinal_of(worker)) return false;
  if (slash == std::string_view::npos) return true;
  const std::string_view own = record.substr(slash + 1);
  const auto dash = own.rfind('-');
  if (dash == std::string_view::npos || !is_number(own.substr(dash + 1))) return false;
  return std::ranges::all_of(own.substr(0, dash),
                             [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

void each_value(results::Trace& trace, const auto& use) {
  for (results::Value& x : trace.values) use(x);
  for (results::Trace& part : trace.parts) each_value(part, use);
}

/// Every value of the document, as it may name a record.
void each_value(Results& all, const auto& use) {
  for (results::Fact& fact : all.facts) {
    use(fact.shown);
    for (results::Value& x : fact.others) use(x);
  }
  for (results::Finding& finding : all.findings) {
    for (auto& [name, values] : finding.arguments) {
      for (results::Value& x : values) use(x);
    }
    for (results::Trace& trace : finding.reasoning) each_value(trace, use);
    for (results::Change& change : finding.changes) use(change.to);
  }
}

class Aliases {
 public:
  Aliases(Results& results, const Labels& labels) : all_(results), labels_(labels) {}

  void use() {
    collect();
    for (results::Fact& x : all_.facts) fact(x);
    for (results::Finding& x : all_.findings) finding(x);
    each_value(all_, [this](results::Value& x) { value(x); });
    for (results::Notice& x : all_.notices) people(x);
    for (results::Table& table : all_.tables) {
      for (results::Table::Row& row : table.rows) row.record = named(row.record);
    }
    for (results::Waiver& x : all_.waivers) x.subject = named(x.subject);
    header();
  }

 private:
  // What there is, in the order of the document.

  void collect() {
    for (const results::Input& input : all_.header.inputs) add_file(input.file);
    for (const results::Fact& x : all_.facts) {
      add_file(x.at.file);
      add_record(x.entity, x.record);
    }
    for (results::Finding& x : all_.findings) {
      add_record(x.entity, x.subject);
      for (results::Trace& trace : x.reasoning) texts(trace);
    }
    each_value(all_, [this](const results::Value& x) {
      if (x.type == kReference) add_named(x.text);
    });
    for (const results::Input& input : all_.header.inputs) {
      for (const results::SourceRow& x : input.sources) add_source(x.id);
    }
    for (const results::Fact& x : all_.facts) add_source(x.source);
  }
  void add_file(const std::string& name) {
    if (!name.empty()) files_.emplace(name, fmt::format("B{:03}", files_.size() + 1));
  }
  void add_source(const std::string& id) {
    if (!id.empty()) sources_.emplace(id, fmt::format("S{:03}", sources_.size() + 1));
  }
  void add_record(const std::string& entity, const std::string& record) {
    if (record.empty() || record == entity || is_pseudonym(record)) return;
    const auto [at, fresh] = records_.emplace(std::pair(entity, record), std::string());
    if (!fresh) return;
    at->second = fmt::format("{}-{}", entity, ++numbers_[entity]);
    // Records of two kinds may have one name: then it says of none which is meant.
    const auto [any, first] = by_name_.emplace(record, at->second);
    if (!first) any->second = kMask;
  }

  /// A record of which nothing is known but that something refers to it.
  void add_named(const std::string& name) {
    if (name.empty() || name == kUnknown || name == kMask || is_pseudonym(name)) return;
    if (!by_name_.contains(name)) by_name_.emplace(name, fmt::format("record-{}", ++others_));
  }

  /// A part of a reasoning about one record is called by its kind and its id, alike in both
  /// languages: "deposito jaminan D1", "guarantee deposit D1".
  void texts(results::Trace& trace) {
    for (const auto& [entity, label] : labels_) {
      const auto name = named_in(trace.text, label);
      if (name.empty() || is_pseudonym(name)) continue;
      add_record(entity, name);
      const std::string& alias = record(entity, name);
      trace.text.id.replace(label.id.size() + 1, name.size(), alias);
      trace.text.en.replace(label.en.size() + 1, name.size(), alias);
      break;
    }
    for (results::Trace& part : trace.parts) texts(part);
  }
  static std::string named_in(const Bilingual& text, const Bilingual& label) {
    const auto rest = [](std::string_view whole, std::string_view head, std::string_view tail) {
      if (whole.ends_with(tail)) whole.remove_suffix(tail.size());
      const bool fits =
          whole.size() > head.size() + 1 && whole.starts_with(head) && whole[head.size()] == ' ';
      return fits ? std::string(whole.substr(head.size() + 1)) : std::string();
    };
    const std::string id = rest(text.id, label.id, kNotCounted.id);
    return id == rest(text.en, label.en, kNotCounted.en) ? id : std::string();
  }

  // Their names of ours.

  std::string file(const std::string& name) const {
    const auto at = files_.find(name);
    return at == files_.end() ? std::string() : at->second;
  }
  std::string source(const std::string& id) const {
    const auto at = sources_.find(id);
    return at == sources_.end() ? std::string() : at->second;
  }
  std::string record(const std::string& entity, const std::string& name) const {
    const auto at = records_.find(std::pair(entity, name));
    return at == records_.end() ? name : at->second;
  }
  /// Of a record whose kind is not told.
  std::string named(const std::string& name) const {
    if (name.empty() || is_pseudonym(name) || numbers_.contains(name)) return name;
    const auto at = by_name_.find(name);
    return at == by_name_.end() ? kMask : at->second;
  }

  void value(results::Value& x) const {
    if (x.type == kReference && x.text != kUnknown && x.text != kMask) x.text = named(x.text);
  }
  void fact(results::Fact& x) {
    x.record = record(x.entity, x.record);
    x.at.file = file(x.at.file);
    if (const auto sheet = x.at.cell.rfind('!'); sheet != std::string::npos)
      x.at.cell.erase(0, sheet + 1);
    x.source = source(x.source);
    if (x.secret.empty()) return;
    const std::string key = x.record + "/" + x.field;
    keys_.emplace(std::exchange(x.secret, key), key);
  }
  void finding(results::Finding& x) const {
    x.subject = record(x.entity, x.subject);
    std::erase_if(x.argument_secrets,
                  [&](const auto& entry) { return !keys_.contains(entry.second); });
    for (auto& [name, key] : x.argument_secrets) key = keys_.at(key);
  }
  static void people(results::Notice& x) {
    std::erase_if(x.workers, [](const std::string& worker) { return !is_pseudonym(worker); });
  }

  void header() const {
    results::Header& x = all_.header;
    for (results::Input& input : x.inputs) {
      input.file = file(input.file);
      for (results::SourceRow& row : input.sources) {
        row.id = source(row.id);
        if (!is_paper(row.file)) row.file = file(row.file);
      }
    }
    if (!x.waivers_file.empty()) x.waivers_file = kMask;
    x.waivers_sha256.clear();
    if (!x.documents) return;
    x.documents->index = kMask;
    for (results::PaperRow& row : x.documents->files) {
      for (std::string& id : row.sources) id = source(id);
      for (std::string& id : row.records) id = named(id);
    }
    for (std::string& id : x.documents->hash_differs) id = source(id);
    for (std::string& id : x.documents->hash_unfound) id = source(id);
  }
  bool is_paper(const std::string& file) const {
    const auto& papers = all_.header.documents;
    return papers &&
           std::ranges::find(papers->files, file, &results::PaperRow::id) != papers->files.end();
  }

  Results& all_;
  const Labels& labels_;
  std::map<std::string, std::string> files_;
  std::map<std::string, std::string> sources_;
  std::map<std::pair<std::string, std::string>, std::string> records_;
  std::map<std::string, std::string> by_name_;
  std::size_t others_ = 0;                      // records of no known kind so far
  std::map<std::string, std::size_t> numbers_;  // records so far, by kind
  std::map<std::string, std::string> keys_;     // of private values, as they were → as they are
};

}  // namespace

Labels labels_of(const Results& results) {
  Labels labels;
  for (const results::Fact& x : results.facts) labels.emplace(x.entity, x.entity_label);
  for (const results::Rule& x : results.rules) labels.emplace(x.entity, x.entity_label);
  std::erase_if(labels, [](const auto& label) { return label.second.id.empty(); });
  return labels;
}

void use_aliases(Results& results, const Labels& labels) {
  Aliases(results, labels).use();
}

}  // namespace periksa::packs
