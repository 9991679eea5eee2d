// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/results/results_json.h"

/// The document as one string.
inline std::string json_text(const periksa::results::Results& results) {
  std::string out;
  periksa::results::write_json(results, [&](std::string_view piece) { out += piece; });
  return out;
}
