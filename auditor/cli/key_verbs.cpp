// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "auditor/base/hex.h"
#include "auditor/cli/exit_code.h"
#include "auditor/cli/passphrase_option.h"
#include "auditor/cli/verbs.h"
#include "auditor/packs/signing.h"

namespace periksa::cli {
namespace {

struct KeyGiven {
  std::string file;
  PassphraseSource passphrase{{"Frasa sandi kunci baru", "Passphrase of the new key"}, true};
  bool open = false;
};

void show(const Context& context, const packs::PublicKey& key) {
  std::printf("%s\n%s %s\n", to_hex(key).c_str(), context.say("sidik kunci", "fingerprint"),
              packs::fingerprint(key).c_str());
}

int make(const Context& context, const KeyGiven& given) {
  std::optional<packs::SecretBytes> passphrase;
  if (given.open) {
    std::fprintf(
        stderr, "periksa: %s\n",
        context.say("peringatan: siapa pun yang mendapat berkas kunci ini dapat menandatangani "
                    "atas nama Anda",
                    "warning: whoever gets hold of this key file can sign in your name"));
  } else {
    passphrase = ask_passphrase(context, given.passphrase);
    if (!passphrase) return kInputRefused;
  }
  const auto made = packs::make_key_file(given.file, passphrase ? &*passphrase : nullptr);
  if (!made) {
    context.print(made.error());
    return kOutputFailed;
  }
  show(context, *made);
  return kFine;
}

int look(const Context& context, const KeyGiven& given) {
  const auto file = packs::look_at_key_file(given.file);
  if (!file) {
    context.print(file.error());
    return kInputRefused;
  }
  show(context, file->shown);
  if (!file->locked)
    std::fprintf(stderr, "periksa: %s\n",
                 context.say("berkas kunci ini tidak dilindungi frasa sandi",
                             "this key file is not protected by a passphrase"));
  return kFine;
}

}  // namespace

std::vector<Command> add_key(CommandLine app, Context& context) {
  const auto verb =
      app.add_subcommand("key", context.say("Kunci untuk menandatangani paket bukti: new, show.",
                                            "Keys to sign evidence packs with: new, show."));
  verb.require_subcommand();
  auto given = std::make_shared<KeyGiven>();
  const auto add = [&](const char* name, const char* id, const char* en) {
    const auto sub = verb.add_subcommand(name, context.say(id, en));
    sub.add_option("file", given->file, context.say("Berkas kunci", "The key file")).required();
    return sub;
  };
  const auto fresh = add("new", "Membuat kunci baru dan menampilkan kunci publiknya.",
                         "Makes a new key and shows its public part.");
  const auto file = given->passphrase.add(fresh, context);
  fresh
      .add_flag("--no-passphrase", given->open,
                context.say("Simpan kunci tanpa frasa sandi", "Keep the key without one"))
      .excludes(file);
  const auto shown = add("show", "Menampilkan kunci publik sebuah berkas kunci.",
                         "Shows the public key of a key file.");
  return {{fresh, [&context, given] { return make(context, *given); }},
          {shown, [&context, given] { return look(context, *given); }}};
}

}  // namespace periksa::cli
