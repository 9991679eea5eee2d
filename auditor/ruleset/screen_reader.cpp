// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "auditor/base/decimal.h"
#include "auditor/base/nearest.h"
#include "auditor/ruleset/indicator.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::ruleset {
namespace {

class ScreenReader {
 public:
  ScreenReader(const DataFile& file, const facts::Vocabulary& vocabulary)
      : file_(file), vocabulary_(vocabulary) {}

  Result<Screen> read() {
    const auto root = file_.root();
    if (std::string_view(root.name()) != "screen")
      return fail(file_.at(root), {"diharapkan <screen>", "expected <screen>"});
    file_.allow_attributes(root, {"id", "least", "strong", "referral", "by"}, problems_);
    file_.allow_children(root, {"title", "say", "body"}, problems_);
    screen_.at = file_.at(root);
    screen_.id = file_.required(root, "id", problems_);
    screen_.referral = word(root, "referral", "yes", "no");
    screen_.by_worker = word(root, "by", "worker", "indicator");
    screen_.least = count(root, "least").value_or(1);
    screen_.strong = count(root, "strong");
    file_.required(root, "least", problems_);
    if (!screen_.by_worker && (screen_.least > 1 || screen_.strong || screen_.referral)) {
      complain(problems_, screen_.at,
               "by=\"indicator\" tidak menghitung: least=\"1\", tanpa strong, tidak merujuk",
               "by=\"indicator\" counts nothing: least=\"1\", no strong, no referral");
    }
    screen_.title = text(root, "title", {});
    const std::vector<std::string_view> by_worker{"signs", "worker"};
    screen_.say =
        text(root, "say", screen_.by_worker ? by_worker : std::vector<std::string_view>{"count"});
    for (const auto body : root.children("body")) read_body(body);
    if (screen_.referral && screen_.bodies.empty()) {
      complain(problems_, screen_.at, "rujukan memerlukan <body>", "a referral needs a <body>");
    }
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return std::move(screen_);
  }

 private:
  bool word(pugi::xml_node node, const char* name, std::string_view yes, std::string_view no) {
    file_.required(node, name, problems_);
    allow_words(file_, node, name, {yes, no}, problems_);
    return node.attribute(name).value() == yes;
  }

  std::optional<std::int64_t> count(pugi::xml_node node, const char* name) {
    const auto attribute = node.attribute(name);
    if (!attribute) return std::nullopt;
    const auto number = parse_integer(attribute.value());
    if (number && *number >= 1) return *number;
    complain(problems_, file_.at(attribute), fmt::format("{}= harus sedikitnya 1", name),
             fmt::format("{}= must be 1 or more", name));
    return std::nullopt;
  }

  /// Both languages with the same placeholders, each of them one that is filled in.
  Bilingual text(pugi::xml_node root, const char* name,
                 const std::vector<std::string_view>& allowed) {
    Bilingual text = both_languages(root, name);
    need_both(text, screen_.at, name, problems_);
    need_same_placeholders(text, file_.at(root.child(name)), problems_);
    for (const auto& one : placeholders(text.id)) {
      if (std::ranges::find(allowed, one) != allowed.end()) continue;
      complain(problems_, file_.at(root.child(name)), fmt::format("{{{}}} tidak diisi", one),
               fmt::format("{{{}}} is not filled in", one));
    }
    return text;
  }

  void read_body(pugi::xml_node node) {
    file_.allow_attributes(node, {"code"}, problems_);
    file_.allow_children(node, {"when"}, problems_);
    const std::string code(file_.required(node, "code", problems_));
    const auto id = vocabulary_.find_list("referral_body");
    const auto at = id ? vocabulary_.list(*id).find(code) : std::nullopt;
    if (!at) {
      const std::string near(id ? nearest(code, names_of(vocabulary_.list(*id).codes)) : "");
      complain(problems_, file_.at(node.attribute("code")),
               with_nearest({fmt::format("lembaga \"{}\" tidak dikenal", code),
                             fmt::format("unknown body \"{}\"", code)},
                            near));
      return;
    }
    const Bilingual when = both_languages(node, "when");
    if (node.child("when")) need_both(when, file_.at(node), "when", problems_);
    screen_.bodies.push_back(
        {code, vocabulary_.list(*id).codes[static_cast<std::size_t>(*at)].label, when});
  }

  const DataFile& file_;
  const facts::Vocabulary& vocabulary_;
  Screen screen_;
  Diagnostics problems_;
};

}  // namespace

Result<Screen> read_screen(const DataFile& file, const facts::Vocabulary& vocabulary) {
  return ScreenReader(file, vocabulary).read();
}

}  // namespace periksa::ruleset
