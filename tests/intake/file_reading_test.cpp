// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>

#include "auditor/base/sha256.h"
#include "tests/intake/reading.h"

using namespace periksa;
namespace fs = std::filesystem;

namespace {

Result<intake::Filing> read_file(const fs::path& path) {
  return intake::read_filing(
      path, test::small_vocabulary(), {}, [](const intake::Filing&) {},
      [](unsigned, std::uint32_t, facts::Facts&) {});
}

std::string told(const fs::path& path) {
  const auto filing = read_file(path);
  return filing ? std::string() : render(filing.error().front(), Language::en);
}

struct Temporary {
  Temporary() { std::ofstream(path) << test::filing("<worker id='W'/>"); }
  ~Temporary() { fs::remove(path); }
  fs::path path = fs::temp_directory_path() / "periksa-reading-test.xml";
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(file_reading, Temporary)

BOOST_AUTO_TEST_CASE(a_file_is_known_by_its_base_name_and_its_hash) {
  const auto filing = read_file(path);
  BOOST_REQUIRE(filing);
  BOOST_TEST(filing->header.file == "periksa-reading-test.xml");
  BOOST_TEST(filing->header.sha256 == sha256_hex(test::filing("<worker id='W'/>")));
  BOOST_TEST(filing->header.workers == 1U);
}

BOOST_AUTO_TEST_CASE(a_message_names_the_file_as_it_was_given) {
  std::ofstream(path) << "<x/>";
  BOOST_TEST(told(path).starts_with(path.string() + ":1:1: error: the root element is <x>"));
}

BOOST_AUTO_TEST_CASE(a_missing_file_and_a_folder_cannot_be_read) {
  const auto missing = fs::temp_directory_path() / "periksa-not-there.xml";
  BOOST_TEST(told(missing) == missing.string() +
                                  ": error: the file cannot be read (No such file or "
                                  "directory); check its name and permissions");
  BOOST_TEST(told(fs::temp_directory_path()).contains("cannot be read (Is a directory)"));
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_told) {
  fs::resize_file(path, 0);
  BOOST_TEST(told(path).ends_with("there is no root element; the file is empty or not XML"));
}

BOOST_AUTO_TEST_SUITE_END()
