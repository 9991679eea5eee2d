// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "auditor/base/date.h"
#include "auditor/base/file.h"
#include "auditor/base/normalised.h"
#include "auditor/base/sha256.h"
#include "auditor/cli/clock.h"
#include "auditor/cli/exit_code.h"
#include "auditor/cli/store_desk.h"
#include "auditor/cli/verbs.h"
#include "auditor/store/follow_up.h"
#include "auditor/store/views.h"
#include "reports/case_papers.h"

namespace periksa::cli {
namespace {

using store::Action;

constexpr std::size_t kLargestDocument = std::size_t{1} << 30;

struct CaseGiven {
  StoreDesk desk;
  Action::Kind kind = Action::Kind::answered;
  std::vector<std::string> findings;
  std::string agency;
  std::string rule;
  std::string on;
  std::string due;
  std::string reference;
  std::string document;
  std::string note;
};

std::string day(const Context& context, const std::string& text, const char* option) {
  if (text.empty()) return today();
  if (const auto parsed = parse_iso_date(text)) return to_iso(*parsed);
  throw Refused{context.usage({std::string(option) + " memerlukan tanggal TTTT-BB-HH",
                               std::string(option) + " needs a date YYYY-MM-DD"})};
}

store::Which which(const Context& context, const CaseGiven& given, const store::Store& store) {
  if (given.findings.empty() == given.agency.empty())
    throw Refused{context.usage(
        {"sebut nomor temuan, atau --agency (dan --rule) untuk semua yang belum selesai",
         "name findings by number, or --agency (and --rule) for all that are unresolved"})};
  if (!given.agency.empty())
    return {{}, agency_of(context, store, given.agency, today()).id, given.rule};
  store::Which found;
  for (const std::string& word : given.findings) {
    std::int64_t number = 0;
    const auto end = word.data() + word.size();
    const auto read = std::from_chars(word.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number <= 0)
      throw Refused{context.usage(
          {"\"" + word + "\" bukan nomor temuan", "\"" + word + "\" is no number of a finding"})};
    found.findings.push_back(number);
  }
  std::ranges::sort(found.findings);
  found.findings.erase(std::ranges::unique(found.findings).begin(), found.findings.end());
  return found;
}

/// An unset variable of a shell is an empty word: a day or a reason that is needed is not left out
/// that way.
void require_words(const Context& context, const CaseGiven& given) {
  const auto need = [&](const std::string& text, const char* option) {
    if (normalised(text).empty())
      throw Refused{context.usage({std::string(option) + " tidak boleh kosong",
                                   std::string(option) + " must not be empty"})};
  };
  const bool due = given.kind == Action::Kind::instructed || given.kind == Action::Kind::extended;
  if (due) need(given.due, "--due");
  if (given.kind == Action::Kind::answered) need(given.note, "--note");
  if (given.kind == Action::Kind::corrected) need(given.document, "--document");
  if (given.kind == Action::Kind::extended || given.kind == Action::Kind::closed)
    need(given.note, "--reason");
}

int act(const Context& context, const CaseGiven& given) {
  require_words(context, given);
  Action action;
  action.kind = given.kind;
  action.day = day(context, given.on, "--on");
  if (action.day > today())
    return context.usage({"--on adalah hari yang belum tiba", "--on is a day that has not come"});
  if (!given.due.empty()) action.due = day(context, given.due, "--due");
  if (!action.due.empty() && action.due < action.day)
    return context.usage({"tenggatnya lebih awal daripada tanggal tindakannya",
                          "the deadline is before the day of the action"});
  action.reference = given.reference;
  action.note = given.note;
  if (!given.document.empty()) {
    const auto bytes = had(context, read_file(given.document, kLargestDocument));
    action.document = std::filesystem::path(given.document).filename().string();
    action.sha256 = sha256_hex(bytes);
  }
  const auto store = given.desk.open(context, store::Access::write);
  const auto done =
      had(context, store::act(store, which(context, given, store), action, given.desk.store.who()));
  context.tell(
      {fmt::format("dicatat pada {} temuan\nkode penutup catatan {}", done.findings, done.head),
       fmt::format("recorded on {} {}\nhead of the log {}", done.findings,
                   done.findings == 1 ? "finding" : "findings", done.head)});
  return kFine;
}

int overdue(const Context& context, const CaseGiven& given) {
  const std::string as_of = given.desk.day(context);
  const auto store = given.desk.open(context, store::Access::read);
  const auto rows = had(context, store::overdue(store, as_of));
  const auto paper = had(context, reports::make_overdue(rows, as_of, given.desk.looks(context)));
  const int written = given.desk.write(context, paper);
  if (written != kFine) return written;
  return rows.empty() ? kFine : kFoundSomething;
}

/// The subcommands of `case`.
class CaseVerbs {
 public:
  CaseVerbs(CommandLine verb, Context& context) : verb_(verb), context_(context) {}

  /// One that records something.
  CommandLine add(Action::Kind kind, const char* name, const char* id, const char* en) {
    const auto sub = begin(name, id, en, act);
    given_->desk.store.add_actor(sub, context_);
    given_->kind = kind;
    sub.add_option("findings", given_->findings,
                   context_.say("Nomor temuan (periksa store history)",
                                "Numbers of findings (periksa store history)"));
    const auto agency = sub.add_option(
        "--agency", given_->agency,
        context_.say("Semua indikasi pelanggaran dan yang perlu konfirmasi dari perusahaan ini "
                     "(NIB atau sebagian nama) yang belum selesai",
                     "All indicated breaches and what is to be confirmed of this agency (NIB or "
                     "part of the name) that are unresolved"));
    sub.add_option("--rule", given_->rule,
                   context_.say("… yang belum selesai dari aturan ini, apa pun penilaiannya",
                                "… what is unresolved of this rule, whatever the assessment"))
        .needs(agency);
    sub.add_option("--on", given_->on,
                   context_.say("Tanggalnya TTTT-BB-HH (bawaan: hari ini)",
                                "The day YYYY-MM-DD (default: today)"));
    sub.add_option("--reference", given_->reference,
                   context_.say("Nomor surat", "Number of the letter"));
    return sub;
  }
  Option add_note(const CommandLine& sub, const char* name, const char* id, const char* en) {
    return sub.add_option(name, given_->note, context_.say(id, en));
  }
  Option add_due(const CommandLine& sub, const char* id, const char* en) {
    return sub.add_option("--due", given_->due, context_.say(id, en));
  }
  Option add_document(const CommandLine& sub) {
    return sub.add_option("--document", given_->document,
                          context_.say("Dokumen perbaikannya; yang disimpan nama dan hash-nya",
                                       "The paper that shows it; its name and hash are kept"));
  }
  void add_overdue() {
    const auto sub = begin("overdue", "Yang lewat tenggat (kode keluar 1 bila ada).",
                           "What is overdue (exit code 1 if anything is).", overdue);
    given_->desk.add_day(sub, context_);
    given_->desk.add_outputs(sub, context_);
  }
  std::vector<Command> take() { return std::move(commands_); }

 private:
  CommandLine begin(const char* name, const char* id, const char* en,
                    int (*run)(const Context&, const CaseGiven&)) {
    const auto sub = verb_.add_subcommand(name, context_.say(id, en));
    given_ = std::make_shared<CaseGiven>();
    given_->desk.add(sub, context_);
    commands_.push_back({sub, [&context = context_, given = given_, run] {
                           return unless_refused([&] { return run(context, *given); });
                         }});
    return sub;
  }

  CommandLine verb_;
  Context& context_;
  std::shared_ptr<CaseGiven> given_;
  std::vector<Command> commands_;
};

}  // namespace

std::vector<Command> add_case(CommandLine app, Context& context) {
  const auto verb = app.add_subcommand(
      "case", context.say("Tindak lanjut temuan: perintah, jawaban, perbaikan, tenggat.",
                          "Follow-up of findings: instructions, answers, corrections, days."));
  verb.require_subcommand();
  CaseVerbs verbs(verb, context);
  auto sub =
      verbs.add(Action::Kind::instructed, "instruct", "Perintah kepada perusahaan, dengan tenggat.",
                "An instruction to the agency, with a day.");
  verbs.add_due(sub, "Diperbaiki paling lambat TTTT-BB-HH", "To be put right by YYYY-MM-DD")
      .required();
  verbs.add_note(sub, "--note", "Keterangan", "Words");
  sub = verbs.add(Action::Kind::answered, "answer", "Jawaban perusahaan.", "The agency's answer.");
  verbs.add_note(sub, "--note", "Isi jawaban", "What it says").required();
  sub = verbs.add(Action::Kind::corrected, "correct", "Perbaikan, dengan dokumennya.",
                  "A correction, with its paper.");
  verbs.add_document(sub).required();
  verbs.add_note(sub, "--note", "Keterangan", "Words");
  sub = verbs.add(Action::Kind::extended, "extend", "Tenggat diundur.", "The day is moved.");
  verbs.add_due(sub, "Tenggat baru TTTT-BB-HH", "The new day YYYY-MM-DD").required();
  verbs.add_note(sub, "--reason", "Alasannya", "Why").required();
  sub = verbs.add(Action::Kind::closed, "close", "Menutup temuan dengan alasan.",
                  "Closes findings, with a reason.");
  verbs.add_note(sub, "--reason", "Alasannya", "Why").required();
  verbs.add_overdue();
  return verbs.take();
}

}  // namespace periksa::cli
