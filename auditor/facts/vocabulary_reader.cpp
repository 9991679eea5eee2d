// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <set>

#include "auditor/base/data_file.h"
#include "auditor/base/decimal.h"
#include "auditor/base/nearest.h"
#include "auditor/facts/vocabulary.h"

namespace periksa::facts {
namespace {

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto at = text.find(separator);
    const auto part = text.substr(0, at);
    if (!part.empty()) parts.emplace_back(part);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + separator.size());
  }
  return parts;
}

template <class Value, std::size_t N>
std::optional<Value> pick(const std::array<std::pair<std::string_view, Value>, N>& table,
                          std::string_view name) {
  for (const auto& [text, value] : table) {
    if (text == name) return value;
  }
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, Privacy>, 6> kPrivacy{
    {{"public", Privacy::open},
     {"business", Privacy::business},
     {"personal", Privacy::personal},
     {"identity", Privacy::identity},
     {"sensitive", Privacy::sensitive},
     {"free", Privacy::free}}};

constexpr std::array<std::pair<std::string_view, NoneMeans>, 4> kNone{
    {{"", NoneMeans::refused},
     {"zero", NoneMeans::zero},
     {"does-not-exist", NoneMeans::does_not_exist},
     {"not-yet", NoneMeans::not_yet}}};

/// Attributes every record of a filing may carry; no field may take their names.
constexpr std::array<std::string_view, 5> kReserved{"id", "source", "page", "none", "state"};

}  // namespace

/// Reads the files in two steps: names first, then fields, as references may point forward.
class VocabularyReader {
 public:
  Result<Vocabulary> read(const std::vector<DataFile>& files) {
    for (const auto& file : files) read_names(file, file.root());
    index_names();
    for (const auto& [file, node, id] : pending_) read_fields(*file, node, id);
    check_clashes();
    for (const auto& [file, node, id] : pending_) read_keys(*file, node, id);
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return std::move(vocabulary_);
  }

 private:
  struct Pending {
    const DataFile* file;
    pugi::xml_node node;
    EntityId id;
  };

  void problem(Position at, std::string id, std::string en) {
    problems_.push_back({Diagnostic::Kind::error, std::move(at), {std::move(id), std::move(en)}});
  }

  void read_names(const DataFile& file, pugi::xml_node root) {
    const std::string_view kind = root.name();
    if (kind == "codes") {
      read_list(file, root);
    } else if (kind == "facts") {
      file.allow_attributes(root, {"version"}, problems_);
      file.allow_children(root, {"entity", "codes"}, problems_);
      for (const auto codes : root.children("codes")) read_list(file, codes);
      for (const auto entity : root.children("entity")) read_entity_name(file, entity);
    } else {
      problem(file.at(root), "diharapkan <facts> atau <codes>", "expected <facts> or <codes>");
    }
  }

  void read_list(const DataFile& file, pugi::xml_node node) {
    file.allow_attributes(node, {"name", "standard"}, problems_);
    file.allow_children(node, {"code"}, problems_);
    CodeList list;
    list.name = file.required(node, "name", problems_);
    list.standard = node.attribute("standard").value();
    std::set<std::string_view> seen;
    for (const auto code : node.children("code")) {
      file.allow_attributes(code, {"name", "standard-code", "digits", "id", "en", "known-as"},
                            problems_);
      list.codes.push_back({std::string(file.required(code, "name", problems_)),
                            {std::string(file.required(code, "id", problems_)),
                             std::string(file.required(code, "en", problems_))},
                            split(code.attribute("known-as").value(), "; ")});
      if (!seen.insert(code.attribute("name").value()).second) {
        problem(file.at(code), "kode ini sudah ada dalam daftar", "this code is in the list twice");
      }
    }
    vocabulary_.lists_.push_back(std::move(list));
  }

  void read_entity_name(const DataFile& file, pugi::xml_node node) {
    file.allow_attributes(node, {"name", "in", "many", "one", "key", "id", "en"}, problems_);
    file.allow_children(node, {"field"}, problems_);
    Entity entity;
    entity.name = file.required(node, "name", problems_);
    entity.single = static_cast<bool>(node.attribute("one"));
    entity.many = node.attribute(entity.single ? "one" : "many").value();
    entity.label = {std::string(file.required(node, "id", problems_)),
                    std::string(file.required(node, "en", problems_))};
    const std::string_view in = file.required(node, "in", problems_);
    entity.in_worker = in == "worker";
    if (in != "worker" && in != "filing") {
      problem(file.at(node), "in= harus \"filing\" atau \"worker\"",
              "in= must be \"filing\" or \"worker\"");
    }
    if (entity.many.empty()) {
      problem(file.at(node), "entitas perlu many= atau one=", "an entity needs many= or one=");
    }
    pending_.push_back({&file, node, static_cast<EntityId>(vocabulary_.entities_.size())});
    vocabulary_.entities_.push_back(std::move(entity));
  }

  void index_names() {
    for (std::size_t i = 0; i < vocabulary_.lists_.size(); ++i) {
      auto& list = vocabulary_.lists_[i];
      vocabulary_.by_list_.add(list.name, static_cast<ListId>(i));
      for (std::size_t c = 0; c < list.codes.size(); ++c) {
        list.index_.add(list.codes[c].name, static_cast<std::uint32_t>(c));
      }
    }
    for (const auto& [file, node, id] : pending_) {
      const auto& entity = vocabulary_.entities_[id];
      if (!vocabulary_.by_name_.add(entity.name, id) ||
          !vocabulary_.by_many_.add(entity.many, id)) {
        problem(file->at(node), "nama entitas ini sudah dipakai", "this entity name is taken");
      }
    }
    if (const auto worker = vocabulary_.find_entity("worker")) {
      vocabulary_.worker_ = *worker;
    } else {
      problem({}, "kosakata tidak memuat entitas \"worker\"", "there is no entity \"worker\"");
    }
  }

  /// `key="nik passport.number"`: fields of its own, or of a worker's records.
  void read_keys(const DataFile& file, pugi::xml_node node, EntityId id) {
    const auto attribute = node.attribute("key");
    for (const auto& key : split(attribute.value(), " ")) {
      const auto dot = key.find('.');
      const auto entity = dot == std::string::npos ? std::optional(id)
                                                   : vocabulary_.find_entity(key.substr(0, dot));
      const auto name = dot == std::string::npos ? key : key.substr(dot + 1);
      const auto field = entity ? vocabulary_.entities_[*entity].find(name) : std::nullopt;
      const bool own = entity == id;
      const bool text = field && vocabulary_.entities_[*entity].fields[*field].type == Type::text;
      if (text &&
          (own || (id == vocabulary_.worker_ && vocabulary_.entities_[*entity].in_worker))) {
        vocabulary_.entities_[id].keys.push_back({*entity, *field});
        continue;
      }
      problem(file.at(attribute),
              fmt::format("kunci \"{}\" harus isian teks catatan ini atau catatan pekerja", key),
              fmt::format("the key \"{}\" must be a text field of this record or, for workers, of "
                          "one of theirs",
                          key));
    }
  }

  void read_type(const DataFile& file, pugi::xml_node node, Field& field) {
    const std::string_view text = file.required(node, "type", problems_);
    const auto colon = text.find(':');
    const auto type = parse_type(text.substr(0, colon));
    const std::string_view target =
        colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
    if (!type) {
      problem(file.at(node.attribute("type")), fmt::format("tipe \"{}\" tidak dikenal", text),
              fmt::format("unknown type \"{}\"", text));
      return;
    }
    field.type = *type;
    const auto found = *type == Type::code        ? vocabulary_.find_list(target)
                       : *type == Type::reference ? vocabulary_.find_entity(target)
                                                  : std::optional<std::uint16_t>(0);
    if (!found) {
      problem(file.at(node.attribute("type")), fmt::format("\"{}\" tidak dideklarasikan", target),
              fmt::format("\"{}\" is not declared", target));
      return;
    }
    field.target = *found;
  }

  std::optional<std::int64_t> bound(const DataFile& file, pugi::xml_node node, const char* name,
                                    Type type) {
    const auto attribute = node.attribute(name);
    if (!attribute) return std::nullopt;
    std::optional<std::int64_t> value;
    if (type == Type::integer) value = parse_integer(attribute.value());
    if (type == Type::decimal || type == Type::percent) {
      if (const auto decimal = parse_decimal(attribute.value())) value = decimal->millionths;
    }
    if (!value) {
      problem(file.at(attribute), "batas ini bukan bilangan untuk tipe tersebut",
              "this bound is not a number of the field's type");
    }
    return value;
  }

  void read_fields(const DataFile& file, pugi::xml_node node, EntityId id) {
    auto& entity = vocabulary_.entities_[id];
    for (const auto child : node.children("field")) {
      file.allow_attributes(
          child, {"name", "type", "privacy", "none", "proof", "min", "max", "id", "en", "known-as"},
          problems_);
      Field field;
      field.name = file.required(child, "name", problems_);
      read_type(file, child, field);
      field.label = {std::string(file.required(child, "id", problems_)),
                     std::string(file.required(child, "en", problems_))};
      field.proof = split(child.attribute("proof").value(), " ");
      field.known_as = split(child.attribute("known-as").value(), "; ");
      field.min = bound(file, child, "min", field.type);
      field.max = bound(file, child, "max", field.type);
      if (field.type == Type::integer && !field.min) field.min = 0;
      const auto privacy = pick(kPrivacy, file.required(child, "privacy", problems_));
      const auto none = pick(kNone, child.attribute("none").value());
      if (!privacy || !none) {
        problem(file.at(child), "privacy= atau none= tidak dikenal", "unknown privacy= or none=");
      }
      field.privacy = privacy.value_or(Privacy::identity);
      field.none = none.value_or(NoneMeans::refused);
      for (const auto reserved : kReserved) {
        if (field.name == reserved) {
          problem(file.at(child), "nama ini dicadangkan", "this name is reserved");
        }
      }
      entity.fields.push_back(std::move(field));
    }
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
      if (!entity.index_.add(entity.fields[i].name, static_cast<FieldId>(i))) {
        problem(file.at(node), fmt::format("field \"{}\" ganda", entity.fields[i].name),
                fmt::format("field \"{}\" is declared twice", entity.fields[i].name));
      }
    }
  }

  /// Inside a <worker> an element is either a field of the worker or a record; it may not be both.
  void check_clashes() {
    if (!problems_.empty()) return;
    const auto& worker = vocabulary_.entities_[vocabulary_.worker_];
    for (const auto& entity : vocabulary_.entities_) {
      if (entity.in_worker && worker.find(entity.name)) {
        problem({}, fmt::format("\"{}\" adalah field sekaligus entitas", entity.name),
                fmt::format("\"{}\" is both a field of the worker and an entity", entity.name));
      }
    }
  }

  Vocabulary vocabulary_;
  std::vector<Pending> pending_;
  Diagnostics problems_;
};

Result<Vocabulary> Vocabulary::load(const std::filesystem::path& rules) {
  std::vector<std::filesystem::path> paths{rules / "facts.xml"};
  for (const auto& path : xml_files_below(rules / "codes")) paths.push_back(path);
  std::vector<DataFile> files;
  Diagnostics problems;
  for (const auto& path : paths) {
    auto file = DataFile::load(path);
    if (file) {
      files.push_back(std::move(*file));
    } else {
      problems.insert(problems.end(), file.error().begin(), file.error().end());
    }
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return VocabularyReader().read(files);
}

Result<Vocabulary> Vocabulary::parse(std::string text) {
  auto file = DataFile::parse(std::move(text), "facts.xml");
  if (!file) return std::unexpected(std::move(file.error()));
  std::vector<DataFile> files;
  files.push_back(std::move(*file));
  return VocabularyReader().read(files);
}

}  // namespace periksa::facts
