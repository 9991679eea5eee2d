// SPDX-License-Identifier: Apache-2.0
#include "reports/diff_report.h"

#include "auditor/base/date_format.h"
#include "auditor/base/number_format.h"
#include "reports/html_parts.h"
#include "reports/text_lines.h"
#include "reports/wording.h"

namespace periksa::reports {
namespace {

using results::Diff;
using results::FactShift;
using results::Finding;
using results::FindingShift;
using results::kShifts;
using results::Shift;

/// The words of both documents.
class DiffWording {
 public:
  DiffWording(const Diff& of, const Strings& words, const ReportOptions& options)
      : strings(words),
        before(*of.before, words, options.unmask),
        after(*of.after, words, options.unmask, options.store),
        diff(of) {}

  std::string shift(Shift of) const { return strings.term("diff", to_string(of)); }
  std::string count(Shift of) const {
    return format_count(diff.counts[static_cast<std::size_t>(of)], strings.language());
  }
  std::string title(const FindingShift& x) const {
    return x.after != nullptr ? after.title(*x.after) : before.title(*x.before);
  }
  std::string subject(const FindingShift& x) const {
    return x.after != nullptr ? after.subject(*x.after) : before.subject(*x.before);
  }
  /// "F0003 indicated breach → F0001 cannot be assessed yet"
  std::string verdicts(const FindingShift& x) const {
    const std::string none = strings("diff_none");
    const auto side = [&](const Finding* of, const Wording& wording) {
      return of == nullptr ? none : of->id + " " + wording.verdict(of->verdict);
    };
    return side(x.before, before) + " → " + side(x.after, after);
  }
  /// "worker W001, date of birth: 1 May 2010 → 5 May 2011"
  std::string fact(const FactShift& x) const {
    FactWords old = words_of(x.before, before);
    FactWords now = words_of(x.after, after);
    const FactWords& named = x.after != nullptr ? now : old;
    const std::string what = named.whose + ", " + named.what + ": ";
    if (x.hidden && !after.unmasked()) return what + strings("diff_hidden");
    if (old.value == now.value) {
      // The same, but somebody else vouches for it.
      old.value += " (" + old.basis + ")";
      now.value += " (" + now.basis + ")";
    }
    return what + old.value + " → " + now.value;
  }
  /// Where it stands in the case store; empty where none tells.
  std::string supervised(const FindingShift& x) const {
    const auto* const known = after.case_of(x.shown());
    if (known == nullptr) return {};
    const std::string state = strings.term("store_state", known->state);
    std::string text =
        strings.fill("store_case", {{"number", std::to_string(known->number)}, {"state", state}});
    if (!known->due.empty())
      text += ", " +
              strings.fill("store_by_day", {{"day", format_date(known->due, strings.language())}});
    return text;
  }
  std::string side(const char* key, const results::Results& of) const {
    std::string files;
    for (const auto& input : of.header.inputs) files += (files.empty() ? "" : ", ") + input.file;
    return strings.fill(key, {{"files", files},
                              {"day", format_date(of.header.as_of, strings.language())},
                              {"version", of.header.rule_set_version}});
  }

  const Strings& strings;
  const Wording before;
  const Wording after;
  const Diff& diff;

 private:
  FactWords words_of(const results::Fact* of, const Wording& wording) const {
    if (of != nullptr)
      return wording.fact(static_cast<std::size_t>(of - wording.results().facts.data()));
    FactWords words;
    words.value = strings("diff_not_read");
    return words;
  }
};

void write_finding(const TextLines& out, const FindingShift& x, const DiffWording& words) {
  out.line(2, words.title(x));
  out.line(4, words.subject(x) + " · " + x.shown().rule);
  out.line(4, words.verdicts(x));
  if (!x.why.en.empty()) out.line(4, words.after.text(x.why));
  if (const auto text = words.supervised(x); !text.empty()) out.line(4, text);
  for (const FactShift& fact : x.facts) out.item(6, "    –", words.fact(fact));
}

void add_finding(const Page& section, const FindingShift& x, const DiffWording& words) {
  const Page row = section.section("row");
  row.set("title", words.title(x));
  row.set("subject", words.subject(x));
  row.set("rule", x.shown().rule);
  row.set("verdicts", words.verdicts(x));
  html::add_text(row, "why", "text", words.after.text(x.why));
  html::add_text(row, "case", "text", words.supervised(x));
  for (const FactShift& fact : x.facts) row.section("fact").set("text", words.fact(fact));
}

}  // namespace

Result<void> write_diff_text(const Diff& diff, const ReportOptions& options, const Sink& sink) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  const DiffWording words(diff, *strings, options);
  const TextLines out(sink);
  out.line(0, words.side("diff_before", *diff.before));
  out.line(0, words.side("diff_after", *diff.after));
  for (const Bilingual& note : diff.notes) out.line(0, words.after.text(note));
  out.blank();
  for (std::size_t i = 0; i < kShifts; ++i)
    out.item(44, words.shift(static_cast<Shift>(i)), words.count(static_cast<Shift>(i)));
  const FindingShift* last = nullptr;
  for (const FindingShift& x : diff.findings) {
    if (!x.differs()) continue;
    if (last == nullptr || last->shift != x.shift) {
      out.blank();
      out.line(0, words.shift(x.shift));
    }
    write_finding(out, x, words);
    last = &x;
  }
  return {};
}

Result<void> write_diff_html(const Diff& diff, const ReportOptions& options, const Sink& sink) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  const auto templates = PageTemplates::load(options.templates);
  if (!templates) return std::unexpected(templates.error());
  const DiffWording words(diff, *strings, options);
  const PageRoot page;
  const std::string& agency = diff.after->header.agency;
  const std::string title = (*strings)("diff_title");
  html::add_frame(page, words.after, title + (agency.empty() ? "" : " – " + agency));
  html::add_editions(html::Masthead(page, (*strings)("kicker"), title, agency), words.after);
  page.set("before", words.side("diff_before", *diff.before));
  page.set("after", words.side("diff_after", *diff.after));
  for (const Bilingual& note : diff.notes) page.section("note").set("text", words.after.text(note));
  for (std::size_t i = 0; i < kShifts; ++i) {
    const auto shift = static_cast<Shift>(i);
    const Page count = page.section("count");
    count.set("label", words.shift(shift));
    count.set("n", words.count(shift));
    if (diff.counts[i] == 0) continue;
    const Page section = page.section("class");
    section.set("label", words.shift(shift));
    for (const FindingShift& x : diff.findings) {
      if (x.shift == shift) add_finding(section, x, words);
    }
  }
  templates->expand("diff.html", page, sink);
  return {};
}

}  // namespace periksa::reports
