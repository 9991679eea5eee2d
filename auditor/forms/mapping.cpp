// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "auditor/base/data_file.h"
#include "auditor/base/file.h"
#include "auditor/base/nearest.h"
#include "auditor/base/sha256.h"
#include "auditor/base/shown.h"
#include "auditor/forms/table_names.h"
#include "auditor/forms/written_parts.h"

namespace periksa::forms {
namespace {

constexpr std::array<std::string_view, 4> kReserved{"id", "worker", "source", "page"};

class MappingReader {
 public:
  MappingReader(const DataFile& file, const facts::Vocabulary& vocabulary)
      : file_(file), vocabulary_(vocabulary), values_(vocabulary) {}

  Result<Mapping> read() {
    const auto root = file_.root();
    if (std::string_view(root.name()) != "map") {
      tell(file_.at(root), "peta harus berakar <map>", "a mapping's root must be <map>");
      return std::unexpected(problems_);
    }
    file_.allow_attributes(root, {"format"}, problems_);
    file_.allow_children(root, {"filing", "source", "sheet"}, problems_);
    if (file_.required(root, "format", problems_) != "1")
      tell(file_.at(root), "peta ini berformat lain; program ini mengenal format=\"1\"",
           "this mapping has another format; this program knows format=\"1\"");
    for (const auto node : root.children("filing")) read_filing(node);
    for (const auto node : root.children("source")) read_source(node);
    for (const auto node : root.children("sheet")) read_sheet(node);
    if (!problems_.empty()) return std::unexpected(problems_);
    return std::move(mapping_);
  }

 private:
  void tell(const Position& at, std::string id, std::string en) {
    tell(at, {std::move(id), std::move(en)});
  }
  void tell(const Position& at, Bilingual text) {
    problems_.push_back({Diagnostic::Kind::error, at, std::move(text)});
  }

  void read_filing(pugi::xml_node node) {
    file_.allow_attributes(node, {"closing", "asserter", "fictitious"}, problems_);
    for (const auto attribute : node.attributes())
      mapping_.filing[attribute.name()] = attribute.value();
  }

  void read_source(pugi::xml_node node) {
    file_.allow_attributes(node, {"id", "document", "asserter", "file"}, problems_);
    mapping_.sources.push_back({std::string(file_.required(node, "id", problems_)),
                                std::string(file_.required(node, "document", problems_)),
                                node.attribute("asserter").value(),
                                node.attribute("file").value()});
  }

  void read_sheet(pugi::xml_node node) {
    file_.allow_attributes(node, {"name", "heading-row", "read"}, problems_);
    file_.allow_children(node, {"record", "ignore"}, problems_);
    Mapping::Sheet sheet{
        std::string(file_.required(node, "name", problems_)), 1, {}, {}, false, file_.at(node)};
    if (mapping_.find(sheet.name) != nullptr)
      tell(file_.at(node), fmt::format("lembar \"{}\" disebut dua kali", shown(sheet.name)),
           fmt::format("the sheet \"{}\" is named twice", shown(sheet.name)));
    if (const auto row = node.attribute("heading-row")) {
      const std::string_view text = row.value();
      const auto end = text.data() + text.size();
      const auto read = std::from_chars(text.data(), end, sheet.heading_row);
      if (read.ec != std::errc{} || read.ptr != end || sheet.heading_row == 0)
        tell(file_.at(row), "heading-row= harus nomor baris, mulai dari 1",
             "heading-row= must be the number of a row, from 1");
    }
    const std::string_view wanted = node.attribute("read").as_string("yes");
    sheet.skipped = wanted == "no";
    if (wanted != "no" && wanted != "yes")
      tell(file_.at(node.attribute("read")), "read= harus yes atau no", "read= must be yes or no");
    for (const auto child : node.children("record")) read_record(child, sheet);
    for (const auto child : node.children("ignore")) {
      file_.allow_attributes(child, {"heading"}, problems_);
      sheet.ignored.emplace_back(file_.required(child, "heading", problems_));
    }
    if (!sheet.skipped && sheet.records.empty())
      tell(sheet.at, "lembar ini tidak memuat <record>; tulis read=\"no\" bila tidak dibaca",
           "this sheet holds no <record>; write read=\"no\" if it is not to be read");
    mapping_.sheets.push_back(std::move(sheet));
  }

  void read_record(pugi::xml_node node, Mapping::Sheet& sheet) {
    file_.allow_attributes(node, {"entity", "name"}, problems_);
    file_.allow_children(node, {"column", "set"}, problems_);
    Mapping::Record record{std::string(file_.required(node, "entity", problems_)),
                           node.attribute("name").value(),
                           {},
                           {},
                           file_.at(node)};
    const auto entity = vocabulary_.find_entity(record.entity);
    if (!entity) {
      tell(file_.at(node.attribute("entity")),
           with_nearest({fmt::format("\"{}\" bukan nama catatan", shown(record.entity)),
                         fmt::format("\"{}\" is the name of no record", shown(record.entity))},
                        nearest(record.entity, names_of(vocabulary_.entities()))));
      return;
    }
    for (const auto child : node.children("column"))
      read_column(child, vocabulary_.entity(*entity), record);
    for (const auto child : node.children("set")) {
      file_.allow_attributes(child, {"field", "value"}, problems_);
      Mapping::Constant constant{std::string(file_.required(child, "field", problems_)),
                                 std::string(file_.required(child, "value", problems_)),
                                 file_.at(child)};
      check_field(vocabulary_.entity(*entity), constant.field, constant.at);
      if (constant.field == "id" || constant.field == "worker")
        tell(
            constant.at,
            fmt::format("\"{}\" berbeda untuk setiap catatan; sebutkan dengan <column>",
                        constant.field),
            fmt::format("\"{}\" is another one in each record; name its <column>", constant.field));
      record.constants.push_back(std::move(constant));
    }
    check_repeats(record);
    const bool same = std::ranges::any_of(sheet.records, [&](const auto& other) {
      return other.entity == record.entity && other.name == record.name;
    });
    if (same)
      tell(record.at, "dua <record> sejenis dalam satu baris harus dibedakan dengan name=",
           "two <record> of one kind in a row must be told apart by name=");
    sheet.records.push_back(std::move(record));
  }

  void check_field(const facts::Entity& entity, std::string_view field, const Position& at) {
    const bool known =
        entity.find(field).has_value() || std::ranges::find(kReserved, field) != kReserved.end();
    if (known) return;
    tell(at, with_nearest({fmt::format("\"{}\" bukan isian {}", shown(field), entity.name),
                           fmt::format("\"{}\" is no field of {}", shown(field), entity.name)},
                          nearest(field, names_of(entity.fields))));
  }

  void check_repeats(const Mapping::Record& record) {
    std::set<std::string_view> filled;
    const auto fill = [&](const std::string& field, const Position& at) {
      if (field.empty() || filled.insert(field).second) return;
      tell(
          at,
          fmt::format("isian \"{}\" diisi dua kali dalam <record> ini; hapus salah satunya", field),
          fmt::format("the field \"{}\" is filled twice in this <record>; remove one of them",
                      field));
    };
    for (const auto& column : record.columns) fill(column.field, column.at);
    for (const auto& constant : record.constants) fill(constant.field, constant.at);
  }

  void read_column(pugi::xml_node node, const facts::Entity& entity, Mapping::Record& record) {
    file_.allow_attributes(node, {"heading", "field", "currency", "dates"}, problems_);
    file_.allow_children(node, {"word"}, problems_);
    Mapping::Column column;
    column.at = file_.at(node);
    column.heading = file_.required(node, "heading", problems_);
    column.field = file_.required(node, "field", problems_);
    check_field(entity, column.field, column.at);
    if (const auto currency = node.attribute("currency")) {
      column.currency = values_.currencies().find(currency.value());
      if (!column.currency)
        tell(file_.at(currency), "mata uang tidak dikenal; tulis seperti IDR",
             "this currency is not known; write it like IDR");
    }
    if (const auto dates = node.attribute("dates")) {
      const std::string_view order = dates.value();
      if (order == "day-first") column.dates = DateOrder::day_first;
      if (order == "month-first") column.dates = DateOrder::month_first;
      if (column.dates == DateOrder::unknown)
        tell(file_.at(dates), "dates= harus day-first atau month-first",
             "dates= must be day-first or month-first");
    }
    for (const auto word : node.children("word")) read_word(word, entity, column);
    record.columns.push_back(std::move(column));
  }

  void read_word(pugi::xml_node node, const facts::Entity& entity, Mapping::Column& column) {
    file_.allow_attributes(node, {"is", "means"}, problems_);
    const auto is = small_letters(trimmed(file_.required(node, "is", problems_)));
    const std::string means(file_.required(node, "means", problems_));
    if (!column.words.emplace(is, means).second)
      tell(file_.at(node), fmt::format("\"{}\" diterjemahkan dua kali", shown(is)),
           fmt::format("\"{}\" is translated twice", shown(is)));
    if (const auto field = entity.find(column.field)) {
      check_meaning(entity.fields[*field], column, means, file_.at(node.attribute("means")));
    } else if (std::ranges::find(kReserved, column.field) != kReserved.end()) {
      tell(file_.at(node), fmt::format("<word> tidak berlaku untuk \"{}\"", column.field),
           fmt::format("<word> is not for \"{}\"", column.field));
    }
  }

  /// What cannot be read is a slip of the pen, unless it says that it cannot.
  void check_meaning(const facts::Field& field, const Mapping::Column& column,
                     const std::string& means, const Position& at) {
    const Habits habits{.currency = column.currency, .dates = column.dates};
    const bool meant = means.empty() || says_unreadable(means) ||
                       values_.read(field, means, habits).kind != Written::Kind::unreadable;
    if (meant) return;
    std::vector<std::string_view> codes;
    if (field.type == facts::Type::code) codes = names_of(vocabulary_.list(field.target).codes);
    tell(at, with_nearest({fmt::format("means=\"{}\" tidak dapat dibaca sebagai \"{}\"",
                                       shown(means), field.label.id),
                           fmt::format("means=\"{}\" cannot be read as \"{}\"", shown(means),
                                       field.label.en)},
                          nearest(means, codes)));
  }

  const DataFile& file_;
  const facts::Vocabulary& vocabulary_;
  WrittenReader values_;
  Mapping mapping_;
  Diagnostics problems_;
};

}  // namespace

const Mapping::Sheet* Mapping::find(std::string_view name) const {
  const auto plain = plain_name(name);
  const auto at =
      std::ranges::find_if(sheets, [&](const auto& one) { return plain_name(one.name) == plain; });
  return at == sheets.end() ? nullptr : &*at;
}

Result<Mapping> read_mapping(const std::filesystem::path& file,
                             const facts::Vocabulary& vocabulary) {
  constexpr std::size_t kCap = std::size_t{16} << 20;
  auto text = read_file(file, kCap);
  if (!text) return std::unexpected(text.error());
  return parse_mapping(std::move(*text), file.string(), vocabulary);
}

Result<Mapping> parse_mapping(std::string text, const std::string& name,
                              const facts::Vocabulary& vocabulary) {
  auto sha256 = sha256_hex(text);
  const auto parsed = DataFile::parse(std::move(text), name);
  if (!parsed) return std::unexpected(parsed.error());
  auto mapping = MappingReader(*parsed, vocabulary).read();
  if (!mapping) return mapping;
  mapping->file = std::filesystem::path(name).filename().string();
  mapping->sha256 = std::move(sha256);
  return mapping;
}

}  // namespace periksa::forms
