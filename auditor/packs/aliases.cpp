// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/aliases.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "auditor/base/mask.h"

namespace periksa::packs {
namespace {

using results::Results;

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "W002", "W002/payment-1": a name that an audit gave.
bool is_pseudonym(std::string_view record) {
  const auto slash = record.find('/');
  const std::string_view worker = record.substr(0, slash);
  if (!worker.starts_with('W') || !is_number(worker.substr(1))) return false;
  if (slash == std::string_view::npos) return true;
  const std::string_view own = record.substr(slash + 1);
  const auto dash = own.rfind('-');
  if (dash == std::string_view::npos || !is_number(own.substr(dash + 1))) return false;
  return std::ranges::all_of(own.substr(0, dash),
                             [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

class Aliases {
 public:
  explicit Aliases(Results& results) : all_(results) {}

  void use() {
    collect();
    for (results::Fact& x : all_.facts) fact(x);
    for (results::Finding& x : all_.findings) finding(x);
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
    for (const results::Finding& x : all_.findings) add_record(x.entity, x.subject);
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
    if (x.type == "reference" && x.text != kMask) x.text = named(x.text);
  }
  void fact(results::Fact& x) {
    x.record = record(x.entity, x.record);
    x.at.file = file(x.at.file);
    if (const auto sheet = x.at.cell.rfind('!'); sheet != std::string::npos)
      x.at.cell.erase(0, sheet + 1);
    x.source = source(x.source);
    value(x.shown);
    for (results::Value& other : x.others) value(other);
    if (x.secret.empty()) return;
    const std::string key = x.record + "/" + x.field;
    keys_.emplace(std::exchange(x.secret, key), key);
  }
  void trace(results::Trace& x) const {
    for (results::Value& one : x.values) value(one);
    for (results::Trace& part : x.parts) trace(part);
  }
  void finding(results::Finding& x) const {
    x.subject = record(x.entity, x.subject);
    for (auto& [name, one] : x.arguments) value(one);
    for (results::Trace& part : x.reasoning) trace(part);
    for (results::Change& change : x.changes) value(change.to);
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
  std::map<std::string, std::string> files_;
  std::map<std::string, std::string> sources_;
  std::map<std::pair<std::string, std::string>, std::string> records_;
  std::map<std::string, std::string> by_name_;
  std::map<std::string, std::size_t> numbers_;  // records so far, by kind
  std::map<std::string, std::string> keys_;     // of private values, as they were → as they are
};

}  // namespace

void use_aliases(Results& results) {
  Aliases(results).use();
}

}  // namespace periksa::packs
