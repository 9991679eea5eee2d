// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/indicator.h"

#include <algorithm>
#include <utility>

#include "auditor/ruleset/example_reader.h"
#include "auditor/ruleset/expressions.h"
#include "auditor/ruleset/lets.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::ruleset {
namespace {

bool is_secret(facts::Privacy privacy) {
  return privacy == facts::Privacy::sensitive || privacy == facts::Privacy::free;
}

/// Whether a condition reads what must not be told, or runs over records that hold nothing else.
bool reads_secrets(const language::Expression& expression, const facts::Vocabulary& vocabulary) {
  const auto secret = [](const facts::Field& field) { return is_secret(field.privacy); };
  for (const auto& node : expression.nodes) {
    for (std::size_t i = 0; i < node.steps.size(); ++i) {
      if (secret(vocabulary.entity(node.owners[i]).fields[node.steps[i]])) return true;
    }
    if (language::is_loop(node.kind) &&
        std::ranges::all_of(vocabulary.entity(node.entity).fields, secret))
      return true;
  }
  return false;
}

class IndicatorReader {
 public:
  IndicatorReader(const DataFile& file, const Ground& ground) : file_(file), ground_(ground) {}

  Result<Indicator> read() {
    const auto root = file_.root();
    if (std::string_view(root.name()) != "indicator")
      return fail(file_.at(root), {"diharapkan <indicator>", "expected <indicator>"});
    file_.allow_attributes(root, {"id", "accounts", "weight", "group", "confidential"}, problems_);
    file_.allow_children(root, {"title", "subject", "let", "sign", "question", "examples"},
                         problems_);
    indicator_.at = file_.at(root);
    indicator_.id = file_.required(root, "id", problems_);
    indicator_.accounts = split(root.attribute("accounts").value(), " ");
    file_.required(root, "weight", problems_);
    allow_words(file_, root, "weight", {"strong", "plain"}, problems_);
    indicator_.strong = std::string_view(root.attribute("weight").value()) == "strong";
    const std::string_view group = root.attribute("group").value();
    indicator_.group = group.empty() ? indicator_.id : std::string(group);
    allow_words(file_, root, "confidential", {"yes"}, problems_);
    indicator_.confidential = !root.attribute("confidential").empty();
    indicator_.title = text(root, "title");
    indicator_.question = text(root, "question");
    if (read_subject(root.child("subject"))) read_sign(root);
    read_examples(root);
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return std::move(indicator_);
  }

 private:
  Bilingual text(pugi::xml_node root, const char* name) {
    Bilingual text = both_languages(root, name);
    need_both(text, indicator_.at, name, problems_);
    if (!placeholders(text.id).empty() || !placeholders(text.en).empty()) {
      complain(problems_, file_.at(root.child(name)), "teks penanda tidak memakai {…}",
               "the texts of an indicator have no {…}");
    }
    return text;
  }

  bool read_subject(pugi::xml_node node) {
    if (!node) {
      complain(problems_, indicator_.at, "penanda tidak memiliki <subject>",
               "the indicator has no <subject>");
      return false;
    }
    file_.allow_attributes(node, {"each", "as"}, problems_);
    file_.required(node, "each", problems_);
    allow_words(file_, node, "each", {"worker"}, problems_);
    const std::string name(file_.required(node, "as", problems_));
    indicator_.variables.push_back({name, ground_.vocabulary->worker()});
    return true;
  }

  void read_sign(pugi::xml_node root) {
    language::Scope scope;
    scope.vocabulary = ground_.vocabulary;
    scope.limits = ground_.limits;
    scope.variables = indicator_.variables;
    for (const auto let : root.children("let"))
      read_let(file_, let, scope, indicator_.lets, problems_);
    const auto sign = root.child("sign");
    if (!sign) {
      complain(problems_, indicator_.at, "penanda tidak memiliki <sign>",
               "the indicator has no <sign>");
      return;
    }
    indicator_.sign = compile_condition({&file_, sign, {}}, scope, problems_);
    check_lets(file_, root, indicator_.variables, {indicator_.sign.get()}, problems_);
    if (indicator_.sign) check_sign(sign);
  }

  void check_sign(pugi::xml_node sign) {
    const auto& expression = indicator_.sign->expression;
    if (std::ranges::any_of(expression.nodes, &language::Node::this_version)) {
      complain(problems_, file_.at(sign), "penanda tidak memiliki versi hukum",
               "an indicator has no version of the law");
    }
    if (indicator_.confidential || !reads_secrets(expression, *ground_.vocabulary)) return;
    complain(problems_, file_.at(sign),
             "tanda ini membaca hal yang peka: tulis confidential=\"yes\" dan judul yang netral",
             "this sign reads what is sensitive: write confidential=\"yes\" and a neutral title");
  }

  void read_examples(pugi::xml_node root) {
    auto examples = ruleset::read_examples(file_, root, {"penanda", "the indicator"}, problems_);
    indicator_.example_base = std::move(examples.base);
    indicator_.examples = std::move(examples.list);
    for (const auto child : root.child("examples").children("example"))
      allow_words(file_, child, "expect", {"raised", "quiet", "open"}, problems_);
  }

  const DataFile& file_;
  const Ground& ground_;
  Indicator indicator_;
  Diagnostics problems_;
};

}  // namespace

Result<Indicator> read_indicator(const DataFile& file, const Ground& ground) {
  return IndicatorReader(file, ground).read();
}

}  // namespace periksa::ruleset
