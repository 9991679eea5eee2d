// SPDX-License-Identifier: Apache-2.0
// The case store on the command line: saved before any report, told at its foot, followed up.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <regex>
#include <thread>

#include "auditor/base/sha256.h"
#include "tests/audit/help/filings.h"
#include "tests/cli/help/desk.h"

using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(store)

namespace {

struct StoreDesk : Desk {
  StoreDesk() {
    breached("filing.xml");
    BOOST_REQUIRE_EQUAL(periksa({"store", "init", "--store", "case.db"}).code, 0);
    environment["PERIKSA_STORE"] = "case.db";
    environment["PERIKSA_ACTOR"] = "pengawas";
  }
  void breached(const std::string& name) const {
    write(name, changed(base("clean-worker"), {.set = "worker.born_on=2010-01-01"}));
  }
  Ran audit(std::vector<std::string> more = {}) const {
    std::vector<std::string> words{"audit", "filing.xml", "--rule", kAge};
    words.insert(words.end(), more.begin(), more.end());
    return periksa(std::move(words));
  }
  /// The head that a run told on standard error.
  static std::string head(const Ran& ran) {
    constexpr std::string_view kBefore = "head of the log ";
    const auto at = ran.err.rfind(kBefore);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, ran.err);
    return ran.err.substr(at + kBefore.size(), 64);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(an_audit_is_saved_and_its_reports_tell_the_head, StoreDesk) {
  const Ran ran = audit({"-o", "html:out.html", "text:out.txt", "json:out.json"});
  BOOST_TEST(ran.code == 1);
  BOOST_TEST(says(ran.err, "1 new"));
  const std::string known = head(ran);
  BOOST_TEST(says(read("out.html"), known));
  BOOST_TEST(says(read("out.txt"), known));
  BOOST_TEST(!says(read("out.json"), known));  // the clock is no part of a result
  BOOST_TEST(periksa({"store", "check", "--head", known.substr(0, 12)}).code == 0);
  BOOST_TEST(periksa({"store", "check", "--head", std::string(64, '0')}).code == 1);
}

BOOST_FIXTURE_TEST_CASE(without_a_store_reports_are_what_they_were, StoreDesk) {
  audit({"-o", "json:with.json"});
  environment.erase("PERIKSA_STORE");
  const Ran ran = audit({"-o", "json:without.json", "html:out.html"});
  BOOST_TEST(read("with.json") == read("without.json"));
  BOOST_TEST(!says(read("out.html"), "case store"));
  BOOST_TEST(!says(ran.err, "head of the log"));
}

BOOST_FIXTURE_TEST_CASE(what_cannot_be_saved_leaves_no_report, StoreDesk) {
  environment["PERIKSA_STORE"] = "missing.db";
  const Ran ran = audit({"-o", "json:out.json"});
  BOOST_TEST(ran.code == 74);
  BOOST_TEST(says(ran.err, "store init"));
  BOOST_TEST(!has("out.json"));
  environment["PERIKSA_STORE"] = "filing.xml";
  BOOST_TEST(says(audit().err, "another program"));
  environment["PERIKSA_STORE"] = "case.db";
  std::filesystem::remove(path() / "case.db.key");
  const Ran keyless = audit({"-o", "json:out.json"});
  BOOST_TEST(keyless.code == 74);
  BOOST_TEST(says(keyless.err, "case.db.key"));
  BOOST_TEST(!has("out.json"));
}

BOOST_FIXTURE_TEST_CASE(an_output_never_overwrites_the_store, StoreDesk) {
  const std::string before = read("case.db");
  BOOST_TEST(audit({"-o", "json:case.db"}).code == 64);
  BOOST_TEST(periksa({"store", "list", "-o", "html:case.db"}).code == 64);
  BOOST_TEST(periksa({"store", "init"}).code == 74);
  for (const std::string ending : {"", ".key", "-wal"}) {
    const std::string file = "case.db" + ending;
    BOOST_TEST(periksa({"store", "list", "-o", "text:" + file}).code == 64);
    BOOST_TEST(periksa({"store", "export", "1", file}).code == 64);
  }
  BOOST_TEST(read("case.db") == before);
}

BOOST_FIXTURE_TEST_CASE(several_filings_are_saved_each, StoreDesk) {
  std::filesystem::create_directory(path() / "filings");
  breached("filings/one.xml");
  write("filings/two.xml", base("clean-worker"));
  const Ran ran = periksa({"audit", "filings", "--rule", kAge, "-o", "text:reports/"});
  BOOST_TEST(says(ran.err, "2 audits"));
  BOOST_TEST(says(ran.err, "1 new"));
  BOOST_TEST(says(ran.err, "1 resolved"));  // both are of one agency
  const Ran check = periksa({"store", "check"});
  BOOST_TEST(says(check.out, "3 entries"));
}

BOOST_FIXTURE_TEST_CASE(a_case_is_followed_up, StoreDesk) {
  audit({"-o", "json:old.json"});
  BOOST_TEST(periksa({"case", "instruct", "1", "--due", "2026-05-01", "--on", "2026-04-01",
                      "--reference", "ND-14"})
                 .code == 0);
  BOOST_TEST(periksa({"case", "overdue", "--as-of", "2026-05-01"}).code == 0);
  const Ran overdue = periksa({"case", "overdue", "--as-of", "2026-05-03"});
  BOOST_TEST(overdue.code == 1);
  BOOST_TEST(says(overdue.out, "1 May 2026"));

  BOOST_TEST(periksa({"report", "old.json", "--for", "inspector", "-o", "html:note.html"}).code ==
             1);
  BOOST_TEST(says(read("note.html"), "1 May 2026"));

  BOOST_TEST(periksa({"case", "correct", "1", "--document", "missing.pdf"}).code == 5);
  write("proof.pdf", "proof");
  BOOST_TEST(periksa({"case", "correct", "1", "--document", "proof.pdf"}).code == 0);
  write("filing.xml", base("clean-worker"));
  BOOST_TEST(says(audit({"-o", "json:new.json"}).err, "1 resolved"));
  const Ran diff = periksa({"diff", "old.json", "new.json"});
  BOOST_TEST(diff.code == 1);
  BOOST_TEST(says(diff.out, "Finding 1 in the case store: resolved"));
  const Ran json = periksa({"diff", "old.json", "new.json", "-o", "json:-"});
  const auto shift = nlohmann::json::parse(json.out)["findings"][0];
  BOOST_TEST(shift["case"]["number"] == 1);
  BOOST_TEST(shift["case"]["state"] == "resolved");
  BOOST_TEST(periksa({"case", "answer", "1", "--note", "late"}).code == 5);
  const Ran steps = periksa({"store", "finding", "1"});
  for (const char* phrase : {"ND-14", "proof.pdf", "pengawas", "seen no more"})
    BOOST_TEST(says(steps.out, phrase), phrase);
}

BOOST_FIXTURE_TEST_CASE(wrong_words_are_told, StoreDesk) {
  audit();
  BOOST_TEST(periksa({"case", "answer", "--note", "of what?"}).code == 64);
  BOOST_TEST(periksa({"case", "answer", "one", "--note", "x"}).code == 64);
  BOOST_TEST(periksa({"case", "answer", "7", "--note", "x"}).code == 5);
  BOOST_TEST(periksa({"case", "instruct", "1", "--due", "1 May"}).code == 64);
  BOOST_TEST(periksa({"store", "list", "--as-of", "tomorrow"}).code == 64);
  BOOST_TEST(periksa({"store", "list", "-o", "sarif:x"}).code == 64);
  BOOST_TEST(periksa({"store", "show", "9"}).code == 5);
  BOOST_TEST(says(periksa({"store", "history", "nobody"}).err, "nobody"));
  environment.erase("PERIKSA_STORE");
  BOOST_TEST(periksa({"store", "list"}).code == 64);
}

BOOST_FIXTURE_TEST_CASE(kept_facts_are_written_as_they_were, StoreDesk) {
  audit({"--keep-facts", "-o", "json:out.json"});
  BOOST_TEST(periksa({"store", "export", "1", "again.json"}).code == 0);
  BOOST_TEST(read("again.json") == read("out.json"));
  audit();
  BOOST_TEST(periksa({"store", "export", "2", "none.json"}).code == 5);
  BOOST_TEST(!has("none.json"));
}

BOOST_FIXTURE_TEST_CASE(backups_are_copies_that_the_log_names, StoreDesk) {
  audit();
  BOOST_TEST(periksa({"store", "backup", "copy.db"}).code == 0);
  BOOST_TEST(periksa({"store", "backup", "copy.db"}).code == 74);
  BOOST_TEST(periksa({"store", "check", "--store", "copy.db"}).code == 0);
  BOOST_TEST(says(periksa({"store", "retention"}).out, "copy.db"));
  BOOST_TEST(periksa({"store", "migrate"}).code == 0);
}

BOOST_FIXTURE_TEST_CASE(both_languages_tell_the_same, StoreDesk) {
  audit();
  for (const char* what : {"list", "retention"}) {
    const Ran en = periksa({"store", what});
    const Ran id = bare({"store", what});
    BOOST_TEST(en.code == 0);
    BOOST_TEST(id.code == 0);
    BOOST_TEST(en.out != id.out);
    BOOST_TEST(std::ranges::count(en.out, '-') > 50);
  }
}

BOOST_FIXTURE_TEST_CASE(several_programs_use_it_at_once, StoreDesk) {
  constexpr std::size_t kEach = 4;
  std::vector<Ran> audits(kEach);
  std::vector<Ran> lists(kEach);
  {
    std::vector<std::jthread> programs;
    for (std::size_t i = 0; i < kEach; ++i) {
      programs.emplace_back([&, i] { audits[i] = audit({"-o", "json:-"}); });
      programs.emplace_back([&, i] { lists[i] = periksa({"store", "list"}); });
    }
  }
  for (const Ran& ran : audits) {
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(periksa({"store", "check", "--head", head(ran)}).code == 0, ran.err);
  }
  for (const Ran& ran : lists) BOOST_TEST(ran.code == 0, ran.err);
  BOOST_TEST(says(periksa({"store", "check"}).out, "5 entries"));
}

BOOST_FIXTURE_TEST_CASE(whom_to_forget_is_said_in_one_way, StoreDesk) {
  audit({"--keep-facts"});
  const auto forget = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"store", "forget"});
    return periksa(std::move(words));
  };
  for (const auto& words :
       std::vector<std::vector<std::string>>{{},
                                             {""},
                                             {"0001015203960001", "--entry", "2"},
                                             {"--audit", "1"},
                                             {"--worker", "W001"},
                                             {"--audit", "1", "--worker", "W1"},
                                             {"0001015203960001", "--linked", "--only"}})
    BOOST_TEST(forget(words).code == 64);
  BOOST_TEST(forget({"0009999999999999"}).code == 1);
  BOOST_TEST(forget({"--audit", "1", "--worker", "W001"}).code == 0);
  BOOST_TEST(forget({"--audit", "1", "--worker", "W001"}).code == 1);
  BOOST_TEST(periksa({"store", "check"}).code == 0);
}

BOOST_FIXTURE_TEST_CASE(words_of_an_entry_are_listed_and_forgotten, StoreDesk) {
  audit();
  periksa({"case", "answer", "1", "--note", "Siti Rekaan membayar", "--on", "2026-01-05"});
  BOOST_TEST(says(periksa({"store", "finding", "1"}).out, "Siti Rekaan"));
  BOOST_TEST(says(periksa({"store", "retention"}).out, "--entry"));
  BOOST_TEST(periksa({"store", "forget", "--entry", "3"}).code == 0);
  BOOST_TEST(!says(periksa({"store", "finding", "1"}).out, "Siti Rekaan"));
  BOOST_TEST(!says(periksa({"store", "retention"}).out, "--entry"));
}

BOOST_FIXTURE_TEST_CASE(a_report_of_what_was_never_saved_tells_no_head, StoreDesk) {
  audit({"-o", "json:saved.json"});
  periksa({"report", "saved.json", "-o", "text:saved.txt"});
  BOOST_TEST(says(read("saved.txt"), "head"));
  write("filing.xml", base("clean-worker"));
  environment.erase("PERIKSA_STORE");
  audit({"-o", "json:other.json"});
  periksa({"report", "other.json", "--store", "case.db", "-o", "text:other.txt"});
  BOOST_TEST(!says(read("other.txt"), "head"));
}

BOOST_FIXTURE_TEST_CASE(a_key_that_others_can_read_is_told, StoreDesk) {
  BOOST_TEST(!says(audit().err, "chmod"));
  std::filesystem::permissions(path() / "case.db.key", std::filesystem::perms::group_read,
                               std::filesystem::perm_options::add);
  BOOST_TEST(says(audit().err, "chmod 600"));
}

BOOST_FIXTURE_TEST_CASE(each_wrong_place_is_told_for_what_it_is, StoreDesk) {
  const auto init = [&](const std::string& file) {
    return periksa({"store", "init", "--store", file}).err;
  };
  BOOST_TEST(says(init("nowhere/case.db"), "make it first"));
  BOOST_TEST(says(periksa({"store", "list", "--store", "."}).err, "this is a folder"));
  write("second.db.key", read("case.db.key"));
  BOOST_TEST(says(init("second.db"), "is used for this store"));
  write("third.db.key", "garbage");
  BOOST_TEST(says(init("third.db"), "damaged"));
  BOOST_TEST(says(periksa({"store", "backup", "nowhere/copy.db"}).err, "nowhere/copy.db"));
  BOOST_TEST(says(periksa({"store", "export", "7", "x.json"}).err, "no audit 7"));
}

BOOST_FIXTURE_TEST_CASE(a_name_that_is_part_of_another_one_is_reached_by_all_of_it, StoreDesk) {
  for (const std::string name : {"PT Rekaan", "PT Rekaan Jaya"}) {
    write("filing.xml",
          changed(base("clean-worker"), {.set = "agency.name=" + name, .drop = "agency.nib"}));
    audit();
  }
  const Ran both = periksa({"store", "history", "rekaan"});
  BOOST_TEST(both.code == 5);
  BOOST_TEST(says(both.err, "PT Rekaan Jaya"));
  BOOST_TEST(periksa({"store", "history", "pt rekaan"}).code == 0);
}

BOOST_FIXTURE_TEST_CASE(without_its_nib_an_agency_is_reached_by_its_number, StoreDesk) {
  audit();
  write("filing.xml", changed(base("clean-worker"), {.drop = "agency.nib"}));
  audit();
  const std::string name = "pt contoh";
  const Ran both = periksa({"store", "history", name});
  BOOST_TEST(both.code == 5);
  BOOST_TEST(says(both.err, "no NIB"));
  const Ran second = periksa({"store", "history", "2"});
  BOOST_TEST(second.code == 0, second.err);
  const std::regex none("\nNIB +–\n");
  BOOST_TEST(std::regex_search(second.out, none));
  BOOST_TEST(!std::regex_search(periksa({"store", "history", "1"}).out, none));
  BOOST_TEST(periksa({"store", "history", "7"}).code == 5);
}

BOOST_FIXTURE_TEST_CASE(a_kept_document_comes_back_as_it_was, StoreDesk) {
  const std::string fixture = PERIKSA_SOURCE_DIR "/fixtures/document-folder/";
  periksa({"audit", fixture + "filing.xml", "--documents", fixture + "dokumen", "--keep-facts",
           "-o", "json:out.json"});
  BOOST_TEST(periksa({"store", "export", "1", "back.json"}).code == 0);
  BOOST_TEST((read("back.json") == read("out.json")));
  const Ran shown = periksa({"store", "show", "1"});
  BOOST_TEST(says(shown.out, ::periksa::sha256_hex(read("out.json"))));
  BOOST_TEST(says(read("out.json"), "paspor-X0000031.pdf"));
  BOOST_TEST(periksa({"store", "forget", "X0000031"}).code == 0);
  BOOST_TEST(!says(read("case.db"), "X0000031"));
  BOOST_TEST(periksa({"store", "export", "1", "left.json"}).code == 0);
  BOOST_TEST(!says(read("left.json"), "X0000031"));
  BOOST_TEST(periksa({"report", "left.json", "-o", "html:left.html"}).code != 5);
  const Ran compared = periksa({"diff", "out.json", "left.json"});
  BOOST_TEST(says(compared.err, "data was deleted"));
}

BOOST_FIXTURE_TEST_CASE(saved_beside_the_reading_or_not_it_is_the_same, StoreDesk) {
  std::filesystem::create_directory(path() / "filings");
  breached("filings/a.xml");
  write("filings/b.xml", base("clean-worker"));
  write("filings/c.xml", "<filing");
  breached("filings/d.xml");
  write("filings/e.xml", changed(base("clean-worker"), {.set = "agency.nib=8110009999991"}));
  // Entries have salts of their own.
  const auto without_head = [](const std::string& text) {
    return std::regex_replace(text, std::regex("[0-9a-f]{64}"), "HEAD");
  };
  const auto told = [&](const std::string& threads) {
    environment["PERIKSA_STORE"] = threads + ".db";
    periksa({"store", "init"});
    const std::string to = "out" + threads + "/";
    const Ran ran = periksa({"audit", "filings", "--rule", kAge, "--threads", threads, "-o",
                             "json:" + to, "text:" + to});
    std::vector<std::string> all{std::to_string(ran.code), without_head(ran.err),
                                 without_head(periksa({"store", "list"}).out)};
    for (const std::string name : {"a", "b", "d", "e", "summary"}) {
      all.push_back(read(to + name + ".json"));
      all.push_back(without_head(read(to + name + ".txt")));
    }
    return all;
  };
  const auto one = told("1");
  BOOST_TEST(says(one[1], "4 audits"));
  BOOST_TEST(told("2") == one, boost::test_tools::per_element());
  BOOST_TEST(told("8") == one, boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(what_cannot_be_written_ends_the_run_and_stays_saved, StoreDesk) {
  for (const std::string name : {"a", "b", "c", "d"}) breached("filings/" + name + ".xml");
  for (const std::string threads : {"1", "4"}) {
    environment["PERIKSA_STORE"] = threads + ".db";
    periksa({"store", "init"});
    const std::string to = "out" + threads;
    std::filesystem::create_directories(path() / to / "b.json");
    const Ran ran = periksa(
        {"audit", "filings", "--rule", kAge, "--threads", threads, "-o", "json:" + to + "/"});
    BOOST_TEST(ran.code == 74);
    BOOST_TEST(says(ran.err, "b.json"));
    BOOST_TEST(has(to + "/a.json"));
    BOOST_TEST(!has(to + "/c.json"));
    // Saved before it was to be written; nothing of the ones after.
    BOOST_TEST(says(periksa({"store", "check"}).out, "3 entries"));
  }
}

BOOST_FIXTURE_TEST_CASE(an_empty_word_is_no_word, StoreDesk) {
  BOOST_TEST(periksa({"store", "list", "--store", ""}).code == 64);
  BOOST_TEST(periksa({"store", "check", "--head", ""}).code == 64);
  BOOST_TEST(periksa({"store", "check", "--head", "12345678"}).code == 64);
  BOOST_TEST(periksa({"case", "instruct", "1", "--due", ""}).code == 64);
  BOOST_TEST(periksa({"case", "close", "1", "--reason", " "}).code == 64);
  BOOST_TEST(periksa({"case", "instruct", "1", "--on", "2026-01-02", "--due", "2026-01-01"}).code ==
             64);
  BOOST_TEST(periksa({"case", "answer", "1", "--on", "2999-01-01", "--note", "x"}).code == 64);
}

BOOST_AUTO_TEST_SUITE_END()
