// SPDX-License-Identifier: Apache-2.0
#include "auditor/audit/patterns.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "auditor/audit/fact_book.h"
#include "auditor/audit/placeholders.h"
#include "auditor/base/mask.h"
#include "auditor/base/money.h"
#include "auditor/base/normalised.h"
#include "auditor/base/number_format.h"

namespace periksa::audit {
namespace {

using facts::State;
using ruleset::Pattern;

constexpr std::int64_t kMostPaid = 1'000'000'000'000'000'000;

/// Adds the record's values of the fields to a key; false unless all are known.
bool append_fields(const std::vector<facts::FieldId>& fields, const facts::Facts& worker,
                   facts::EntityId entity, std::uint32_t row, std::string& key) {
  const auto& table = worker.table(entity);
  for (const auto field : fields) {
    const auto& cell = table.cell(row, field);
    if (cell.state != State::known) return false;
    const std::size_t before = key.size();
    if (table.entity().fields[field].type == facts::Type::text) {
      append_normalised(key, worker.text(cell));
    } else {
      fmt::format_to(std::back_inserter(key), "{}:{}", cell.unit, cell.value);
    }
    if (key.size() == before) return false;
    key += '|';
  }
  return true;
}

/// Whether a record has one of the codes the pattern looks at; nothing where that is not known.
std::optional<bool> is_looked_at(const Pattern& pattern, const facts::Table& table,
                                 std::uint32_t row) {
  if (!pattern.where) return true;
  const auto& cell = table.cell(row, *pattern.where);
  if (cell.state == State::stated_none) return false;
  if (cell.state != State::known) return std::nullopt;
  return std::ranges::find(pattern.is, cell.value) != pattern.is.end();
}

/// Makes the record's values of the pattern's fields, and those of its worker, one key; false
/// unless all are known.
bool make_key(const Pattern& pattern, const facts::Facts& worker, std::uint32_t row,
              std::string& key) {
  key.clear();
  const bool looked_at = is_looked_at(pattern, worker.table(pattern.entity), row).value_or(false);
  return looked_at && append_fields(pattern.fields, worker, pattern.entity, row, key) &&
         append_fields(pattern.with, worker, worker.vocabulary().worker(), 0, key);
}

results::Fact fact_at(const facts::FilingHeader& header, const Pattern& pattern,
                      const facts::Vocabulary& vocabulary, std::string record, facts::Spot spot,
                      std::uint32_t source = 0) {
  const auto& entity = vocabulary.entity(pattern.entity);
  const auto& field = entity.fields[pattern.fields.front()];
  results::Fact fact;
  fact.entity = entity.name;
  fact.entity_label = entity.label;
  fact.record = std::move(record);
  fact.field = field.name;
  fact.field_label = field.label;
  fact.privacy = is_private(field.privacy) ? "identity" : "business";
  fact.state = "known";
  fact.shown = {"text", kMask, {}};
  fact.at = facts::position(header.file, header.parts, spot);
  fact.basis = "declared";
  if (source > 0 && source < header.sources.size()) {
    fact.source = header.sources[source].id;
    fact.basis = to_string(facts::basis_of(header.sources[source]));
  }
  return fact;
}

/// "IDR 2500000" as each language writes it.
Bilingual in_words(const std::string& amount) {
  return {format_money(amount, Language::id), format_money(amount, Language::en)};
}

Bilingual counted(std::uint64_t n) {
  return {format_count(n, Language::id), format_count(n, Language::en)};
}

/// "pengurus rumah tangga, Hong Kong"
Bilingual group_name(const Pattern& pattern, const facts::Vocabulary& vocabulary,
                     const Outlying& outlying) {
  Bilingual name;
  for (std::size_t i = 0; i < pattern.fields.size(); ++i) {
    const auto& field = vocabulary.entity(pattern.entity).fields[pattern.fields[i]];
    const auto& label =
        vocabulary.list(field.target).codes[static_cast<std::size_t>(outlying.by[i])].label;
    name.id += (i == 0 ? "" : ", ") + label.id;
    name.en += (i == 0 ? "" : ", ") + label.en;
  }
  return name;
}

}  // namespace

void Patterns::look(std::uint32_t ordinal, const facts::Facts& filing, const facts::Facts& worker,
                    Fragment& into) {
  for (std::size_t i = 0; i < rules_->patterns().size(); ++i) {
    const auto& pattern = rules_->patterns()[i];
    switch (pattern.kind) {
      case Pattern::Kind::same_key:
      case Pattern::Kind::one_for_many:
        keys(i, ordinal, worker);
        break;
      case Pattern::Kind::total_differs:
        totals(pattern, ordinal, filing, worker, into);
        break;
      case Pattern::Kind::nik_birth_date:
        nik(pattern, ordinal, filing, worker, into);
        break;
      case Pattern::Kind::outlier:
        total_of_lines(i, ordinal, worker);
        break;
    }
  }
}

void Patterns::keys(std::size_t pattern, std::uint32_t ordinal, const facts::Facts& worker) {
  const auto& table = worker.table(rules_->patterns()[pattern].entity);
  for (std::uint32_t row = 0; row < table.size(); ++row) {
    if (!make_key(rules_->patterns()[pattern], worker, row, key_)) continue;
    const auto field = rules_->patterns()[pattern].fields.front();
    const auto& cell = table.cell(row, field);
    seen_[pattern].add(key_, {ordinal, worker.spot(cell.at), row, cell.source});
  }
}

/// What the worker paid in all, if the list of lines is complete, it is known of each line whether
/// it counts, and all that count are known and in one currency. Who paid nothing has no currency
/// to be compared in.
void Patterns::total_of_lines(std::size_t index, std::uint32_t ordinal,
                              const facts::Facts& worker) {
  const auto& pattern = rules_->patterns()[index];
  const auto& lines = worker.table(pattern.lines);
  if (!lines.is_complete(0)) return;
  Paid paid;
  paid.ordinal = ordinal;
  const auto& self = worker.table(pattern.entity);
  for (std::size_t i = 0; i < pattern.fields.size(); ++i) {
    const auto& cell = self.cell(0, pattern.fields[i]);
    if (cell.state != State::known) return;
    paid.by[i] = cell.value;
  }
  for (std::uint32_t row = 0; row < lines.size(); ++row) {
    const auto counts = is_looked_at(pattern, lines, row);
    if (!counts) return;
    if (!*counts) continue;
    const auto& cell = lines.cell(row, pattern.line_field);
    if (cell.state != State::known || cell.value < 0) return;
    if (cell.value == 0) continue;
    if (paid.total == 0) paid.spot = worker.spot(cell.at);
    if (paid.total > 0 && cell.unit != paid.unit) return;
    paid.unit = cell.unit;
    if (paid.total > kMostPaid - cell.value) return;
    paid.total += cell.value;
  }
  if (paid.total > 0) paid_[index].push_back(paid);
}

/// A stated total against the sum of its lines, when the list of lines is complete and every line
/// is readable.
void Patterns::totals(const Pattern& pattern, std::uint32_t ordinal, const facts::Facts& filing,
                      const facts::Facts& worker, Fragment& into) const {
  const auto& lines = worker.table(pattern.lines);
  const auto& stated = worker.table(pattern.entity);
  if (!lines.is_complete(0) || lines.size() == 0 || stated.size() != 1) return;
  const auto& total = stated.cell(0, pattern.fields.front());
  if (total.state != State::known) return;
  std::int64_t sum = 0;
  for (std::uint32_t row = 0; row < lines.size(); ++row) {
    const auto& cell = lines.cell(row, pattern.line_field);
    if (cell.state != State::known || cell.unit != total.unit) return;
    sum += cell.value;
  }
  if (sum == total.value) return;
  const Names names(filing, worker, ordinal);
  FactBook book(*header_, names);
  results::Notice notice;
  notice.pattern = pattern.id;
  notice.title = pattern.title;
  notice.text = pattern.say;
  notice.workers = {names.worker(0)};
  notice.facts.push_back(book.add({&worker, pattern.entity, pattern.fields.front(), 0}));
  for (std::uint32_t row = 0; row < lines.size(); ++row) {
    notice.facts.push_back(book.add({&worker, pattern.lines, pattern.line_field, row}));
  }
  const auto amount = [&](std::int64_t minor) {
    return to_string(Money{minor, unpack_currency(total.unit)});
  };
  replace_all(notice.text, "total", in_words(amount(total.value)));
  replace_all(notice.text, "sum", in_words(amount(sum)));
  replace_all(notice.text, "difference",
              in_words(amount(std::max(sum, total.value) - std::min(sum, total.value))));
  replace_all(notice.text, "worker", names.worker(0));
  for (auto& fact : notice.facts) fact += into.facts.size();
  std::move(book.facts().begin(), book.facts().end(), std::back_inserter(into.facts));
  into.secrets.merge(book.secrets());
  into.notices.push_back(std::move(notice));
}

/// Digits 7 to 12 of a NIK are day (women: plus 40), month and year of two digits. An indicator:
/// NIKs are also issued wrongly.
void Patterns::nik(const Pattern& pattern, std::uint32_t ordinal, const facts::Facts& filing,
                   const facts::Facts& worker, Fragment& into) const {
  const auto& table = worker.table(pattern.entity);
  const auto& number = table.cell(0, pattern.fields[0]);
  const auto& born = table.cell(0, pattern.fields[1]);
  if (number.state != State::known || born.state != State::known) return;
  const std::string digits = normalised(worker.text(number));
  if (digits.size() != 16 || digits.find_first_not_of("0123456789") != std::string::npos) return;
  const auto two = [&](std::size_t at) { return (digits[at] - '0') * 10 + (digits[at + 1] - '0'); };
  const int day = two(6) > 40 ? two(6) - 40 : two(6);
  const Date stated(static_cast<std::int32_t>(born.value));
  if (day == stated.day() && two(8) == stated.month() && two(10) == stated.year() % 100) return;
  const Names names(filing, worker, ordinal);
  FactBook book(*header_, names);
  results::Notice notice;
  notice.pattern = pattern.id;
  notice.title = pattern.title;
  notice.text = pattern.say;
  replace_all(notice.text, "worker", names.worker(0));
  notice.workers = {names.worker(0)};
  for (const auto field : {pattern.fields[0], pattern.fields[1]}) {
    notice.facts.push_back(into.facts.size() + book.add({&worker, pattern.entity, field, 0}));
  }
  std::move(book.facts().begin(), book.facts().end(), std::back_inserter(into.facts));
  into.secrets.merge(book.secrets());
  into.notices.push_back(std::move(notice));
}

void Patterns::absorb(Patterns&& other) {
  for (std::size_t i = 0; i < seen_.size(); ++i) seen_[i].absorb(std::move(other.seen_[i]));
  for (std::size_t i = 0; i < paid_.size(); ++i) {
    paid_[i].insert(paid_[i].end(), other.paid_[i].begin(), other.paid_[i].end());
    other.paid_[i].clear();
  }
}

std::vector<Fragment> Patterns::finish(const facts::FilingHeader& header) {
  header_ = &header;
  std::vector<Fragment> fragments;
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    const auto& pattern = rules_->patterns()[i];
    for (const auto& sights : seen_[i].shared(pattern.least))
      fragments.push_back(notice(pattern, sights));
    const auto far = outlying(std::move(paid_[i]), pattern.least, pattern.times, pattern.percent);
    for (const auto& group : far) fragments.push_back(notice(pattern, group));
  }
  return fragments;
}

std::vector<results::Notice> join_notices(std::vector<results::Notice> notices) {
  std::vector<results::Notice> joined;
  std::map<std::string, std::size_t> first;  // of the patterns that count their workers
  for (auto& notice : notices) {
    if (notice.text.id.find("{count}") != std::string::npos) {
      const auto [at, fresh] = first.emplace(notice.pattern, joined.size());
      if (!fresh) {
        auto& same = joined[at->second];
        same.facts.insert(same.facts.end(), notice.facts.begin(), notice.facts.end());
        same.workers.insert(same.workers.end(), notice.workers.begin(), notice.workers.end());
        continue;
      }
    }
    joined.push_back(std::move(notice));
  }
  for (auto& notice : joined) replace_all(notice.text, "count", counted(notice.workers.size()));
  return joined;
}

Fragment Patterns::notice(const Pattern& pattern, const std::vector<Sight>& sights) const {
  Fragment fragment;
  results::Notice notice;
  notice.pattern = pattern.id;
  notice.title = pattern.title;
  notice.text = pattern.say;
  replace_all(notice.text, "count", counted(sights.size()));
  const bool of_worker = pattern.entity == rules_->vocabulary().worker();
  for (const auto& sight : sights) {
    const std::string worker = Names::pseudonym(sight.ordinal);
    notice.workers.push_back(worker);
    const auto& name = rules_->vocabulary().entity(pattern.entity).name;
    std::string record =
        of_worker ? worker : fmt::format("{}/{}-{}", worker, name, sight.place + 1);
    notice.facts.push_back(fragment.facts.size());
    fragment.facts.push_back(fact_at(*header_, pattern, rules_->vocabulary(), std::move(record),
                                     sight.spot, sight.source));
  }
  fragment.notices.push_back(std::move(notice));
  return fragment;
}

Fragment Patterns::notice(const Pattern& pattern, const Outlying& outlying) const {
  const auto& vocabulary = rules_->vocabulary();
  const auto amount = [&](std::int64_t minor) {
    return to_string(Money{minor, unpack_currency(outlying.unit)});
  };
  Fragment fragment;
  results::Notice notice;
  notice.pattern = pattern.id;
  notice.title = pattern.title;
  notice.text = pattern.say;
  replace_all(notice.text, "count", counted(outlying.far.size()));
  replace_all(notice.text, "group", group_name(pattern, vocabulary, outlying));
  replace_all(notice.text, "median", in_words(amount(outlying.median)));
  replace_all(notice.text, "compared", counted(outlying.compared));
  for (const auto& paid : outlying.far) {
    notice.workers.push_back(Names::pseudonym(paid.ordinal));
    auto fact = fact_at(*header_, pattern, vocabulary, notice.workers.back(), paid.spot);
    fact.field = vocabulary.entity(pattern.lines).many + "_total";
    fact.field_label = {"jumlah yang dibayar pekerja", "total the worker paid"};
    fact.privacy = "business";
    fact.shown = {"money", amount(paid.total), {}};
    notice.facts.push_back(fragment.facts.size());
    fragment.facts.push_back(std::move(fact));
  }
  fragment.notices.push_back(std::move(notice));
  return fragment;
}

}  // namespace periksa::audit
