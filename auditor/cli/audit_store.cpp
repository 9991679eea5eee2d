// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/audit_store.h"

#include <fmt/format.h>

#include "auditor/cli/clock.h"
#include "auditor/store/save.h"

namespace periksa::cli {

void AuditStore::add(CommandLine verb, const Context& context) {
  const auto store = option_.add(verb, context);
  option_.add_actor(verb, context);
  verb.add_flag("--keep-facts", keep_facts_,
                context.say("Simpan juga dokumen hasil dengan data pribadinya di gudang data",
                            "Keep the results document too, with its private values, in the store"))
      .needs(store);
}

bool AuditStore::open(const Context& context, const facts::Vocabulary& vocabulary) {
  if (!given()) return true;
  store_ = option_.open(context, store::Access::write);
  if (!store_) return false;
  const auto key = store_->run([&] { store_->key(); });
  if (!key) {
    context.print(key.error());
    return false;
  }
  numbers_ = std::make_unique<audit::KnownNumbers>(vocabulary);
  return true;
}

audit::Observer AuditStore::watch(unsigned threads) {
  return numbers_ ? numbers_->watch(threads) : audit::Observer{};
}

std::vector<results::KnownNumber> AuditStore::take() {
  return numbers_ ? numbers_->take() : std::vector<results::KnownNumber>{};
}

Result<const results::StoreMark*> AuditStore::save(
    const results::Results& results, const std::vector<results::KnownNumber>& numbers) {
  if (!store_) return nullptr;
  // Later audits would count as earlier ones until that day.
  if (results.header.as_of > today())
    return fail(
        {option_.file()},
        {fmt::format("penilaian per {} tidak disimpan: hari itu belum tiba", results.header.as_of),
         fmt::format("an audit as of {} is not saved: that day has not come",
                     results.header.as_of)});
  auto saved = store::save(*store_, {&results, numbers, keep_facts_}, option_.who());
  if (!saved) return std::unexpected(saved.error());
  ++sum_.audits;
  sum_.fresh += saved->fresh;
  sum_.persisting += saved->persisting;
  sum_.resolved += saved->resolved;
  sum_.reopened += saved->reopened;
  sum_.unseen += saved->unseen;
  mark_ = std::move(saved->mark);
  return &mark_;
}

void AuditStore::tell(const Context& context) const {
  if (sum_.audits == 0) return;
  Bilingual text{
      fmt::format(
          "disimpan di gudang data: {} penilaian; {} temuan baru, {} masih ada, {} selesai, "
          "{} muncul kembali",
          sum_.audits, sum_.fresh, sum_.persisting, sum_.resolved, sum_.reopened),
      fmt::format("saved in the store: {} {}; findings: {} new, {} persisting, {} resolved, "
                  "{} reopened",
                  sum_.audits, sum_.audits == 1 ? "audit" : "audits", sum_.fresh, sum_.persisting,
                  sum_.resolved, sum_.reopened)};
  if (sum_.unseen > 0) {
    text.id += fmt::format("; {} yang belum selesai tidak dinilai kali ini", sum_.unseen);
    text.en += fmt::format("; {} unresolved ones could not be looked for this time", sum_.unseen);
  }
  text.id += "\nkode penutup catatan " + mark_.head;
  text.en += "\nhead of the log " + mark_.head;
  context.tell(text);
}

}  // namespace periksa::cli
