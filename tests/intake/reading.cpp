// SPDX-License-Identifier: Apache-2.0
#include "tests/intake/reading.h"

#include <mutex>
#include <sstream>

#include "tests/intake/small_facts.h"

namespace periksa::test {
namespace {

const facts::Vocabulary& loaded(Result<facts::Vocabulary>& vocabulary) {
  if (!vocabulary) {
    for (const auto& one : vocabulary.error()) BOOST_ERROR(render(one, Language::en));
  }
  BOOST_REQUIRE(vocabulary);
  return *vocabulary;
}

std::string lines(const Diagnostics& all) {
  std::string text;
  for (const auto& one : all) {
    text += std::to_string(one.at.line) + ':' + std::to_string(one.at.column) + ' ' + one.text.en +
            '\n';
  }
  return text;
}

}  // namespace

const facts::Vocabulary& small_vocabulary() {
  static auto vocabulary = facts::Vocabulary::parse(std::string(kSmallFacts));
  return loaded(vocabulary);
}

const facts::Vocabulary& shipped_vocabulary() {
  static auto vocabulary = facts::Vocabulary::load(PERIKSA_SOURCE_DIR "/rules");
  return loaded(vocabulary);
}

std::string filing(std::string_view inside) {
  return "<filing format=\"1\" closing=\"2025-06-30\">\n" + std::string(inside) + "</filing>";
}

std::string Reading::text() const {
  std::string all = shared;
  for (const auto& [ordinal, worker] : workers) all += worker;
  return all;
}

std::string Reading::told() const {
  return lines(ok() ? warnings : errors);
}

Reading read(std::string_view text, const intake::ReadOptions& options,
             const facts::Vocabulary& vocabulary) {
  Reading reading;
  const intake::Filing* shared = nullptr;
  std::mutex mutex;
  const intake::FactsText::Options english{.language = Language::en, .unmask = true};
  auto result = intake::read_filing_text(
      text, "f.xml", vocabulary, options,
      [&](const intake::Filing& filing) {
        BOOST_TEST(shared == nullptr);
        shared = &filing;
        std::ostringstream out;
        intake::FactsText(out, vocabulary, english).shared(filing);
        reading.shared = out.str();
      },
      [&](unsigned, std::uint32_t ordinal, facts::Facts& worker) {
        std::ostringstream all;
        std::ostringstream out;
        intake::FactsText printer(all, vocabulary, english);
        printer.shared(*shared);
        all.swap(out);
        printer.worker(worker);
        const std::lock_guard lock(mutex);
        BOOST_TEST(reading.workers.emplace(ordinal, all.str()).second);
      });
  if (!result) {
    reading.errors = std::move(result.error());
    BOOST_TEST(!reading.errors.empty());
    return reading;
  }
  reading.warnings = std::move(result->warnings);
  reading.filing = std::make_shared<intake::Filing>(std::move(*result));
  BOOST_TEST(reading.filing->header.workers == reading.workers.size());
  return reading;
}

}  // namespace periksa::test
