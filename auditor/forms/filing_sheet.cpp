// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/filing_sheet.h"

#include <algorithm>
#include <array>
#include <utility>

#include "auditor/forms/messages.h"
#include "auditor/forms/written_parts.h"

namespace periksa::forms {
namespace {

facts::Field plain_field(facts::Type type, facts::ListId list = 0) {
  facts::Field field;
  field.type = type;
  field.target = list;
  return field;
}

// "no" is no "nomor" here.
bool is_yes(std::string_view small) {
  return small == "ya" || small == "yes" || small == "true";
}
bool is_no(std::string_view small) {
  return small == "tidak" || small == "no" || small == "false";
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kCompleteness{
    {{"lengkap", "complete"},
     {"complete", "complete"},
     {"sampel", "sample"},
     {"sample", "sample"},
     {"sebagian", "sample"},
     {"tidak diketahui", "unknown"},
     {"belum diketahui", "unknown"},
     {"unknown", "unknown"},
     {"tidak tahu", "unknown"}}};

/// Whether it is what the sheet may say beside a name, and no heading.
bool is_value(std::string_view text) {
  const auto day = read_written_date(text);
  const std::string plain = small_letters(trimmed(text));
  return day.kind == Written::Kind::value || day.readings || read_asserter(text) ||
         plain.find_first_not_of("0123456789") == std::string::npos || is_yes(plain) ||
         is_no(plain);
}

}  // namespace

std::optional<facts::Asserter> read_asserter(std::string_view text) {
  using facts::Asserter;
  constexpr std::array<std::pair<std::string_view, Asserter>, 14> kWords{
      {{"perusahaan", Asserter::agency},
       {"p3mi", Asserter::agency},
       {"agency", Asserter::agency},
       {"pekerja", Asserter::worker},
       {"pmi", Asserter::worker},
       {"cpmi", Asserter::worker},
       {"worker", Asserter::worker},
       {"serikat", Asserter::union_},
       {"serikat pekerja", Asserter::union_},
       {"union", Asserter::union_},
       {"register", Asserter::registry},
       {"registry", Asserter::registry},
       {"pengawas", Asserter::inspector},
       {"inspector", Asserter::inspector}}};
  const std::string plain = plain_name(text);
  const auto at = std::ranges::find(kWords, plain, &std::pair<std::string_view, Asserter>::first);
  return at == kWords.end() ? std::nullopt : std::optional(at->second);
}

FilingSheet::FilingSheet(const TableNames& names, const Mapping* mapping,
                         intake::Problems& problems)
    : names_(names), problems_(problems) {
  if (mapping == nullptr) return;
  for (const auto& [key, text] : mapping->filing) stated_[key] = {text, {}};
  seen_ = !stated_.empty();
}

void FilingSheet::row(const RowReader& row) {
  seen_ = true;
  const auto& cells = row.cells();
  if (cells.empty() || cells.front().column > 1) return;  // a note beside the table
  const std::string_view name = trimmed(cells.front().text);
  const auto key = names_.key(SheetKind::filing, name);
  if (key.empty()) {
    // A heading above the names is no name; a name with a value must be one we know.
    if (cells.size() < 2 || (row.number() == 1 && !is_value(cells[1].text))) return;
    Bilingual known;
    for (const auto one : TableNames::keys(SheetKind::filing)) {
      for (const auto language : {Language::id, Language::en}) {
        std::string& list = known.in(language);
        if (!list.empty()) list += ", ";
        list += key_title(SheetKind::filing, one, language);
      }
    }
    problems_.error(row.spot(), say::unknown_key(name, known));
    return;
  }
  const facts::Spot at{row.number(), 2, row.spot().part};
  if (key == "closing") closing_at_ = at;
  if (cells.size() < 2 || cells[1].column != 2) return;
  if (!stated_.emplace(key, Stated{std::string(trimmed(cells[1].text)), at}).second)
    problems_.error(at, say::key_twice(name));
}

const FilingSheet::Stated* FilingSheet::find(const std::string& key) const {
  const auto at = stated_.find(key);
  return at == stated_.end() ? nullptr : &at->second;
}

void FilingSheet::read_closing(facts::FilingHeader& header) {
  const auto* const closing = find("closing");
  if (closing == nullptr) {
    problems_.error(closing_at_, seen_ ? say::no_closing() : say::no_filing_sheet());
    return;
  }
  const auto written = read_written_date(closing->text);
  const auto day = parse_iso_date(written.text);
  if (day) header.closing = *day;
  if (!day) problems_.error(closing->at, say::bad_closing(closing->text));
}

facts::FilingHeader FilingSheet::finish() {
  facts::FilingHeader header;
  const auto* const format = find("format");
  if (format != nullptr && format->text != "1")
    problems_.error(format->at, say::bad_format(format->text));
  read_closing(header);
  facts::Source declaration;
  if (const auto* const stated = find("asserter")) {
    const auto asserter = read_asserter(stated->text);
    if (!asserter) problems_.error(stated->at, say::bad_asserter(stated->text));
    declaration.asserter = declaration.filer = asserter.value_or(facts::Asserter::agency);
  }
  if (const auto* const stated = find("fictitious")) {
    const std::string plain = small_letters(trimmed(stated->text));
    header.fictitious = is_yes(plain);
    if (!header.fictitious && !is_no(plain))
      problems_.error(stated->at, say::bad_yes_no(stated->text));
  }
  header.sources.push_back(declaration);
  return header;
}

std::string TableRows::document(std::string_view text) const {
  const auto list = vocabulary_.find_list("document_kind");
  if (!list) return std::string(text);
  const auto written = values_.read(plain_field(facts::Type::code, *list), text);
  return written.kind == Written::Kind::value ? written.text : std::string(text);
}

std::string TableRows::canonical(std::string_view key, std::string_view text) const {
  if (key == "document") return document(text);
  if (key == "asserter") {
    const auto asserter = read_asserter(text);
    return std::string(asserter ? to_string(*asserter) : text);
  }
  if (key == "dated") {
    const auto written = read_written_date(text);
    return written.kind == Written::Kind::value ? written.text : std::string(text);
  }
  if (key == "of") {
    const auto meaning = names_.sheet(text);
    return meaning.kind == SheetKind::records ? vocabulary_.entity(meaning.entity).many
                                              : std::string(text);
  }
  if (key == "completeness") {
    const auto at = std::ranges::find(kCompleteness, plain_name(text),
                                      &std::pair<std::string_view, std::string_view>::first);
    return std::string(at == kCompleteness.end() ? text : at->second);
  }
  return std::string(text);
}

void TableRows::write(const PlannedRecord& record, RowReader& row, std::string_view element,
                      ElementWriter& writer) const {
  writer.open(element, row.spot());
  for (const auto& column : record.columns) {
    const auto text = row.text(&column);
    if (!text.empty() && column.key != "worker")
      writer.attribute(column.key, canonical(column.key, text), row.origin(column));
  }
  writer.close(element);
}

}  // namespace periksa::forms
