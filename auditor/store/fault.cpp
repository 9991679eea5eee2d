// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/fault.h"

#include <fmt/format.h>

#include <cerrno>

#include "auditor/store/lock_holder.h"

namespace periksa::store {
namespace {

Bilingual busy_words(const std::filesystem::path& path) {
  const auto holder = lock_holder(path);
  if (!holder)
    return {
        "gudang data sedang ditulis oleh proses lain dan tetap terkunci setelah ditunggu; "
        "tidak ada yang disimpan. Coba lagi setelah proses itu selesai",
        "another process is writing to the store and kept it locked while we waited; nothing "
        "was saved. Try again when it has ended"};
  const std::string who = holder->program.empty()
                              ? std::to_string(holder->process)
                              : fmt::format("{} ({})", holder->process, holder->program);
  return {fmt::format("gudang data dikunci oleh proses {}, juga setelah ditunggu; tidak ada yang "
                      "disimpan. Coba lagi setelah proses itu selesai",
                      who),
          fmt::format("process {} holds the store's lock and kept it while we waited; nothing was "
                      "saved. Try again when it has ended",
                      who)};
}

Bilingual words(const std::filesystem::path& path, const Fault& fault) {
  switch (fault.kind()) {
    case Fault::Kind::busy:
      return busy_words(path);
    case Fault::Kind::full:
      return {
          "tidak ada ruang lagi di penyimpanan; perubahan ini tidak jadi dan keadaan sebelumnya "
          "utuh. Kosongkan ruang, lalu ulangi",
          "there is no room left on the disk; this change was not made and the earlier state is "
          "whole. Make room and try again"};
    case Fault::Kind::read_only:
      return {
          "gudang data atau foldernya tidak boleh ditulis; tidak ada yang disimpan. Periksa "
          "hak tulisnya",
          "the store or its folder must not be written; nothing was saved. See to its "
          "permissions"};
    case Fault::Kind::broken:
      return {fmt::format("bukan gudang data yang utuh ({}): berkasnya terpotong atau berubah. "
                          "Pakai cadangan terakhir; yang ini jangan ditulis lagi",
                          fault.what()),
              fmt::format("no whole store ({}): the file was cut off or changed. Take the latest "
                          "backup; do not write to this one",
                          fault.what())};
    case Fault::Kind::missing:
      return {"gudang data ini tidak ada; buat dengan: periksa store init --store BERKAS",
              "there is no such store; make one with: periksa store init --store FILE"};
    case Fault::Kind::taken:
      return {"nama ini sudah dipakai; gudang data yang ada tidak pernah ditimpa",
              "there is something of this name already; a store is never replaced"};
    case Fault::Kind::foreign:
      return {"ini basis data program lain, bukan gudang data Periksa; tidak disentuh",
              "this is a database of another program, no store of Periksa; it was not touched"};
    case Fault::Kind::folder:
      return {"ini sebuah folder; sebut berkas gudang datanya",
              "this is a folder; name the store's file"};
    case Fault::Kind::no_folder:
      return {"folder tempat berkas ini akan dibuat tidak ada; buat foldernya lebih dahulu",
              "the folder that this file is to be made in is not there; make it first"};
    case Fault::Kind::newer:
      return {fmt::format("gudang data ini dibuat oleh Periksa yang lebih baru ({}); pakai versi "
                          "itu",
                          fault.what()),
              fmt::format("this store was made by a newer Periksa ({}); use that version",
                          fault.what())};
    case Fault::Kind::older:
      return {fmt::format("gudang data ini dari Periksa yang lebih lama ({}); perbarui dengan: "
                          "periksa store migrate --store BERKAS (cadangan dibuat lebih dahulu)",
                          fault.what()),
              fmt::format("this store is of an earlier Periksa ({}); bring it up to date with: "
                          "periksa store migrate --store FILE (a backup is taken first)",
                          fault.what())};
    case Fault::Kind::key:
      return {
          fmt::format("kunci gudang data, {}.key, tidak ada, rusak, atau milik gudang lain; tanpa "
                      "kunci itu tidak dapat disimpan atau dicocokkan. Letakkan kunci yang "
                      "benar di sampingnya",
                      path.filename().string()),
          fmt::format(
              "the store's key, {}.key, is missing, damaged or of another store; without it "
              "nothing can be saved or matched. Put the right one beside it",
              path.filename().string())};
    case Fault::Kind::other:
      break;
  }
  return {fmt::format("gudang data tidak dapat dipakai: {}", fault.what()),
          fmt::format("the store cannot be used: {}", fault.what())};
}

}  // namespace

Fault::Kind kind_of_errno(int error) {
  if (error == ENOSPC) return Fault::Kind::full;
  return error == ENOENT ? Fault::Kind::no_folder : Fault::Kind::read_only;
}

Diagnostics told(const std::filesystem::path& path, const Fault& fault) {
  return {{Diagnostic::Kind::error, {path.string()}, words(path, fault)}};
}

}  // namespace periksa::store
