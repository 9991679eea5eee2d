// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/audit/help/filings.h"

using namespace periksa;
using namespace periksa::test;

BOOST_AUTO_TEST_SUITE(patterns)
namespace {

using Words = std::vector<std::string>;

/// A filing of workers, each with these attributes and records.
struct Person {
  std::string attributes{};
  std::string records{};
};

std::string filing(const std::vector<Person>& people) {
  std::string text = "<filing format='1' closing='2025-06-30' fictitious='yes'>\n";
  int number = 0;
  for (const auto& person : people) {
    text += fmt::format("<worker id='p{}' {}>{}</worker>\n", ++number, person.attributes,
                        person.records);
  }
  return text + "</filing>\n";
}

std::vector<results::Notice> notices(const std::vector<Person>& people, std::string_view pattern) {
  std::vector<results::Notice> found;
  for (auto& notice : audited(shipped_rules(), filing(people)).notices) {
    if (notice.pattern == pattern) found.push_back(std::move(notice));
  }
  return found;
}

/// A worker with a placement agreement of this total and complete lines.
Person agreement(const std::string& total, const std::string& lines, const std::string& said) {
  return {"", "<placement_agreement id='a' stated_total='" + total + "'/>" + said + lines};
}

std::string complete(int count) {
  return fmt::format("<collection of='cost_items' completeness='complete' count='{}'/>", count);
}

std::string line(const std::string& id, const std::string& amount) {
  return "<cost_item id='" + id + "' amount='" + amount + "'/>";
}

Person passport(const std::string& number) {
  return {"", "<passport id='p' number='" + number + "'/>"};
}

Person payer(const std::string& amount) {
  return {"",
          "<payment id='b' payer='worker' component='document_copying' amount='" + amount + "'/>"};
}

}  // namespace

BOOST_AUTO_TEST_CASE(one_nik_on_two_workers_is_told_however_it_is_written) {
  const auto found = notices({{"nik='0001014107990001'", ""},
                              {"nik='0001014107990002'", ""},
                              {"nik='0001 0141 0799.0001'", ""}},
                             "same-nik");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].workers == (Words{"W001", "W003"}), boost::test_tools::per_element());
  BOOST_TEST(found[0].text.en.find("2 workers") != std::string::npos);
  BOOST_TEST(!found[0].referral);
}

BOOST_AUTO_TEST_CASE(niks_that_are_missing_or_doubtful_are_no_pattern) {
  BOOST_TEST(notices({{"nik=''", ""}, {"nik=''", ""}, {"nik='-'", ""}, {"nik='-'", ""}, {}, {}},
                     "same-nik")
                 .empty());
  const std::string two = "<nik>0001014107990001</nik><nik>0001014107990002</nik>";
  BOOST_TEST(notices({{"", two}, {"nik='0001014107990001'", ""}}, "same-nik").empty());
  // Numbers of nothing but separators are not the same number.
  BOOST_TEST(notices({{"nik='. .'", ""}, {"nik='. .'", ""}}, "same-nik").empty());
}

BOOST_AUTO_TEST_CASE(one_passport_number_on_two_workers_is_told_in_any_spelling) {
  const auto found =
      notices({passport("x 000-123"), passport("X000124"), passport("X000123")}, "same-passport");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].workers == (Words{"W001", "W003"}), boost::test_tools::per_element());
  BOOST_REQUIRE_EQUAL(found[0].facts.size(), 2U);
}

BOOST_AUTO_TEST_CASE(a_worker_may_have_the_same_number_on_two_papers) {
  const Person twice{"", "<passport id='p' number='X000123'/><passport id='q' number='X000123'/>"};
  BOOST_TEST(notices({twice, passport("X000124")}, "same-passport").empty());
}

BOOST_AUTO_TEST_CASE(a_total_unlike_its_lines_is_told_with_its_lines) {
  const auto lines = line("l1", "IDR 7740000") + line("l2", "IDR 9895400");
  const auto found = notices({agreement("IDR 9895400", lines, complete(2)), {}}, "agreement-total");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].workers == Words{"W001"}, boost::test_tools::per_element());
  BOOST_TEST(found[0].facts.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_total_that_is_the_sum_of_its_lines_is_not_told) {
  const auto lines = line("l1", "IDR 7740000") + line("l2", "IDR 9895400");
  BOOST_TEST(notices({agreement("IDR 17635400", lines, complete(2))}, "agreement-total").empty());
  BOOST_TEST(notices({{}, {"", line("l1", "IDR 1")}}, "agreement-total").empty());
}

BOOST_AUTO_TEST_CASE(lines_that_may_not_be_all_or_cannot_be_read_say_nothing) {
  const auto one = line("l1", "IDR 7740000");
  const std::string total = "IDR 9895400";
  BOOST_TEST(notices({agreement(total, one, "")}, "agreement-total").empty());
  const std::string unknown = "<collection of='cost_items' completeness='unknown'/>";
  BOOST_TEST(notices({agreement(total, one, unknown)}, "agreement-total").empty());
  // Two were announced: the list contradicts itself.
  BOOST_TEST(notices({agreement(total, one, complete(2))}, "agreement-total").empty());
  for (const auto* other : {"9.895.400", "", "-", "HKD 2155400"}) {
    BOOST_TEST(notices({agreement(total, one + line("l2", other), complete(2))}, "agreement-total")
                   .empty(),
               other);
  }
  BOOST_TEST(notices({agreement("-", one, complete(1))}, "agreement-total").empty());
  BOOST_TEST(notices({agreement(total, "", complete(0))}, "agreement-total").empty());
}

BOOST_AUTO_TEST_CASE(a_nik_that_says_another_birthday_is_told) {
  const std::string man = "sex='male' born_on='1995-04-06' nik='00010106049500";
  const std::string woman = "sex='female' born_on='1995-04-06' nik='00010146049500";
  BOOST_TEST(notices({{man + "01'", ""}, {woman + "01'", ""}}, "nik-birth-date").empty());
  // Whether 40 was added is not the question here, only the birthday.
  BOOST_TEST(
      notices({{"sex='female' born_on='1995-04-06' nik='0001010604950001'", ""}}, "nik-birth-date")
          .empty());
  for (const auto* nik : {"0001010604940001", "0001010605950001", "0001010704950001",
                          "0001014704950001", "0001010406950001"}) {
    const std::string attributes =
        std::string("sex='female' born_on='1995-04-06' nik='") + nik + "'";
    BOOST_TEST(notices({{attributes, ""}}, "nik-birth-date").size() == 1U, nik);
  }
}

BOOST_AUTO_TEST_CASE(a_nik_of_another_length_or_an_open_birthday_says_nothing) {
  for (const auto* attributes :
       {"born_on='1995-04-06' nik='000101070495001'",
        "born_on='1995-04-06' nik='00010107049500011'",
        "born_on='1995-04-06' nik='0001X10704950001'", "born_on='1995-04' nik='0001010704950001'",
        "nik='0001010704950001'", "born_on='1995-04-06'"}) {
    BOOST_TEST(notices({{attributes, ""}}, "nik-birth-date").empty(), attributes);
  }
  const std::string two = "<born_on>1995-04-06</born_on><born_on>1995-06-04</born_on>";
  BOOST_TEST(notices({{"nik='0001010704950001'", two}}, "nik-birth-date").empty());
}

BOOST_AUTO_TEST_CASE(one_amount_on_five_workers_is_told_and_on_four_it_is_not) {
  const std::vector<Person> four(4, payer("IDR 750000"));
  auto people = four;
  people.push_back(payer("IDR 750001"));
  BOOST_TEST(notices(people, "one-amount-many-workers").empty());
  people.push_back(payer("IDR 750000"));
  const auto found = notices(people, "one-amount-many-workers");
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].workers == (Words{"W001", "W002", "W003", "W004", "W006"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(another_currency_or_component_is_another_amount) {
  std::vector<Person> people(4, payer("IDR 750000"));
  people.push_back(payer("HKD 7500.00"));
  people.push_back(
      {"", "<payment id='b' payer='worker' component='company_service' amount='IDR 750000'/>"});
  people.push_back({"", "<payment id='b' payer='worker' amount='IDR 750000'/>"});
  people.push_back(
      {"", "<payment id='b' payer='employer' component='document_copying' amount='IDR 750000'/>"});
  BOOST_TEST(notices(people, "one-amount-many-workers").empty());
}

BOOST_AUTO_TEST_CASE(five_equal_payments_of_one_worker_are_no_pattern) {
  std::string records;
  for (int i = 0; i < 5; ++i) {
    records += fmt::format(
        "<payment id='b{}' payer='worker' component='document_copying' "
        "amount='IDR 750000'/>",
        i);
  }
  BOOST_TEST(notices({{"", records}}, "one-amount-many-workers").empty());
}

Person paid_to(const std::string& recruiter, const std::string& village, const std::string& account,
               const std::string& payee = "recruiter") {
  return {"recruiter='" + recruiter + "' village='" + village + "'",
          "<payment id='b' payee='" + payee + "' payee_account='" + account + "'/>"};
}

BOOST_AUTO_TEST_CASE(one_account_for_a_recruiter_and_village_is_told_from_three_workers) {
  const auto* pattern = "recruiter-village-account";
  std::vector<Person> people{paid_to("Rekaan A", "Contoh", "000-1"),
                             paid_to("rekaan a", "CONTOH", "0001")};
  // Another recruiter, another village, another account, the company's own, an unknown village.
  people.push_back(paid_to("Rekaan B", "Contoh", "0001"));
  people.push_back(paid_to("Rekaan A", "Lain", "0001"));
  people.push_back(paid_to("Rekaan A", "Contoh", "0002"));
  people.push_back(paid_to("Rekaan A", "Contoh", "0001", "agency"));
  people.push_back(
      {"recruiter='Rekaan A'", "<payment id='b' payee='recruiter' payee_account='0001'/>"});
  BOOST_TEST(notices(people, pattern).empty());
  people.push_back(paid_to("Rekaan A", "Contoh", "0001"));
  const auto found = notices(people, pattern);
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].workers == (Words{"W001", "W002", "W008"}), boost::test_tools::per_element());
}

Person paper(const std::string& kind, const std::string& number,
             const std::string& village = "Contoh") {
  return {"recruiter='Rekaan A' village='" + village + "'",
          "<identity_paper id='i' kind='" + kind + "' number='" + number + "'/>"};
}

BOOST_AUTO_TEST_CASE(personal_papers_of_one_number_are_told_but_not_a_family_card) {
  const auto* pattern = "recruiter-village-paper";
  BOOST_TEST(notices({paper("diploma", "D1"), paper("diploma", "D-1")}, pattern).size() == 1U);
  BOOST_TEST(notices({paper("diploma", "D1"), paper("diploma", "D2")}, pattern).empty());
  BOOST_TEST(notices({paper("diploma", "D1"), paper("ktp", "D1")}, pattern).empty());
  BOOST_TEST(notices({paper("diploma", "D1"), paper("diploma", "D1", "Lain")}, pattern).empty());
  BOOST_TEST(notices({paper("family_card", "D1"), paper("family_card", "D1")}, pattern).empty());
}

BOOST_AUTO_TEST_CASE(one_phone_for_three_workers_of_one_recruiter_is_told) {
  const Person one{"recruiter='Rekaan A' phone='+62 000 1'", ""};
  const Person other{"recruiter='Rekaan B' phone='+62 000 1'", ""};
  BOOST_TEST(notices({one, one, other}, "recruiter-phone").empty());
  BOOST_TEST(notices({one, one, other, one}, "recruiter-phone").size() == 1U);
}

BOOST_AUTO_TEST_CASE(reused_certificates_are_told) {
  const std::vector<std::array<std::string, 3>> cases{
      {"reused-fitness-certificate", "fitness_certificate", "facility='Klinik Rekaan'"},
      {"reused-competence-certificate", "competence_certificate", "issuer='LSP Rekaan'"},
      {"reused-training-certificate", "training", "provider_name='BLK Rekaan'"},
      {"reused-orientation-certificate", "orientation", "organiser_name='BP3MI Rekaan'"}};
  for (const auto& [pattern, entity, more] : cases) {
    const bool certificate = entity.ends_with("_certificate");
    const auto person = [&](const std::string& number) {
      return Person{"", fmt::format("<{} id='r' {}='{}' {}/>", entity,
                                    certificate ? "number" : "certificate_number", number, more)};
    };
    BOOST_TEST(notices({person("S/1"), person("S/2")}, pattern).empty(), pattern);
    BOOST_TEST(notices({person("S/1"), person("s1")}, pattern).size() == 1U, pattern);
  }
}

Person paid(const std::string& amounts, const std::string& more = "job='cleaner' country='HK'",
            const std::string& payer = "worker") {
  std::string records;
  int count = 0;
  for (std::size_t at = 0; at < amounts.size();) {
    const auto end = std::min(amounts.find(';', at), amounts.size());
    records += fmt::format("<payment id='b{}' payer='{}' amount='{}'/>", ++count, payer,
                           amounts.substr(at, end - at));
    at = end + 1;
  }
  records += fmt::format("<collection of='payments' completeness='complete' count='{}'/>", count);
  return {more, records};
}

BOOST_AUTO_TEST_CASE(who_paid_unlike_the_others_is_told_with_the_median) {
  const auto* pattern = "paid-unlike-others";
  std::vector<Person> people;
  for (const auto* amount : {"HKD 100", "HKD 102", "HKD 98", "HKD 101", "HKD 99", "HKD 100"})
    people.push_back(paid(amount));
  people.push_back(paid("HKD 60;HKD 40"));
  BOOST_TEST(notices(people, pattern).empty());  // seven
  people.push_back(paid("HKD 100;HKD 80"));
  const auto found = notices(people, pattern);
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_TEST(found[0].workers == Words{"W008"}, boost::test_tools::per_element());
  // 98 99 100 100 100 101 102 180
  BOOST_TEST(found[0].text.en.find("Among 8 workers (cleaner, Hong Kong") != std::string::npos,
             found[0].text.en);
  BOOST_TEST(found[0].text.en.find("is HKD 100; 1 paid") != std::string::npos, found[0].text.en);
  const auto results = audited(shipped_rules(), filing(people));
  for (const auto& notice : results.notices) {
    if (notice.pattern != pattern) continue;
    BOOST_REQUIRE_EQUAL(notice.facts.size(), 1U);
    BOOST_TEST(results.facts[notice.facts[0]].shown.text == "HKD 180");
    BOOST_TEST(results.facts[notice.facts[0]].record == "W008");
  }
}

BOOST_AUTO_TEST_CASE(who_is_not_fully_known_is_not_compared) {
  const auto* pattern = "paid-unlike-others";
  const std::vector<Person> seven(7, paid("HKD 100"));
  const auto with = [&](Person person) {
    auto people = seven;
    people.push_back(std::move(person));
    return notices(people, pattern).size();
  };
  BOOST_TEST(with(paid("HKD 180")) == 1U);
  BOOST_TEST(with(paid("HKD 180", "country='HK'")) == 0U);
  BOOST_TEST(with(paid("HKD 180", "job='cleaner' country='TW'")) == 0U);
  BOOST_TEST(with(paid("HKD 180", "job='cleaner' country='HK'", "employer")) == 0U);
  BOOST_TEST(with(paid("HKD 180;-")) == 0U);
  BOOST_TEST(with(paid("HKD 180;IDR 5")) == 0U);
  BOOST_TEST(with(paid("IDR 180")) == 0U);
  BOOST_TEST(with(paid("")) == 0U);
  auto open = paid("HKD 180");
  open.records = replaced(open.records, "'complete' count='1'", "'unknown'");
  BOOST_TEST(with(open) == 0U);
  auto whose = paid("HKD 180;HKD 5");
  whose.records = replaced(whose.records, "<payment id='b2' payer='worker'", "<payment id='b2'");
  BOOST_TEST(with(whose) == 0U);
  // What the employer paid counts for nobody.
  auto employer = paid("HKD 100;HKD 900");
  employer.records = replaced(employer.records, "<payment id='b2' payer='worker'",
                              "<payment id='b2' payer='employer'");
  BOOST_TEST(with(employer) == 0U);
}

BOOST_AUTO_TEST_CASE(notices_say_their_sentence_in_full_and_name_nobody) {
  std::vector<Person> people(5, payer("IDR 750000"));
  for (int i = 0; i < 8; ++i) people.push_back(paid(i == 0 ? "HKD 900" : "HKD 100"));
  for (int i = 0; i < 3; ++i) {
    people.push_back(paid_to("Rekaan A", "Contoh", "000123"));
    people.back().attributes += " phone='+62 000 123'";
    people.back().records +=
        "<identity_paper id='i' kind='diploma' number='D1'/>"
        "<fitness_certificate id='f' number='F1' facility='Klinik'/>"
        "<competence_certificate id='k' number='K1' issuer='LSP'/>"
        "<orientation id='o' certificate_number='O1' organiser_name='BP3MI'/>"
        "<training id='t' certificate_number='T1' provider_name='BLK'/>";
  }
  people.push_back(agreement("IDR 2", line("l1", "IDR 1"), complete(1)));
  people.push_back({"name='Rekaan Satu' born_on='1995-04-06' nik='0001010704950001'", ""});
  people.push_back({"name='Rekaan Dua' born_on='1995-04-07' nik='0001010704950001'", ""});
  people.push_back(passport("X000123"));
  people.push_back(passport("X000123"));
  const auto results = audited(shipped_rules(), filing(people));
  std::set<std::string> seen;
  for (const auto& notice : results.notices) {
    seen.insert(notice.pattern);
    for (const auto& text : {notice.text.id, notice.text.en, notice.title.id, notice.title.en}) {
      BOOST_TEST(!text.empty());
      BOOST_TEST(text.find_first_of("{}") == std::string::npos, notice.pattern << ": " << text);
      for (const auto* secret :
           {"0001010704950001", "Rekaan", "X000123", "1995", "000123", "000 123", "Contoh"})
        BOOST_TEST(text.find(secret) == std::string::npos, text);
    }
    for (const auto fact : notice.facts) {
      if (results.facts[fact].privacy == "business") continue;
      BOOST_TEST(results.facts[fact].shown.text.find_first_of("0123456789") == std::string::npos);
    }
  }
  BOOST_TEST(seen.size() == shipped_rules().patterns().size());
}

BOOST_AUTO_TEST_CASE(a_worker_in_a_pattern_has_a_name_in_the_private_section) {
  const auto results =
      audited(shipped_rules(), filing({{"name='Rekaan Satu' nik='0001010704950001'", ""},
                                       {"name='Rekaan Dua' nik='0001010704950001'", ""}}));
  for (const auto* pseudonym : {"W001", "W002"}) {
    BOOST_REQUIRE(results.pseudonyms.contains(pseudonym));
    const auto& key = results.pseudonyms.at(pseudonym);
    BOOST_REQUIRE(results.secrets.contains(key));
    BOOST_TEST(results.secrets.at(key).value.starts_with("Rekaan"));
  }
}

BOOST_AUTO_TEST_CASE(patterns_never_decide_the_exit_code) {
  const auto results = audited(
      shipped_rules(), filing({{"nik='0001010704950001'", ""}, {"nik='0001010704950001'", ""}}));
  BOOST_TEST(!results.notices.empty());
  for (const auto& notice : results.notices) BOOST_TEST(!notice.referral);
}

BOOST_AUTO_TEST_SUITE_END()
