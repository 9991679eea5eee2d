// SPDX-License-Identifier: Apache-2.0
#include "tests/intake/doc_example.h"

#include <boost/test/unit_test.hpp>

#include "auditor/base/file.h"

namespace periksa::test {

std::string doc_example() {
  const auto page = read_file(PERIKSA_SOURCE_DIR "/docs/filing-format.md", 1U << 20);
  BOOST_REQUIRE(page);
  const std::string begin = "```xml\n";
  const auto start = page->find(begin);
  BOOST_REQUIRE(start != std::string::npos);
  const auto text = page->substr(start + begin.size());
  return text.substr(0, text.find("```"));
}

}  // namespace periksa::test
