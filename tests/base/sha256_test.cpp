// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/sha256.h"

#include <boost/test/unit_test.hpp>

using namespace periksa;

BOOST_AUTO_TEST_SUITE(sha256)

BOOST_AUTO_TEST_CASE(the_vectors_of_fips_180_4_come_out) {
  BOOST_TEST(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  BOOST_TEST(sha256_hex("abc") ==
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  BOOST_TEST(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
             "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  BOOST_TEST(sha256_hex(std::string(1'000'000, 'a')) ==
             "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

BOOST_AUTO_TEST_CASE(feeding_in_pieces_changes_nothing) {
  const std::string text(1000, 'x');
  for (std::size_t piece = 1; piece < 200; piece += 7) {
    Sha256 sha;
    for (std::size_t at = 0; at < text.size(); at += piece) sha.add(text.substr(at, piece));
    BOOST_TEST(sha.hex() == sha256_hex(text));
  }
}

BOOST_AUTO_TEST_CASE(after_the_digest_the_object_starts_anew) {
  Sha256 sha;
  sha.add("something");
  sha.hex();
  sha.add("abc");
  BOOST_TEST(sha.hex() == sha256_hex("abc"));
}

BOOST_AUTO_TEST_CASE(base64_is_of_the_digest_itself_and_padded) {
  BOOST_TEST(sha256_base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  BOOST_TEST(sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

BOOST_AUTO_TEST_CASE(the_vectors_of_rfc_4231_come_out) {
  BOOST_TEST(hmac_sha256_hex(std::string(20, '\x0b'), "Hi There") ==
             "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  BOOST_TEST(hmac_sha256_hex("Jefe", "what do ya want for nothing?") ==
             "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  BOOST_TEST(hmac_sha256_hex(std::string(131, '\xaa'),
                             "Test Using Larger Than Block-Size Key - Hash Key First") ==
             "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

BOOST_AUTO_TEST_SUITE_END()
