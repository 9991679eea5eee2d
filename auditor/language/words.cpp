// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/words.h"

#include <fmt/format.h>

#include <array>

#include "auditor/base/date.h"
#include "auditor/base/date_format.h"
#include "auditor/base/decimal.h"
#include "auditor/base/money.h"
#include "auditor/base/number_format.h"
#include "auditor/base/period.h"

namespace periksa::language {
namespace {

using facts::Type;

Bilingual join(const Bilingual& a, const Bilingual& middle, const Bilingual& b) {
  return {fmt::format("{} {} {}", a.id, middle.id, b.id),
          fmt::format("{} {} {}", a.en, middle.en, b.en)};
}

Bilingual relation_words(const Node& node) {
  switch (node.relation) {
    case Relation::equal:
      return {"adalah", "is"};
    case Relation::not_equal:
      return {"bukan", "is not"};
    case Relation::at_least:
      return node.for_dates ? Bilingual{"pada atau sesudah", "is on or after"}
                            : Bilingual{"paling sedikit", "is at least"};
    case Relation::at_most:
      return node.for_dates ? Bilingual{"pada atau sebelum", "is on or before"}
                            : Bilingual{"paling banyak", "is at most"};
    case Relation::more_than:
      return node.for_dates ? Bilingual{"sesudah", "is after"}
                            : Bilingual{"lebih dari", "is more than"};
    case Relation::less_than:
      return node.for_dates ? Bilingual{"sebelum", "is before"}
                            : Bilingual{"kurang dari", "is less than"};
  }
  return {};
}

class Words {
 public:
  Words(const Expression& e, const facts::Vocabulary& vocabulary, const law::Limits& limits,
        std::span<const Variable> variables)
      : e_(e), vocabulary_(vocabulary), limits_(limits), variables_(variables) {}

  Bilingual of(std::uint32_t index) const {
    const Node& node = e_.at(index);
    switch (node.kind) {
      case Kind::and_:
        return {"semua ini terpenuhi", "all of these hold"};
      case Kind::or_:
        return {"salah satu dari ini terpenuhi", "one of these holds"};
      case Kind::not_:
        return {"tidak benar bahwa", "it is not so that"};
      case Kind::quantified:
        return quantified(node);
      case Kind::listed:
        return listed(node);
      case Kind::compare:
        return compared(node);
      case Kind::one_of:
        return one_of(node);
      case Kind::stated_none:
        return join(of(node.parts[0]),
                    node.negated ? Bilingual{"tidak dinyatakan", "is not stated"}
                                 : Bilingual{"dinyatakan", "is stated"},
                    {"nihil", "none"});
      case Kind::asserted:
        return join(of(node.parts[0]),
                    node.negated ? Bilingual{"tidak dinyatakan oleh", "is not the word of"}
                                 : Bilingual{"dinyatakan oleh", "is the word of"},
                    asserter(node.value));
      case Kind::holds:
        return of(node.parts[0]);
      case Kind::literal:
        return literal(node);
      case Kind::code: {
        return vocabulary_.list(node.type.target).codes[static_cast<std::size_t>(node.value)].label;
      }
      case Kind::path:
        return path(node, !of_subject(node));
      case Kind::record:
        return vocabulary_.entity(node.type.target).label;
      case Kind::event:
        return {"tanggal peristiwa", "the date of the event"};
      case Kind::as_of:
        return {"tanggal penilaian", "the as-of date"};
      case Kind::limit:
        return limits_.at(node.limit_index).label;
      case Kind::plus:
        return join(of(node.parts[0]), {"ditambah", "plus"}, of(node.parts[1]));
      case Kind::minus:
        return join(of(node.parts[0]), {"dikurangi", "minus"}, of(node.parts[1]));
      case Kind::times:
        return join(of(node.parts[0]), {"kali", "times"}, of(node.parts[1]));
      case Kind::whole_years:
        return span(node, {"tahun penuh dari", "whole years from"});
      case Kind::whole_months:
        return span(node, {"bulan penuh dari", "whole months from"});
      case Kind::days:
        return span(node, {"hari dari", "days from"});
      case Kind::count:
        return {fmt::format("jumlah {}", entity(node).id),
                fmt::format("number of: {}", entity(node).en)};
      case Kind::sum: {
        const Bilingual value = of(node.parts.back());
        return {fmt::format("jumlah seluruh {}", value.id), fmt::format("sum of: {}", value.en)};
      }
      case Kind::let:
        return node.label;
    }
    return {};
  }

 private:
  const Bilingual& entity(const Node& node) const { return vocabulary_.entity(node.entity).label; }

  Bilingual quantified(const Node& node) const {
    const Bilingual& what = entity(node);
    switch (node.quantifier) {
      case Quantifier::every:
        return {fmt::format("setiap {} memenuhi syarat", what.id),
                fmt::format("every {} fulfils the condition", what.en)};
      case Quantifier::some:
        return {fmt::format("ada {} yang memenuhi syarat", what.id),
                fmt::format("at least one {} fits", what.en)};
      case Quantifier::none:
        return {fmt::format("tidak ada {} yang memenuhi syarat", what.id),
                fmt::format("no {} fits", what.en)};
    }
    return {};
  }

  Bilingual listed(const Node& node) const {
    Bilingual keys;
    const std::size_t count = node.parts.size() - (node.has_day ? 1U : 0U);
    for (std::size_t i = 0; i < count; ++i) {
      const Bilingual key = of(node.parts[i]);
      keys.id += (i ? ", " : "") + key.id;
      keys.en += (i ? ", " : "") + key.en;
    }
    const Bilingual& label = limits_.at(node.limit_index).label;
    return {fmt::format("{} tercantum dalam: {}", keys.id, label.id),
            fmt::format("{} stands in: {}", keys.en, label.en)};
  }

  Bilingual one_of(const Node& node) const {
    Bilingual values;
    for (std::size_t i = 1; i < node.parts.size(); ++i) {
      const Bilingual value = of(node.parts[i]);
      values.id += (i > 1 ? ", " : "") + value.id;
      values.en += (i > 1 ? ", " : "") + value.en;
    }
    return join(of(node.parts[0]),
                node.negated ? Bilingual{"bukan salah satu dari:", "is none of:"}
                             : Bilingual{"adalah salah satu dari:", "is one of:"},
                values);
  }

  /// Two sides that would be called the same are told apart by whose they are.
  Bilingual compared(const Node& node) const {
    Bilingual left = of(node.parts[0]);
    Bilingual right = of(node.parts[1]);
    const Node& a = e_.at(node.parts[0]);
    const Node& b = e_.at(node.parts[1]);
    if (left == right && a.kind == Kind::path && b.kind == Kind::path) {
      left = path(a, true);
      right = path(b, true);
      if (left == right) right = {right.id + " yang lain", "the other " + right.en};
    }
    return join(left, relation_words(node), right);
  }

  bool of_subject(const Node& node) const {
    return node.steps.size() == 1 && node.variable < variables_.size();
  }

  Bilingual path(const Node& node, bool with_owner) const {
    const auto& owner = vocabulary_.entity(node.owners.back());
    const auto& field = owner.fields[node.steps.back()];
    if (!with_owner) return field.label;
    return {fmt::format("{} ({})", field.label.id, owner.label.id),
            fmt::format("{} ({})", field.label.en, owner.label.en)};
  }

  static const Bilingual& asserter(std::int64_t value) {
    static const std::array<Bilingual, 5> kAsserters{{{"perusahaan", "the agency"},
                                                      {"pekerja", "the worker"},
                                                      {"serikat pekerja", "the union"},
                                                      {"register", "the registry"},
                                                      {"pengawas", "the inspector"}}};
    return kAsserters[static_cast<std::size_t>(value)];
  }

  Bilingual span(const Node& node, const Bilingual& start) const {
    const Bilingual from = of(node.parts[0]);
    const Bilingual to = of(node.parts[1]);
    return {fmt::format("{} {} sampai {}", start.id, from.id, to.id),
            fmt::format("{} {} to {}", start.en, from.en, to.en)};
  }

  using Format = std::string(std::string_view canonical, Language language);
  static Bilingual written(const std::string& canonical, Format* format) {
    return {format(canonical, Language::id), format(canonical, Language::en)};
  }

  static Bilingual literal(const Node& node) {
    switch (node.type.type) {
      case Type::boolean:
        return node.value ? Bilingual{"ya", "yes"} : Bilingual{"tidak", "no"};
      case Type::decimal:
        return written(to_string(Decimal{node.value}), &format_decimal);
      case Type::percent:
        return written(to_string(Decimal{node.value}), &format_percent);
      case Type::money:
        return written(to_string(Money{node.value, unpack_currency(node.unit)}),
                       static_cast<Format*>(&format_money));
      case Type::date:
        return written(to_iso(Date(static_cast<std::int32_t>(node.value))), &format_date);
      case Type::period:
        return written(to_string(Period{static_cast<std::int32_t>(node.value >> 32),
                                        static_cast<std::int32_t>(node.value & 0xFFFFFFFF)}),
                       &format_period);
      case Type::text:
        return {node.text, node.text};
      case Type::integer:
      case Type::code:
      case Type::reference:
        break;
    }
    return {format_integer(node.value, Language::id), format_integer(node.value, Language::en)};
  }

  const Expression& e_;
  const facts::Vocabulary& vocabulary_;
  const law::Limits& limits_;
  std::span<const Variable> variables_;
};

}  // namespace

Bilingual words(const Expression& checked, std::uint32_t node, const facts::Vocabulary& vocabulary,
                const law::Limits& limits, std::span<const Variable> variables) {
  return Words(checked, vocabulary, limits, variables).of(node);
}

}  // namespace periksa::language
