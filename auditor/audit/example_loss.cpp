// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/example_loss.h"

#include "auditor/ruleset/xml_text.h"

namespace periksa::audit {
namespace {

std::string without_id(const std::string& target) {
  const auto open = target.find('[');
  const auto close = target.find(']');
  if (open == std::string::npos || close == std::string::npos) return target;
  return target.substr(0, open) + target.substr(close + 1);
}

/// The changes of a list that do not concern the target.
std::string without(const std::string& changes, const std::string& target) {
  std::string rest;
  for (const auto& part : ruleset::split(changes, ";")) {
    if (part.starts_with(target)) continue;
    rest += (rest.empty() ? "" : ";") + part;
  }
  return rest;
}

}  // namespace

ruleset::Example without_fact(const ruleset::Example& example, const std::string& target) {
  ruleset::Example loss = example;
  loss.set = without(loss.set, target);
  loss.none = without(loss.none, target);
  loss.drop += (loss.drop.empty() ? "" : ";") + target;
  return loss;
}

void note_drops(const ruleset::Example& example, std::set<std::string>& dropped) {
  for (const auto& part : ruleset::split(example.drop, ";")) dropped.insert(without_id(part));
}

}  // namespace periksa::audit
