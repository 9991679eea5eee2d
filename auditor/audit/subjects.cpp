// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/subjects.h"

#include <array>

#include "auditor/audit/mentions.h"
#include "auditor/intake/filing_reader.h"

namespace periksa::audit {
namespace {

class Offer {
 public:
  Offer(const ruleset::RuleSet& rules, facts::EntityId entity, std::optional<Date> as_of,
        const std::function<void(const ruleset::Case&)>& each)
      : rules_(rules),
        entity_(entity),
        of_worker_(entity == rules.vocabulary().worker() ||
                   rules.vocabulary().entity(entity).in_worker),
        as_of_(as_of),
        each_(each),
        all_(rules.vocabulary(), facts::Columns::all(rules.vocabulary()),
             facts::Facts::Places::kept) {}

  void shared(const intake::Filing& filing) {
    filing_ = &filing;
    mentions_ = Mentions(filing);
    for (const auto& source : filing.header.sources)
      standings_.push_back(facts::standing_of(source));
  }

  void worker(facts::Facts& worker) {
    if (!of_worker_) {
      all_.append_worker(worker);
      return;
    }
    const language::Record self{&worker, rules_.vocabulary().worker(), 0, {}};
    ruleset::Case on = make(*filing_, worker);
    on.mention = mentions_.of(worker);
    if (entity_ == rules_.vocabulary().worker()) {
      on.variables = {&self, 1};
      each_(on);
      return;
    }
    for (std::uint32_t row = 0; row < worker.table(entity_).size(); ++row) {
      const std::array<language::Record, 2> variables{language::Record{&worker, entity_, row, {}},
                                                      self};
      on.variables = variables;
      each_(on);
    }
  }

  void finish(const intake::Filing& filing) {
    if (of_worker_) return;
    all_.table(rules_.vocabulary().worker())
        .set_completeness(0, filing.header.workers_completeness);
    ruleset::Case on = make(filing, all_);
    for (std::uint32_t row = 0; row < filing.shared->table(entity_).size(); ++row) {
      const language::Record subject{filing.shared.get(), entity_, row, {}};
      on.variables = {&subject, 1};
      each_(on);
    }
  }

 private:
  ruleset::Case make(const intake::Filing& filing, const facts::Facts& workers) const {
    ruleset::Case on;
    on.filing = filing.shared.get();
    on.workers = &workers;
    on.as_of = as_of_.value_or(filing.header.closing);
    on.limits = &rules_.limits();
    on.standings = standings_;
    return on;
  }

  const ruleset::RuleSet& rules_;
  facts::EntityId entity_;
  bool of_worker_;
  std::optional<Date> as_of_;
  const std::function<void(const ruleset::Case&)>& each_;
  facts::Facts all_;
  const intake::Filing* filing_ = nullptr;
  std::vector<facts::Standing> standings_;
  Mentions mentions_;
};

Result<void> offer_all(Offer offer, const ruleset::RuleSet& rules, std::string_view text) {
  intake::ReadOptions options;
  options.threads = 1;
  const auto filing = intake::read_filing_text(
      text, "example", rules.vocabulary(), options,
      [&](const intake::Filing& f) { offer.shared(f); },
      [&](unsigned, std::uint32_t, facts::Facts& worker) { offer.worker(worker); });
  if (!filing) return std::unexpected(filing.error());
  offer.finish(*filing);
  return {};
}

}  // namespace

Result<void> for_each_subject(const ruleset::RuleSet& rules, const ruleset::Rule& rule,
                              std::string_view text, std::optional<Date> as_of,
                              const std::function<void(const ruleset::Case&)>& each) {
  return offer_all(Offer(rules, rule.entity, as_of, each), rules, text);
}

Result<void> for_each_worker(const ruleset::RuleSet& rules, std::string_view text,
                             std::optional<Date> as_of,
                             const std::function<void(const ruleset::Case&)>& each) {
  return offer_all(Offer(rules, rules.vocabulary().worker(), as_of, each), rules, text);
}

}  // namespace periksa::audit
