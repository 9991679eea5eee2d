// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "auditor/base/decimal.h"
#include "bench/made_filing.h"

/// generate WORKERS [--defects N] [--seed N] > filing.xml
int main(int argc, char** argv) {
  using namespace periksa;
  bench::Wish wish;
  const auto number = [&](int index) -> std::int64_t {
    const auto parsed = index < argc ? parse_integer(argv[index]) : std::nullopt;
    if (parsed && *parsed >= 0 && *parsed <= 4'000'000) return *parsed;
    std::fputs("usage: generate WORKERS [--defects N] [--seed N] > filing.xml\n", stderr);
    std::exit(64);
  };
  wish.workers = static_cast<std::uint32_t>(number(1));
  for (int i = 2; i < argc; i += 2) {
    const std::string_view option = argv[i];
    if (option == "--defects") {
      wish.defects = static_cast<std::uint32_t>(number(i + 1));
    } else if (option == "--seed") {
      wish.seed = static_cast<std::uint64_t>(number(i + 1));
    } else {
      number(argc);
    }
  }
  bench::MadeFiling(wish, [](std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
  }).write();
  return std::fflush(stdout) == 0 ? 0 : 74;
}
