// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes: no crash, the window changes nothing of what is read and told, what we accept
// is JSON, and what is written of it reads as the same again.
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>

#include "auditor/forms/json_export.h"
#include "auditor/forms/json_filing.h"
#include "auditor/intake/facts_text.h"
#include "tests/intake/small_facts.h"

using namespace periksa;

namespace {

const facts::Vocabulary& vocabulary() {
  static const auto small = facts::Vocabulary::parse(std::string(test::kSmallFacts));
  return *small;
}

struct Outcome {
  bool accepted = false;
  std::string told;   // or all that was read
  std::string again;  // written as JSON
};

Outcome outcome(std::string_view document, std::size_t window) {
  std::ostringstream out;
  intake::FactsText text(out, vocabulary(), {.language = Language::en, .unmask = true});
  Outcome seen;
  forms::JsonExport json(vocabulary(), [&](std::string_view bytes) { seen.again += bytes; });
  const auto filing = forms::read_json_filing_text(
      document, "f.json", vocabulary(), {.threads = 1, .window = window},
      [&](const intake::Filing& shared) {
        text.shared(shared);
        json.begin(shared);
      },
      [&](unsigned, std::uint32_t, facts::Facts& worker) {
        text.worker(worker);
        json.worker(worker);
      });
  seen.accepted = filing.has_value();
  if (seen.accepted) json.finish();
  if (seen.accepted) seen.told = out.str();
  for (const auto& one : seen.accepted ? filing->warnings : filing.error())
    seen.told += render(one, Language::id) + render(one, Language::en);
  return seen;
}

void require(bool fine, const std::string& what) {
  if (fine) return;
  std::fputs((what + '\n').c_str(), stderr);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string document(data, data + size);
  const auto narrow = outcome(document, 1);
  const auto wide = outcome(document, 1U << 16);
  require(narrow.told == wide.told && narrow.accepted == wide.accepted,
          "the window matters:\n" + narrow.told + "\n" + wide.told);
  if (!wide.accepted) {
    require(!wide.told.empty(), "refused without a word");
    return 0;
  }
  require(nlohmann::json::accept(document), "what is no JSON was accepted");
  const auto again = outcome(wide.again, 1U << 16);
  require(again.accepted, "what was written is refused:\n" + wide.again + "\n" + again.told);
  require(again.again == wide.again, "written twice:\n" + wide.again + "\n" + again.again);
  return 0;
}
