// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "reports/law_wording.h"
#include "reports/text_lines.h"
#include "reports/text_summary.h"
#include "reports/trace_wording.h"

namespace periksa::reports {
namespace {

using results::Finding;
using results::Trace;

/// One card, section after section; empty ones are left out.
class Card {
 public:
  Card(const Finding& finding, const Wording& wording, const Sink& sink)
      : x_(finding), wording_(wording), strings_(wording.strings()), out_(sink) {}

  void write() const {
    head();
    law();
    facts();
    reasoning();
    missing();
    changes();
    way_out();
  }

 private:
  void title(std::string_view key) const {
    out_.blank();
    out_.line(0, strings_(key));
  }
  void bullet(const std::string& text) const { out_.item(4, "  –", text); }

  void head() const {
    const results::Rule* const rule = wording_.rule(x_.rule);
    out_.line(0, x_.id + " · " + wording_.verdict(x_.verdict) + " · " + strings_("severity") +
                     ": " + strings_.term("severity", to_string(x_.severity)));
    out_.line(0, wording_.title(x_));
    out_.line(0, wording_.subject(x_) + " · " + strings_("event") + ": " +
                     wording_.dates(x_.event_dates));
    out_.line(0, strings_("rule") + " " + x_.rule +
                     (rule == nullptr ? "" : " · " + strings_.term("tier", to_string(rule->tier))));
    if (x_.readiness) out_.line(0, strings_("readiness"));
    out_.blank();
    out_.line(0, joined(wording_.sentence(x_)));
    if (x_.amount) {
      out_.line(0, wording_.amount_kind(x_) + ": " + wording_.amount(*x_.amount));
    }
    for (const Bilingual& note : x_.notes) out_.line(0, wording_.text(note));
    if (x_.waiver.empty()) return;
    out_.line(0, strings_("waived") + ": " + wording_.waiver(x_) + ". " + strings_("original") +
                     ": " + wording_.verdict(x_.original));
  }

  void law() const {
    title("law");
    if (x_.citations.empty()) bullet(strings_("no_law"));
    for (const results::Citation& citation : x_.citations) {
      const auto* const provision = wording_.provision(citation.provision);
      if (provision == nullptr) continue;
      const LawWords words = law_words(*provision, wording_);
      bullet(words.cite + ", " + words.window +
             (citation.alternative ? " (" + strings_("alternative") + ")" : ""));
      out_.line(4, words.paraphrase);
      out_.line(4, words.grade + (words.copy.empty() ? "" : "; " + words.copy) +
                       (words.uncertain.empty() ? "" : "; " + words.uncertain) + ".");
      if (citation.proves == "act") out_.line(4, strings_("proves_act"));
    }
  }

  void facts() const {
    title("facts");
    if (x_.evidence.empty()) bullet(strings_("no_facts"));
    for (const std::size_t index : x_.evidence) {
      const FactWords words = wording_.fact(index);
      bullet(words.what + " (" + words.whose + "): " + words.value +
             (words.note.empty() ? "" : " – " + words.note) +
             (words.masked ? " [" + strings_("masked") + "]" : "") +
             (words.raw.empty() ? "" : " – " + strings_("written") + ": " + words.raw));
      out_.line(
          4, words.place + "; " + (words.source.empty() ? "" : words.source + "; ") + words.basis);
    }
  }

  void reasoning() const {
    if (x_.reasoning.empty()) return;
    title("reasoning");
    for (const Trace& trace : x_.reasoning) part(trace, 2, false);
  }

  void part(const Trace& trace, std::size_t indent, bool skipped) const {
    const TraceWords words = trace_words(trace, skipped, wording_);
    std::string text = words.text + (words.values.empty() ? "" : ": " + words.values);
    if (words.skipped) text += " – " + strings_("unexamined");
    if (!words.truth.empty()) text += " – " + words.truth;
    if (words.decides) text += " ← " + strings_("decisive");
    out_.item(indent + 2, std::string(indent, ' ') + words.symbol, text);
    for (const Trace& below : trace.parts) {
      part(below, std::min<std::size_t>(indent + 2, 40), skipped || !trace.examined);
    }
  }

  void missing() const {
    if (x_.missing.empty()) return;
    title("missing");
    for (const results::Missing& missing : x_.missing) {
      std::vector<std::string> papers;
      papers.reserve(missing.documents.size());
      for (const std::string& code : missing.documents) papers.push_back(wording_.document(code));
      bullet(strings_.term("cause", missing.cause) + ": " + wording_.text(missing.ask) +
             (papers.empty()
                  ? ""
                  : " " + strings_("papers") + ": " + wording_.join(papers, ", ") + "."));
    }
  }

  void changes() const {
    if (x_.changes.empty() && !x_.changes_exhausted) return;
    title("changes");
    for (const results::Change& change : x_.changes) {
      bullet(wording_.fact(change.fact).what + ": " +
             (change.state == "known" ? wording_.value(change.to)
                                      : strings_.term("state", change.state)) +
             " → " + wording_.verdict(change.verdict));
    }
    if (x_.changes_exhausted) bullet(strings_("changes_none"));
  }

  void way_out() const {
    if (!x_.remedies.empty()) title("remedy");
    for (const results::Remedy& remedy : x_.remedies) {
      bullet(remedy.who + ": " + wording_.text(remedy.text));
    }
    if (!x_.sanctions.empty()) title("sanction");
    for (const std::string& id : x_.sanctions) {
      if (const auto* const of = wording_.sanction(id)) sanction(*of);
    }
    if (wording_.text(x_.question).empty()) return;
    title("question");
    out_.line(2, wording_.text(x_.question));
  }

  void sanction(const results::Sanction& of) const {
    const SanctionWords words = sanction_words(of, wording_);
    bullet(words.kind + ": " + words.text +
           (words.authority.empty() ? "" : " " + strings_("authority") + ": " + words.authority) +
           " (" + words.cite + ": " + words.grade + ")");
  }

  const Finding& x_;
  const Wording& wording_;
  const Strings& strings_;
  TextLines out_;
};

std::string known_ids(const results::Results& results, const Strings& strings) {
  if (results.findings.empty()) return strings("text_none");
  const std::string& first = results.findings.front().id;
  const std::string& last = results.findings.back().id;
  return first == last ? first : first + " – " + last;
}

}  // namespace

Result<void> explain(const results::Results& results, std::string_view finding,
                     const ReportOptions& options, const Sink& sink) {
  const auto id = Strings::load(options.templates, Language::id);
  const auto en = Strings::load(options.templates, Language::en);
  if (!id) return std::unexpected(id.error());
  if (!en) return std::unexpected(en.error());
  const auto at = std::ranges::find(results.findings, finding, &Finding::id);
  if (at == results.findings.end()) {
    const auto text = [&](const Strings& strings) {
      return strings.fill("text_no_finding",
                          {{"id", std::string(finding)}, {"known", known_ids(results, strings)}});
    };
    return fail({std::string(finding)}, {text(*id), text(*en)});
  }
  const Wording wording(results, options.language == Language::id ? *id : *en, options.unmask);
  Card(*at, wording, sink).write();
  return {};
}

}  // namespace periksa::reports
