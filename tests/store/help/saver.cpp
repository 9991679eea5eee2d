// SPDX-License-Identifier: Apache-2.0
// FILE COUNT: saves COUNT audits into the store FILE, and says of each when it is saved: with what
// head. FILE migrate: brings the store up to date.
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "tests/store/help/cases.h"

int main(int argc, char** argv) {
  if (argc != 3) return 64;
  try {
    if (std::string_view(argv[2]) == "migrate") {
      const auto done = periksa::store::migrate_store(argv[1], periksa::test::kInspector);
      if (!done) throw std::runtime_error(done.error().front().text.en);
      return 0;
    }
    const auto store = periksa::test::opened(argv[1]);
    const int count = std::atoi(argv[2]);
    for (int i = 0; i < count; ++i) {
      periksa::test::Audit audit;
      audit.filing = "filing-" + std::to_string(i);
      audit.as_of = "2026-0" + std::to_string(1 + i % 9) + "-15";
      audit.seen = {{.evidence = audit.filing}, {.rule = "duty/2", .worker = "W002"}};
      const auto saved = periksa::test::saved(
          store, audit, {{periksa::results::KnownNumber::Kind::nik, 0, "0001234405900001"}});
      std::printf("%s\n", saved.mark.head.c_str());
      std::fflush(stdout);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 74;
  }
  return 0;
}
