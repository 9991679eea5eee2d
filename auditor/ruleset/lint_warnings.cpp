// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "auditor/base/date.h"
#include "auditor/base/money.h"
#include "auditor/language/domains.h"
#include "auditor/language/leaves.h"
#include "auditor/ruleset/lint.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::ruleset {
namespace {

using language::Kind;
using language::Node;
using language::Settled;

/// The last day on which any part of the register was compared with the law.
Date newest_check(const law::Register& law) {
  Date newest;
  for (const auto& instrument : law.instruments())
    newest = std::max(newest, instrument.checked_until);
  return newest;
}

class Linter {
 public:
  Linter(const RuleSet& rules, const Rule& rule)
      : rules_(rules), rule_(rule), newest_(newest_check(rules.law())) {}

  std::vector<Warning> run() {
    for (const auto& version : rule_.versions) {
      conditions(version);
      tables(version);
      numbers(version);
    }
    text_that_goes_on();
    for (const auto* title : {&rule_.met, &rule_.breach}) marks(*title, "title");
    for (const auto& ask : rule_.asks) marks(ask.text, "ask");
    for (const auto& remedy : rule_.remedies) marks(remedy.text, "remedy");
    marks(rule_.question, "question");
    return std::move(out_);
  }

 private:
  void warn(const char* lint, const Position& at, std::string part, std::string id,
            std::string en) {
    out_.push_back({lint, at, std::move(part), {std::move(id), std::move(en)}});
  }

  void conditions(const Version& version) {
    const auto& window = version.window;
    const Date last = window.to == law::kOpen ? window.to : window.to.plus_days(-1);
    language::Domains domains(rules_.vocabulary(), window.from.days(), last.days());
    std::set<std::pair<std::string, std::uint32_t>> told;  // a let's part once
    for (const auto* part : {&version.when, &version.require}) {
      if (!*part) continue;
      for (const auto& settled : domains.look((*part)->expression)) {
        const auto& node = (*part)->expression.at(settled.node);
        if (settled.let.empty() || told.emplace(settled.let, node.let_begin).second)
          condition(version, **part, settled);
      }
      domains.assume((*part)->expression);
    }
  }

  void condition(const Version& version, const Checked& checked, const Settled& settled) {
    const Node& node = checked.expression.at(settled.node);
    const auto let = std::ranges::find(version.lets, settled.let, &language::Let::name);
    const bool own = let == version.lets.end();
    const auto& text = own ? checked.expression.text : let->expression.text;
    const auto [begin, end] = language::written(node, !own);
    const auto at = (own ? checked.places : let->places).at(begin);
    const std::string words = one_line(std::string_view(text).substr(begin, end - begin));
    switch (settled.how) {
      case Settled::How::never_true:
        return warn("condition", at, words, fmt::format("\"{}\" di sini tidak pernah benar", words),
                    fmt::format("\"{}\" is never true here", words));
      case Settled::How::never_false:
        return warn("condition", at, words, fmt::format("\"{}\" di sini tidak pernah salah", words),
                    fmt::format("\"{}\" is never false here", words));
      case Settled::How::repeated:
        return warn("condition", at, words, fmt::format("\"{}\" tertulis dua kali", words),
                    fmt::format("\"{}\" stands there twice", words));
    }
  }

  /// The tables a version reads, each once.
  std::set<std::uint16_t> limits_of(const Version& version) const {
    std::set<std::uint16_t> limits;
    for (const auto* part : {&version.when, &version.due, &version.require, &version.amount}) {
      if (!*part) continue;
      for (const auto& node : (*part)->expression.nodes) {
        if (node.kind == Kind::limit || node.kind == Kind::listed) limits.insert(node.limit_index);
      }
    }
    return limits;
  }

  void tables(const Version& version) {
    for (const auto index : limits_of(version)) {
      const auto& limit = rules_.limits().at(index);
      const Date end = end_of(limit);
      // A table without rows says that nothing is on file; one that ends later than anybody has
      // looked has not ended yet.
      const bool ended = !limit.rows.empty() && end <= newest_;
      if (!ended || version.window.to <= end) continue;
      warn("limit-ended", version.at, limit.name,
           fmt::format("tabel {} berakhir {}, sedangkan versi ini berlaku terus", limit.name,
                       to_iso(end)),
           fmt::format("the table {} ends on {}, but this version goes on", limit.name,
                       to_iso(end)));
    }
  }

  /// The first day after the last row, and for lists after the last day they are complete for; a
  /// table that was merely not compared since has not ended.
  static Date end_of(const law::Limit& limit) {
    Date end = Date{};
    for (const auto& row : limit.rows) end = std::max(end, row.window.to);
    if (!limit.listed) return end;
    for (const auto& complete : limit.complete) end = std::max(end, complete.to);
    return end;
  }

  void text_that_goes_on() {
    const auto& last = rule_.versions.back();
    if (last.window.to == law::kOpen || last.cites.empty()) return;
    const auto& provision = *last.cites.front().provision;
    const auto& text = provision.versions.back();
    if (provision.versions.size() < 2 || text.window.from < last.window.to) return;
    warn("text-ended", last.at, provision.id,
         fmt::format("aturan ini berakhir {}, sedangkan {} punya naskah sesudahnya",
                     to_iso(last.window.to), provision.id),
         fmt::format("this rule ends on {}, but {} has a later text", to_iso(last.window.to),
                     provision.id));
  }

  void marks(const Bilingual& text, const char* element) {
    for (const auto& one : {text.id, text.en}) {
      for (const auto& name : placeholders(one)) {
        warn("placeholder", rule_.at, '{' + name + '}',
             fmt::format("{{{}}} di <{}> tidak diisi; hanya <say> mengisinya", name, element),
             fmt::format("{{{}}} in <{}> is not filled in; only <say> does", name, element));
      }
    }
  }

  /// A number of a table written out in a sentence stays behind when the table changes.
  void numbers(const Version& version) {
    for (const auto index : limits_of(version)) {
      const auto& limit = rules_.limits().at(index);
      for (const auto& value : values_of(limit)) {
        for (const auto& [verdict, sentence] : rule_.sentences) {
          if (!written_in(sentence.id, value) && !written_in(sentence.en, value)) continue;
          if (!numbers_told_.insert(verdict + value).second) continue;
          warn("number", rule_.at, value,
               fmt::format("<say verdict=\"{}\"> menulis {}, angka dari limit {}; pakai {{…}}",
                           verdict, value, limit.name),
               fmt::format("<say verdict=\"{}\"> writes {}, a number of limit {}; use {{…}}",
                           verdict, value, limit.name));
        }
      }
    }
  }

  /// The digits of what a table gives: whole numbers, amounts in whole units, spans.
  static std::set<std::string> values_of(const law::Limit& limit) {
    std::set<std::string> digits;
    for (const auto& row : limit.rows) {
      std::int64_t value = row.value;
      if (limit.type == facts::Type::money) {
        for (int i = minor_digits(unpack_currency(row.unit)); i > 0; --i) value /= 10;
      } else if (limit.type == facts::Type::period) {
        value = (value >> 32) != 0 ? value >> 32 : value & 0xFFFFFFFF;
      } else if (limit.listed || limit.type != facts::Type::integer) {
        continue;
      }
      if (value > 0) digits.insert(std::to_string(value));
    }
    return digits;
  }

  /// Whether a number stands in a sentence outside its marks; 5.000.000 and 5,000,000 are one.
  static bool written_in(const std::string& sentence, const std::string& digits) {
    std::string number;
    int braces = 0;
    for (std::size_t i = 0; i <= sentence.size(); ++i) {
      const char c = i < sentence.size() ? sentence[i] : ' ';
      braces += c == '{' ? 1 : c == '}' ? -1 : 0;
      const auto is_digit = [&](std::size_t at) {
        return at < sentence.size() && std::isdigit(static_cast<unsigned char>(sentence[at])) != 0;
      };
      if (braces == 0 && is_digit(i)) {
        number += c;
      } else if (!number.empty() && (c == '.' || c == ',') && is_digit(i + 1)) {
        continue;
      } else {
        if (number == digits) return true;
        number.clear();
      }
    }
    return false;
  }

  const RuleSet& rules_;
  const Rule& rule_;
  Date newest_;
  std::vector<Warning> out_;
  std::set<std::string> numbers_told_;
};

}  // namespace

std::vector<Warning> lint_warnings(const RuleSet& rules, const Rule& rule) {
  return Linter(rules, rule).run();
}

std::vector<Bilingual> freshness_notes(const RuleSet& rules) {
  const Date newest = newest_check(rules.law());
  std::map<std::string, std::size_t> instruments;  // by id: rules that rest on it
  std::map<std::string, std::size_t> tables;
  for (const auto& rule : rules.rules()) {
    const auto& version = rule.versions.back();
    std::set<std::string> mine;
    std::set<std::string> read;
    for (const auto& cite : version.cites) {
      const auto* instrument = rules.law().instrument(cite.provision->instrument);
      const Date end = cite.provision->versions.back().window.to;
      const bool running = instrument && instrument->checked_until < newest &&
                           version.window.to > instrument->checked_until.plus_days(1) &&
                           end > instrument->checked_until.plus_days(1);
      if (running) mine.insert(instrument->id);
    }
    for (const auto* part : {&version.when, &version.due, &version.require}) {
      if (!*part) continue;
      for (const auto& node : (*part)->expression.nodes) {
        if (node.kind != Kind::limit && node.kind != Kind::listed) continue;
        const auto& limit = rules.limits().at(node.limit_index);
        const bool running =
            limit.checked_until < newest && version.window.to > limit.checked_until.plus_days(1);
        if (running) read.insert(limit.name);
      }
    }
    for (const auto& id : mine) ++instruments[id];
    for (const auto& name : read) ++tables[name];
  }
  std::vector<Bilingual> notes;
  for (const auto& [id, count] : instruments) {
    const auto& instrument = *rules.law().instrument(id);
    const auto day = to_iso(instrument.checked_until);
    notes.push_back({fmt::format("{} terakhir dicocokkan {}; {} aturan berpijak padanya",
                                 instrument.cite, day, count),
                     fmt::format("{} was last compared on {}; {} rules rest on it", instrument.cite,
                                 day, count)});
  }
  for (const auto& [name, count] : tables) {
    const auto& limit = rules.limits().at(*rules.limits().find(name));
    const auto day = to_iso(limit.checked_until);
    notes.push_back(
        {fmt::format("tabel {} terakhir dicocokkan {}; {} aturan membacanya", name, day, count),
         fmt::format("the table {} was last compared on {}; {} rules read it", name, day, count)});
  }
  return notes;
}

}  // namespace periksa::ruleset
