// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/verify_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "auditor/base/shown.h"
#include "auditor/results/results_json.h"

namespace periksa::packs {
namespace {

const PackFile* find(const std::vector<PackFile>& files, const std::string& name) {
  const auto at = std::ranges::find(files, name, &PackFile::name);
  return at == files.end() ? nullptr : &*at;
}

Bilingual about(const std::string& name, const char* id, const char* en) {
  return {fmt::format("\"{}\" {}", shown(name), id), fmt::format("\"{}\" {}", shown(name), en)};
}

}  // namespace

bool Verification::intact() const {
  return ended == Ended::judged && std::ranges::none_of(remarks, [](const Remark& x) {
           return x.kind == Remark::Kind::wrong;
         });
}

void Verification::stop(Ended how, Bilingual text) {
  ended = how;
  wrong(std::move(text));
}

bool take_manifest(std::string_view text, Verification& into) {
  auto manifest = read_manifest(text, kManifest);
  if (!manifest) {
    into.unreadable(manifest.error().front().text);
    return false;
  }
  if (render_manifest(*manifest) != text) {
    into.wrong({"manifest.json diubah: isinya tidak cocok dengan jumlah periksanya sendiri",
                "manifest.json was changed: it does not fit its own check sum"});
  }
  if (content_sha256(manifest->files) != manifest->content_sha256) {
    into.wrong({"daftar berkas dalam manifest.json tidak cocok dengan content_sha256-nya",
                "the list of files in manifest.json does not fit its content_sha256"});
  }
  into.manifest = std::move(*manifest);
  return true;
}

void compare_files(const std::vector<PackFile>& there, Verification& into) {
  const auto& expected = into.manifest->files;
  std::map<std::string, const PackFile*> added;  // by hash
  for (const PackFile& file : there) {
    if (find(expected, file.name) == nullptr) added.emplace(file.sha256, &file);
  }
  std::vector<const PackFile*> renamed;
  std::size_t same = 0;
  for (const PackFile& file : expected) {
    const PackFile* const is = find(there, file.name);
    const auto moved = added.find(file.sha256);
    if (is != nullptr && *is == file) {
      ++same;
    } else if (is != nullptr) {
      into.wrong(about(file.name, "diubah: isinya bukan yang tercatat dalam manifes",
                       "was changed: it is not what the manifest has"));
    } else if (moved != added.end()) {
      renamed.push_back(moved->second);
      into.wrong({fmt::format("\"{}\" diganti namanya menjadi \"{}\"; isinya sama",
                              shown(file.name), shown(moved->second->name)),
                  fmt::format("\"{}\" was renamed to \"{}\"; what is in it is the same",
                              shown(file.name), shown(moved->second->name))});
    } else {
      into.wrong(about(file.name, "hilang", "is missing"));
    }
  }
  for (const PackFile& file : there) {
    const bool told = std::ranges::find(renamed, find(there, file.name)) != renamed.end();
    if (find(expected, file.name) == nullptr && !told)
      into.wrong(about(file.name, "ditambahkan: tidak ada dalam manifes",
                       "was added: the manifest does not have it"));
  }
  if (same == 0) return;
  into.fine({fmt::format("{} dari {} berkas sama dengan yang tercatat dalam manifes", same,
                         expected.size()),
             fmt::format("{} of {} files are as the manifest has them", same, expected.size())});
}

void compare_results(std::string_view text, Verification& into) {
  const auto results = results::read_json(text, kResults);
  if (!results) {
    return into.wrong({"results.json tidak dapat dibaca sebagai hasil pemeriksaan",
                       "results.json cannot be read as results of an audit"});
  }
  const Manifest& is = *into.manifest;
  const Manifest said = manifest_of(*results, is.edition, Language::id);
  const auto spoken_of = [](const Manifest& x) {
    return std::tie(x.scope, x.engine_version, x.rule_set, x.rule_set_version, x.manifest_sha256,
                    x.as_of);
  };
  if (spoken_of(said) != spoken_of(is)) {
    into.wrong({"manifes menyebut cakupan, aturan atau tanggal lain daripada results.json",
                "the manifest names another scope, rule set or day than results.json"});
  }
  if (is.edition == "redacted" && !(results->secrets.empty() && results->workers.empty())) {
    into.wrong(
        {"edisi ini disebut untuk diteruskan, tetapi results.json memuat data pribadi: "
         "jangan diteruskan",
         "this edition says that it may be passed on, but results.json holds private data: "
         "do not pass it on"});
  }
}

void judge_signature(std::string_view manifest, const std::optional<std::string>& signature,
                     const std::optional<PublicKey>& expected, Verification& into) {
  if (!signature) {
    if (expected) {
      return into.wrong({"paket ini tidak bertanda tangan, padahal kuncinya disebutkan",
                         "this pack is not signed, though its key was named"});
    }
    return into.note(
        {"paket ini tidak bertanda tangan. Perubahan tak sengaja terlihat, tetapi siapa pun dapat "
         "menulis ulang seluruh paket berikut manifesnya tanpa ketahuan",
         "this pack is not signed. Changes by accident are seen, but anybody could rewrite the "
         "whole pack with its manifest and it would not be noticed"});
  }
  const SignatureCheck check = check_signature(manifest, *signature);
  if (!check.readable) {
    return into.wrong(
        {"manifest.sig rusak atau diubah, sehingga tanda tangannya tidak dapat dinilai",
         "manifest.sig is damaged or was changed, so that the signature cannot be "
         "judged"});
  }
  const std::string print = fingerprint(check.key);
  if (!check.valid) {
    return into.wrong(
        {"tanda tangan tidak sah: manifes diubah setelah ditandatangani, atau tanda "
         "tangannya bukan dari kunci " +
             print,
         "the signature is not valid: the manifest was changed after it was signed, "
         "or it is not by the key " +
             print});
  }
  if (expected && *expected != check.key) {
    return into.wrong({"tanda tangan sah, tetapi dari kunci lain (" + print +
                           "), bukan kunci yang disebutkan (" + fingerprint(*expected) + ")",
                       "the signature is valid but by another key (" + print +
                           ") than the one named (" + fingerprint(*expected) + ")"});
  }
  if (expected) {
    return into.fine({"tanda tangan sah, dari kunci yang disebutkan (" + print + ")",
                      "the signature is valid, by the key named (" + print + ")"});
  }
  into.fine({"tanda tangan sah, dari kunci " + print +
                 ". Cocokkan sidik kunci ini dengan pembuatnya lewat jalan lain, atau sebutkan "
                 "kuncinya dengan --key",
             "the signature is valid, by the key " + print +
                 ". Compare this fingerprint with whoever made the pack by another way, or name "
                 "the key with --key"});
}

void compare_editions(const Manifest& one, const Manifest& other, Verification& into) {
  const bool linked = one.edition != other.edition && one.scope == other.scope &&
                      one.manifest_sha256 == other.manifest_sha256 && one.as_of == other.as_of &&
                      one.other_edition == other.content_sha256 &&
                      other.other_edition == one.content_sha256;
  if (linked) {
    return into.fine({"kedua edisi dibuat bersama: masing-masing menyebut sidik isi yang lain",
                      "the two editions were made together: each names the hash of the other's "
                      "content"});
  }
  into.wrong({"kedua edisi ini tidak dibuat bersama: sidik isi yang disebut tidak saling cocok",
              "these two editions were not made together: the hashes of content that they name do "
              "not fit each other"});
}

}  // namespace periksa::packs
