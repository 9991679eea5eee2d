// SPDX-License-Identifier: Apache-2.0
// Whatever is done to a pack is seen and told; what cannot be seen is told too.
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "auditor/base/sha256.h"
#include "auditor/results/results_json.h"
#include "tests/packs/help/made.h"
#include "tests/results/json_text.h"

using namespace periksa;
using namespace periksa::test;
namespace fs = std::filesystem;

namespace {

/// A redacted edition that is signed, beside a sealed one.
struct Packed : PackDesk {
  Packed() {
    const fs::path file = path() / "key";
    packs::make_key_file(file, nullptr);
    key = packs::unlock_key_file(file, {}).value();
    packs::Order wanted = order();
    wanted.key = &key;
    made = make(wanted);
    unsigned_at = path() / "unsigned" / "case-redacted";
    packs::Order plain = order();
    plain.out = path() / "unsigned";
    make(plain);
  }
  packs::Verification look(const fs::path& folder) const {
    return packs::verify_folder(folder, {});
  }
  packs::SigningKey key;
  packs::Made made;
  fs::path unsigned_at;
};

/// Every place of a small file; of a larger one its first and last bytes and a spread of others.
std::vector<std::size_t> places(std::size_t size) {
  constexpr std::size_t kAll = 4096;
  constexpr std::size_t kEnds = 32;
  constexpr std::size_t kSpread = 120;
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < size; ++i) {
    const bool end = i < kEnds || i + kEnds >= size;
    if (size <= kAll || end || i % (size / kSpread) == 0) all.push_back(i);
  }
  return all;
}

/// A pack of the same form with another text in its results, hashes and check sums made anew.
void rewrite(const fs::path& folder) {
  std::string text = slurp(folder / "report.html");
  text.replace(text.find("<h1"), 3, "<h1 ");
  overwrite(folder / "report.html", text);
  auto manifest = packs::read_manifest(slurp(folder / "manifest.json"), "manifest.json").value();
  for (auto& file : manifest.files) {
    if (file.name == "report.html") file = {file.name, text.size(), sha256_hex(text)};
  }
  manifest.content_sha256 = packs::content_sha256(manifest.files);
  overwrite(folder / "manifest.json", packs::render_manifest(manifest));
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(verification, Packed)

BOOST_AUTO_TEST_CASE(a_pack_as_it_was_made_is_intact) {
  const auto seen = look(made.redacted);
  BOOST_TEST(seen.intact(), said(seen));
  BOOST_TEST(says(seen, "6 of 6 files"));
  BOOST_TEST(says(seen, "signature is valid"));
  const auto sealed = packs::verify_sealed(made.sealed, passphrase(), {});
  BOOST_TEST(sealed.intact(), said(sealed));
}

BOOST_AUTO_TEST_CASE(one_bit_changed_anywhere_is_reported) {
  for (const fs::path& folder : {made.redacted, unsigned_at}) {
    std::size_t count = 0;
    for (const auto& [name, text] : files_of(folder)) {
      for (const std::size_t at : places(text.size())) {
        std::string changed = text;
        changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
        overwrite(folder / name, changed);
        const auto seen = look(folder);
        if (seen.intact()) BOOST_ERROR(name << " byte " << at << ": " << said(seen));
        ++count;
      }
      overwrite(folder / name, text);
    }
    BOOST_TEST(count > 1200U);
    BOOST_TEST(look(folder).intact());
  }
}

BOOST_AUTO_TEST_CASE(a_change_is_told_by_the_name_of_the_file) {
  overwrite(made.redacted / "laws.html", "x");
  BOOST_TEST(says(look(made.redacted), "\"laws.html\" was changed"));
}

BOOST_AUTO_TEST_CASE(a_file_cut_off_or_made_longer_is_told) {
  const std::string text = slurp(made.redacted / "report.html");
  overwrite(made.redacted / "report.html", text.substr(0, text.size() - 1));
  BOOST_TEST(says(look(made.redacted), "\"report.html\" was changed"));
  overwrite(made.redacted / "report.html", text + "\n");
  BOOST_TEST(says(look(made.redacted), "\"report.html\" was changed"));
}

BOOST_AUTO_TEST_CASE(a_missing_an_added_and_a_renamed_file_are_told_apart) {
  fs::rename(made.redacted / "laws.html", made.redacted / "undang.html");
  auto seen = look(made.redacted);
  BOOST_TEST(says(seen, "\"laws.html\" was renamed to \"undang.html\""), said(seen));
  BOOST_TEST(!says(seen, "was added"));
  BOOST_TEST(!says(seen, "missing"));
  fs::remove(made.redacted / "undang.html");
  seen = look(made.redacted);
  BOOST_TEST(says(seen, "\"laws.html\" is missing"), said(seen));
  overwrite(made.redacted / "more.txt", "more");
  seen = look(made.redacted);
  BOOST_TEST(says(seen, "\"more.txt\" was added"), said(seen));
  BOOST_TEST(!seen.intact());
}

BOOST_AUTO_TEST_CASE(folders_and_links_that_do_not_belong_are_told) {
  fs::create_directory(made.redacted / "more");
  BOOST_TEST(says(look(made.redacted), "folder \"more\" was added"));
  fs::remove(made.redacted / "more");
  fs::rename(made.redacted / "laws.html", path() / "laws.html");
  fs::create_symlink(path() / "laws.html", made.redacted / "laws.html");
  BOOST_TEST(says(look(made.redacted), "\"laws.html\" is no ordinary file"));
}

BOOST_AUTO_TEST_CASE(without_a_readable_manifest_nothing_can_be_said) {
  overwrite(made.redacted / "manifest.json", "{");
  BOOST_TEST((look(made.redacted).ended == packs::Verification::Ended::unreadable));
  fs::remove(made.redacted / "manifest.json");
  BOOST_TEST((look(made.redacted).ended == packs::Verification::Ended::unreadable));
  BOOST_TEST((packs::verify_folder(path() / "nowhere", {}).ended ==
              packs::Verification::Ended::unreadable));
}

BOOST_AUTO_TEST_CASE(a_consistent_rewrite_is_seen_by_the_signature_only) {
  rewrite(unsigned_at);
  const auto seen = look(unsigned_at);
  BOOST_TEST(seen.intact(), said(seen));
  BOOST_TEST(says(seen, "could rewrite the whole pack"), said(seen));
  rewrite(made.redacted);
  const auto with = look(made.redacted);
  BOOST_TEST(!with.intact());
  BOOST_TEST(says(with, "the signature is not valid"), said(with));
}

BOOST_AUTO_TEST_CASE(a_signature_by_another_key_or_none_is_told_where_a_key_is_named) {
  packs::PublicKey other = key.shown;
  other[0] ^= 1;
  BOOST_TEST(says(packs::verify_folder(made.redacted, other), "by another key"));
  BOOST_TEST(packs::verify_folder(made.redacted, key.shown).intact());
  const auto bare = packs::verify_folder(unsigned_at, key.shown);
  BOOST_TEST(!bare.intact());
  BOOST_TEST(says(bare, "not signed, though its key was named"));
}

BOOST_AUTO_TEST_CASE(who_signs_a_rewrite_anew_is_seen_as_another_key) {
  rewrite(made.redacted);
  packs::make_key_file(path() / "other", nullptr);
  const auto other = packs::unlock_key_file(path() / "other", {}).value();
  overwrite(made.redacted / "manifest.sig",
            packs::sign_manifest(slurp(made.redacted / "manifest.json"), other));
  BOOST_TEST(look(made.redacted).intact());
  BOOST_TEST(!packs::verify_folder(made.redacted, key.shown).intact());
}

BOOST_AUTO_TEST_CASE(a_manifest_that_speaks_of_other_results_is_told) {
  auto manifest =
      packs::read_manifest(slurp(unsigned_at / "manifest.json"), "manifest.json").value();
  manifest.as_of = "1999-01-01";
  overwrite(unsigned_at / "manifest.json", packs::render_manifest(manifest));
  BOOST_TEST(says(look(unsigned_at), "another scope, rule set or day"));
}

BOOST_AUTO_TEST_CASE(keys_of_workers_in_an_edition_to_pass_on_are_told) {
  const std::string text = slurp(unsigned_at / "results.json");
  auto results = results::read_json(text, "results.json").value();
  results.workers = {"0123456789ab"};
  overwrite(unsigned_at / "results.json", json_text(results));
  BOOST_TEST(says(look(unsigned_at), "do not pass it on"));
}

BOOST_AUTO_TEST_CASE(two_editions_know_each_other) {
  const auto shown = look(made.redacted);
  const auto sealed = packs::verify_sealed(made.sealed, passphrase(), {});
  packs::Verification both;
  packs::compare_editions(*shown.manifest, *sealed.manifest, both);
  BOOST_TEST(both.intact());
  packs::Verification same;
  packs::compare_editions(*shown.manifest, *shown.manifest, same);
  BOOST_TEST(!same.intact());
  packs::Order of_worker = order();
  of_worker.worker = "W002";
  const auto foreign = packs::verify_sealed(make(of_worker).sealed, passphrase(), {});
  packs::Verification wrong;
  packs::compare_editions(*shown.manifest, *foreign.manifest, wrong);
  BOOST_TEST(!wrong.intact());
}

BOOST_AUTO_TEST_SUITE_END()
