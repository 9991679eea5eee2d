// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/skeleton.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/data_file.h"
#include "auditor/base/nearest.h"
#include "auditor/base/xml_escape.h"
#include "auditor/facts/vocabulary.h"
#include "auditor/law/register.h"
#include "auditor/results/verdict.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::ruleset {
namespace fs = std::filesystem;
namespace {

/// A comment may not hold two hyphens.
std::string commented(std::string text) {
  for (auto at = text.find("--"); at != std::string::npos; at = text.find("--"))
    text.replace(at, 2, "–");
  return text;
}

class Writer {
 public:
  Writer(fs::path rules, const NewRule& wanted) : rules_(std::move(rules)), wanted_(wanted) {}

  Result<Skeleton> run() {
    auto vocabulary = facts::Vocabulary::load(rules_);
    if (!vocabulary) return std::unexpected(std::move(vocabulary.error()));
    auto law = law::Register::load(rules_);
    if (!law) return std::unexpected(std::move(law.error()));
    find_provision(*law);
    find_subject(*vocabulary);
    find_base();
    if (!results::parse_tier(wanted_.tier))
      tell("tier harus law, decree atau standard", "tier must be law, decree or standard");
    if (provision_) check_id();
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return Skeleton{file_, write(*vocabulary)};
  }

 private:
  void tell(std::string id, std::string en) { tell({std::move(id), std::move(en)}); }
  void tell(Bilingual text) { complain(problems_, {wanted_.id}, std::move(text)); }

  void find_provision(const law::Register& law) {
    provision_ = law.find(wanted_.cite);
    if (provision_) return;
    tell(unknown_citation(wanted_.cite, law));
  }

  void find_subject(const facts::Vocabulary& vocabulary) {
    if (const auto id = vocabulary.find_entity(wanted_.subject)) {
      entity_ = &vocabulary.entity(*id);
      return;
    }
    tell(unknown_entity(wanted_.subject, vocabulary));
  }

  void find_base() {
    std::vector<std::string> bases;
    for (const auto& file : xml_files_below(rules_ / "examples")) bases.push_back(file.stem());
    if (std::ranges::find(bases, wanted_.base) != bases.end()) return;
    tell(fmt::format("tidak ada examples/{}.xml; pilihannya: {}", wanted_.base,
                     fmt::join(bases, ", ")),
         fmt::format("there is no examples/{}.xml; it may be: {}", wanted_.base,
                     fmt::join(bases, ", ")));
  }

  /// INSTRUMENT#CLAUSE is the place of INSTRUMENT/CLAUSE/NUMBER.
  void check_id() {
    std::string start = provision_->id;
    start.replace(start.find('#'), 1, "/");
    const std::string number =
        wanted_.id.starts_with(start + '/') ? wanted_.id.substr(start.size() + 1) : std::string();
    const bool counted = !number.empty() && number.size() <= 3 && number[0] != '0' &&
                         std::ranges::all_of(number, [](char c) { return '0' <= c && c <= '9'; });
    if (!counted) {
      return tell(fmt::format("id \"{}\" tidak cocok dengan rujukannya; tulis {}/1, {}/2 …",
                              wanted_.id, start, start),
                  fmt::format("the id \"{}\" does not fit the citation; write {}/1, {}/2 …",
                              wanted_.id, start, start));
    }
    file_ = fs::path("duties") / (start + '-' + number + ".xml");
    if (fs::exists(rules_ / file_)) return taken(file_);
    for (const auto& path : xml_files_below(rules_ / "duties")) {
      const auto file = DataFile::load(path);
      const bool same = file && file->root().attribute("id").value() == wanted_.id;
      if (same) return taken(path.lexically_relative(rules_));
    }
  }

  void taken(const fs::path& by) {
    tell(fmt::format("id {} sudah dipakai di {}", wanted_.id, by.generic_string()),
         fmt::format("the id {} is taken by {}", wanted_.id, by.generic_string()));
  }

  std::string write(const facts::Vocabulary& vocabulary) const {
    const bool standard = wanted_.tier == "standard";
    std::string out = "<!-- SPDX-License-Identifier: Apache-2.0 -->\n";
    out += fmt::format("<rule id=\"{}\" tier=\"{}\" accounts=\"{}\">\n", wanted_.id, wanted_.tier,
                       fmt::join(provision_->rows, " "));
    out += law_as_comment();
    for (const char* lang : {"id", "en"})
      out += fmt::format("  <title lang=\"{}\" met=\"…\" breach=\"…\"/>\n", lang);
    out += subject(vocabulary);
    for (const auto& text : provision_->versions) out += version(text.window);
    out += "  <severity breach=\"…\"/>\n";
    out += "  <evidence>\n    <show fact=\"…\"/>\n  </evidence>\n";
    out +=
        both("say", "verdict=\"breach\" ") + both("remedy", "who=\"P3MI\" ") + both("question", "");
    out += fmt::format("  <examples base=\"{}\">\n", wanted_.base);
    out += "    <example expect=\"met\"/>\n";
    out += fmt::format("    <example expect=\"{}\" set=\"…\"/>\n",
                       standard ? "observation" : "breach");
    out += "    <example expect=\"not-applicable\" set=\"…\"/>\n";
    out += "    <example expect=\"insufficient\" set=\"…\" drop=\"…\"/>\n";
    out += "    <example expect=\"not-in-force\" set=\"…\"/>\n";
    return out + "  </examples>\n</rule>\n";
  }

  std::string law_as_comment() const {
    std::string out;
    for (const auto& text : provision_->versions) {
      out += fmt::format("  <!-- {} ({}), {}:\n       {}\n       {} -->\n", provision_->cite,
                         to_iso(text.window.from), fmt::join(text.binds, " "),
                         commented(text.paraphrase.id), commented(text.paraphrase.en));
    }
    return out;
  }

  std::string subject(const facts::Vocabulary& vocabulary) const {
    std::string days;
    for (const auto& field : entity_->fields) {
      if (field.type == facts::Type::date) days += (days.empty() ? "" : ", ") + field.name;
    }
    std::string name = entity_->name.substr(0, 1);
    const bool worker = entity_ == &vocabulary.entity(vocabulary.worker());
    if (entity_->in_worker && !worker && name == "w") name = "x";
    return fmt::format(
        "  <!-- event: {}{}as-of -->\n  <subject each=\"{}\" as=\"{}\"{} event=\"…\"/>\n", days,
        days.empty() ? "" : ", ", entity_->name, name,
        entity_->in_worker && !worker ? " of=\"w\"" : "");
  }

  std::string version(const law::Window& window) const {
    std::string attributes = fmt::format("from=\"{}\"", to_iso(window.from));
    const auto add = [&](const char* name, Date day) {
      attributes += fmt::format(" {}=\"{}\"", name, to_iso(day));
    };
    if (window.to != law::kOpen) add("to", window.to);
    if (window.sure_from != window.from) add("sure-from", window.sure_from);
    if (window.sure_to != window.to) add("sure-to", window.sure_to);
    return fmt::format(
        "  <version {}>\n    <cite provision=\"{}\" proves=\"…\"/>\n    <when>…</when>\n"
        "    <require>…</require>\n  </version>\n",
        attributes, xml_escaped(provision_->id));
  }

  static std::string both(const char* element, const char* attributes) {
    std::string out;
    for (const char* lang : {"id", "en"}) {
      out += fmt::format("  <{} {}lang=\"{}\">…</{}>\n", element, attributes, lang, element);
    }
    return out;
  }

  fs::path rules_;
  const NewRule& wanted_;
  const law::Provision* provision_ = nullptr;
  const facts::Entity* entity_ = nullptr;
  fs::path file_;
  Diagnostics problems_;
};

}  // namespace

Result<Skeleton> make_skeleton(const fs::path& rules, const NewRule& wanted) {
  return Writer(rules, wanted).run();
}

}  // namespace periksa::ruleset
