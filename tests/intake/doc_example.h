// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace periksa::test {

/// The complete example of docs/filing-format.md: its first block of XML.
std::string doc_example();

}  // namespace periksa::test
