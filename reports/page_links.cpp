// SPDX-License-Identifier: Apache-2.0
#include "reports/page_links.h"

namespace periksa::reports {
namespace {

constexpr std::string_view kId = " id=\"";
constexpr std::string_view kLink = "href=\"#";

/// Calls `tell(from, text)` for what stands between each `before` and the next quotation mark.
template <class Tell>
void each(std::string_view html, std::string_view before, Tell tell) {
  for (auto at = html.find(before); at != std::string_view::npos; at = html.find(before, at)) {
    at += before.size();
    tell(at, html.substr(at, html.find('"', at) - at));
  }
}

}  // namespace

void PageLinks::add(const std::string& name, std::string_view html) {
  each(html, kId, [&](std::size_t, std::string_view id) { pages_.emplace(id, name); });
}

std::string PageLinks::resolved(std::string_view html) const {
  std::set<std::string_view> own;
  each(html, kId, [&](std::size_t, std::string_view id) { own.insert(id); });
  std::string out;
  std::size_t done = 0;
  each(html, kLink, [&](std::size_t at, std::string_view id) {
    const auto page = own.contains(id) ? pages_.end() : pages_.find(id);
    if (page == pages_.end()) return;
    out += html.substr(done, at - 1 - done);
    out += page->second;
    done = at - 1;  // the number sign
  });
  out += html.substr(done);
  return out;
}

std::size_t PageLinks::most_bytes(std::string_view html, std::size_t longest_name) {
  std::size_t links = 0;
  each(html, kLink, [&](std::size_t, std::string_view) { ++links; });
  return html.size() + links * longest_name;
}

}  // namespace periksa::reports
