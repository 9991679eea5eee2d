// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <fstream>

using namespace periksa;
namespace fs = std::filesystem;

namespace {

/// An empty folder of its own, removed afterwards.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "periksa-file-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }

  std::size_t files() const {
    const fs::directory_iterator all(path);
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
  }

  fs::path path;
};

void write(const fs::path& path, std::string_view text) {
  std::ofstream(path) << text;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(file, Folder)

BOOST_AUTO_TEST_CASE(a_file_is_read_whole) {
  std::string text(300'000, 'x');
  text[0] = '\0';
  write(path / "in", text);
  BOOST_TEST((read_file(path / "in", 300'000) == text));
}

BOOST_AUTO_TEST_CASE(a_file_above_the_cap_is_refused) {
  write(path / "in", "four");
  const auto text = read_file(path / "in", 3);
  BOOST_REQUIRE(!text);
  BOOST_TEST(text.error().front().text.en == "the file is larger than the cap of 3 bytes");
}

BOOST_AUTO_TEST_CASE(a_folder_and_a_missing_file_are_told_with_their_name) {
  for (const auto& name : {path, path / "missing"}) {
    const auto text = read_file(name, 10);
    BOOST_REQUIRE(!text);
    BOOST_TEST(text.error().front().at.file == name.string());
  }
}

BOOST_AUTO_TEST_CASE(a_committed_file_has_all_that_was_written) {
  auto out = AtomicFile::create(path / "out");
  BOOST_REQUIRE(out);
  const std::string block(100'000, 'a');
  for (int i = 0; i < 10; ++i) out->write(block);
  BOOST_REQUIRE(out->commit());
  BOOST_TEST(read_file(path / "out", 2'000'000)->size() == 1'000'000U);
  BOOST_TEST(files() == 1U);
}

BOOST_AUTO_TEST_CASE(until_the_commit_the_old_file_is_seen) {
  write(path / "out", "old");
  auto out = AtomicFile::create(path / "out");
  out->write("new");
  BOOST_TEST(*read_file(path / "out", 10) == "old");
  BOOST_REQUIRE(out->commit());
  BOOST_TEST(*read_file(path / "out", 10) == "new");
}

BOOST_AUTO_TEST_CASE(an_uncommitted_file_leaves_nothing) {
  {
    auto out = AtomicFile::create(path / "out");
    out->write(std::string(1'000'000, 'a'));
    auto moved = std::move(*out);
  }
  BOOST_TEST(files() == 0U);
}

BOOST_AUTO_TEST_CASE(an_output_is_as_readable_as_the_umask_says) {
  const mode_t before = ::umask(027);
  auto out = AtomicFile::create(path / "out");
  BOOST_REQUIRE(out->commit());
  ::umask(before);
  BOOST_TEST((fs::status(path / "out").permissions() == fs::perms{0640}));
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_told) {
  BOOST_TEST(!AtomicFile::create(path / "no" / "out"));
}

BOOST_AUTO_TEST_SUITE_END()
