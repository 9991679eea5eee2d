// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/law/grade.h"

namespace periksa::law {

/// One text of a provision over a time (docs/law-format.md).
struct ProvisionVersion {
  Window window;
  Grade grade = Grade::verified;
  int concurring = 0;
  std::vector<std::string> binds;  // "p3mi", "anyone", "worker" …
  std::string source;
  std::string amended_by;  // citation, may be empty
  Bilingual paraphrase;
  std::vector<std::string> sanctions;  // Sanction::id

  bool binds_agency() const;  // p3mi, anyone or branch
};

struct Provision {
  std::string id;          // "uu-18-2017#54.1.a"
  std::string instrument;  // Instrument::id
  std::string cite;        // "Pasal 54 ayat (1) huruf a"
  std::vector<std::string> rows;
  std::vector<ProvisionVersion> versions;  // ascending by window.from
  Position at;

  /// The versions that may hold on some day of [first, last].
  std::vector<const ProvisionVersion*> on(Date first, Date last) const;
};

struct Instrument {
  std::string id;
  std::string cite;  // "UU 18/2017"
  Bilingual title;
  Date checked_until;
  std::map<std::string, std::string> sources;  // id → description
};

struct DatedText {
  Window window;
  Grade grade = Grade::verified;
  Bilingual text;
};

struct Sanction {
  std::string id;         // "uu-18-2017#86.a": of an instrument of the register
  std::string cite;       // "Pasal 86 huruf a"
  std::string kind;       // "criminal" · "administrative" · "revocation" · "refusal"
  std::string authority;  // id of an authority, may be empty
  std::vector<DatedText> versions;
  Position at;
};

/// A provision without a rule, and why; shown in every report as "what was not examined".
struct Unruled {
  std::string id;
  std::string kind;               // "not-the-agency" · "question" · "not-coded"
  std::vector<std::string> rows;  // of the legal reference; its id, if that is one
  std::vector<std::string> provisions;
  Bilingual why;
};

/// Identifiers of one part of the legal reference: each stands for something a law, a decree or a
/// standard asks, and the register accounts for all of them (`periksa rules coverage`).
struct RowPart {
  std::string id;
  Bilingual title;
  std::vector<std::string> rows;
};

/// All of `rules/law/*.xml`. Immutable after loading.
class Register {
 public:
  static Result<Register> load(const std::filesystem::path& rules);
  /// For tests: texts of several files, each an <instrument> or <sanctions>.
  static Result<Register> parse(std::span<const std::string> files);

  const Provision* find(std::string_view citation) const;
  const Instrument* instrument(std::string_view id) const;
  const Sanction* sanction(std::string_view id) const;
  /// The text of an authority on a day, or null.
  const DatedText* authority(std::string_view id, Date day) const;
  std::span<const Instrument> instruments() const { return instruments_; }
  std::span<const Sanction> sanctions() const { return sanctions_; }
  std::span<const Unruled> unruled() const { return unruled_; }
  std::span<const RowPart> row_parts() const { return row_parts_; }
  /// Whether the legal reference has this row, or there is none to compare with.
  bool may_be_row(std::string_view row) const { return rows_.empty() || rows_.contains(row); }
  const std::vector<Provision>& provisions() const { return provisions_; }
  /// The citation nearest to one that is not in the register; empty if none is near.
  std::string_view nearest_citation(std::string_view citation) const;

 private:
  friend class RegisterReader;
  std::vector<Instrument> instruments_;
  std::vector<Provision> provisions_;
  std::vector<Sanction> sanctions_;
  std::map<std::string, std::vector<DatedText>, std::less<>> authorities_;
  std::vector<Unruled> unruled_;
  std::vector<RowPart> row_parts_;
  std::set<std::string, std::less<>> rows_;
  std::map<std::string, std::size_t, std::less<>> by_citation_;
};

}  // namespace periksa::law
