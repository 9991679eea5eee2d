// SPDX-License-Identifier: Apache-2.0
// Looking at packs: `verify` and `open`.
#include <algorithm>
#include <cstdio>
#include <optional>

#include "auditor/base/file.h"
#include "auditor/base/new_folder.h"
#include "auditor/cli/exit_code.h"
#include "auditor/cli/passphrase_option.h"
#include "auditor/cli/verbs.h"
#include "auditor/packs/verify.h"

namespace periksa::cli {
namespace {

constexpr std::size_t kLongestKey = 4096;

struct VerifyGiven {
  std::vector<std::string> packs;
  std::string out;
  std::string key;
  PassphraseSource passphrase{{"Frasa sandi edisi tertutup", "Passphrase of the sealed edition"}};

  /// Nothing where none was named; false after having said that it is none.
  bool read_key(const Context& context, std::optional<packs::PublicKey>& into) const;
};

void say(const Context& context, const packs::Verification& seen) {
  for (const auto& remark : seen.remarks) {
    const char* sign = remark.kind == packs::Remark::Kind::fine    ? "✓"
                       : remark.kind == packs::Remark::Kind::wrong ? "✗"
                                                                   : "·";
    std::printf("  %s %s\n", sign, remark.text.in(context.language).c_str());
  }
}

int code_of(const packs::Verification& seen) {
  switch (seen.ended) {
    case packs::Verification::Ended::judged:
      return seen.intact() ? kFine : kFoundSomething;
    case packs::Verification::Ended::output:
      return kOutputFailed;
    case packs::Verification::Ended::unreadable:
      break;
  }
  return kInputRefused;
}

/// 64 digits, or a file with them in its first line.
std::optional<packs::PublicKey> read_public_key(const Context& context, const std::string& given) {
  if (const auto key = packs::parse_public_key(given)) return key;
  const auto text = read_file(given, kLongestKey);
  if (text) {
    if (const auto key = packs::parse_public_key(text->substr(0, text->find_first_of("\r\n "))))
      return key;
  }
  std::fprintf(stderr, "periksa: %s\n",
               context.say("--key ialah kunci publik: 64 angka heksadesimal, atau berkas yang "
                           "memuatnya di baris pertama (lihat `periksa key show`)",
                           "--key is a public key: 64 hexadecimal digits, or a file with them in "
                           "its first line (see `periksa key show`)"));
  return std::nullopt;
}

bool VerifyGiven::read_key(const Context& context, std::optional<packs::PublicKey>& into) const {
  if (key.empty()) return true;
  into = read_public_key(context, key);
  return into.has_value();
}

packs::Verification look(const Context& context, const VerifyGiven& given, const std::string& pack,
                         const std::optional<packs::PublicKey>& key) {
  std::error_code error;
  if (std::filesystem::is_directory(pack, error)) return packs::verify_folder(pack, key);
  auto shape = packs::verify_sealed_shape(pack);
  if (!shape.intact()) return shape;
  if (given.passphrase.file.empty()) {
    if (key) {
      shape.unreadable(
          {"apakah tanda tangannya dari kunci yang disebutkan tidak dapat dinilai: tanda tangan "
           "itu di dalam edisi tertutup, yang baru terbaca dengan --passphrase-file",
           "whether the signature is by the key named cannot be judged: it is inside the sealed "
           "edition, which is read only with --passphrase-file"});
    }
    return shape;
  }
  const auto passphrase = ask_passphrase(context, given.passphrase);
  if (passphrase) return packs::verify_sealed(pack, *passphrase, key);
  shape.unreadable({"frasa sandi tidak dapat dibaca", "the passphrase cannot be read"});
  return shape;
}

const char* verdict(const Context& context, const packs::Verification& seen) {
  if (seen.ended == packs::Verification::Ended::unreadable)
    return context.say("tidak dapat dinilai", "could not be judged");
  if (!seen.intact()) return context.say("TIDAK utuh", "NOT intact");
  return seen.manifest ? context.say("utuh", "intact")
                       : context.say("isinya belum dinilai", "what is in it was not judged");
}

int verify(const Context& context, const VerifyGiven& given) {
  std::optional<packs::PublicKey> key;
  if (!given.read_key(context, key)) return kUsage;
  int code = kFine;
  std::vector<packs::Manifest> manifests;
  for (const auto& pack : given.packs) {
    const auto seen = look(context, given, pack, key);
    std::printf("%s: %s\n", pack.c_str(), verdict(context, seen));
    say(context, seen);
    if (seen.manifest) manifests.push_back(*seen.manifest);
    code = std::max(code, code_of(seen));
  }
  if (given.packs.size() != 2) return code;
  if (manifests.size() != 2) {
    std::printf("%s\n", context.say("Apakah keduanya dibuat bersama tidak dapat dinilai.",
                                    "Whether the two were made together cannot be judged."));
    return std::max(code, kInputRefused);
  }
  packs::Verification both;
  packs::compare_editions(manifests[0], manifests[1], both);
  say(context, both);
  return std::max(code, code_of(both));
}

int open(const Context& context, const VerifyGiven& given) {
  std::optional<packs::PublicKey> key;
  if (!given.read_key(context, key)) return kUsage;
  context.print(leftovers_beside(given.out));
  const auto passphrase = ask_passphrase(context, given.passphrase);
  if (!passphrase) return kInputRefused;
  const auto seen = packs::verify_sealed(given.packs.front(), *passphrase, key, given.out);
  std::printf("%s: %s\n", given.packs.front().c_str(),
              seen.intact() ? context.say("dibuka", "opened")
                            : context.say("tidak dibuka; tidak ada yang ditulis",
                                          "not opened; nothing was written"));
  say(context, seen);
  if (seen.intact()) {
    std::printf("%s: %s\n", given.out.c_str(),
                context.say("memuat data pribadi; jaga dan hapus bila selesai",
                            "holds private data; keep it safe and delete it when done"));
  }
  return code_of(seen);
}

void add_key_option(CommandLine verb, VerifyGiven& given, const Context& context) {
  verb.add_option("--key", given.key,
                  context.say("Kunci publik yang diharapkan: 64 angka heksadesimal, atau berkasnya",
                              "The public key expected: 64 hexadecimal digits, or a file"));
}

}  // namespace

Command add_verify(CommandLine app, Context& context) {
  const auto verb = app.add_subcommand(
      "verify", context.say("Memeriksa apakah sebuah paket bukti utuh dan bertanda tangan sah.",
                            "Tells whether an evidence pack is intact and validly signed."));
  auto given = std::make_shared<VerifyGiven>();
  verb.add_option("pack", given->packs,
                  context.say("Edisi untuk diteruskan (folder) atau edisi tertutup (berkas); bila "
                              "keduanya disebut, diperiksa pula apakah dibuat bersama",
                              "The edition to pass on (a folder) or the sealed one (a file); given "
                              "both, also whether they were made together"))
      .required()
      .expected(1, 2);
  add_key_option(verb, *given, context);
  // Never asked for: without it the form alone is looked at.
  given->passphrase.add(verb, context)
      .description(context.say("Berkas dengan frasa sandi edisi tertutup di baris pertamanya",
                               "A file with the sealed edition's passphrase in its first line"));
  verb.footer(context.say(
      "Contoh:\n  periksa verify paket/W002-redacted --key 1f0c…\n  periksa verify "
      "paket/W002-redacted paket/W002-sealed.periksa --passphrase-file sandi.txt\n\nKode keluar: 0 "
      "utuh, 1 ada yang tidak utuh, 5 tidak dapat dibaca atau yang ditanyakan tidak dapat dinilai.",
      "Example:\n  periksa verify pack/W002-redacted --key 1f0c…\n  periksa verify "
      "pack/W002-redacted pack/W002-sealed.periksa --passphrase-file secret.txt\n\nExit code: 0 "
      "intact, 1 something is not, 5 it cannot be read or what was asked cannot be judged."));
  return {verb, [&context, given] { return verify(context, *given); }};
}

Command add_open(CommandLine app, Context& context) {
  const auto verb = app.add_subcommand(
      "open", context.say("Membuka edisi tertutup sebuah paket bukti ke folder baru.",
                          "Opens the sealed edition of an evidence pack into a new folder."));
  auto given = std::make_shared<VerifyGiven>();
  verb.add_option("pack", given->packs,
                  context.say("Edisi tertutup (berkas .periksa)", "The sealed edition (.periksa)"))
      .required()
      .expected(1);
  verb.add_option("--out,-o", given->out,
                  context.say("Folder baru untuk isinya", "A new folder for what is in it"))
      .required();
  add_key_option(verb, *given, context);
  given->passphrase.add(verb, context);
  return {verb, [&context, given] { return open(context, *given); }};
}

}  // namespace periksa::cli
