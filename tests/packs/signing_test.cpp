// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/signing.h"

#include <boost/test/unit_test.hpp>

#include "tests/packs/help/made.h"

using namespace periksa;
using namespace periksa::test;
namespace fs = std::filesystem;

BOOST_FIXTURE_TEST_SUITE(signing, PackDesk)

BOOST_AUTO_TEST_CASE(a_key_file_is_its_owners_only_and_never_replaced) {
  const fs::path file = path() / "key";
  const auto key = packs::make_key_file(file, &passphrase(), kCheap);
  BOOST_REQUIRE(key);
  BOOST_TEST((fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write)));
  const std::string text = slurp(file);
  BOOST_TEST(!packs::make_key_file(file, nullptr));
  BOOST_TEST(slurp(file) == text);
  BOOST_TEST((packs::look_at_key_file(file)->shown == *key));
  BOOST_TEST(packs::look_at_key_file(file)->locked);
}

BOOST_AUTO_TEST_CASE(a_locked_key_opens_with_its_passphrase_only) {
  const fs::path file = path() / "key";
  const auto key = packs::make_key_file(file, &passphrase(), kCheap);
  BOOST_TEST((packs::unlock_key_file(file, passphrase())->shown == *key));
  const auto wrong = packs::unlock_key_file(file, secret("lain"));
  BOOST_REQUIRE(!wrong);
  BOOST_TEST(wrong.error().front().text.en.find("passphrase does not fit") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_key_file_that_was_changed_anywhere_does_not_sign) {
  const fs::path file = path() / "key";
  const auto key = packs::make_key_file(file, &passphrase(), kCheap);
  const std::string text = slurp(file);
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string changed = text;
    changed[at] = static_cast<char>(changed[at] ^ (1 << at % 7));
    overwrite(file, changed);
    const auto unlocked = packs::unlock_key_file(file, passphrase());
    // The end of the last line is no part of what the file says.
    if (unlocked && at + 1 < text.size()) BOOST_ERROR("byte " << at);
  }
}

BOOST_AUTO_TEST_CASE(a_signature_is_of_these_bytes_and_this_key) {
  packs::make_key_file(path() / "key", nullptr);
  const auto key = packs::unlock_key_file(path() / "key", {});
  BOOST_REQUIRE(key);
  const std::string signature = packs::sign_manifest("manifest", *key);
  const auto check = packs::check_signature("manifest", signature);
  BOOST_TEST(check.readable);
  BOOST_TEST(check.valid);
  BOOST_TEST((check.key == key->shown));
  BOOST_TEST(!packs::check_signature("Manifest", signature).valid);
  BOOST_TEST(!packs::check_signature("manifest", "").readable);
  BOOST_TEST(!packs::check_signature("manifest", signature + "\n").readable);
}

BOOST_AUTO_TEST_CASE(what_is_no_key_file_is_refused) {
  for (const std::string text : {"", "periksa-secret-key/1\n", "x",
                                 "periksa-secret-key/1\npublic "
                                 "00\nkdf none\nsecret 00\n"}) {
    overwrite(path() / "key", text);
    BOOST_TEST(!packs::look_at_key_file(path() / "key"), text);
  }
  BOOST_TEST(!packs::look_at_key_file(path() / "nowhere"));
}

BOOST_AUTO_TEST_CASE(a_passphrase_file_is_read_to_the_end_of_its_first_line) {
  overwrite(path() / "p", "satu dua\r\ntiga\n");
  BOOST_TEST((packs::read_passphrase(path() / "p").value() == secret("satu dua")));
  overwrite(path() / "p", "\n");
  BOOST_TEST(!packs::read_passphrase(path() / "p"));
}

BOOST_AUTO_TEST_SUITE_END()
