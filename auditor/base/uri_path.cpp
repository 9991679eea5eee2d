// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/uri_path.h"

#include <algorithm>

namespace periksa {
namespace {

void add_escaped(std::string& out, char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += {'%', kDigits[byte / 16], kDigits[byte % 16]};
}

void add_segment(std::string& out, std::string_view segment) {
  const bool dots = segment == "." || segment == "..";
  for (const char c : segment) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~").contains(c);
    if (plain && !dots) {
      out += c;
    } else {
      add_escaped(out, c);
    }
  }
}

}  // namespace

std::string uri_path(std::string_view path) {
  std::string out;
  for (;;) {
    const auto slash = std::min(path.find('/'), path.size());
    add_segment(out, path.substr(0, slash));
    if (slash == path.size()) return out;
    out += '/';
    path.remove_prefix(slash + 1);
  }
}

}  // namespace periksa
