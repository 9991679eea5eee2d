// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/map_proposal.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/nearest.h"
#include "auditor/base/xml_escape.h"
#include "auditor/forms/column_look.h"
#include "auditor/forms/messages.h"
#include "auditor/forms/sheet_guess.h"
#include "auditor/forms/written_parts.h"
#include "auditor/intake/problems.h"
#include "auditor/sheets/sheets.h"

namespace periksa::forms {
namespace {

constexpr std::size_t kChoices = 8;

/// Two hyphens end a comment.
std::string in_comment(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '-' && out.ends_with('-')) out += ' ';
    out += c;
  }
  return out;
}

class Proposing {
 public:
  Proposing(const std::string& file, const RowStore& store, const facts::Vocabulary& vocabulary,
            Language language)
      : store_(store),
        vocabulary_(vocabulary),
        language_(language),
        names_(vocabulary),
        values_(vocabulary),
        parts_(parts_of(store)),
        problems_(file) {
    problems_.set_parts(parts_);
  }

  Proposal run() {
    comment(0, {"Usulan peta. Bacalah setiap baris, buka komentar yang artinya pasti, dan hapus "
                "yang keliru; yang dikomentari tidak dibaca.",
                "A proposed mapping. Read every line, open the comments whose meaning is certain "
                "and delete what is wrong; what is a comment is not read."});
    line(0, "<map format=\"1\">");
    bool has_filing = false;
    for (const auto& kept : store_.kept())
      has_filing = has_filing || names_.sheet(kept.sheet.name).kind == SheetKind::filing;
    if (!has_filing) {
      comment(1,
              {"Isi tanggal tutup, lalu buka komentar ini:",
               "State the closing date, then open this comment:"},
              "<filing closing=\"2025-06-30\" asserter=\"agency\"/>");
      problems_.warning({}, say::closing_to_be_stated());
    }
    for (std::size_t i = 0; i < store_.kept().size(); ++i) propose(i);
    line(0, "</map>");
    return {std::move(xml_), problems_.warnings()};
  }

 private:
  void line(std::size_t depth, std::string_view text) {
    xml_.append(2 * depth, ' ');
    (xml_ += text) += '\n';
  }

  void comment(std::size_t depth, const Bilingual& text, std::string_view element = {}) {
    const auto words = in_comment(text.in(language_));
    line(depth, element.empty() ? fmt::format("<!-- {} -->", words)
                                : fmt::format("<!-- {} {} -->", words, in_comment(element)));
  }

  facts::Spot spot(std::uint32_t row, std::uint32_t column) const {
    return {row, column, static_cast<std::uint16_t>(index_ + 1)};
  }

  void propose(std::size_t index) {
    index_ = index;
    const auto& kept = store_.kept()[index];
    const auto kind = names_.sheet(kept.sheet.name).kind;
    if (kept.rows.empty()) return;
    if (kind != SheetKind::unknown && kind != SheetKind::records) {
      comment(1, say::read_without_mapping(kept.sheet.name));
      return;
    }
    const GuessedSheet guess = guess_sheet(kept, store_, vocabulary_, names_);
    if (guess.records.empty()) return leave_out(kept, guess);
    line(1, fmt::format("<sheet name=\"{}\" heading-row=\"{}\">", xml_escaped(kept.sheet.name),
                        guess.heading_row));
    for (const auto& record : guess.records) write_record(kept, guess, record);
    for (const auto& column : guess.open) leave_open(guess, column);
    line(1, "</sheet>");
  }

  /// Nobody knows what the sheet holds.
  void leave_out(const KeptSheet& kept, const GuessedSheet& guess) {
    std::vector<std::string> choices;
    for (const auto entity : guess.could_be) choices.push_back(vocabulary_.entity(entity).name);
    const auto text = say::sheet_not_placed(kept.sheet.name, choices);
    problems_.warning(spot(std::max(guess.heading_row, 1U), 1), text);
    comment(1, text);
    line(1, fmt::format("<sheet name=\"{}\" read=\"no\"/>", xml_escaped(kept.sheet.name)));
  }

  void write_record(const KeptSheet& kept, const GuessedSheet& guess, const GuessedRecord& record) {
    const auto& entity = vocabulary_.entity(record.entity);
    line(2, fmt::format("<record entity=\"{}\">", entity.name));
    for (const auto& column : record.columns) write_column(kept, guess, entity, column);
    line(2, "</record>");
    const bool own = &record == &guess.records.front();
    const auto bears = [&](std::string_view field) {
      return std::ranges::any_of(record.columns, [&](const auto& column) {
        return column.choices.front().field == field;
      });
    };
    const bool of_worker = entity.in_worker && !bears("worker");
    const bool is_worker = record.entity == vocabulary_.worker() && !bears("id");
    if (!own || (!of_worker && !is_worker)) return;
    const auto text =
        is_worker ? say::worker_without_id() : say::record_without_worker(entity.label);
    problems_.warning(spot(guess.heading_row, 1), text);
    comment(2, text);
  }

  void write_column(const KeptSheet& kept, const GuessedSheet& guess, const facts::Entity& entity,
                    const GuessedColumn& column) {
    const auto& name = column.choices.front().field;
    const std::string element = fmt::format("<column heading=\"{}\" field=\"{}\"",
                                            xml_escaped(column.heading), xml_escaped(name));
    const auto field = entity.find(name);
    if (!field) return line(3, element + "/>");
    const auto look =
        look_at(kept, store_, guess.first, column.column, entity.fields[*field], values_);
    std::string more;
    const auto currency =
        names_.column(*vocabulary_.find_entity(entity.name), column.heading).currency;
    if (currency) more = fmt::format(" currency=\"{}\"", currency->view());
    tell(guess, column, look, currency.has_value());
    if (look.unknown.empty()) return line(3, element + more + "/>");
    line(3, element + more + ">");
    comment(4,
            {"Kata yang tidak dikenal; pilih artinya bila pasti:",
             "Words that are not known; choose what they mean if it is certain:"},
            codes_of(entity.fields[*field]));
    for (const auto& word : look.unknown)
      line(4, fmt::format("<!-- <word is=\"{}\" means=\"\"/> -->", in_comment(xml_escaped(word))));
    line(3, "</column>");
  }

  /// What of the column is not read as it stands.
  void tell(const GuessedSheet& guess, const GuessedColumn& column, const ColumnLook& look,
            bool has_currency) {
    // What the proven order tells will be read.
    const std::size_t unread = look.unread - (look.order_proven ? look.two_days : 0);
    if (unread == 0) return;
    Bilingual text = say::values_unread(column.heading, unread, look.filled);
    if (look.no_currency > 0 && !has_currency) {
      text = say::amounts_without_currency(column.heading, look.no_currency);
    } else if (look.two_days > 0 && !look.order_proven) {
      text = say::dates_of_two_days(column.heading, look.two_days);
    } else if (!look.unknown.empty()) {
      text = say::words_unknown(column.heading, look.unknown.size());
    }
    problems_.warning(spot(guess.heading_row, column.column), text);
    comment(3, text);
  }

  std::string codes_of(const facts::Field& field) const {
    std::vector<std::string_view> names;
    for (const auto& code : vocabulary_.list(field.target).codes) names.push_back(code.name);
    const bool many = names.size() > 40;
    if (many) names.resize(40);
    return fmt::format("{}{}", fmt::join(names, ", "), many ? ", …" : "");
  }

  /// A column that may mean several things, or none that is known.
  void leave_open(const GuessedSheet& guess, const GuessedColumn& column) {
    std::vector<std::string> choices;
    for (const auto& [entity, field] : column.choices)
      choices.push_back(vocabulary_.entity(entity).name + '.' + field);
    const bool more = choices.size() > kChoices;
    if (more) choices.resize(kChoices);
    if (more) choices.emplace_back("…");
    std::string near;
    if (choices.empty()) near = nearest_field(guess, column.heading);
    const auto text = say::heading_not_placed(column.heading, choices, near);
    problems_.warning(spot(guess.heading_row, column.column), text);
    comment(2, text,
            fmt::format("<column heading=\"{}\" field=\"\"/>", xml_escaped(column.heading)));
  }

  std::string nearest_field(const GuessedSheet& guess, std::string_view heading) const {
    const auto& fields = vocabulary_.entity(guess.records.front().entity).fields;
    std::vector<std::string_view> labels;
    for (const auto& field : fields) labels.push_back(field.label.in(language_));
    const auto near = nearest(heading, labels);
    const auto at = std::ranges::find(labels, near);
    return near.empty() ? std::string()
                        : fields[static_cast<std::size_t>(at - labels.begin())].name;
  }

  const RowStore& store_;
  const facts::Vocabulary& vocabulary_;
  Language language_;
  TableNames names_;
  WrittenReader values_;
  std::vector<facts::Part> parts_;
  intake::Problems problems_;
  std::size_t index_ = 0;
  std::string xml_;
};

}  // namespace

Result<Proposal> propose_mapping(const std::filesystem::path& path,
                                 const facts::Vocabulary& vocabulary, const sheets::Caps& caps,
                                 Language language) {
  RowStore store;
  const auto files = sheets::read_workbook(path, caps, store);
  if (!files) return std::unexpected(files.error());
  return Proposing(path.string(), store, vocabulary, language).run();
}

}  // namespace periksa::forms
