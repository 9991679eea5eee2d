// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/store_option.h"

#include <pwd.h>
#include <unistd.h>

#include "auditor/cli/clock.h"
#include "auditor/store/views.h"

namespace periksa::cli {
namespace {

std::string login() {
  const passwd* const user = ::getpwuid(::geteuid());
  return user != nullptr ? user->pw_name : std::to_string(::geteuid());
}

}  // namespace

Option StoreOption::add(CommandLine verb, const Context& context) {
  return verb
      .add_option("--store", file_,
                  context.say("Gudang data perkara (docs/store.md)", "Case store (docs/store.md)"))
      .filled(context.say("tidak boleh kosong", "must not be empty"))
      .envname("PERIKSA_STORE");
}

void StoreOption::add_actor(CommandLine verb, const Context& context) {
  verb.add_option(
          "--actor", actor_,
          context.say("Siapa yang bertindak, untuk catatan gudang data (bawaan: nama masuk)",
                      "Who acts, for the store's log (default: the login name)"))
      .envname("PERIKSA_ACTOR");
}

std::vector<std::filesystem::path> StoreOption::files() const {
  std::vector<std::filesystem::path> files;
  if (!given()) return files;
  files.emplace_back(file_);
  files.push_back(store::MatchKey::file_of(file_));
  for (const char* const ending : {"-wal", "-shm", "-journal"}) files.emplace_back(file_ + ending);
  return files;
}

store::Who StoreOption::who() const {
  return {actor_.empty() ? login() : actor_, time_stamp()};
}

std::optional<store::Store> StoreOption::open(const Context& context, store::Access access) const {
  auto opened = store::Store::open(file_, access);
  if (opened) {
    const auto key = store::MatchKey::file_of(file_);
    if (access == store::Access::write && store::MatchKey::others_read(file_))
      context.tell({"kunci gudang data, " + key.string() +
                        ", dapat dibaca orang lain; tutup dengan: chmod 600",
                    "the store's key, " + key.string() +
                        ", can be read by others; close it with: chmod 600"});
    return std::move(*opened);
  }
  context.print(opened.error());
  return std::nullopt;
}

std::optional<std::unique_ptr<results::StoreMark>> StoreOption::mark(
    const Context& context, std::span<const results::Results* const> documents) const {
  if (!given()) return nullptr;
  const auto store = open(context, store::Access::read);
  if (!store) return std::nullopt;
  auto mark = store::mark_of(*store, documents);
  if (mark) return std::make_unique<results::StoreMark>(std::move(*mark));
  context.print(mark.error());
  return std::nullopt;
}

}  // namespace periksa::cli
