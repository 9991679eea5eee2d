// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/papers.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/nearest.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::ruleset {
namespace {

class PapersReader {
 public:
  PapersReader(const DataFile& file, const facts::Vocabulary& vocabulary, const law::Register& law)
      : file_(file), vocabulary_(vocabulary), law_(law) {}

  Result<Papers> read() {
    const auto root = file_.root();
    if (std::string_view(root.name()) != "papers")
      complain(problems_, file_.at(root), "diharapkan <papers>", "expected <papers>");
    file_.allow_children(root, {"basis", "table", "steps"}, problems_);
    for (const auto node : root.children("basis")) read_basis(node);
    for (const auto node : root.children()) {
      const std::string_view name = node.name();
      if (name == "table" || name == "steps") read_table(node, name == "steps");
    }
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return std::move(papers_);
  }

 private:
  template <class List>
  std::string new_id(pugi::xml_node node, const List& list) {
    std::string id(file_.required(node, "id", problems_));
    const bool taken = std::ranges::any_of(list, [&](const auto& one) { return one.id == id; });
    if (taken)
      complain(problems_, file_.at(node), fmt::format("id \"{}\" sudah dipakai", id),
               fmt::format("the id \"{}\" is taken", id));
    return id;
  }

  void read_basis(pugi::xml_node node) {
    file_.allow_attributes(node, {"id", "authority", "provisions"}, problems_);
    Papers::Basis basis;
    basis.id = new_id(node, papers_.bases);
    basis.authority = node.attribute("authority").value();
    if (!basis.authority.empty() && !law_.authority(basis.authority, law::kOpen.plus_days(-1)))
      complain(problems_, file_.at(node.attribute("authority")),
               fmt::format("pejabat \"{}\" tidak ada dalam register", basis.authority),
               fmt::format("the register has no authority \"{}\"", basis.authority));
    for (const auto& word : split(file_.required(node, "provisions", problems_), " ")) {
      const auto* provision = law_.find(word);
      if (provision) basis.provisions.push_back(provision);
      if (!provision)
        complain(problems_, file_.at(node.attribute("provisions")), unknown_citation(word, law_));
    }
    papers_.bases.push_back(std::move(basis));
  }

  void read_table(pugi::xml_node node, bool steps) {
    Papers::Table table;
    table.steps = steps;
    if (steps) {
      file_.allow_attributes(node, {"id", "of", "fields"}, problems_);
    } else {
      file_.allow_attributes(node, {"id", "of", "each", "fields"}, problems_);
    }
    file_.allow_children(node, {"title"}, problems_);
    table.id = new_id(node, papers_.tables);
    table.title = both_languages(node, "title");
    need_both(table.title, file_.at(node), "title", problems_);
    allow_words(file_, node, "of", {"findings", "indications"}, problems_);
    if (std::string_view(node.attribute("of").value()) == "indications")
      table.of = Papers::Table::Of::indications;
    const std::string each(steps ? "" : file_.required(node, "each", problems_));
    for (const auto& word : split(file_.required(node, "fields", problems_), " "))
      add_column(node, steps ? word : each + '.' + word, table);
    papers_.tables.push_back(std::move(table));
  }

  /// "payment.paid_on".
  void add_column(pugi::xml_node node, const std::string& word, Papers::Table& table) {
    const auto at = file_.at(node.attribute("fields"));
    const auto dot = word.find('.');
    const auto name = word.substr(0, dot);
    const auto entity = vocabulary_.find_entity(name);
    if (!entity) return complain(problems_, at, unknown_entity(name, vocabulary_));
    const auto field = dot == std::string::npos
                           ? std::nullopt
                           : vocabulary_.entity(*entity).find(word.substr(dot + 1));
    if (!field)
      return complain(problems_, at, fmt::format("field \"{}\" tidak ada", word),
                      fmt::format("there is no field \"{}\"", word));
    const bool dated = vocabulary_.entity(*entity).fields[*field].type == facts::Type::date;
    const bool of_worker = *entity == vocabulary_.worker() || vocabulary_.entity(*entity).in_worker;
    if (table.steps && (!dated || !of_worker))
      return complain(problems_, at, fmt::format("\"{}\" bukan tanggal milik pekerja", word),
                      fmt::format("\"{}\" is no date of a worker", word));
    table.columns.push_back({*entity, *field});
  }

  const DataFile& file_;
  const facts::Vocabulary& vocabulary_;
  const law::Register& law_;
  Papers papers_;
  Diagnostics problems_;
};

}  // namespace

Result<Papers> read_papers(const DataFile& file, const facts::Vocabulary& vocabulary,
                           const law::Register& law) {
  return PapersReader(file, vocabulary, law).read();
}

}  // namespace periksa::ruleset
