// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdio>
#include <iostream>

#include "auditor/base/normalised.h"
#include "auditor/cli/exit_code.h"
#include "auditor/cli/outputs.h"
#include "auditor/cli/store_desk.h"
#include "auditor/cli/verbs.h"
#include "auditor/results/worker_key.h"
#include "auditor/store/check.h"
#include "auditor/store/forget.h"
#include "auditor/store/views.h"
#include "reports/case_papers.h"
#include "reports/supervision.h"

namespace periksa::cli {
namespace {

struct StoreGiven {
  StoreDesk desk;
  std::string agency;
  std::string head;
  std::string to;
  std::string number;
  std::string worker;
  std::string by = "breaches";
  unsigned id = 0;
  unsigned entry = 0;
  bool linked = false;
  bool only = false;
};

using store::Access;

int init(const Context& context, const StoreGiven& given) {
  const std::string key = store::MatchKey::file_of(given.desk.store.file()).string();
  std::error_code error;
  const bool had_key = std::filesystem::exists(key, error);
  const auto made = store::Store::init(given.desk.store.file(), given.desk.store.who());
  if (!made) {
    context.print(made.error());
    return kOutputFailed;
  }
  if (had_key)
    context.tell({"kunci yang sudah ada, " + key + ", dipakai untuk gudang data ini",
                  "the key that is there already, " + key + ", is used for this store"});
  context.tell({"gudang data dibuat. Simpan kuncinya, " + key +
                    ", terpisah dari cadangannya: tanpa kunci itu tidak ada yang dapat disimpan "
                    "atau dicocokkan",
                "the store is made. Keep its key, " + key +
                    ", apart from its backups: without it nothing can be saved or matched"});
  return kFine;
}

int list(const Context& context, const StoreGiven& given) {
  const std::string day = given.desk.day(context);
  const auto store = given.desk.open(context, Access::read);
  const auto by = given.by == "money"    ? store::RankBy::money
                  : given.by == "people" ? store::RankBy::people
                                         : store::RankBy::breaches;
  const auto told = had(context, store::supervision(store, day, by));
  return given.desk.write(context,
                          had(context, reports::make_supervision(told, given.desk.looks(context))));
}

int no_such_audit(const Context& context, unsigned id) {
  context.tell({fmt::format("penilaian {} tidak ada di gudang data", id),
                fmt::format("there is no audit {} in the store", id)});
  return kInputRefused;
}

int show(const Context& context, const StoreGiven& given) {
  const auto store = given.desk.open(context, Access::read);
  const auto audit = had(context, store::saved_audit(store, given.id));
  if (!audit) return no_such_audit(context, given.id);
  return given.desk.write(
      context, had(context, reports::make_saved_audit(*audit, given.desk.looks(context))));
}

int history(const Context& context, const StoreGiven& given) {
  const auto store = given.desk.open(context, Access::read);
  const auto agency = agency_of(context, store, given.agency, given.desk.day(context));
  const auto told = had(context, store::history(store, agency));
  return given.desk.write(context,
                          had(context, reports::make_history(told, given.desk.looks(context))));
}

int finding(const Context& context, const StoreGiven& given) {
  const auto store = given.desk.open(context, Access::read);
  const auto life = had(context, store::life_of(store, given.id));
  if (!life) {
    context.tell({fmt::format("temuan {} tidak ada di gudang data", given.id),
                  fmt::format("there is no finding {} in the store", given.id)});
    return kInputRefused;
  }
  return given.desk.write(context,
                          had(context, reports::make_life(*life, given.desk.looks(context))));
}

int export_results(const Context& context, const StoreGiven& given) {
  const Output output{Output::Kind::json, given.to};
  if (const auto wrong = overwriting({output}, given.desk.store.files()))
    return context.usage(*wrong);
  const auto store = given.desk.open(context, Access::read);
  if (!had(context, store::saved_audit(store, given.id))) return no_such_audit(context, given.id);
  const std::string document = had(context, store::document_of(store, given.id));
  if (document.empty()) {
    context.tell(
        {fmt::format("penilaian {} disimpan tanpa dokumen hasilnya (--keep-facts)", given.id),
         fmt::format("audit {} was saved without its results document (--keep-facts)", given.id)});
    return kInputRefused;
  }
  const Render render = [&](Output::Kind, const reports::Sink& sink) -> Result<void> {
    sink(document);
    return {};
  };
  return write_rendered(context, {output}, render) ? kFine : kOutputFailed;
}

/// As it was copied from a report. Whoever asks for one wants to be told if it is none.
std::string head_of(const Context& context, const StoreGiven& given) {
  if (given.head.empty()) return {};
  std::string head;
  for (const char c : given.head) {
    if (c != ' ') head += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const bool digits = head.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (digits && head.size() >= store::kLeastHead && head.size() <= store::kWholeHead) return head;
  throw Refused{context.usage({"--head memerlukan 12 sampai 64 angka heksadesimal",
                               "--head needs 12 to 64 hexadecimal digits"})};
}

int check(const Context& context, const StoreGiven& given) {
  const std::string head = head_of(context, given);
  const auto store = had(context, store::Store::open_any(given.desk.store.file()));
  const auto checked = had(context, store::check(store, head));
  for (const auto& fault : checked.faults)
    std::printf("✗ %s\n", fault.in(context.language).c_str());
  if (checked.faults.empty()) {
    std::printf("%s\n",
                fmt::format(fmt::runtime(context.say(
                                "✓ utuh: {} entri, data pribadi dihapus menurut catatan: {}",
                                "✓ intact: {} entries, private data deleted by entries: {}")),
                            checked.entries, checked.forgotten)
                    .c_str());
    if (head.empty())
      std::printf("%s\n", context.say("Catatan yang ditulis ulang seluruhnya hanya tampak dengan "
                                      "kode penutup catatan dari laporan lama: --head",
                                      "A log rewritten as a whole is seen only with a head told by "
                                      "an earlier report: --head"));
  }
  std::printf("%s %s\n", context.say("kode penutup catatan", "head of the log"),
              checked.head.c_str());
  return checked.faults.empty() ? kFine : kFoundSomething;
}

int backup(const Context& context, const StoreGiven& given) {
  const bool named =
      had(context, store::back_up(given.desk.store.file(), given.to, given.desk.store.who()),
          kOutputFailed);
  if (!named)
    context.tell({"cadangan dibuat, tetapi tidak tercatat karena gudang data tidak dapat ditulis",
                  "the backup is made, but not in the log, as the store cannot be written to"});
  context.tell({"cadangan " + given.to + " dibuat; kunci gudang data tidak ikut disalin",
                "the backup " + given.to + " is made; the store's key is not copied with it"});
  return kFine;
}

int not_overwritten(const Context& context) {
  context.tell(
      {"yang pernah dihapus masih dapat terbaca dalam berkasnya, sebab gudang data sedang dipakai "
       "program lain atau ruang simpan habis; jalankan store forget sekali lagi setelah itu",
       "what was deleted can still be read in the file, as others use the store or the disk "
       "is full; run store forget once more when that is over"});
  return kOutputFailed;
}

int migrate(const Context& context, const StoreGiven& given) {
  const auto done =
      had(context, store::migrate_store(given.desk.store.file(), given.desk.store.who()),
          kOutputFailed);
  if (done.backup.empty()) {
    context.tell({"gudang data sudah versi terbaru", "the store is up to date"});
  } else {
    context.tell({fmt::format("gudang data diperbarui dari versi {} ke {}; yang lama ada di {}",
                              done.from, done.to, done.backup.string()),
                  fmt::format("the store went from version {} to {}; the earlier one is {}",
                              done.from, done.to, done.backup.string())});
  }
  return done.overwritten ? kFine : not_overwritten(context);
}

store::ToForget to_forget(const Context& context, const StoreGiven& given) {
  store::ToForget what;
  what.audit = given.id;
  what.entry = given.entry;
  what.number = given.number;
  if (what.number == "-") std::getline(std::cin, what.number);
  const bool number = !normalised(what.number).empty();
  if ((number ? 1 : 0) + (what.audit != 0 ? 1 : 0) + (what.entry != 0 ? 1 : 0) != 1)
    throw Refused{context.usage(
        {"sebut satu: NIK atau nomor paspor, atau --audit dengan --worker, atau --entry",
         "name one: a NIK or passport number, or --audit with --worker, or --entry"})};
  if ((what.audit != 0) != !given.worker.empty())
    throw Refused{context.usage(
        {"--audit dan --worker berlaku bersama", "--audit and --worker go together"})};
  if (what.audit != 0) {
    const auto place = results::ordinal_of(given.worker);
    if (!place)
      throw Refused{context.usage({"--worker memerlukan kode pekerja seperti W003",
                                   "--worker needs a worker's code such as W003"})};
    what.worker = *place;
  }
  if (given.linked) what.linked = store::ToForget::Linked::take;
  if (given.only) what.linked = store::ToForget::Linked::leave;
  return what;
}

/// Whether they are the same person the store cannot know.
int asked_back(const Context& context, const std::vector<store::KeptWorker>& rows) {
  Bilingual text{
      "belum ada yang dihapus: yang berikut mungkin satu orang, mungkin lebih (* yang diminta). "
      "Periksa, lalu tambahkan --linked (hapus semuanya) atau --only (hanya yang bertanda *); "
      "satu saja: --audit NOMOR --worker KODE --only",
      "nothing is deleted yet: these may be one person or several (* as asked for). Look, then add "
      "--linked (delete all of them) or --only (only those with a *); a single one: --audit NUMBER "
      "--worker CODE --only"};
  for (const auto& row : rows) {
    const char* const sign = row.asked ? "*" : " ";
    text.id += fmt::format("\n{} penilaian {}, {}, {}", sign, row.audit, row.worker, row.agency);
    text.en += fmt::format("\n{} audit {}, {}, {}", sign, row.audit, row.worker, row.agency);
  }
  context.tell(text);
  return kInputRefused;
}

int forget(const Context& context, const StoreGiven& given) {
  const store::ToForget what = to_forget(context, given);
  const auto store = given.desk.open(context, Access::write);
  const auto done = had(context, store::forget(store, what, given.desk.store.who()), kOutputFailed);
  if (!done.asked.empty()) return asked_back(context, done.asked);
  if (done.rows == 0) {
    context.tell({"tidak ada data seperti itu yang disimpan", "nothing of that is kept"});
    return done.overwritten ? kFoundSomething : not_overwritten(context);
  }
  const Bilingual older{
      fmt::format(". Cadangan lama: periksa store retention\nkode penutup catatan {}", done.head),
      fmt::format(". Older backups: periksa store retention\nhead of the log {}", done.head)};
  if (what.entry != 0) {
    context.tell({fmt::format("keterangan entri {} dihapus", what.entry) + older.id,
                  fmt::format("the words of entry {} are deleted", what.entry) + older.en});
  } else {
    context.tell(
        {fmt::format("dihapus: data pribadi dalam {} penilaian ({} sidik nomor); temuannya tetap, "
                     "dengan nama samaran",
                     done.audits, done.numbers) +
             older.id,
         fmt::format("forgotten: private data in {} {} ({} keyed {}); findings stay, under a "
                     "pseudonym",
                     done.audits, done.audits == 1 ? "audit" : "audits", done.numbers,
                     done.numbers == 1 ? "number" : "numbers") +
             older.en});
  }
  return done.overwritten ? kFine : not_overwritten(context);
}

int retention(const Context& context, const StoreGiven& given) {
  const auto store = given.desk.open(context, Access::read);
  const auto told = had(context, store::retention(store));
  return given.desk.write(context,
                          had(context, reports::make_retention(told, given.desk.looks(context))));
}

/// The subcommands of one verb.
class StoreVerbs {
 public:
  StoreVerbs(CommandLine verb, Context& context) : verb_(verb), context_(context) {}

  /// One that reads.
  CommandLine add(const char* name, const char* id, const char* en,
                  int (*run)(const Context&, const StoreGiven&)) {
    const auto sub = verb_.add_subcommand(name, context_.say(id, en));
    given_ = std::make_shared<StoreGiven>();
    given_->desk.add(sub, context_);
    commands_.push_back({sub, [&context = context_, given = given_, run] {
                           return unless_refused([&] { return run(context, *given); });
                         }});
    return sub;
  }
  CommandLine add_writing(const char* name, const char* id, const char* en,
                          int (*run)(const Context&, const StoreGiven&)) {
    const auto sub = add(name, id, en, run);
    given_->desk.store.add_actor(sub, context_);
    return sub;
  }
  /// Of the one added last.
  StoreGiven& given() { return *given_; }

  std::vector<Command> take() { return std::move(commands_); }

 private:
  CommandLine verb_;
  Context& context_;
  std::shared_ptr<StoreGiven> given_;
  std::vector<Command> commands_;
};

void add_forget(StoreVerbs& verbs, const Context& context) {
  const auto sub =
      verbs.add_writing("forget", "Menghapus data pribadi seorang pekerja dari gudang data.",
                        "Deletes what is kept of a worker.", forget);
  StoreGiven& given = verbs.given();
  sub.add_option("number", given.number,
                 context.say("NIK atau nomor paspor; - untuk membacanya dari masukan standar",
                             "NIK or passport number; - to read it from standard input"));
  sub.add_option("--audit", given.id,
                 context.say("… atau pekerja dalam penilaian ini, juga tanpa nomor",
                             "… or the worker of this audit, also without a number"));
  sub.add_option("--worker", given.worker,
                 context.say("Kodenya dalam penilaian itu, seperti W003",
                             "The worker's code there, such as W003"));
  sub.add_option("--entry", given.entry,
                 context.say("… atau keterangan yang dicatat dengan entri ini (periksa case)",
                             "… or the words recorded with this entry (periksa case)"));
  const auto linked = sub.add_flag(
      "--linked", given.linked,
      context.say("Juga semua yang mungkin orang yang sama (tanpa ini ditanyakan dahulu)",
                  "Also all that may be the same person (without it they are asked about first)"));
  sub.add_flag("--only", given.only, context.say("Hanya yang diminta", "Only who was asked for"))
      .excludes(linked);
}

}  // namespace

std::vector<Command> add_store(CommandLine app, Context& context) {
  const auto verb = app.add_subcommand(
      "store",
      context.say("Gudang data perkara: penilaian yang diingat, dibandingkan, ditindaklanjuti.",
                  "The case store: audits remembered, compared, followed up."));
  verb.require_subcommand();
  StoreVerbs verbs(verb, context);
  const auto add_audit = [&](CommandLine sub) {
    sub.add_option("audit", verbs.given().id, context.say("Nomor penilaian", "Number of the audit"))
        .required();
  };
  verbs.add_writing("init", "Membuat gudang data baru dan kuncinya.",
                    "Makes a new store and its key.", init);
  auto sub =
      verbs.add("list", "Perusahaan menurut yang belum selesai, kecenderungan, nomor yang sama.",
                "Agencies by what is unresolved, trends, numbers they share.", list);
  sub.add_option("--by", verbs.given().by,
                 context.say("Urutan perusahaan: breaches (indikasi pelanggaran, bawaan), money "
                             "(uang yang harus dikembalikan), people (pekerja terdampak)",
                             "Rank agencies by: breaches (indicated, default), money (to be given "
                             "back), people (workers affected)"))
      .one_of({"breaches", "money", "people"});
  verbs.given().desk.add_day(sub, context);
  verbs.given().desk.add_outputs(sub, context);
  sub = verbs.add("show", "Satu penilaian yang disimpan.", "One audit as it was saved.", show);
  add_audit(sub);
  verbs.given().desk.add_outputs(sub, context);
  sub = verbs.add("history", "Riwayat satu perusahaan.", "The history of one agency.", history);
  sub.add_option("agency", verbs.given().agency,
                 context.say("NIB atau sebagian nama", "NIB or part of the name"))
      .required();
  verbs.given().desk.add_day(sub, context);
  verbs.given().desk.add_outputs(sub, context);
  sub = verbs.add("finding", "Riwayat satu temuan.", "The history of one finding.", finding);
  sub.add_option("finding", verbs.given().id, context.say("Nomor temuan", "Number of the finding"))
      .required();
  verbs.given().desk.add_outputs(sub, context);
  sub = verbs.add("export", "Menulis dokumen hasil yang disimpan dengan --keep-facts.",
                  "Writes the results document kept with --keep-facts.", export_results);
  add_audit(sub);
  sub.add_option("to", verbs.given().to,
                 context.say("Berkas JSON, atau - untuk keluaran standar",
                             "JSON file, or - for standard output"))
      .required();
  sub = verbs.add("check", "Memeriksa keutuhan gudang data.", "Checks that the store is intact.",
                  check);
  sub.add_option("--head", verbs.given().head,
                 context.say("Kode penutup catatan menurut laporan lama (sedikitnya 12 angka)",
                             "Head of the log as an earlier report told it (12 digits at least)"))
      .filled(context.say("tidak boleh kosong", "must not be empty"));
  sub = verbs.add_writing("backup", "Membuat cadangan, juga saat dipakai.",
                          "Makes a backup, also while it is used.", backup);
  sub.add_option("to", verbs.given().to, context.say("Berkas cadangan", "The backup's file"))
      .required();
  verbs.add_writing("migrate", "Memperbarui gudang data dari versi lama; cadangan dibuat dahulu.",
                    "Brings a store of an earlier version up to date; a backup is taken first.",
                    migrate);
  add_forget(verbs, context);
  sub = verbs.add("retention", "Data pribadi apa yang masih disimpan.", "What is kept of people.",
                  retention);
  verbs.given().desk.add_outputs(sub, context);
  return verbs.take();
}

}  // namespace periksa::cli
