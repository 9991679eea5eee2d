// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "auditor/base/new_folder.h"
#include "auditor/cli/exit_code.h"
#include "auditor/cli/passphrase_option.h"
#include "auditor/cli/store_option.h"
#include "auditor/cli/verbs.h"
#include "auditor/packs/pack.h"
#include "auditor/store/follow_up.h"

namespace periksa::cli {
namespace {

struct PackGiven {
  std::string results;
  std::string worker;
  std::string out;
  bool seal = false;
  bool sensitive = false;
  PassphraseSource passphrase{{"Frasa sandi edisi tertutup", "Passphrase of the sealed edition"},
                              true};
  std::string documents;
  std::string key;
  PassphraseSource key_passphrase{
      {"Frasa sandi kunci", "Passphrase of the key"}, false, "--key-passphrase-file"};
  StoreOption store;
};

void tell(const Context& context, const PackGiven& given, const packs::Made& made) {
  std::printf("%s: %s\n  %s %s\n", context.say("Edisi untuk diteruskan", "Edition to pass on"),
              made.redacted.c_str(), context.say("sidik isi", "hash of its content"),
              made.redacted_content.c_str());
  if (made.sealed.empty()) return;
  std::printf("%s: %s\n  %s %s\n  %s: %zu\n", context.say("Edisi tertutup", "Sealed edition"),
              made.sealed.c_str(), context.say("sidik isi", "hash of its content"),
              made.sealed_content.c_str(), context.say("dokumen di dalamnya", "papers in it"),
              made.papers);
  if (!given.documents.empty()) return;
  std::printf("  %s\n", context.say("Tanpa --documents, dokumennya sendiri tidak ikut ditutup.",
                                    "Without --documents the papers themselves are not in it."));
}

/// The key to sign with, unlocked; nothing after having said why.
std::optional<packs::SigningKey> unlock(const Context& context, const PackGiven& given) {
  const auto file = packs::look_at_key_file(given.key);
  if (!file) {
    context.print(file.error());
    return std::nullopt;
  }
  packs::SecretBytes passphrase;
  if (file->locked) {
    auto asked = ask_passphrase(context, given.key_passphrase);
    if (!asked) return std::nullopt;
    passphrase = std::move(*asked);
  }
  auto key = packs::unlock_key_file(given.key, passphrase);
  if (key) return std::move(*key);
  context.print(key.error());
  return std::nullopt;
}

/// The case store remembers that a pack was made. False after having said why not.
bool note(const Context& context, const PackGiven& given, const packs::Order& order,
          const packs::Made& made) {
  if (!given.store.given()) return true;
  const auto store = given.store.open(context, store::Access::write);
  if (!store) return false;
  std::vector<store::PackMade> packs{{"redacted", made.redacted_content}};
  if (!made.sealed.empty()) packs.push_back({"sealed", made.sealed_content});
  const auto noted =
      store::note_packs(*store, *order.results, packs, order.worker, given.store.who());
  if (!noted) context.print(noted.error());
  return noted.has_value();
}

int make(const Context& context, const PackGiven& given, const packs::Order& order) {
  context.print(leftovers_beside(order.out / "pack"));
  auto made = packs::make_pack(order);
  if (made) {
    tell(context, given, *made);
    return note(context, given, order, *made) ? kFine : kOutputFailed;
  }
  for (auto& one : made.error().why) {
    if (one.at.file.empty()) one.at.file = given.results;
  }
  context.print(made.error().why);
  return made.error().output ? kOutputFailed : kInputRefused;
}

int run(const Context& context, const PackGiven& given) {
  if (!given.seal && (!given.documents.empty() || !given.passphrase.file.empty())) {
    return context.usage("--documents dan --passphrase-file hanya berlaku bersama --seal",
                         "--documents and --passphrase-file go with --seal only");
  }
  const auto results = read_results(context, given.results);
  if (!results) return kInputRefused;
  packs::Order order;
  order.results = results.get();
  order.worker = given.worker;
  order.out = given.out;
  order.language = context.language;
  order.templates = context.templates();
  order.with_sensitive = given.sensitive;
  std::optional<packs::SigningKey> key;
  if (!given.key.empty()) {
    key = unlock(context, given);
    if (!key) return kInputRefused;
    order.key = &*key;
  }
  if (!given.seal) return make(context, given, order);
  const auto passphrase = ask_passphrase(context, given.passphrase);
  if (!passphrase) return kInputRefused;
  order.sealing.emplace();
  order.sealing->passphrase = &*passphrase;
  if (!given.documents.empty()) order.sealing->documents = given.documents;
  return make(context, given, order);
}

}  // namespace

Command add_pack(CommandLine app, Context& context) {
  const auto verb = app.add_subcommand(
      "pack",
      context.say("Menyusun paket bukti dari berkas hasil: satu edisi untuk diteruskan, dan "
                  "bila diminta satu edisi tertutup.",
                  "Makes an evidence pack of a results document: an edition to pass on and, "
                  "if asked for, a sealed one."));
  auto given = std::make_shared<PackGiven>();
  verb.add_option("results", given->results,
                  context.say("Berkas hasil (JSON)", "The results document (JSON)"))
      .required();
  verb.add_option("worker", given->worker,
                  context.say("Kode pekerja seperti W002; tanpa ini seluruh perkara",
                              "A worker's code such as W002; without it the whole case"));
  verb.add_option("--out,-o", given->out,
                  context.say("Folder tempat paket dibuat", "The folder to put the pack into"))
      .required();
  verb.add_flag("--seal", given->seal,
                context.say("Buat juga edisi tertutup yang memuat data pribadi",
                            "Also make the sealed edition, which holds the private data"));
  verb.add_option("--documents", given->documents,
                  context.say("Folder dokumen yang ikut ditutup",
                              "The folder of papers that go into the sealed edition"));
  given->passphrase.add(verb, context);
  given->store.add(verb, context);
  given->store.add_actor(verb, context);
  const auto sign = verb.add_option(
      "--sign", given->key,
      context.say("Tanda tangani dengan berkas kunci ini", "Sign with this key file"));
  given->key_passphrase.add(verb, context).needs(sign);
  verb.add_flag("--with-sensitive", given->sensitive,
                context.say("Sertakan isian tentang kesehatan, agama dan kekerasan dalam edisi "
                            "untuk diteruskan",
                            "Keep facts on health, religion and violence in the edition to pass "
                            "on"));
  verb.footer(context.say(
      "Contoh:\n  periksa pack hasil.json W002 --out paket\n  periksa pack hasil.json W002 --out "
      "paket --seal --documents dokumen --sign kunci.txt\n\nEdisi untuk diteruskan tidak memuat "
      "nama dan data pribadi; apa yang dilindunginya dan\napa yang tidak ada dalam docs/packs.md.",
      "Example:\n  periksa pack results.json W002 --out pack\n  periksa pack results.json W002 "
      "--out pack --seal --documents papers --sign key.txt\n\nThe edition to pass on holds no "
      "names and no private data; docs/packs.md tells what\nit protects against and what not."));
  return {verb, [&context, given] { return run(context, *given); }};
}

}  // namespace periksa::cli
