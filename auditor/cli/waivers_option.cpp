// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/waivers_option.h"

namespace periksa::cli {

void WaiversOption::add(CommandLine verb, const Context& context) {
  verb.add_option(
      "--waivers", path_,
      context.say("Berkas keputusan yang mengesampingkan temuan untuk sementara (docs/waivers.md)",
                  "File of decisions that set findings aside for a time (docs/waivers.md)"));
}

bool WaiversOption::load(const Context& context, const ruleset::RuleSet& rules) {
  if (path_.empty()) return true;
  std::vector<std::string_view> ids;
  for (const auto& rule : rules.rules()) ids.emplace_back(rule.id);
  auto waivers = results::read_waivers(path_, ids);
  if (waivers) {
    waivers_ = std::move(*waivers);
    return true;
  }
  context.print(waivers.error());
  return false;
}

}  // namespace periksa::cli
