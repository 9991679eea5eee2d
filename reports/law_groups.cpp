// SPDX-License-Identifier: Apache-2.0
#include "reports/law_groups.h"

#include <algorithm>
#include <map>
#include <set>

namespace periksa::reports {
namespace {

using results::Citation;
using results::Finding;
using results::Provision;

using Findings = std::vector<Finding>;

const Provision* first_provision(const Finding& finding, const Wording& wording) {
  if (finding.citations.empty()) return nullptr;
  return wording.provision(finding.citations.front().provision);
}

bool asks_the_same(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.remedies == b.remedies && a.sanctions == b.sanctions &&
         a.question == b.question;
}

void add_to_case(LawGroup& group, std::size_t index, const Findings& findings) {
  const auto at = std::ranges::find_if(group.cases, [&](const Case& of) {
    return asks_the_same(findings[of.findings.front()], findings[index]);
  });
  if (at == group.cases.end()) {
    group.cases.push_back({{index}});
  } else {
    at->findings.push_back(index);
  }
}

void sort(LawGroup& group, const Findings& findings) {
  const auto verdict = [&](std::size_t i) { return findings[i].verdict; };
  for (Case& of : group.cases) std::ranges::stable_sort(of.findings, std::greater{}, verdict);
  std::ranges::stable_sort(group.cases, std::greater{},
                           [&](const Case& of) { return verdict(of.findings.front()); });
}

/// Counts each finding once for each item; keeps the order in which items first come.
class Tally {
 public:
  void add(const std::string& item) {
    if (++counts_[item] == 1) order_.push_back(item);
  }
  std::vector<std::string> several() const {
    std::vector<std::string> out;
    for (const std::string& item : order_) {
      if (counts_.at(item) > 1) out.push_back(item);
    }
    return out;
  }

 private:
  std::map<std::string, std::size_t> counts_;
  std::vector<std::string> order_;
};

bool proves_act_only(const Finding& x) {
  return std::ranges::any_of(x.citations, [](const Citation& of) { return of.proves == "act"; });
}

void find_shared(LawGroup& group, const Wording& wording) {
  const Findings& findings = wording.results().findings;
  Tally provisions;
  Tally sanctions;
  std::size_t count = 0;
  group.act = true;
  for (const Case& of : group.cases) {
    for (const std::size_t index : of.findings) {
      const Finding& x = findings[index];
      std::set<std::string> cited;
      for (const Citation& citation : x.citations) {
        if (cited.insert(citation.provision).second) provisions.add(citation.provision);
      }
      for (const std::string& id : std::set(x.sanctions.begin(), x.sanctions.end())) {
        sanctions.add(id);
      }
      group.act = group.act && proves_act_only(x);
      ++count;
    }
  }
  group.act = group.act && count > 1;
  group.provisions = provisions.several();
  group.sanctions = sanctions.several();
  std::erase_if(group.provisions,
                [&](const std::string& id) { return wording.provision(id) == nullptr; });
  std::erase_if(group.sanctions,
                [&](const std::string& id) { return wording.sanction(id) == nullptr; });
}

}  // namespace

std::vector<LawGroup> by_law(const Wording& wording) {
  const auto& results = wording.results();
  std::vector<LawGroup> groups(results.provisions.size() + 1);
  for (std::size_t i = 0; i < results.provisions.size(); ++i) {
    groups[i].provision = &results.provisions[i];
  }
  for (std::size_t i = 0; i < results.findings.size(); ++i) {
    const Provision* const law = first_provision(results.findings[i], wording);
    const std::size_t at = law == nullptr
                               ? groups.size() - 1
                               : static_cast<std::size_t>(law - results.provisions.data());
    add_to_case(groups[at], i, results.findings);
  }
  std::erase_if(groups, [](const LawGroup& group) { return group.cases.empty(); });
  for (LawGroup& group : groups) {
    sort(group, results.findings);
    find_shared(group, wording);
  }
  return groups;
}

}  // namespace periksa::reports
