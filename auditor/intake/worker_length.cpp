// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/worker_length.h"

#include "auditor/base/blanks.h"
#include "auditor/base/xml_scan.h"

namespace periksa::intake {
namespace {

constexpr auto kNone = std::string_view::npos;

/// Whether a tag that begins like this is a worker's.
bool is_worker(std::string_view behind_bracket) {
  return behind_bracket.starts_with("worker") && behind_bracket.size() > 6 &&
         (kBlanks.contains(behind_bracket[6]) || behind_bracket[6] == '>' ||
          behind_bracket[6] == '/');
}

/// The length of the start tag at the front if it closes itself, else 0. What stands before the
/// next
/// `<` says no in nearly every case; else the tag is read.
std::size_t closed_length(std::string_view bytes, std::size_t next) {
  const auto last = bytes.find_last_not_of(kBlanks, next - 1);
  if (bytes[last] != '>' || bytes[last - 1] != '/') return 0;
  const auto tag = xml::scan_start_tag(bytes, {.attributes = 256, .value = kNone});
  return tag.outcome == xml::Scan::Outcome::done && tag.closed ? tag.length : 0;
}

}  // namespace

std::optional<std::size_t> worker_length(std::string_view bytes) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at != kNone; at = bytes.find('<', at)) {
    const std::string_view rest = bytes.substr(at);
    if (rest.starts_with("<!--")) {
      at = bytes.find("-->", at + 4);
      if (at == kNone) break;
      continue;
    }
    if (rest.starts_with("</")) {
      const auto end = rest.find('>');
      if (end == kNone) break;
      if (is_worker(rest.substr(2)) && --depth == 0) return at + end + 1;
    } else if (is_worker(rest.substr(1))) {
      const auto next = bytes.find('<', at + 1);
      if (next == kNone) break;
      const std::size_t closed = closed_length(rest, next - at);
      if (closed == 0) {
        ++depth;
      } else if (depth == 0) {
        return closed;
      }
    }
    ++at;
  }
  return std::nullopt;
}

}  // namespace periksa::intake
