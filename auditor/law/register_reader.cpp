// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "auditor/law/register_parts.h"

namespace periksa::law {

/// Puts the parts of all files together: every id once, then every reference resolved, as files may
/// refer to later ones.
class RegisterReader {
 public:
  Result<Register> read(const std::vector<DataFile>& files) {
    RegisterParts parts;
    for (const auto& file : files) read_file(file, parts);
    take(parts);
    for (const auto& reference : parts.references) resolve(reference);
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return std::move(register_);
  }

 private:
  void problem(Position at, std::string id, std::string en) {
    problems_.push_back({Diagnostic::Kind::error, std::move(at), {std::move(id), std::move(en)}});
  }

  void read_file(const DataFile& file, RegisterParts& parts) {
    Reading reading(file, problems_);
    const std::string_view kind = file.root().name();
    if (kind == "instrument") {
      read_instrument(reading, file.root(), parts);
    } else if (kind == "sanctions") {
      read_sanctions(reading, file.root(), parts);
    } else if (kind == "rows") {
      read_rows(reading, file.root(), parts);
    } else {
      problem(file.at(file.root()), "diharapkan <instrument>, <sanctions> atau <rows>",
              "expected <instrument>, <sanctions> or <rows>");
    }
  }

  void taken(Position at, std::string_view id) {
    problem(std::move(at), fmt::format("id \"{}\" sudah dipakai", id),
            fmt::format("the id \"{}\" is taken", id));
  }

  /// Takes what has a new id.
  template <class Thing>
  void take_placed(std::vector<RegisterParts::Placed<Thing>>& parts, std::vector<Thing>& into) {
    for (auto& [thing, at] : parts) {
      if (std::ranges::find(into, thing.id, &Thing::id) != into.end()) {
        taken(at, thing.id);
      } else {
        into.push_back(std::move(thing));
      }
    }
  }

  void take(RegisterParts& parts) {
    take_placed(parts.instruments, register_.instruments_);
    take_placed(parts.sanctions, register_.sanctions_);
    take_placed(parts.unruled, register_.unruled_);
    take_rows(parts);
    for (auto& [authority, at] : parts.authorities) {
      const auto [found, fresh] =
          register_.authorities_.emplace(authority.id, std::move(authority.versions));
      if (!fresh) taken(at, found->first);
    }
    for (auto& provision : parts.provisions) {
      const auto index = register_.provisions_.size();
      if (register_.by_citation_.emplace(provision.id, index).second) {
        register_.provisions_.push_back(std::move(provision));
      } else {
        taken(provision.at, provision.id);
      }
    }
  }

  void take_rows(RegisterParts& parts) {
    for (const auto& [part, at] : parts.row_parts) {
      for (const auto& row : part.rows) {
        if (!register_.rows_.insert(row).second) taken(at, row);
      }
    }
    for (auto& unruled : register_.unruled_) {
      if (unruled.rows.empty() && register_.rows_.contains(unruled.id)) unruled.rows = {unruled.id};
    }
    take_placed(parts.row_parts, register_.row_parts_);
  }

  void resolve(const Reference& reference) {
    std::vector<std::string_view> known;
    Bilingual what{"ketentuan", "provision"};
    if (reference.to == Reference::To::row) {
      if (register_.may_be_row(reference.name)) return;
      what = {"baris rujukan hukum", "row of the legal reference"};
      known.assign(register_.rows_.begin(), register_.rows_.end());
      problems_.push_back(unknown_word(reference.at, what, reference.name, known));
      return;
    }
    if (reference.to == Reference::To::provision) {
      for (const auto& [id, index] : register_.by_citation_) known.emplace_back(id);
    } else if (reference.to == Reference::To::sanction) {
      what = {"sanksi", "sanction"};
      for (const auto& sanction : register_.sanctions_) known.emplace_back(sanction.id);
    } else {
      what = {"instansi berwenang", "authority"};
      for (const auto& [id, texts] : register_.authorities_) known.emplace_back(id);
    }
    if (std::ranges::find(known, reference.name) != known.end()) return;
    problems_.push_back(unknown_word(reference.at, what, reference.name, known));
  }

  Diagnostics problems_;
  Register register_;
};

namespace {

Result<Register> read(Result<std::vector<DataFile>> files) {
  if (!files) return std::unexpected(std::move(files.error()));
  return RegisterReader().read(*files);
}

}  // namespace

Result<Register> Register::load(const std::filesystem::path& rules) {
  return read(load_files(rules / "law"));
}

Result<Register> Register::parse(std::span<const std::string> files) {
  return read(parse_files(files));
}

}  // namespace periksa::law
