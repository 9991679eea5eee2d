// SPDX-License-Identifier: Apache-2.0
#include "tests/forms/seen_json.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <mutex>
#include <regex>
#include <sstream>

#include "auditor/forms/json_export.h"
#include "auditor/forms/json_filing.h"
#include "auditor/intake/facts_text.h"
#include "tests/intake/small_facts.h"

namespace periksa::test {

const facts::Vocabulary& few_facts() {
  static const auto vocabulary = facts::Vocabulary::parse(std::string(kSmallFacts));
  BOOST_REQUIRE(vocabulary);
  return *vocabulary;
}

std::string json_filing(std::string_view members) {
  return "{\"format\":1,\"closing\":\"2025-06-30\",\n" + std::string(members) + "}";
}

namespace {

/// Prints workers in the order of the file, whoever comes first.
class Printed {
 public:
  explicit Printed(const facts::Vocabulary& vocabulary)
      : vocabulary_(vocabulary), json_(vocabulary, [this](auto bytes) { again_ += bytes; }) {}

  void shared(const intake::Filing& filing) {
    filing_ = &filing;
    std::ostringstream out;
    intake::FactsText(out, vocabulary_, kEnglish).shared(filing);
    shared_ = out.str();
    json_.begin(filing);
  }
  void worker(std::uint32_t ordinal, facts::Facts& worker) {
    std::ostringstream head;
    std::ostringstream out;
    intake::FactsText text(head, vocabulary_, kEnglish);
    text.shared(*filing_);
    head.swap(out);
    text.worker(worker);
    const std::lock_guard lock(mutex_);
    workers_[ordinal] = head.str();
    json_.worker(worker);
  }
  std::string facts() const {
    std::string all = shared_;
    for (const auto& [ordinal, text] : workers_) all += text;
    return all;
  }
  std::string again() {
    json_.finish();
    return again_;
  }

 private:
  static constexpr intake::FactsText::Options kEnglish{.language = Language::en, .unmask = true};

  const facts::Vocabulary& vocabulary_;
  const intake::Filing* filing_ = nullptr;
  std::string shared_;
  std::map<std::uint32_t, std::string> workers_;
  std::mutex mutex_;
  std::string again_;
  forms::JsonExport json_;
};

}  // namespace

SeenJson see_json(std::string_view text, const intake::ReadOptions& options,
                  const facts::Vocabulary& vocabulary) {
  Printed printed(vocabulary);
  const auto filing = forms::read_json_filing_text(
      text, "f.json", vocabulary, options,
      [&](const intake::Filing& shared) { printed.shared(shared); },
      [&](unsigned, std::uint32_t ordinal, facts::Facts& worker) {
        printed.worker(ordinal, worker);
      });
  SeenJson seen{.ok = filing.has_value()};
  for (const auto& one : seen.ok ? filing->warnings : filing.error())
    seen.told += to_string(one.at) + ' ' + one.text.en + '\n';
  if (!seen.ok) {
    BOOST_TEST(!seen.told.empty());
    return seen;
  }
  seen.facts = printed.facts();
  seen.again = printed.again();
  seen.sha256 = filing->header.sha256;
  return seen;
}

std::string without_places(const std::string& facts) {
  static const std::regex place(R"(f\.(xml:[0-9]+:[0-9]+|json /\S*|xml|json))");
  return std::regex_replace(facts, place, "@");
}

}  // namespace periksa::test
