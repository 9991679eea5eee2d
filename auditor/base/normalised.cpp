// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/normalised.h"

namespace periksa {

void append_normalised(std::string& key, std::string_view text) {
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') key += static_cast<char>(c - 32);
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) key += c;
  }
}

std::string normalised(std::string_view text) {
  std::string key;
  append_normalised(key, text);
  return key;
}

}  // namespace periksa
