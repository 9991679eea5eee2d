// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/rule_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "auditor/base/nearest.h"
#include "auditor/ruleset/evidence_reader.h"
#include "auditor/ruleset/example_reader.h"
#include "auditor/ruleset/expressions.h"
#include "auditor/ruleset/lets.h"
#include "auditor/ruleset/skeleton.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::ruleset {
namespace {

class RuleReader {
 public:
  RuleReader(const DataFile& file, const Ground& ground) : file_(file), ground_(ground) {}

  Result<Rule> read() {
    const auto root = file_.root();
    if (std::string_view(root.name()) != "rule") {
      return fail(file_.at(root), {"diharapkan <rule>", "expected <rule>"});
    }
    find_slots(root);
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    file_.allow_attributes(root, {"id", "tier", "accounts"}, problems_);
    file_.allow_children(
        root,
        {"title", "subject", "defeats", "version", "missing", "severity", "evidence", "say",
         "remedy", "question", "amount", "with", "allow", "examples"},
        problems_);
    rule_.at = file_.at(root);
    rule_.id = file_.required(root, "id", problems_);
    const auto tier = results::parse_tier(file_.required(root, "tier", problems_));
    if (!tier)
      complain(problems_, rule_.at, "tier harus law, decree atau standard",
               "tier must be law, decree or standard");
    rule_.tier = tier.value_or(results::Tier::law);
    rule_.accounts = split(root.attribute("accounts").value(), " ");
    read_titles(root);
    if (const auto defeats = root.child("defeats"))
      rule_.defeats = file_.required(defeats, "rule", problems_);
    if (!read_subject(root.child("subject"))) return std::unexpected(std::move(problems_));
    read_texts(root);
    for (const auto node : root.children("version")) read_version(root, node);
    if (rule_.versions.empty())
      complain(problems_, rule_.at, "aturan tidak memiliki <version>", "the rule has no <version>");
    for (const auto node : root.children("allow")) read_allow(node);
    read_examples(root);
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return std::move(rule_);
  }

 private:
  /// What `rules new` leaves to the author; nothing else is told before it is written.
  void find_slots(pugi::xml_node node) {
    const auto tell = [&](const Position& at) {
      complain(problems_, at, "isian … ini belum ditulis", "this slot … is not written yet");
    };
    for (const auto attribute : node.attributes()) {
      if (attribute.value() == std::string_view(kSlot)) tell(file_.at(attribute));
    }
    const bool text = one_line(node.text().get()) == kSlot;
    if (text) tell(file_.inside(node, 0));
    for (const auto child : node.children()) {
      if (child.type() == pugi::node_element) find_slots(child);
    }
  }

  void read_titles(pugi::xml_node root) {
    for (const auto title : root.children("title")) {
      file_.allow_attributes(title, {"lang", "met", "breach"}, problems_);
      allow_words(file_, title, "lang", {"id", "en"}, problems_);
      const bool id = std::string_view(title.attribute("lang").value()) == "id";
      (id ? rule_.met.id : rule_.met.en) = one_line(file_.required(title, "met", problems_));
      (id ? rule_.breach.id : rule_.breach.en) =
          one_line(file_.required(title, "breach", problems_));
    }
    need_both(rule_.met, rule_.at, "title", problems_);
  }

  bool read_subject(pugi::xml_node node) {
    if (!node) {
      complain(problems_, rule_.at, "aturan tidak memiliki <subject>", "the rule has no <subject>");
      return false;
    }
    file_.allow_attributes(node, {"each", "as", "of", "event", "planned", "reads"}, problems_);
    const std::string_view each = file_.required(node, "each", problems_);
    const auto entity = ground_.vocabulary->find_entity(each);
    if (!entity) {
      complain(problems_, file_.at(node.attribute("each")),
               unknown_entity(each, *ground_.vocabulary));
      return false;
    }
    rule_.entity = *entity;
    rule_.variables.push_back({std::string(file_.required(node, "as", problems_)), *entity});
    const std::string_view of = node.attribute("of").value();
    const bool in_worker = ground_.vocabulary->entity(*entity).in_worker;
    if (in_worker == of.empty()) {
      complain(problems_, file_.at(node), "of= diperlukan tepat untuk catatan milik pekerja",
               "of= is needed exactly for records of a worker");
      return false;
    }
    if (in_worker) rule_.variables.push_back({std::string(of), ground_.vocabulary->worker()});
    allow_words(file_, node, "reads", {"workers"}, problems_);
    rule_.reads_workers = std::string_view(node.attribute("reads").value()) == "workers";
    if (rule_.reads_workers && rule_.of_worker(*ground_.vocabulary)) {
      complain(problems_, file_.at(node), "aturan atas pekerja tidak boleh membaca pekerja lain",
               "a rule on a worker may not read other workers");
    }
    return read_event(node);
  }

  language::Scope scope() const {
    language::Scope scope;
    scope.vocabulary = ground_.vocabulary;
    scope.limits = ground_.limits;
    scope.variables = rule_.variables;
    scope.whole_filing = rule_.reads_workers;
    scope.has_event = true;
    scope.asked = asked_;
    return scope;
  }

  /// The event's own field needs no question: without an event the rule is not yet due.
  bool read_event(pugi::xml_node node) {
    const std::size_t before = problems_.size();
    const std::string_view event = file_.required(node, "event", problems_);
    if (event == "as-of") return true;
    rule_.event = compile_date(node, "event");
    if (rule_.event) {
      const auto& root = rule_.event->expression.at(rule_.event->expression.root);
      if (root.kind == language::Kind::path) asked_.push_back({root.variable, root.steps});
    }
    if (node.attribute("planned")) rule_.planned = compile_date(node, "planned");
    return problems_.size() == before;
  }

  /// An event may be none by its nature: then the rule is not yet due.
  CheckedPtr compile_date(pugi::xml_node node, const char* attribute) {
    language::Scope open = scope();
    open.has_event = false;
    open.unguarded = true;
    auto checked = compile_operand({&file_, node, node.attribute(attribute)}, open, problems_);
    if (checked && checked->type.type != facts::Type::date) {
      complain(problems_, file_.at(node.attribute(attribute)), "diharapkan sebuah tanggal",
               "expected a date");
    }
    return checked;
  }

  std::optional<Date> date(pugi::xml_node node, const char* name) {
    const auto attribute = node.attribute(name);
    if (!attribute || *attribute.value() == '\0') return std::nullopt;
    const auto day = parse_iso_date(attribute.value());
    if (!day)
      complain(problems_, file_.at(attribute), "tanggal harus TTTT-BB-HH",
               "a date must be YYYY-MM-DD");
    return day;
  }

  void read_version(pugi::xml_node root, pugi::xml_node node) {
    file_.allow_attributes(node, {"from", "to", "sure-from", "sure-to"}, problems_);
    file_.allow_children(node, {"cite", "let", "when", "due", "require"}, problems_);
    Version version;
    version.at = file_.at(node);
    version.window.from = date(node, "from").value_or(Date{});
    version.window.to = date(node, "to").value_or(law::kOpen);
    version.window.sure_from = date(node, "sure-from").value_or(version.window.from);
    version.window.sure_to = date(node, "sure-to").value_or(version.window.to);
    file_.required(node, "from", problems_);
    for (const auto cite : node.children("cite")) read_cite(cite, version);
    language::Scope names = scope();
    for (const auto let : node.children("let"))
      read_let(file_, let, names, version.lets, problems_);
    if (const auto when = node.child("when"))
      version.when = compile_condition({&file_, when, {}}, names, problems_);
    if (version.when) {
      const auto asked = language::asked_by(version.when->expression);
      names.asked.insert(names.asked.end(), asked.begin(), asked.end());
    }
    if (const auto due = node.child("due")) {
      const Written written{&file_, due, {}};
      version.due = compile_operand(written, names, problems_);
      if (version.due && version.due->type.type != facts::Type::date)
        complain(problems_, written.at(0), "diharapkan sebuah tanggal", "expected a date");
    }
    const auto require = node.child("require");
    if (require) {
      version.require = compile_condition({&file_, require, {}}, names, problems_);
    } else {
      complain(problems_, version.at, "<version> tidak memiliki <require>",
               "<version> has no <require>");
    }
    read_arguments(version, names);
    read_amount(root.child("amount"), version, names);
    std::vector<const Checked*> users{version.when.get(), version.due.get(), version.require.get(),
                                      version.amount.get()};
    for (const auto& [name, argument] : version.arguments) users.push_back(argument.get());
    check_lets(file_, node, rule_.variables, users, problems_);
    rule_.versions.push_back(std::move(version));
  }

  void read_cite(pugi::xml_node node, Version& version) {
    file_.allow_attributes(node, {"provision", "proves"}, problems_);
    allow_words(file_, node, "proves", {"act", "limit", "duty", "deadline", "definition"},
                problems_);
    const std::string_view citation = file_.required(node, "provision", problems_);
    const auto* provision = ground_.law->find(citation);
    if (provision) {
      version.cites.push_back({provision, node.attribute("proves").value(), file_.at(node)});
      return;
    }
    complain(problems_, file_.at(node.attribute("provision")),
             unknown_citation(citation, *ground_.law));
  }

  void read_arguments(Version& version, const language::Scope& names) {
    for (const auto& [verdict, sentence] : rule_.sentences) {
      for (const auto& name : placeholders(sentence.id)) {
        if (version.arguments.contains(name)) continue;
        language::Scope open = names;
        open.unguarded = true;
        auto checked = compile_operand(name, rule_.at, open, problems_);
        if (checked) version.arguments.emplace(name, std::move(checked));
      }
    }
  }

  void read_amount(pugi::xml_node node, Version& version, const language::Scope& names) {
    if (!node) return;
    file_.allow_attributes(node, {"as", "value", "of"}, problems_);
    rule_.amount_kind = file_.required(node, "as", problems_);
    rule_.amount_of = node.attribute("of").value();
    file_.required(node, "value", problems_);
    version.amount = compile_operand({&file_, node, node.attribute("value")}, names, problems_);
    if (version.amount && version.amount->type.type != facts::Type::money) {
      complain(problems_, file_.at(node), "nilai ini bukan uang", "this value is not money");
    }
  }

  void read_texts(pugi::xml_node root) {
    std::set<std::string> verdicts;
    for (const auto say : root.children("say")) {
      file_.allow_attributes(say, {"verdict", "lang"}, problems_);
      allow_words(file_, say, "verdict", {"breach", "suspected", "insufficient", "excused"},
                  problems_);
      verdicts.emplace(file_.required(say, "verdict", problems_));
    }
    verdicts.insert(rule_.is_exception() ? "excused" : "breach");
    for (const auto& verdict : verdicts) {
      Bilingual text = both_languages(root, "say", "verdict", verdict);
      need_both(text, rule_.at, "say", problems_);
      need_same_placeholders(text, file_.at(root.child("say")), problems_);
      rule_.sentences.emplace(verdict, std::move(text));
    }
    read_remedies(root);
    rule_.question = both_languages(root, "question");
    if (!rule_.is_exception()) need_both(rule_.question, rule_.at, "question", problems_);
    for (const auto with : root.children("with"))
      rule_.with.emplace_back(file_.required(with, "rule", problems_));
    const auto severity =
        results::parse_severity(root.child("severity").attribute("breach").value());
    if (!severity && !rule_.is_exception()) {
      complain(problems_, rule_.at, "<severity breach=\"minor|major|critical\"/> tidak ada",
               "<severity breach=\"minor|major|critical\"/> is missing");
    }
    rule_.severity = severity.value_or(results::Severity::major);
    rule_.evidence = read_evidence(file_, root.child("evidence"), rule_.variables,
                                   *ground_.vocabulary, problems_);
    rule_.asks = read_asks(file_, root, rule_.variables, *ground_.vocabulary, problems_);
  }

  void read_remedies(pugi::xml_node root) {
    for (const auto node : root.children("remedy")) {
      file_.allow_attributes(node, {"who", "lang"}, problems_);
      const std::string who(file_.required(node, "who", problems_));
      const std::string_view lang = node.attribute("lang").value();
      auto at =
          std::find_if(rule_.remedies.begin(), rule_.remedies.end(), [&](const RuleRemedy& remedy) {
            return remedy.who == who && (lang == "id" ? remedy.text.id : remedy.text.en).empty();
          });
      if (at == rule_.remedies.end()) at = rule_.remedies.insert(at, {who, {}});
      (lang == "id" ? at->text.id : at->text.en) = one_line(node.text().get());
    }
    for (const auto& remedy : rule_.remedies) need_both(remedy.text, rule_.at, "remedy", problems_);
    if (rule_.remedies.empty() && !rule_.is_exception())
      need_both({}, rule_.at, "remedy", problems_);
  }

  void read_allow(pugi::xml_node node) {
    file_.allow_attributes(node, {"lint", "part"}, problems_);
    file_.allow_children(node, {"why"}, problems_);
    Allow allow{std::string(file_.required(node, "lint", problems_)),
                one_line(node.attribute("part").value()), both_languages(node, "why"),
                file_.at(node)};
    if (std::ranges::find(kLints, allow.lint) == kLints.end()) {
      complain(problems_, allow.at,
               fmt::format("lint=\"{}\" tidak dikenal; pilihannya: {}", allow.lint,
                           fmt::join(kLints, ", ")),
               fmt::format("lint=\"{}\" is not known; it may be: {}", allow.lint,
                           fmt::join(kLints, ", ")));
    }
    need_both(allow.why, allow.at, "why", problems_);
    rule_.allows.push_back(std::move(allow));
  }

  void read_examples(pugi::xml_node root) {
    auto examples = ruleset::read_examples(file_, root, {"aturan", "the rule"}, problems_);
    rule_.example_base = std::move(examples.base);
    rule_.examples = std::move(examples.list);
    for (const auto& example : rule_.examples) {
      if (results::parse_verdict(example.expect)) continue;
      complain(problems_, example.at, "expect= bukan sebuah putusan", "expect= is not a verdict");
    }
  }

  const DataFile& file_;
  const Ground& ground_;
  Rule rule_;
  std::vector<language::Asked> asked_;
  Diagnostics problems_;
};

}  // namespace

Result<Rule> read_rule(const DataFile& file, const Ground& ground) {
  return RuleReader(file, ground).read();
}

}  // namespace periksa::ruleset
