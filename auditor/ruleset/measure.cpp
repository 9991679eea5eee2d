// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/measure.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/decimal.h"
#include "auditor/base/nearest.h"
#include "auditor/ruleset/example_reader.h"
#include "auditor/ruleset/expressions.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::ruleset {
namespace {

using facts::Type;

class MeasureReader {
 public:
  MeasureReader(const DataFile& file, const Ground& ground) : file_(file), ground_(ground) {}

  Result<Measure> read() {
    const auto root = file_.root();
    if (std::string_view(root.name()) != "measure") {
      complain(problems_, file_.at(root), "diharapkan <measure>", "expected <measure>");
      return std::unexpected(std::move(problems_));
    }
    file_.allow_attributes(root, {"id", "kind", "accounts"}, problems_);
    file_.allow_children(root,
                         {"title", "say", "subject", "when", "group", "income", "cost", "refund",
                          "rates", "examples"},
                         problems_);
    measure_.at = file_.at(root);
    measure_.id = file_.required(root, "id", problems_);
    measure_.accounts = split(root.attribute("accounts").value(), " ");
    file_.required(root, "kind", problems_);
    allow_words(file_, root, "kind", {"months-of-pay"}, problems_);
    measure_.title = both_languages(root, "title");
    measure_.say = both_languages(root, "say");
    need_both(measure_.title, measure_.at, "title", problems_);
    need_both(measure_.say, measure_.at, "say", problems_);
    if (!read_subject(root.child("subject"))) return std::unexpected(std::move(problems_));
    if (const auto when = root.child("when"))
      measure_.when = compile_condition({&file_, when, {}}, of_worker(), problems_);
    for (const auto node : root.children("group")) read_group(node);
    read_lines(root, "income", measure_.incomes);
    read_lines(root, "cost", measure_.costs);
    for (const auto node : root.children("refund")) read_line(node, measure_.refunds);
    read_rates(root.child("rates"));
    read_examples(root);
    need_groups();
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return std::move(measure_);
  }

 private:
  bool read_subject(pugi::xml_node node) {
    if (!node) {
      complain(problems_, measure_.at, "ukuran tidak memiliki <subject>",
               "the measure has no <subject>");
      return false;
    }
    file_.allow_attributes(node, {"each", "as"}, problems_);
    worker_ = file_.required(node, "as", problems_);
    if (file_.required(node, "each", problems_) == "worker") return true;
    complain(problems_, file_.at(node), "ukuran ini menghitung pekerja: each=\"worker\"",
             "this measure counts workers: each=\"worker\"");
    return false;
  }

  language::Scope of_worker() const {
    language::Scope scope;
    scope.vocabulary = ground_.vocabulary;
    scope.limits = ground_.limits;
    scope.variables.push_back({worker_, ground_.vocabulary->worker()});
    return scope;
  }

  void read_group(pugi::xml_node node) {
    file_.allow_attributes(node, {"by", "value"}, problems_);
    const std::string_view by = file_.required(node, "by", problems_);
    const auto at = std::find(kGroupings.begin(), kGroupings.end(), by);
    allow_words(file_, node, "by", {kGroupings[0], kGroupings[1], kGroupings[2]}, problems_);
    file_.required(node, "value", problems_);
    if (at == kGroupings.end()) return;
    auto& group = measure_.groups.at(static_cast<std::size_t>(at - kGroupings.begin()));
    if (group.value) {
      return complain(problems_, file_.at(node), fmt::format("by=\"{}\" sudah ada", by),
                      fmt::format("by=\"{}\" stands twice", by));
    }
    group.value = compile_operand({&file_, node, node.attribute("value")}, of_worker(), problems_);
    if (group.value && !expect(group.value, Type::code, file_.at(node.attribute("value")))) return;
    if (group.value) group.list = group.value->type.target;
  }

  void need_groups() {
    for (std::size_t i = 0; i < kGroupings.size(); ++i) {
      if (measure_.groups.at(i).value || !problems_.empty()) continue;
      complain(problems_, measure_.at, fmt::format("<group by=\"{}\"> tidak ada", kGroupings.at(i)),
               fmt::format("<group by=\"{}\"> is missing", kGroupings.at(i)));
    }
  }

  bool expect(const CheckedPtr& checked, Type type, const Position& at) {
    if (checked->type.type == type) return true;
    complain(problems_, at, fmt::format("diharapkan jenis {}", facts::to_string(type)),
             fmt::format("expected the type {}", facts::to_string(type)));
    return false;
  }

  void read_lines(pugi::xml_node root, const char* name, std::vector<Measure::Line>& lines) {
    for (const auto node : root.children(name)) read_line(node, lines);
    if (root.child(name)) return;
    complain(problems_, measure_.at, fmt::format("ukuran tidak memiliki <{}>", name),
             fmt::format("the measure has no <{}>", name));
  }

  void read_line(pugi::xml_node node, std::vector<Measure::Line>& lines) {
    const bool income = std::string_view(node.name()) == "income";
    const bool cost = std::string_view(node.name()) == "cost";
    if (income) {
      file_.allow_attributes(node, {"each", "as", "value"}, problems_);
      file_.allow_children(node, {"where"}, problems_);
    } else {
      file_.allow_attributes(node, {"part", "each", "as", "value", "on"}, problems_);
      file_.allow_children(node, {"where", "surely"}, problems_);
    }
    Measure::Line line;
    if (cost) line.part = file_.required(node, "part", problems_);
    const auto entity = entity_of(node, true);
    const std::string_view name = file_.required(node, "as", problems_);
    file_.required(node, "value", problems_);
    if (!income) file_.required(node, "on", problems_);
    if (!entity || name.empty()) return;
    line.entity = *entity;
    language::Scope scope = of_worker();
    scope.variables.insert(scope.variables.begin(), {std::string(name), *entity});
    if (name == worker_) {
      return complain(problems_, file_.at(node), fmt::format("nama \"{}\" sudah dipakai", name),
                      fmt::format("the name \"{}\" is taken", name));
    }
    line.value = operand(node, "value", scope, Type::money);
    if (!income) line.on = operand(node, "on", scope, Type::date);
    if (const auto where = node.child("where"))
      line.where = compile_condition({&file_, where, {}}, scope, problems_);
    if (const auto surely = node.child("surely"))
      line.surely = compile_condition({&file_, surely, {}}, scope, problems_);
    lines.push_back(std::move(line));
  }

  /// A value that may be none by its nature adds nothing, so no question is asked before.
  CheckedPtr operand(pugi::xml_node node, const char* attribute, language::Scope scope, Type type) {
    scope.unguarded = true;
    auto checked = compile_operand({&file_, node, node.attribute(attribute)}, scope, problems_);
    if (checked) expect(checked, type, file_.at(node.attribute(attribute)));
    return checked;
  }

  std::optional<facts::EntityId> entity_of(pugi::xml_node node, bool in_worker) {
    const std::string_view each = file_.required(node, "each", problems_);
    const auto& vocabulary = *ground_.vocabulary;
    const auto entity = vocabulary.find_entity(each);
    if (each.empty()) return std::nullopt;
    if (!entity) {
      complain(problems_, file_.at(node.attribute("each")), unknown_entity(each, vocabulary));
      return std::nullopt;
    }
    if (vocabulary.entity(*entity).in_worker == in_worker && *entity != vocabulary.worker())
      return entity;
    complain(problems_, file_.at(node.attribute("each")),
             in_worker ? "diharapkan catatan milik pekerja" : "diharapkan catatan bersama",
             in_worker ? "expected a record of a worker" : "expected a shared record");
    return std::nullopt;
  }

  void read_rates(pugi::xml_node node) {
    if (!node) {
      return complain(problems_, measure_.at, "ukuran tidak memiliki <rates>",
                      "the measure has no <rates>");
    }
    file_.allow_attributes(node, {"each", "from", "to", "rate", "on"}, problems_);
    const auto entity = entity_of(node, false);
    if (!entity) return;
    measure_.rates.entity = *entity;
    measure_.rates.from = field(node, "from", *entity, Type::code);
    measure_.rates.to = field(node, "to", *entity, Type::code);
    measure_.rates.rate = field(node, "rate", *entity, Type::decimal);
    measure_.rates.on = field(node, "on", *entity, Type::date);
  }

  facts::FieldId field(pugi::xml_node node, const char* attribute, facts::EntityId entity,
                       Type type) {
    const std::string_view name = file_.required(node, attribute, problems_);
    const auto& declared = ground_.vocabulary->entity(entity);
    const auto found = declared.find(name);
    const bool fits = found && declared.fields[*found].type == type &&
                      (type != Type::code || is_currency(declared.fields[*found]));
    if (fits) return *found;
    if (name.empty()) return 0;
    complain(problems_, file_.at(node.attribute(attribute)),
             fmt::format("\"{}\" bukan field {} yang sesuai", name, declared.name),
             fmt::format("\"{}\" is no fitting field of {}", name, declared.name));
    return 0;
  }

  bool is_currency(const facts::Field& field) const {
    return ground_.vocabulary->list(field.target).name == "currency";
  }

  void read_examples(pugi::xml_node root) {
    auto examples = ruleset::read_examples(file_, root, {"ukuran", "the measure"}, problems_);
    measure_.example_base = std::move(examples.base);
    measure_.examples = std::move(examples.list);
    for (const auto& example : measure_.examples) check_example(example);
  }

  void check_example(const Example& example) {
    if (example.expect != "none" && !parse_figure(example.expect)) {
      complain(problems_, example.at,
               "expect= harus \"4.20\", \"4.20..6.10\", \"5.00..\" atau \"none\"",
               "expect= must be \"4.20\", \"4.20..6.10\", \"5.00..\" or \"none\"");
    }
    if ((example.expect == "none") == example.reason.empty()) {
      complain(problems_, example.at, "reason= diperlukan tepat untuk expect=\"none\"",
               "reason= is needed exactly for expect=\"none\"");
    }
  }

  const DataFile& file_;
  const Ground& ground_;
  std::string worker_;
  Measure measure_;
  Diagnostics problems_;
};

/// Exactly two places, as figures are written.
std::optional<std::int64_t> hundredths(std::string_view text) {
  const auto point = text.find('.');
  const auto value = parse_decimal(text);
  if (!value || value->millionths < 0 || point == std::string_view::npos) return std::nullopt;
  if (point + 3 != text.size()) return std::nullopt;
  return value->millionths / (kDecimalOne / 100);
}

}  // namespace

std::optional<ExpectedFigure> parse_figure(std::string_view text) {
  const auto dots = text.find("..");
  const auto low = hundredths(text.substr(0, dots));
  if (!low) return std::nullopt;
  if (dots == std::string_view::npos) return ExpectedFigure{*low, low};
  const std::string_view upper = text.substr(dots + 2);
  if (upper.empty()) return ExpectedFigure{*low, std::nullopt};
  const auto high = hundredths(upper);
  if (!high || *high < *low) return std::nullopt;
  return ExpectedFigure{*low, high};
}

Result<Measure> read_measure(const DataFile& file, const Ground& ground) {
  return MeasureReader(file, ground).read();
}

}  // namespace periksa::ruleset
