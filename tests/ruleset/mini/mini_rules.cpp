// SPDX-License-Identifier: Apache-2.0
#include "tests/ruleset/mini/mini_rules.h"

#include <fmt/format.h>

#include <stdexcept>

namespace periksa::test {
namespace fs = std::filesystem;
namespace {

std::string provision(std::string_view id, std::string_view versions) {
  return fmt::format("<provision id=\"{}\" cite=\"Pasal {}\">{}</provision>", id, id, versions);
}

std::string text(std::string_view attributes) {
  return fmt::format(
      "<version {} source=\"S\"><paraphrase lang=\"id\">isi</paraphrase>"
      "<paraphrase lang=\"en\">content</paraphrase></version>",
      attributes);
}

/// V, V2, two (V2 with two sources), K, Q (conflicting): one grade each, since 2017-11-22.
/// changed: another text since 2020-11-02. window: from 2025-08-01, surely from 2025-10-01;
/// ending: the one before it. worker: binds the worker. later: since 2021-04-07.
std::string law() {
  std::string out =
      "<instrument id=\"test\" kind=\"UU\" cite=\"UU Uji\" checked-until=\"2030-01-01\">"
      "<title lang=\"id\">Uji</title><title lang=\"en\">Test</title>"
      "<source id=\"S\" copy=\"unofficial\">naskah</source>";
  const auto add = [&](std::string_view id, std::string_view versions) {
    out += provision(id, versions) + '\n';
  };
  add("V", text(R"(from="2017-11-22" grade="V" binds="p3mi")"));
  add("V2", text(R"(from="2017-11-22" grade="V2" binds="p3mi")"));
  add("two", text(R"(from="2017-11-22" grade="V2" concurring="2" binds="p3mi")"));
  add("K", text(R"(from="2017-11-22" grade="K" binds="p3mi")"));
  add("Q", text(R"(from="2017-11-22" grade="?" binds="p3mi")"));
  add("worker", text(R"(from="2017-11-22" grade="V" binds="worker")"));
  add("later", text(R"(from="2021-04-07" grade="V" binds="p3mi")"));
  add("changed", text(R"(from="2017-11-22" to="2020-11-02" grade="V" binds="p3mi")") +
                     text(R"(from="2020-11-02" grade="V" binds="p3mi")"));
  add("window", text(R"(from="2025-08-01" sure-from="2025-10-01" grade="V" binds="p3mi")"));
  add("ending",
      text(R"(from="2017-11-22" to="2025-10-01" sure-to="2025-08-01" grade="V" binds="p3mi")"));
  return out + "</instrument>\n";
}

std::string element(std::string_view name, std::string_view value) {
  return value.empty() ? "" : fmt::format("<{}>{}</{}>\n", name, value, name);
}

}  // namespace

std::string version(std::string_view window, std::string_view cite, std::string_view when,
                    std::string_view require) {
  return fmt::format("<version {}><cite provision=\"{}\" proves=\"act\"/>\n{}{}</version>\n",
                     window, cite, element("when", when), element("require", require));
}

std::string duty_file(const Duty& duty) {
  const bool exception = !duty.defeats.empty();
  const std::string_view verdict = exception ? "excused" : "breach";
  std::string out = fmt::format("<rule id=\"{}\" tier=\"{}\">\n", duty.id, duty.tier);
  out += "<title lang=\"id\" met=\"dipenuhi\" breach=\"kurang\"/>\n";
  out += "<title lang=\"en\" met=\"met\" breach=\"short\"/>\n";
  out += fmt::format("<subject {}/>\n", duty.subject);
  if (exception) out += fmt::format("<defeats rule=\"{}\"/>\n", duty.defeats);
  out += duty.versions.empty() ? version("from=\"2017-11-22\"", duty.cite, duty.when, duty.require)
                               : duty.versions;
  if (!exception) out += "<severity breach=\"major\"/>\n";
  for (const auto* lang : {"id", "en"}) {
    out += fmt::format("<say verdict=\"{}\" lang=\"{}\">{}</say>\n", verdict, lang, duty.sentence);
  }
  if (!exception) {
    for (const auto* lang : {"id", "en"}) {
      out += fmt::format("<remedy who=\"P3MI\" lang=\"{}\">perbaiki</remedy>\n", lang);
      out += fmt::format("<question lang=\"{}\">mengapa?</question>\n", lang);
    }
  }
  return out + duty.more + duty.examples + "</rule>\n";
}

MiniRules::MiniRules() {
  const fs::path rules = fs::path(PERIKSA_SOURCE_DIR) / "rules";
  fs::copy(rules / "facts.xml", path() / "facts.xml");
  fs::copy(rules / "codes", path() / "codes", fs::copy_options::recursive);
  fs::copy(rules / "examples", path() / "examples", fs::copy_options::recursive);
  file("law/test.xml", law());
  // A rules folder has limits; this one says that ten is ten.
  file("limits/ten.xml",
       "<limits><limit name='ten' type='integer' id='sepuluh' en='ten'>"
       "<complete from='2017-11-22' checked-until='2030-01-01'/>"
       "<row from='2017-11-22' value='10' grade='V' cite='test#V'/></limit></limits>");
}

MiniRules& MiniRules::add(const Duty& duty) {
  return file(fmt::format("duties/test/{:02}.xml", ++duties_), duty_file(duty));
}

MiniRules& MiniRules::shipped(std::string_view relative) {
  const fs::path from = fs::path(PERIKSA_SOURCE_DIR) / "rules" / relative;
  return file(relative, slurp(from));
}

MiniRules& MiniRules::file(std::string_view relative, std::string_view text) {
  folder_.write(fs::path(relative), text);
  set_.reset();
  return *this;
}

const ruleset::RuleSet& MiniRules::load() {
  if (set_) return *set_;
  auto loaded = ruleset::RuleSet::load(path());
  if (!loaded) {
    std::string told = "the rule set does not load:";
    for (const auto& problem : loaded.error()) told += '\n' + render(problem, Language::en);
    throw std::runtime_error(told);
  }
  set_ = std::move(*loaded);
  return *set_;
}

Diagnostics MiniRules::problems() const {
  auto loaded = ruleset::RuleSet::load(path());
  return loaded ? Diagnostics{} : std::move(loaded.error());
}

}  // namespace periksa::test
