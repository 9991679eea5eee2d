// SPDX-License-Identifier: Apache-2.0
// The sealed edition: it opens with its passphrase and as it was made, or leaves nothing.
#include <boost/test/unit_test.hpp>

#include "auditor/base/new_folder.h"
#include "auditor/packs/container.h"
#include "auditor/packs/sealed_stream.h"
#include "tests/packs/help/made.h"

using namespace periksa;
using namespace periksa::test;
namespace fs = std::filesystem;

namespace {

struct Sealed : PackDesk {
  Sealed() : made(make(order())), text(slurp(made.sealed)) {}
  packs::Verification open() const {
    return packs::verify_sealed(made.sealed, passphrase(), {}, target());
  }
  fs::path target() const { return path() / "opened"; }
  packs::Made made;
  std::string text;
};

std::string entry(const std::string& name, const std::string& bytes) {
  return packs::entry_head(name, bytes.size()) + bytes;
}

/// A sealed file of any bytes.
fs::path seal(const PackDesk& desk, const std::string& bytes) {
  const fs::path file = desk.path() / "made.periksa";
  fs::remove(file);
  auto writer = packs::SealedWriter::create(file, desk.passphrase(), kCheap, bytes.size());
  writer->add(bytes);
  BOOST_REQUIRE(writer->commit());
  return file;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sealed, Sealed)

BOOST_AUTO_TEST_CASE(what_was_sealed_comes_out_again) {
  BOOST_TEST(open().intact());
  const auto files = files_of(target());
  for (const auto* name : {"manifest.json", "results.json", "report.html", "laws.html",
                           "documents.json", "complaint.html", "complaint.odt"})
    BOOST_TEST(files.contains(name), name);
  BOOST_TEST(files.size() == 7U);
  BOOST_TEST(packs::verify_folder(target(), {}).intact());
  const auto others = fs::status(target()).permissions() & ~fs::perms::owner_all;
  BOOST_TEST((others == fs::perms::none));
}

BOOST_AUTO_TEST_CASE(another_passphrase_opens_nothing) {
  const auto seen = packs::verify_sealed(made.sealed, secret("rahasib"), {}, target());
  BOOST_TEST((seen.ended == packs::Verification::Ended::unreadable));
  BOOST_TEST(says(seen, "passphrase does not fit"));
  BOOST_TEST(!fs::exists(target()));
}

BOOST_AUTO_TEST_CASE(one_bit_changed_anywhere_is_reported_and_nothing_written) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < packs::kSealedHeader + 64; ++i) places.push_back(i);
  for (std::size_t i = 200; i < text.size(); i += text.size() / 150) places.push_back(i);
  for (std::size_t i = text.size() - 40; i < text.size(); ++i) places.push_back(i);
  for (const std::size_t at : places) {
    std::string changed = text;
    changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
    overwrite(made.sealed, changed);
    if (open().intact()) BOOST_ERROR("byte " << at);
    BOOST_TEST(!fs::exists(target()));
  }
}

BOOST_AUTO_TEST_CASE(cut_off_at_any_length_it_is_told_and_nothing_written) {
  std::vector<std::size_t> lengths{0,
                                   1,
                                   15,
                                   16,
                                   87,
                                   88,
                                   89,
                                   88 + 17,
                                   88 + packs::kChunk,
                                   88 + packs::kChunk + 17,
                                   text.size() - 1};
  for (std::size_t i = 90; i < text.size(); i += text.size() / 100) lengths.push_back(i);
  for (const std::size_t length : lengths) {
    overwrite(made.sealed, text.substr(0, length));
    const auto seen = open();
    BOOST_TEST(!seen.intact(), length);
    if (length >= packs::kSealedHeader) BOOST_TEST(says(seen, "cut off"), length);
    BOOST_TEST(!packs::verify_sealed_shape(made.sealed).intact(), length);
  }
  BOOST_TEST(!fs::exists(target()));
  for (const auto& entry : fs::directory_iterator(path()))
    BOOST_TEST(entry.path().filename() == "pack", entry.path());
}

BOOST_AUTO_TEST_CASE(bytes_behind_the_end_are_told) {
  overwrite(made.sealed, text + "x");
  BOOST_TEST(says(open(), "added behind"));
}

BOOST_AUTO_TEST_CASE(a_chunk_left_out_or_moved_is_told) {
  const std::size_t chunk = packs::kChunk + 17;
  std::string bytes(3 * packs::kChunk, 'x');
  const fs::path file =
      seal(*this, packs::entry_head("a.txt", bytes.size()) + bytes + packs::container_end());
  const std::string whole = slurp(file);
  const auto read = [&](const std::string& changed) {
    overwrite(file, changed);
    return packs::verify_sealed(file, passphrase(), {}, target());
  };
  std::string moved = whole;
  std::swap_ranges(moved.begin() + 88, moved.begin() + 88 + static_cast<std::ptrdiff_t>(chunk),
                   moved.begin() + 88 + static_cast<std::ptrdiff_t>(chunk));
  BOOST_TEST(!read(moved).intact());
  BOOST_TEST(says(read(whole.substr(0, 88 + chunk) + whole.substr(88 + 2 * chunk)), "cut off"));
  // … nor can the second chunk stand in for the third.
  std::string twice = whole;
  twice.replace(88 + 2 * chunk, chunk, whole, 88 + chunk, chunk);
  BOOST_TEST(says(read(twice), "changed after it was sealed"));
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_there_is_never_written_into) {
  fs::create_directory(target());
  const auto seen = open();
  BOOST_TEST(!seen.intact());
  BOOST_TEST((seen.ended == packs::Verification::Ended::output));
  BOOST_TEST(says(seen, "is not overwritten"));
  BOOST_TEST(fs::is_empty(target()));
}

BOOST_AUTO_TEST_CASE(a_place_that_cannot_be_written_to_is_no_damage_of_the_pack) {
  overwrite(path() / "file", "x");
  const auto seen = packs::verify_sealed(made.sealed, passphrase(), {}, path() / "file" / "opened");
  BOOST_TEST((seen.ended == packs::Verification::Ended::output));
  BOOST_TEST(!seen.intact());
}

BOOST_AUTO_TEST_CASE(by_another_key_or_none_nothing_is_opened) {
  packs::make_key_file(path() / "key", nullptr);
  packs::make_key_file(path() / "other", nullptr);
  const auto key = packs::unlock_key_file(path() / "key", {}).value();
  const auto other = packs::look_at_key_file(path() / "other").value().shown;
  packs::Order wanted = order();
  wanted.key = &key;
  wanted.out = path() / "signed";
  const auto with = make(wanted).sealed;
  const auto none = packs::verify_sealed(made.sealed, passphrase(), other, target());
  BOOST_TEST(says(none, "not signed, though its key was named"));
  const auto foreign = packs::verify_sealed(with, passphrase(), other, target());
  BOOST_TEST(says(foreign, "by another key"));
  BOOST_TEST(!foreign.intact());
  BOOST_TEST(!fs::exists(target()));
  BOOST_TEST(packs::verify_sealed(with, passphrase(), key.shown, target()).intact());
  BOOST_TEST(fs::exists(target() / "manifest.sig"));
}

BOOST_AUTO_TEST_CASE(a_manifest_that_does_not_stand_first_is_refused) {
  BOOST_REQUIRE(open().intact());
  std::string bytes;
  for (const auto& [name, inside] : files_of(target())) bytes += entry(name, inside);
  const fs::path file = seal(*this, bytes + packs::container_end());
  BOOST_TEST(!packs::verify_sealed(file, passphrase(), {}, path() / "again").intact());
  BOOST_TEST(!fs::exists(path() / "again"));
}

BOOST_AUTO_TEST_CASE(a_manifest_that_speaks_of_other_results_is_told_of_a_sealed_edition_too) {
  BOOST_REQUIRE(open().intact());
  auto files = files_of(target());
  auto manifest = packs::read_manifest(files["manifest.json"], "manifest.json").value();
  files.erase("manifest.json");
  manifest.as_of = "1999-01-01";
  std::string bytes = entry("manifest.json", packs::render_manifest(manifest));
  for (const auto& [name, inside] : files) bytes += entry(name, inside);
  const auto seen = packs::verify_sealed(seal(*this, bytes + packs::container_end()), passphrase(),
                                         {}, path() / "again");
  BOOST_TEST(says(seen, "another scope, rule set or day"), said(seen));
  BOOST_TEST(!fs::exists(path() / "again"));
}

BOOST_AUTO_TEST_CASE(a_name_that_was_taken_meanwhile_is_not_replaced) {
  const fs::path file = path() / "late.periksa";
  auto writer = packs::SealedWriter::create(file, passphrase(), kCheap, 1);
  writer->add("x");
  overwrite(file, "mine");
  const auto done = writer->commit();
  BOOST_REQUIRE(!done);
  BOOST_TEST(done.error().front().text.en.find("is not overwritten") != std::string::npos);
  BOOST_TEST(slurp(file) == "mine");
}

BOOST_AUTO_TEST_CASE(what_an_interrupted_program_left_is_named) {
  const fs::path out = path() / "there" / "opened";
  BOOST_TEST(leftovers_beside(out).empty());
  auto folder = NewFolder::create(out);
  BOOST_REQUIRE(folder);
  fs::create_directory(path() / "there" / ".other.abcdef");
  const auto found = leftovers_beside(out);
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].at.file == folder->place("").parent_path().string());
  BOOST_TEST(folder->commit(NewFolder::Readers::owner).has_value());
  BOOST_TEST(leftovers_beside(out).empty());
}

BOOST_AUTO_TEST_CASE(names_inside_never_lead_out_of_the_folder) {
  for (const auto* name : {"../x", "/tmp/x", "documents/../x", "documents/", "a/b", ".x", "x.", "",
                           "a.b.c", "x y", "documents/documents/x", "manifest.json\n"}) {
    const std::string entry = packs::entry_head(name, 1) + "x";
    const fs::path file = seal(*this, entry + packs::container_end());
    const auto seen = packs::verify_sealed(file, passphrase(), {}, target());
    BOOST_TEST(!seen.intact(), name);
    BOOST_TEST(!fs::exists(target()), name);
    BOOST_TEST(!fs::exists(path() / "x"), name);
  }
}

BOOST_AUTO_TEST_CASE(a_container_that_lies_about_its_lengths_is_told) {
  const auto head = [](const std::string& name, std::uint64_t size) {
    return packs::entry_head(name, size);
  };
  for (const std::string& bytes :
       {head("manifest.json", 100) + "x", head("a.txt", ~std::uint64_t{0}) + "x",
        head("a.txt", 1) + "x" + head("a.txt", 1) + "y" + packs::container_end(),
        head("a.txt", 1) + "x", packs::container_end() + "x", packs::container_end(),
        std::string("\xff\xff", 2)}) {
    const auto seen = packs::verify_sealed(seal(*this, bytes), passphrase(), {}, target());
    BOOST_TEST(!seen.intact(), bytes.size());
    BOOST_TEST(!fs::exists(target()));
  }
}

BOOST_AUTO_TEST_CASE(a_stream_of_any_length_comes_back_whole) {
  for (const std::size_t size : {std::size_t{1}, std::size_t{2}, packs::kChunk - 1, packs::kChunk,
                                 packs::kChunk + 1, 3 * packs::kChunk}) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 7 % 251);
    auto reader = packs::SealedReader::open(seal(*this, bytes), passphrase());
    BOOST_REQUIRE(reader);
    const auto read = reader->exactly(size);
    BOOST_REQUIRE(read);
    BOOST_TEST((*read == bytes), size);
    BOOST_TEST(reader->end().has_value());
    BOOST_TEST(!reader->exactly(1));
  }
}

BOOST_AUTO_TEST_CASE(the_same_pack_twice_is_sealed_with_other_bytes_but_the_same_content) {
  packs::Order again = order();
  again.out = path() / "again";
  const auto other = make(again);
  BOOST_TEST(slurp(other.sealed) != text);
  BOOST_TEST(other.sealed_content == made.sealed_content);
}

BOOST_AUTO_TEST_CASE(no_name_and_no_value_stands_in_it_readably) {
  for (const auto& [key, value] : all_results().at("sample")->secrets) {
    if (value.value.size() >= 4)
      BOOST_TEST(text.find(value.value) == std::string::npos, value.value);
  }
}

BOOST_AUTO_TEST_SUITE_END()
