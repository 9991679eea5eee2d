// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "auditor/law/register_parts.h"
#include "auditor/law/windows.h"

namespace periksa::law {

void check_versions(Reading& reading, std::span<const pugi::xml_node> nodes,
                    std::span<const Window> windows) {
  for (std::size_t later = 1; later < nodes.size(); ++later) {
    if (windows[later].from < windows[later - 1].from) {
      reading.problem(reading.at(nodes[later]),
                      {"versi harus diurutkan menurut from; yang lebih tua dahulu",
                       "versions stand in the order of from; put the older one first"});
    }
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (!clash(windows[earlier], windows[later])) continue;
      const auto line = reading.at(nodes[earlier]).line;
      reading.problem(
          reading.at(nodes[later]),
          {fmt::format("versi ini bertindih dengan versi di baris {} di luar masa yang tidak pasti;"
                       " perbaiki from/to atau tambahkan sure-from/sure-to",
                       line),
           fmt::format("this version overlaps the one in line {} outside the uncertain window; "
                       "correct from/to or add sure-from/sure-to",
                       line)});
    }
  }
}

}  // namespace periksa::law
