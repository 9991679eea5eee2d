// SPDX-License-Identifier: Apache-2.0
// `pack`, `verify`, `open` and `key` from the command line.
#include <fcntl.h>

#include <boost/test/unit_test.hpp>

#include "auditor/base/descriptor.h"
#include "tests/cli/help/desk.h"

using namespace periksa;
using namespace periksa::test;
namespace fs = std::filesystem;

namespace {

const std::string kPackFixture = PERIKSA_SOURCE_DIR "/fixtures/document-folder";
const std::string kPackPapers = kPackFixture + "/dokumen";

/// Results of one worker with papers, and a passphrase.
struct Packs : Desk {
  Packs() {
    periksa({"audit", kPackFixture + "/filing.xml", "--documents", kPackPapers, "--out",
             "json:results.json", "--quiet"});
    write("secret", "frasa yang panjang\n");
  }
  Ran pack(std::vector<std::string> more) const {
    std::vector<std::string> words{"pack", "results.json", "--out", "pack"};
    words.insert(words.end(), more.begin(), more.end());
    return periksa(words);
  }
};

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(packs, Packs)

BOOST_AUTO_TEST_CASE(a_pack_is_made_verified_and_opened) {
  const auto key = periksa({"key", "new", "key", "--passphrase-file", "secret"});
  BOOST_TEST(key.code == 0, key.err);
  const auto made = pack({"W001", "--seal", "--passphrase-file", "secret", "--documents",
                          kPackPapers, "--sign", "key", "--key-passphrase-file", "secret"});
  BOOST_TEST(made.code == 0, made.err);
  BOOST_TEST(says(made.out, "pack/W001-redacted"), made.out);
  const auto seen = periksa({"verify", "pack/W001-redacted", "pack/W001-sealed.periksa",
                             "--passphrase-file", "secret", "--key", first_line(key.out)});
  BOOST_TEST(seen.code == 0, seen.out);
  BOOST_TEST(says(seen.out, "made together"), seen.out);
  BOOST_TEST(says(seen.out, "by the key named"), seen.out);
  const auto opened =
      periksa({"open", "pack/W001-sealed.periksa", "--out", "open", "--passphrase-file", "secret"});
  BOOST_TEST(opened.code == 0, opened.out);
  BOOST_TEST(has("open/results.json"));
  BOOST_TEST(fs::exists(path() / "open/documents"));
}

BOOST_AUTO_TEST_CASE(the_public_key_may_stand_in_a_file_and_is_shown_again) {
  const auto key = periksa({"key", "new", "key", "--no-passphrase"});
  BOOST_TEST(key.code == 0);
  BOOST_TEST(says(key.err, "warning"), key.err);
  const auto shown = periksa({"key", "show", "key"});
  BOOST_TEST(shown.out == key.out);
  write("public", shown.out);
  BOOST_TEST(pack({"--sign", "key"}).code == 0);
  BOOST_TEST(periksa({"verify", "pack/case-redacted", "--key", "public"}).code == 0);
  periksa({"key", "new", "other", "--no-passphrase"});
  write("public", periksa({"key", "show", "other"}).out);
  const auto other = periksa({"verify", "pack/case-redacted", "--key", "public"});
  BOOST_TEST(other.code == 1);
  BOOST_TEST(says(other.out, "by another key"), other.out);
  BOOST_TEST(periksa({"verify", "pack/case-redacted", "--key", "xyz"}).code == 64);
}

BOOST_AUTO_TEST_CASE(exit_codes_tell_changed_from_unreadable) {
  BOOST_TEST(pack({"--seal", "--passphrase-file", "secret"}).code == 0);
  write("pack/case-redacted/laws.html", "x");
  const auto changed = periksa({"verify", "pack/case-redacted"});
  BOOST_TEST(changed.code == 1);
  BOOST_TEST(says(changed.out, "NOT intact"));
  BOOST_TEST(periksa({"verify", "nowhere"}).code == 5);
  write("wrong", "lain\n");
  const auto closed =
      periksa({"open", "pack/case-sealed.periksa", "--out", "open", "--passphrase-file", "wrong"});
  BOOST_TEST(closed.code == 5);
  BOOST_TEST(says(closed.out, "nothing was written"), closed.out);
  BOOST_TEST(!has("open"));
  // Without the passphrase only its length is looked at, and that is said.
  const auto shape = periksa({"verify", "pack/case-sealed.periksa"});
  BOOST_TEST(shape.code == 0);
  BOOST_TEST(says(shape.out, "was not judged"), shape.out);
}

BOOST_AUTO_TEST_CASE(what_is_there_is_not_overwritten_and_what_is_not_there_is_refused) {
  BOOST_TEST(pack({}).code == 0);
  const auto again = pack({});
  BOOST_TEST(again.code == 74);
  BOOST_TEST(says(again.err, "is not overwritten"), again.err);
  const auto unknown = pack({"W777"});
  BOOST_TEST(unknown.code == 5);
  BOOST_TEST(says(unknown.err, "results.json: error: there is no worker \"W777\""), unknown.err);
  BOOST_TEST(pack({"W001", "--documents", kPackPapers}).code == 64);
}

BOOST_AUTO_TEST_CASE(a_redacted_edition_can_be_reported_and_packed_again_but_not_sealed) {
  BOOST_TEST(pack({"W001"}).code == 0);
  const std::string shown = "pack/W001-redacted/results.json";
  const auto report = periksa({"report", shown, "--out", "text:-", "--unmask"});
  BOOST_TEST(says(report.out, "An extract about one worker, W001"), report.out);
  BOOST_TEST(periksa({"pack", shown, "--out", "again"}).code == 0);
  BOOST_TEST(has("again/W001-redacted"));
  const auto sealed =
      periksa({"pack", shown, "--out", "more", "--seal", "--passphrase-file", "secret"});
  BOOST_TEST(sealed.code == 5);
  BOOST_TEST(says(sealed.err, "no private section"), sealed.err);
  BOOST_TEST(!has("more"));
}

BOOST_AUTO_TEST_CASE(what_was_asked_and_could_not_be_judged_is_no_success) {
  const auto key = periksa({"key", "new", "key", "--no-passphrase"});
  const std::string shown = first_line(key.out);
  BOOST_TEST(pack({"--seal", "--passphrase-file", "secret", "--sign", "key"}).code == 0);
  const auto one = periksa({"verify", "pack/case-sealed.periksa", "--key", shown});
  BOOST_TEST(one.code == 5);
  BOOST_TEST(says(one.out, "could not be judged"), one.out);
  BOOST_TEST(says(one.out, "by the key named cannot be judged"), one.out);
  const auto two = periksa({"verify", "pack/case-redacted", "pack/case-sealed.periksa"});
  BOOST_TEST(two.code == 5);
  BOOST_TEST(says(two.out, "made together cannot be judged"), two.out);
}

BOOST_AUTO_TEST_CASE(an_edition_is_opened_only_where_it_is_by_the_key_named) {
  const std::string key = first_line(periksa({"key", "new", "key", "--no-passphrase"}).out);
  const std::string other = first_line(periksa({"key", "new", "other", "--no-passphrase"}).out);
  BOOST_TEST(pack({"--seal", "--passphrase-file", "secret", "--sign", "key"}).code == 0);
  const auto open = [&](const std::string& by) {
    return periksa({"open", "pack/case-sealed.periksa", "--out", "open", "--passphrase-file",
                    "secret", "--key", by});
  };
  BOOST_TEST(open("xyz").code == 64);
  const auto foreign = open(other);
  BOOST_TEST(foreign.code == 1);
  BOOST_TEST(says(foreign.out, "by another key"), foreign.out);
  BOOST_TEST(!has("open"));
  BOOST_TEST(open(key).code == 0);
  // A name that is taken is a failure of the output, as it is of `pack`.
  const auto again = open(key);
  BOOST_TEST(again.code == 74);
  BOOST_TEST(says(again.out, "is not overwritten"), again.out);
}

BOOST_AUTO_TEST_CASE(a_hidden_folder_that_was_left_is_named_and_not_deleted) {
  fs::create_directories(path() / "pack/.case.periksa.abcdef");
  const auto made = pack({});
  BOOST_TEST(made.code == 0);
  BOOST_TEST(says(made.err, "pack/.case.periksa.abcdef: warning: this hidden folder"), made.err);
  BOOST_TEST(has("pack/.case.periksa.abcdef"));
}

BOOST_AUTO_TEST_CASE(passphrase_options_that_do_nothing_are_refused) {
  BOOST_TEST(pack({"--key-passphrase-file", "secret"}).code == 64);
  BOOST_TEST(
      periksa({"key", "new", "key", "--no-passphrase", "--passphrase-file", "secret"}).code == 64);
  BOOST_TEST(!has("key"));
}

BOOST_AUTO_TEST_CASE(without_a_terminal_the_option_of_the_passphrase_that_is_missing_is_named) {
  const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC));
  if (terminal.number() >= 0) return;  // it would be asked for there
  BOOST_TEST(periksa({"key", "new", "key", "--passphrase-file", "secret"}).code == 0);
  const auto signing = pack({"--sign", "key"});
  BOOST_TEST(signing.code == 5);
  BOOST_TEST(says(signing.err, "name that with --key-passphrase-file"), signing.err);
  BOOST_TEST(says(pack({"--seal"}).err, "name that with --passphrase-file"));
}

BOOST_AUTO_TEST_CASE(messages_are_in_indonesian_without_a_language) {
  const auto made = bare({"pack", "results.json", "--out", "pack"});
  BOOST_TEST(says(made.out, "Edisi untuk diteruskan"), made.out);
  const auto seen = bare({"verify", "pack/case-redacted"});
  BOOST_TEST(says(seen.out, "pack/case-redacted: utuh"), seen.out);
  BOOST_TEST(says(seen.out, "tidak bertanda tangan"), seen.out);
}

BOOST_AUTO_TEST_SUITE_END()
