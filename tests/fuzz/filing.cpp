// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes: no crash, what we accept expat accepts with the same values, and neither the
// window nor a second reading changes what is read and told.
#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "auditor/intake/facts_text.h"
#include "tests/base/expat_oracle.h"
#include "tests/intake/small_facts.h"

using namespace periksa;

namespace {

const facts::Vocabulary& vocabulary() {
  static const auto small = facts::Vocabulary::parse(std::string(test::kSmallFacts));
  return *small;
}

/// All that is read, or all that is told.
std::string outcome(std::string_view document, std::size_t window, bool& accepted) {
  std::ostringstream out;
  intake::FactsText text(out, vocabulary(), {.language = Language::en, .unmask = true});
  const auto filing = intake::read_filing_text(
      document, "f.xml", vocabulary(), {.threads = 1, .window = window},
      [&](const intake::Filing& shared) { text.shared(shared); },
      [&](unsigned, std::uint32_t, facts::Facts& worker) { text.worker(worker); });
  accepted = filing.has_value();
  if (accepted) text.summary(*filing);
  std::string told = accepted ? out.str() : std::string();
  for (const auto& one : accepted ? filing->warnings : filing.error()) {
    told += render(one, Language::id) + render(one, Language::en);
  }
  return told;
}

void require(bool fine, const std::string& what) {
  if (fine) return;
  std::fputs((what + '\n').c_str(), stderr);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string document(data, data + size);
  bool accepted = false;
  bool again = false;
  const auto narrow = outcome(document, 64, accepted);
  const auto wide = outcome(document, 1U << 16, again);
  require(narrow == wide && accepted == again, "the window matters:\n" + narrow + "\n" + wide);
  if (!accepted) return 0;
  const auto expat = test::seen_by_expat(document);
  require(expat.has_value(), "expat refuses what we accept");
  const auto ours = test::seen_by_scan(document, {.depth = 7});
  require(*expat == ours.seen, "expat sees " + *expat + "\nwe see " + ours.seen);
  return 0;
}
