// SPDX-License-Identifier: Apache-2.0
// What is no store of ours, or no whole one, is told and left as it is.
#include <SQLiteCpp/SQLiteCpp.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <thread>

#include "auditor/store/check.h"
#include "auditor/store/migrations.h"
#include "auditor/store/views.h"
#include "tests/ruleset/mini/temp_folder.h"
#include "tests/store/help/cases.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(opening)

namespace {

using namespace std::chrono_literals;

struct OpenDesk {
  TempFolder folder;
  std::filesystem::path path = folder.path() / "case.db";

  /// Why it is refused, and that nothing of it changed.
  std::string refused(store::Access access = store::Access::write) const {
    const std::string before = std::filesystem::exists(path) ? slurp(path) : std::string();
    const auto store = store::Store::open(path, access, 10ms);
    BOOST_REQUIRE(!store);
    BOOST_TEST((std::filesystem::exists(path) ? slurp(path) : std::string()) == before);
    BOOST_TEST(store.error().front().at.file == path.string());
    BOOST_TEST(!store.error().front().text.id.empty());
    return store.error().front().text.en;
  }
};

bool says(const std::string& text, std::string_view phrase) {
  return text.find(phrase) != std::string::npos;
}

/// As long as it lives, somebody for whom something can be forbidden: of root nobody, who then owns
/// the folder and what is in it.
class Somebody {
 public:
  explicit Somebody(const std::filesystem::path& folder) {
    if (::geteuid() != 0) return;
    own(folder);
    for (const auto& entry : std::filesystem::directory_iterator(folder)) own(entry.path());
    BOOST_REQUIRE_EQUAL(::seteuid(kNobody), 0);
  }
  Somebody(const Somebody&) = delete;
  Somebody& operator=(const Somebody&) = delete;
  ~Somebody() {
    if (::getuid() == 0) BOOST_TEST(::seteuid(0) == 0);
  }

 private:
  static constexpr uid_t kNobody = 65534;

  static void own(const std::filesystem::path& path) {
    BOOST_REQUIRE_EQUAL(::chown(path.c_str(), kNobody, kNobody), 0);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(a_missing_one_says_how_to_make_one, OpenDesk) {
  BOOST_TEST(says(refused(), "store init"));
}

BOOST_FIXTURE_TEST_CASE(a_text_and_another_programs_database_are_foreign, OpenDesk) {
  folder.write("case.db", "not a database");
  BOOST_TEST(says(refused(), "another program"));
  std::filesystem::remove(path);
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE notes (x)");
  BOOST_TEST(says(refused(), "another program"));
}

BOOST_FIXTURE_TEST_CASE(an_empty_or_truncated_one_is_broken, OpenDesk) {
  folder.write("case.db", "");
  BOOST_TEST(says(refused(), "no whole store"));
  std::filesystem::remove(path);
  saved(new_store(path), {.seen = {Seen{}}});
  const std::string whole = slurp(path);
  for (const std::size_t size : {whole.size() - 1, whole.size() - 4096, whole.size() / 2,
                                 std::size_t{4096}, std::size_t{100}, std::size_t{60}}) {
    BOOST_TEST_CONTEXT(size << " of " << whole.size() << " bytes") {
      folder.write("case.db", whole.substr(0, size));
      BOOST_TEST(says(refused(), "no whole store"));
    }
  }
}

BOOST_FIXTURE_TEST_CASE(one_of_a_newer_program_is_left_to_it, OpenDesk) {
  new_store(path).connection().script("PRAGMA user_version=99");
  BOOST_TEST(says(refused(), "newer Periksa"));
  BOOST_TEST(!store::migrate_store(path, kInspector));
}

BOOST_FIXTURE_TEST_CASE(a_folder_is_no_store, OpenDesk) {
  std::filesystem::create_directory(path);
  BOOST_TEST(!store::Store::open(path, store::Access::read));
}

BOOST_FIXTURE_TEST_CASE(a_store_is_never_replaced, OpenDesk) {
  saved(new_store(path), {.seen = {Seen{}}});
  const auto again = store::Store::init(path, kInspector);
  BOOST_REQUIRE(!again);
  BOOST_TEST(says(again.error().front().text.en, "never replaced"));
  BOOST_TEST(!store::back_up(path, path, kInspector));
  BOOST_TEST(store::agencies(opened(path), "2026-12-31").value().size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(one_in_a_folder_that_must_not_be_written_can_be_read, OpenDesk) {
  saved(new_store(path), {.seen = {Seen{}}});
  const Somebody reader(folder.path());
  std::filesystem::permissions(path, std::filesystem::perms::owner_read);
  std::filesystem::permissions(
      folder.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  const auto store = store::Store::open(path, store::Access::read);
  const auto writing = store::Store::open(path, store::Access::write);
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
  BOOST_REQUIRE(store.has_value());
  BOOST_TEST(store::agencies(*store, "2026-12-31").value().size() == 1U);
  BOOST_TEST(!writing);
}

BOOST_FIXTURE_TEST_CASE(who_holds_the_lock_is_told_after_the_wait, OpenDesk) {
  new_store(path);
  const auto holder = opened(path);
  const auto waiting = store::Store::open(path, store::Access::write, 10ms).value();
  const auto results = results_of({.seen = {Seen{}}});
  holder.connection().transaction([&] {
    const auto refused = store::save(waiting, {&results}, kInspector);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(says(refused.error().front().text.en, std::to_string(::getpid())));
    BOOST_TEST(says(refused.error().front().text.en, "nothing was saved"));
    // Meanwhile it can be read.
    BOOST_TEST(store::agencies(opened(path, store::Access::read), "2026-12-31").has_value());
  });
  BOOST_TEST(store::save(waiting, {&results}, kInspector).has_value());
}

BOOST_FIXTURE_TEST_CASE(writers_at_once_all_succeed, OpenDesk) {
  new_store(path);
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 4; ++writer) {
    writers.emplace_back([&, writer] {
      const auto store = opened(path);
      for (int i = 0; i < 5; ++i)
        saved(store, {.seen = {Seen{}}, .filing = std::to_string(writer) + std::to_string(i)});
    });
  }
  for (auto& writer : writers) writer.join();
  const auto checked = store::check(store::Store::open_any(path).value(), {}).value();
  BOOST_TEST(checked.faults.empty());
  BOOST_TEST(checked.entries == 21);
}

BOOST_FIXTURE_TEST_CASE(a_copy_checks_out_elsewhere, OpenDesk) {
  saved(new_store(path), {.seen = {Seen{}}});
  const auto copy = folder.path() / "elsewhere.db";
  std::filesystem::copy_file(path, copy);  // closed: one file is all of it
  const auto checked = store::check(store::Store::open_any(copy).value(), {}).value();
  BOOST_TEST(checked.faults.empty());
  BOOST_TEST(checked.entries == 2);
}

BOOST_FIXTURE_TEST_CASE(a_backup_of_a_store_in_use_is_whole, OpenDesk) {
  const auto store = new_store(path);
  saved(store, {.seen = {Seen{}}});
  const auto to = folder.path() / "backup.db";
  BOOST_TEST(store::back_up(path, to, kInspector).value());
  saved(store, {.filing = "later"});
  const auto checked = store::check(store::Store::open_any(to).value(), {}).value();
  BOOST_TEST(checked.faults.empty());
  BOOST_TEST(checked.entries == 2);
  BOOST_TEST(((std::filesystem::status(to).permissions() & std::filesystem::perms::others_all) ==
              std::filesystem::perms::none));
}

BOOST_AUTO_TEST_SUITE_END()
