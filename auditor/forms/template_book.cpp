// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/template_book.h"

#include <algorithm>

#include "auditor/books/xlsx_book.h"
#include "auditor/forms/choice_lists.h"
#include "auditor/forms/template_words.h"

namespace periksa::forms {
namespace {

using facts::Type;

constexpr std::uint32_t kOurs = 0x2E75B6;       // tabs of what every filing has
constexpr std::uint32_t kShared = 0x70AD47;     // of the company's records
constexpr std::uint32_t kOfWorkers = 0xED7D31;  // of the workers'
constexpr double kGuideWidth = 90;
constexpr double kMeaningWidth = 70;
constexpr std::size_t kNarrowestOfTemplate = 13;
constexpr std::size_t kWidestOfTemplate = 26;  // longer headings are broken over lines

/// A column of a sheet that is being made.
struct Column {
  std::string heading;
  std::string note;
  OutCell example;
  std::string choices{};  ///< the cells that hold them; none: empty
};

class TemplateWriter {
 public:
  TemplateWriter(const std::filesystem::path& path, const facts::Vocabulary& vocabulary,
                 Purpose purpose, Language language)
      : vocabulary_(vocabulary),
        purpose_(purpose),
        language_(language),
        entities_(sheets_for(vocabulary, purpose)),
        names_(vocabulary),
        words_(vocabulary, names_, language),
        lists_(sheet_title(SheetKind::choices, language)),
        book_(path) {}

  Result<void> write() {
    write_guide();
    write_filing();
    write_table(SheetKind::sources, columns_of_sources());
    write_table(SheetKind::collections, columns_of_collections());
    for (const auto entity : entities_) write_records(entity);
    lists_.write(book_);
    return book_.finish();
  }

 private:
  void write_guide() {
    const auto sheet = book_.add_sheet(sheet_title(SheetKind::guide, language_));
    std::uint32_t row = 0;
    for (const auto& line : guide_lines()) {
      const bool pair = line.look == books::Look::wrapped;
      if (pair) book_.height(sheet, row, books::lines_in(line.right.in(language_), kGuideWidth));
      book_.text(sheet, row, 0, line.left.in(language_), pair ? books::Look::strong : line.look);
      if (pair) book_.text(sheet, row, 1, line.right.in(language_), books::Look::wrapped);
      ++row;
    }
    book_.column(sheet, 0, 22);
    book_.column(sheet, 1, kGuideWidth);
    book_.tab_colour(sheet, kOurs);
  }

  void write_filing() {
    const auto sheet = book_.add_sheet(sheet_title(SheetKind::filing, language_));
    book_.text(sheet, 0, 0, words_.say("isian", "item"), books::Look::heading);
    book_.text(sheet, 0, 1, words_.say("isi", "value"), books::Look::heading);
    book_.text(sheet, 0, 2, words_.say("penjelasan", "meaning"), books::Look::heading);
    std::uint32_t row = 1;
    for (const auto key : TableNames::keys(SheetKind::filing)) {
      const bool day = key == "closing";
      book_.height(sheet, row, books::lines_in(words_.note(SheetKind::filing, key), kMeaningWidth));
      book_.text(sheet, row, 0, key_title(SheetKind::filing, key, language_), books::Look::strong);
      const bool unions = key == "asserter" && purpose_ == Purpose::union_;
      const auto example = unions ? std::string(words_.say("serikat", "union"))
                                  : words_.example(SheetKind::filing, key);
      book_.text(sheet, row, 1, example, day ? books::Look::date : books::Look::plain);
      book_.text(sheet, row, 2, words_.note(SheetKind::filing, key), books::Look::wrapped);
      if (key == "asserter") offer(sheet, 1, asserters(), row, row);
      if (key == "fictitious") offer(sheet, 1, yes_no(), row, row);
      ++row;
    }
    book_.column(sheet, 0, 18);
    book_.column(sheet, 1, 18);
    book_.column(sheet, 2, kMeaningWidth);
    book_.freeze(sheet, 1, 0);
    book_.tab_colour(sheet, kOurs);
  }

  std::vector<Column> columns_of(SheetKind table) const {
    std::vector<Column> columns;
    for (const auto key : TableNames::keys(table)) {
      columns.push_back({key_title(table, key, language_),
                         words_.note(table, key),
                         {words_.example(table, key), key == "dated"}});
    }
    return columns;
  }

  std::vector<Column> columns_of_sources() {
    auto columns = columns_of(SheetKind::sources);
    const auto keys = TableNames::keys(SheetKind::sources);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys[i] == "id") columns[i].example.text = '#' + example_id(language_);
      if (keys[i] == "asserter") columns[i].choices = asserters();
      if (keys[i] != "document") continue;
      if (const auto list = vocabulary_.find_list("document_kind"))
        columns[i].choices = codes(*list);
    }
    return columns;
  }

  std::vector<Column> columns_of_collections() {
    auto columns = columns_of(SheetKind::collections);
    const auto keys = TableNames::keys(SheetKind::collections);
    std::vector<std::string> titles;
    std::string of_worker;
    for (const auto entity : entities_) {
      titles.push_back(names_.title(entity, language_));
      if (of_worker.empty() && vocabulary_.entity(entity).in_worker) of_worker = titles.back();
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
      auto& [heading, note, example, choices] = columns[i];
      if (keys[i] == "of") {
        // The mark stands before what the row is about, as this table has no ids.
        example.text = '#' + example_id(language_) + ' ' + of_worker;
        choices = lists_.cells(heading, titles);
      }
      if (keys[i] == "worker" || keys[i] == "source") example.text = example_id(language_);
      if (keys[i] == "completeness") {
        choices = lists_.cells(heading,
                               {words_.say("lengkap", "complete"), words_.say("sampel", "sample"),
                                words_.say("tidak diketahui", "unknown")});
      }
    }
    return columns;
  }

  Column reserved(ColumnKind kind, std::string example) const {
    return {column_title(kind, language_), words_.note(kind), {std::move(example)}};
  }

  void write_records(facts::EntityId id) {
    const auto& entity = vocabulary_.entity(id);
    std::vector<Column> columns{reserved(ColumnKind::id, '#' + example_id(language_))};
    if (entity.in_worker) columns.push_back(reserved(ColumnKind::worker, example_id(language_)));
    const std::size_t frozen = columns.size();
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
      const auto& field = entity.fields[i];
      columns.push_back({names_.heading(id, static_cast<facts::FieldId>(i), language_),
                         words_.note(field), words_.example(field)});
      if (field.type == Type::code) columns.back().choices = codes(field.target);
      if (field.type == Type::boolean) columns.back().choices = yes_no();
    }
    columns.push_back(reserved(ColumnKind::source, example_id(language_)));
    columns.push_back(reserved(ColumnKind::page, "1"));
    write_sheet(names_.title(id, language_), columns, frozen,
                entity.in_worker || id == vocabulary_.worker() ? kOfWorkers : kShared);
  }

  void write_table(SheetKind table, const std::vector<Column>& columns) {
    write_sheet(sheet_title(table, language_), columns, 1, kOurs);
  }

  void write_sheet(const std::string& title, const std::vector<Column>& columns, std::size_t frozen,
                   std::uint32_t colour) {
    const auto sheet = book_.add_sheet(title);
    std::size_t lines = 1;
    for (const auto& column : columns)
      lines = std::max(lines, books::lines_in(column.heading, width_of(column)));
    book_.height(sheet, 0, lines);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto& column = columns[i];
      book_.text(sheet, 0, i, column.heading, books::Look::heading);
      book_.note(sheet, 0, i, column.note);
      book_.column(sheet, i, width_of(column),
                   column.example.date ? books::Look::date : books::Look::plain);
      if (!column.choices.empty()) offer(sheet, i, column.choices);
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto& example = columns[i].example;
      if (example.date) {
        book_.date(sheet, 1, i, example.text, books::Look::example_date);
      } else {
        book_.text(sheet, 1, i, example.text, books::Look::example);
      }
    }
    book_.freeze(sheet, 1, frozen);
    book_.tab_colour(sheet, colour);
  }

  static double width_of(const Column& column) {
    const auto of_example = std::min(column.example.text.size() + 2, kWidestOfTemplate);
    return std::max(books::heading_width(column.heading, kNarrowestOfTemplate, kWidestOfTemplate),
                    static_cast<double>(of_example));
  }

  void offer(books::XlsxBook::Sheet sheet, std::size_t column, const std::string& cells,
             std::uint32_t first = 1, std::uint32_t last = 1'048'575) {
    book_.offer(
        sheet, {column, first, last, cells, words_.say("Tidak ada dalam daftar", "Not in the list"),
                words_.say("Pilih dari daftar bila ada yang cocok. Boleh juga: \"tidak "
                           "ada\", \"tidak disampaikan\", \"tidak terbaca\", atau tulisan "
                           "sebagaimana adanya.",
                           "Choose from the list where something fits. Also possible: "
                           "\"none\", \"not supplied\", \"unreadable\", or what is written "
                           "as it is.")});
  }

  std::string codes(facts::ListId id) {
    const auto& list = vocabulary_.list(id);
    std::vector<std::string> choices;
    for (std::size_t i = 0; i < list.codes.size(); ++i) choices.push_back(words_.code(id, i));
    return lists_.cells(list.name, choices);
  }

  std::string yes_no() {
    return lists_.cells("yes_no", {words_.say("ya", "yes"), words_.say("tidak", "no")});
  }

  std::string asserters() {
    if (language_ == Language::en)
      return lists_.cells("asserter", {"agency", "worker", "union", "registry", "inspector"});
    return lists_.cells("asserter", {"perusahaan", "pekerja", "serikat", "register", "pengawas"});
  }

  const facts::Vocabulary& vocabulary_;
  Purpose purpose_;
  Language language_;
  std::vector<facts::EntityId> entities_;
  TableNames names_;
  TemplateWords words_;
  ChoiceLists lists_;
  books::XlsxBook book_;
};

}  // namespace

Result<void> write_template(const std::filesystem::path& path, const facts::Vocabulary& vocabulary,
                            Purpose purpose, Language language) {
  return TemplateWriter(path, vocabulary, purpose, language).write();
}

}  // namespace periksa::forms
