// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "auditor/base/decimal.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::ruleset {
namespace {

constexpr std::array<std::pair<std::string_view, Pattern::Kind>, 5> kKinds{
    {{"same-key", Pattern::Kind::same_key},
     {"total-differs", Pattern::Kind::total_differs},
     {"one-for-many", Pattern::Kind::one_for_many},
     {"nik-birth-date", Pattern::Kind::nik_birth_date},
     {"outlier", Pattern::Kind::outlier}}};

class PatternReader {
 public:
  PatternReader(const DataFile& file, const facts::Vocabulary& vocabulary)
      : file_(file), vocabulary_(vocabulary) {}

  Result<Pattern> read() {
    const auto root = file_.root();
    file_.allow_attributes(root,
                           {"id", "kind", "entity", "fields", "across", "with", "where", "is",
                            "least", "total", "lines", "by", "times", "percent"},
                           problems_);
    file_.allow_children(root, {"title", "say"}, problems_);
    pattern_.id = file_.required(root, "id", problems_);
    read_kind(root);
    pattern_.title = both_languages(root, "title");
    pattern_.say = both_languages(root, "say");
    need_both(pattern_.title, file_.at(root), "title", problems_);
    need_both(pattern_.say, file_.at(root), "say", problems_);
    if (problems_.empty()) read_fields(root);
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return std::move(pattern_);
  }

 private:
  void read_kind(pugi::xml_node root) {
    const std::string_view word = file_.required(root, "kind", problems_);
    for (const auto& [text, kind] : kKinds) {
      if (text == word) {
        pattern_.kind = kind;
        return;
      }
    }
    complain(problems_, file_.at(root), fmt::format("jenis pola \"{}\" tidak dikenal", word),
             fmt::format("unknown kind of pattern \"{}\"", word));
  }

  void read_fields(pugi::xml_node root) {
    if (pattern_.kind == Pattern::Kind::total_differs) {
      std::tie(pattern_.entity, pattern_.fields) = one_field(root, "total");
      const auto [entity, fields] = one_field(root, "lines");
      pattern_.lines = entity;
      pattern_.line_field = fields.empty() ? facts::FieldId{0} : fields[0];
      if (problems_.empty()) check_total(root);
      return;
    }
    if (pattern_.kind == Pattern::Kind::nik_birth_date) {
      pattern_.entity = vocabulary_.worker();
      for (const auto* name : {"nik", "born_on", "sex"}) add_field(root, name);
      return;
    }
    if (pattern_.kind == Pattern::Kind::outlier) return read_outlier(root);
    const auto entity = vocabulary_.find_entity(file_.required(root, "entity", problems_));
    if (!entity)
      return complain(problems_, file_.at(root), "entitas tidak dikenal", "unknown entity");
    pattern_.entity = *entity;
    if (*entity != vocabulary_.worker() && !vocabulary_.entity(*entity).in_worker)
      complain(problems_, file_.at(root), "pola membandingkan pekerja atau catatan milik pekerja",
               "a pattern compares workers or records of workers");
    for (const auto& name : split(file_.required(root, "fields", problems_), " "))
      add_field(root, name);
    if (problems_.empty() && pattern_.fields.empty())
      complain(problems_, file_.at(root), "fields= kosong", "fields= is empty");
    read_with(root);
    read_where(root, pattern_.entity);
    pattern_.least = number(root, "least", 2).value_or(2);
  }

  /// Fields of the worker that records must share as well.
  void read_with(pugi::xml_node root) {
    const auto with = root.attribute("with");
    if (with && pattern_.entity == vocabulary_.worker()) {
      complain(problems_, file_.at(with), "with= hanya untuk catatan milik pekerja",
               "with= is for records of workers only");
    }
    for (const auto& name : split(with.value(), " ")) {
      if (const auto field = find(root, vocabulary_.worker(), name))
        pattern_.with.push_back(*field);
    }
  }

  /// `where="payee" is="recruiter other"`: only records with one of these codes.
  void read_where(pugi::xml_node root, facts::EntityId entity) {
    const auto where = root.attribute("where");
    if (!where && !root.attribute("is")) return;
    pattern_.where = find(root, entity, file_.required(root, "where", problems_));
    if (!pattern_.where) return;
    const auto& field = vocabulary_.entity(entity).fields[*pattern_.where];
    if (field.type != facts::Type::code) {
      return complain(problems_, file_.at(where), "where= harus field berkode",
                      "where= must be a field of codes");
    }
    for (const auto& name : split(file_.required(root, "is", problems_), " ")) {
      if (const auto code = vocabulary_.list(field.target).find(name)) {
        pattern_.is.push_back(*code);
      } else {
        complain(problems_, file_.at(root.attribute("is")),
                 fmt::format("kode \"{}\" tidak dikenal", name),
                 fmt::format("unknown code \"{}\"", name));
      }
    }
  }

  void read_outlier(pugi::xml_node root) {
    pattern_.entity = vocabulary_.worker();
    for (const auto& name : split(file_.required(root, "by", problems_), " "))
      add_field(root, name);
    const auto [entity, fields] = one_field(root, "lines");
    if (!problems_.empty()) return;
    pattern_.lines = entity;
    pattern_.line_field = fields[0];
    const auto& declared = vocabulary_.entity(entity);
    if (!declared.in_worker || declared.fields[fields[0]].type != facts::Type::money) {
      complain(problems_, file_.at(root), "lines= harus uang dalam catatan milik pekerja",
               "lines= must be money in records of a worker");
    }
    const auto is_code = [&](facts::FieldId field) {
      return vocabulary_.entity(pattern_.entity).fields[field].type == facts::Type::code;
    };
    if (pattern_.fields.empty() || pattern_.fields.size() > 2 ||
        !std::ranges::all_of(pattern_.fields, is_code)) {
      complain(problems_, file_.at(root), "by= harus satu atau dua field berkode milik pekerja",
               "by= must be one or two fields of codes of the worker");
    }
    read_where(root, entity);
    for (const char* name : {"least", "times", "percent"}) file_.required(root, name, problems_);
    pattern_.least = number(root, "least", 3).value_or(3);
    pattern_.times = number(root, "times", 1).value_or(1);
    pattern_.percent = number(root, "percent", 1).value_or(1);
  }

  std::optional<std::int64_t> number(pugi::xml_node root, const char* name, std::int64_t least) {
    const auto attribute = root.attribute(name);
    if (!attribute) return std::nullopt;
    const auto value = parse_integer(attribute.value());
    if (value && *value >= least && *value <= 1'000'000) return *value;
    complain(problems_, file_.at(attribute), fmt::format("{}= harus sedikitnya {}", name, least),
             fmt::format("{}= must be {} or more", name, least));
    return std::nullopt;
  }

  void check_total(pugi::xml_node root) {
    const auto money = [&](facts::EntityId entity, facts::FieldId field) {
      const auto& declared = vocabulary_.entity(entity);
      return declared.in_worker && declared.fields[field].type == facts::Type::money;
    };
    if (money(pattern_.entity, pattern_.fields[0]) && money(pattern_.lines, pattern_.line_field))
      return;
    complain(problems_, file_.at(root), "total= dan lines= harus uang dalam catatan milik pekerja",
             "total= and lines= must be money in records of a worker");
  }

  std::optional<facts::FieldId> find(pugi::xml_node root, facts::EntityId entity,
                                     std::string_view name) {
    const auto field = vocabulary_.entity(entity).find(name);
    if (!field) {
      complain(problems_, file_.at(root), fmt::format("field \"{}\" tidak dikenal", name),
               fmt::format("unknown field \"{}\"", name));
    }
    return field;
  }

  void add_field(pugi::xml_node root, std::string_view name) {
    if (const auto field = find(root, pattern_.entity, name)) pattern_.fields.push_back(*field);
  }

  std::pair<facts::EntityId, std::vector<facts::FieldId>> one_field(pugi::xml_node root,
                                                                    const char* attribute) {
    const auto names = split(file_.required(root, attribute, problems_), ".");
    if (names.size() == 2) {
      const auto entity = vocabulary_.find_entity(names[0]);
      const auto field = entity ? vocabulary_.entity(*entity).find(names[1]) : std::nullopt;
      if (field) return {*entity, {*field}};
    }
    complain(problems_, file_.at(root), "diharapkan entitas.field", "expected entity.field");
    return {};
  }

  const DataFile& file_;
  const facts::Vocabulary& vocabulary_;
  Pattern pattern_;
  Diagnostics problems_;
};

}  // namespace

Result<Pattern> read_pattern(const DataFile& file, const facts::Vocabulary& vocabulary) {
  return PatternReader(file, vocabulary).read();
}

}  // namespace periksa::ruleset
