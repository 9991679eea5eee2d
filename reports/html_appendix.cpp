// SPDX-License-Identifier: Apache-2.0
// Patterns, and the appendix: rows read, provisions cited, files and their hashes.
#include "auditor/base/date_format.h"
#include "reports/html_parts.h"
#include "reports/law_wording.h"

namespace periksa::reports::html {
namespace {

void add_pattern(const Page& page, const results::Notice& notice, const Wording& wording) {
  const Page pattern = page.section("pattern");
  pattern.set("title", wording.text(notice.title));
  pattern.set("text", wording.text(notice.text));
  if (notice.referral) pattern.show("referral");
  add_text(pattern, "people", "names", wording.named(notice));
  if (notice.amount) pattern.section("sum").set("amount", wording.amount(*notice.amount));
  for (const std::size_t fact :
       std::span(notice.facts).first(listed(pattern, notice.facts.size(), wording))) {
    pattern.section("row").set("number", std::to_string(wording.rows().number(fact)));
  }
}

}  // namespace

void add_patterns(const Page& page, const Wording& wording) {
  const Page patterns = page.include("patterns", "patterns.html");
  bool some = false;
  for (const results::Notice& notice : wording.results().notices) {
    if (notice.screen) continue;
    some = true;
    add_pattern(patterns, notice, wording);
  }
  patterns.show(some ? "some" : "none");
}

void add_provisions(const Page& page, bool sources, const Wording& wording) {
  const Page all = page.include("provisions", "provisions.html");
  const auto& provisions = wording.results().provisions;
  if (provisions.empty()) return all.show("no_provisions");
  const Page table = all.section("provisions");
  for (std::size_t i = 0; i < provisions.size(); ++i) {
    const LawWords words = law_words(provisions[i], wording);
    const Page row = table.section("provision");
    row.set("number", std::to_string(i + 1));
    row.set("cite", words.cite);
    const bool told = i > 0 && provisions[i].instrument == provisions[i - 1].instrument;
    row.set("title", told ? "" : wording.text(provisions[i].instrument_title));
    row.set("window", words.window);
    add_text(row, "sure", "words", words.uncertain);
    add_text(row, "amended", "by", words.amended);
    row.set("paraphrase", words.paraphrase);
    add_text(row, "bound", "whom", words.binds);
    row.set("grade", words.grade);
    add_text(row, "copy", "words", words.copy);
    if (sources) add_text(row, "source", "text", provisions[i].source);
  }
}

/// Every file that was read or is named as a source.
std::vector<FileLine> files_of(const Wording& wording) {
  const Strings& strings = wording.strings();
  std::vector<FileLine> files;
  for (const results::Input& input : wording.results().header.inputs) {
    files.push_back({input.file, strings.count("n_worker", input.workers),
                     strings.term("asserter", input.asserter), input.sha256});
    for (const results::SourceRow& source : input.sources) {
      if (source.id.empty() && source.file.empty()) continue;  // the filing itself
      const bool told = source.file.starts_with(source.id);
      const std::string label = (told ? "" : source.id + " ") + wording.text(source.document_label);
      const std::string dated = format_date(source.dated, wording.language());
      const bool named = !source.file.empty();
      files.push_back({named ? wording.file(source) : label,
                       named ? label + (dated.empty() ? "" : ", " + dated) : dated,
                       strings.term("asserter", source.asserter),
                       source.sha256.empty() ? strings("no_hash") : source.sha256});
    }
  }
  return files;
}

void add_files(const Page& appendix, std::span<const FileLine> files) {
  const Page page = appendix.include("files", "files.html");
  if (files.empty()) return page.show("no_files");
  const Page table = page.section("files");
  for (const FileLine& file : files) {
    const Page row = table.section("file");
    row.set("name", file.name);
    add_text(row, "detail", "text", file.detail);
    row.set("asserter", file.asserter);
    row.set("hash", file.hash);
  }
}

void add_texts(const Page& appendix, const Wording& wording) {
  const Page texts = appendix.include("texts", "texts.html");
  add_provisions(texts, false, wording);
  appendix.section("rule_set").set("manifest", wording.results().header.manifest_sha256);
}

void add_appendix(const Page& page, const Wording& wording) {
  const Page appendix = page.include("appendix", "appendix.html");
  add_rows(appendix, wording.rows().order(), wording);
  add_texts(appendix, wording);
  add_files(appendix, files_of(wording));
  if (wording.results().header.documents) add_papers(appendix, papers_of(wording), wording);
}

}  // namespace periksa::reports::html
