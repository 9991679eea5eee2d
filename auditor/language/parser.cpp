// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "auditor/base/date.h"
#include "auditor/base/decimal.h"
#include "auditor/base/money.h"
#include "auditor/base/nearest.h"
#include "auditor/base/period.h"
#include "auditor/facts/cell.h"
#include "auditor/facts/source.h"
#include "auditor/language/lexer.h"

namespace periksa::language {
namespace {

using Made = std::expected<std::uint32_t, Problem>;

constexpr int kNesting = 40;

constexpr std::array<std::string_view, 42> kKeywords{
    "and",    "or",     "not",   "every", "some",    "no",      "in",   "has",  "where",
    "listed", "for",    "on",    "is",    "at",      "least",   "most", "more", "less",
    "than",   "before", "after", "one",   "of",      "stated",  "none", "plus", "minus",
    "times",  "limit",  "whole", "years", "months",  "days",    "from", "to",   "count",
    "sum",    "event",  "as_of", "this",  "version", "asserted"};

bool is_keyword(std::string_view word) {
  return std::find(kKeywords.begin(), kKeywords.end(), word) != kKeywords.end();
}

class Parser {
 public:
  Parser(Expression& into, std::vector<Token> tokens)
      : expression_(into), tokens_(std::move(tokens)) {}

  Made whole(bool as_operand) {
    const auto made = as_operand ? operand() : condition();
    if (!made) return made;
    if (here().kind != Token::Kind::end)
      return expected("akhir ungkapan", "the end of the expression");
    return made;
  }

 private:
  const Token& here() const { return tokens_[at_]; }
  bool is_word(std::string_view word) const {
    return here().kind == Token::Kind::word && here().text == word;
  }
  bool next_is_word(std::size_t ahead, std::string_view word) const {
    const std::size_t index = std::min(at_ + ahead, tokens_.size() - 1);
    return tokens_[index].kind == Token::Kind::word && tokens_[index].text == word;
  }
  bool accept(std::string_view word) {
    if (!is_word(word)) return false;
    ++at_;
    return true;
  }
  bool accept_sign(std::string_view sign) {
    if (here().kind != Token::Kind::sign || here().text != sign) return false;
    ++at_;
    return true;
  }

  std::unexpected<Problem> expected(std::string_view id, std::string_view en) const {
    const Token& token = here();
    const std::string found =
        token.kind == Token::Kind::end ? "" : fmt::format("\"{}\"", token.text);
    Bilingual text{
        fmt::format("diharapkan {}, ditemukan {}", id, found.empty() ? "akhir ungkapan" : found),
        fmt::format("expected {}, found {}", en, found.empty() ? "the end" : found)};
    if (token.kind == Token::Kind::word && !is_keyword(token.text)) {
      text = with_nearest(std::move(text), nearest(token.text, kKeywords));
    }
    return problem(token.begin, token.end, std::move(text));
  }

  std::expected<void, Problem> require(std::string_view word) {
    if (accept(word)) return {};
    return expected(fmt::format("\"{}\"", word), fmt::format("\"{}\"", word));
  }
  std::expected<void, Problem> require_sign(std::string_view sign) {
    if (accept_sign(sign)) return {};
    return expected(fmt::format("\"{}\"", sign), fmt::format("\"{}\"", sign));
  }

  std::expected<std::string, Problem> name() {
    // `whole` is also a code: it is a keyword only before a unit of time.
    const bool free =
        here().kind == Token::Kind::word && (!is_keyword(here().text) || here().text == "whole");
    if (!free) return expected("sebuah nama", "a name");
    return std::string(tokens_[at_++].text);
  }

  /// After a dot a field may have any name, even a keyword's.
  std::expected<std::string, Problem> any_word() {
    if (here().kind != Token::Kind::word) return expected("nama field", "the name of a field");
    return std::string(tokens_[at_++].text);
  }

  Node start(Kind kind) const {
    Node node;
    node.kind = kind;
    node.begin = here().begin;
    return node;
  }

  Made add(Node node) {
    node.end = at_ > 0 ? tokens_[at_ - 1].end : node.begin;
    if (expression_.nodes.size() >= kOperations) {
      return problem(node.begin, node.end,
                     {"ungkapan ini terlalu panjang; bagilah kewajiban ini",
                      "the expression is too long; split the duty"});
    }
    expression_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(expression_.nodes.size() - 1);
  }

  /// `part { word part }`, flattened into one node.
  template <class Part>
  Made chain(Kind kind, std::string_view word, Part part) {
    Node node = start(kind);
    auto first = part();
    if (!first) return first;
    if (!is_word(word)) return first;
    node.parts.push_back(*first);
    while (accept(word)) {
      auto further = part();
      if (!further) return further;
      node.parts.push_back(*further);
    }
    return add(std::move(node));
  }

  Made condition() {
    if (++depth_ > kNesting) {
      return problem(here().begin, here().end,
                     {"terlalu banyak tanda kurung bersarang", "nested too deeply"});
    }
    auto made = chain(Kind::or_, "or", [this] { return conjunct(); });
    --depth_;
    return made;
  }
  Made conjunct() {
    return chain(Kind::and_, "and", [this] { return negated(); });
  }

  Made negated() {
    if (is_word("not")) {
      if (++depth_ > kNesting) {
        return problem(here().begin, here().end,
                       {"terlalu banyak \"not\" bersarang", "nested too deeply"});
      }
      Node node = start(Kind::not_);
      ++at_;
      const auto part = negated();
      --depth_;
      if (!part) return part;
      node.parts.push_back(*part);
      return add(std::move(node));
    }
    if (is_word("every") || is_word("some")) return quantified();
    // `no` is also the literal: it quantifies when a name and `in` follow.
    if (is_word("no") && next_is_word(2, "in")) return quantified();
    if (is_word("listed")) return look_up(Kind::listed);
    return comparison();
  }

  /// `NAME in OWNER.COLLECTION [filter]`; the filter, if any, becomes the first part.
  std::expected<void, Problem> collection(Node& node) {
    auto variable = name();
    if (!variable) return std::unexpected(variable.error());
    if (const auto word = require("in"); !word) return word;
    auto owner = name();
    if (!owner) return std::unexpected(owner.error());
    if (const auto dot = require_sign("."); !dot) return dot;
    auto many = any_word();
    if (!many) return std::unexpected(many.error());
    node.names = {*variable, *owner, *many};
    if (accept("in")) {
      if (const auto w = require("this"); !w) return w;
      if (const auto w = require("version"); !w) return w;
      auto field = accept_by();
      if (!field) return std::unexpected(field.error());
      node.this_version = true;
      node.version_field = *field;
    }
    if (accept("where")) {
      const auto filter = parenthesised();
      if (!filter) return std::unexpected(filter.error());
      node.has_filter = true;
      node.parts.push_back(*filter);
    }
    return {};
  }

  std::expected<std::string, Problem> accept_by() {
    if (!accept("by")) return expected("\"by\"", "\"by\"");
    return any_word();
  }

  Made parenthesised() {
    if (const auto open = require_sign("("); !open) return std::unexpected(open.error());
    auto made = condition();
    if (!made) return made;
    if (const auto close = require_sign(")"); !close) return std::unexpected(close.error());
    return made;
  }

  Made quantified() {
    Node node = start(Kind::quantified);
    node.quantifier = is_word("every")  ? Quantifier::every
                      : is_word("some") ? Quantifier::some
                                        : Quantifier::none;
    ++at_;
    if (const auto read = collection(node); !read) return std::unexpected(read.error());
    if (node.quantifier == Quantifier::every || is_word("has")) {
      if (const auto word = require("has"); !word) return std::unexpected(word.error());
      const auto body = parenthesised();
      if (!body) return body;
      node.has_body = true;
      node.parts.push_back(*body);
    }
    return add(std::move(node));
  }

  Made look_up(Kind kind) {
    Node node = start(kind);
    ++at_;
    auto table = name();
    if (!table) return std::unexpected(table.error());
    node.names = {*table};
    if (accept("for")) {
      do {
        const auto key = operand();
        if (!key) return key;
        node.parts.push_back(*key);
      } while (accept_sign(","));
    }
    if (accept("on")) {
      const auto day = operand();
      if (!day) return day;
      node.parts.push_back(*day);
      node.has_day = true;
    }
    return add(std::move(node));
  }

  Made comparison() {
    const std::uint32_t begin = here().begin;
    const auto left = operand();
    if (!left) return left;
    if (!accept("is")) return condition_of(*left, begin);
    Node node = start(Kind::compare);
    node.begin = begin;
    const bool negated = accept("not");
    node.parts.push_back(*left);
    return relation(std::move(node), negated);
  }

  /// An operand alone: a condition in parentheses stays what it is, anything else must turn out a
  /// bool.
  Made condition_of(std::uint32_t made, std::uint32_t begin) {
    if (expression_.nodes[made].kind <= Kind::holds) return made;
    Node node = start(Kind::holds);
    node.begin = begin;
    node.parts.push_back(made);
    return add(std::move(node));
  }

  Made relation(Node node, bool negated) {
    if (accept("stated")) {
      if (const auto word = require("none"); !word) return std::unexpected(word.error());
      node.kind = Kind::stated_none;
      node.negated = negated;
      return add(std::move(node));
    }
    if (accept("asserted")) return asserted(std::move(node), negated);
    if (is_word("one") && next_is_word(1, "of")) {
      at_ += 2;
      node.kind = Kind::one_of;
      node.negated = negated;
      return allowed(std::move(node));
    }
    node.relation = negated ? Relation::not_equal : Relation::equal;
    if (const auto ordered = ordering(node); !ordered) return std::unexpected(ordered.error());
    if (negated && node.relation != Relation::not_equal) {
      return problem(node.begin, here().begin,
                     {"\"is not\" tidak dapat digabung dengan urutan; pakai lawannya",
                      "\"is not\" does not go with an ordering; use the opposite one"});
    }
    const auto right = operand();
    if (!right) return right;
    node.parts.push_back(*right);
    return add(std::move(node));
  }

  Made asserted(Node node, bool negated) {
    if (const auto word = require("by"); !word) return std::unexpected(word.error());
    const auto asserter = facts::parse_asserter(here().text);
    if (here().kind != Token::Kind::word || !asserter) {
      return expected("agency, worker, union, registry, atau inspector",
                      "agency, worker, union, registry or inspector");
    }
    ++at_;
    node.kind = Kind::asserted;
    node.negated = negated;
    node.value = static_cast<std::int64_t>(*asserter);
    return add(std::move(node));
  }

  std::expected<void, Problem> ordering(Node& node) {
    const auto dates = [&](Relation relation) {
      node.relation = relation;
      node.for_dates = true;
    };
    if (accept("at")) {
      if (accept("least")) {
        node.relation = Relation::at_least;
      } else if (accept("most")) {
        node.relation = Relation::at_most;
      } else {
        return expected("\"least\" atau \"most\"", "\"least\" or \"most\"");
      }
    } else if (accept("more")) {
      node.relation = Relation::more_than;
      return require("than");
    } else if (accept("less")) {
      node.relation = Relation::less_than;
      return require("than");
    } else if (accept("before")) {
      dates(Relation::less_than);
    } else if (accept("after")) {
      dates(Relation::more_than);
    } else if (accept("on")) {
      if (const auto word = require("or"); !word) return word;
      if (accept("before")) {
        dates(Relation::at_most);
      } else if (accept("after")) {
        dates(Relation::at_least);
      } else {
        return expected("\"before\" atau \"after\"", "\"before\" or \"after\"");
      }
    }
    return {};
  }

  Made allowed(Node node) {
    if (const auto open = require_sign("("); !open) return std::unexpected(open.error());
    do {
      const auto value = operand();
      if (!value) return value;
      node.parts.push_back(*value);
    } while (accept_sign(","));
    if (const auto close = require_sign(")"); !close) return std::unexpected(close.error());
    return add(std::move(node));
  }

  Made operand() {
    if (++depth_ > kNesting) {
      return problem(here().begin, here().end,
                     {"terlalu banyak nilai bersarang", "nested too deeply"});
    }
    auto made = sum_or_difference();
    --depth_;
    return made;
  }

  Made sum_or_difference() {
    const std::uint32_t begin = here().begin;
    auto left = term();
    while (left && (is_word("plus") || is_word("minus"))) {
      Node node = start(is_word("plus") ? Kind::plus : Kind::minus);
      node.begin = begin;
      ++at_;
      const auto right = term();
      if (!right) return right;
      node.parts = {*left, *right};
      left = add(std::move(node));
    }
    return left;
  }

  Made term() {
    const std::uint32_t begin = here().begin;
    auto left = factor();
    if (!left || !is_word("times")) return left;
    Node node = start(Kind::times);
    node.begin = begin;
    ++at_;
    const auto right = factor();
    if (!right) return right;
    node.parts = {*left, *right};
    return add(std::move(node));
  }

  Made factor() {
    if (accept_sign("(")) {
      auto made = condition();
      if (!made) return made;
      if (const auto close = require_sign(")"); !close) return std::unexpected(close.error());
      // `(operand)` was read as a condition; give the operand back.
      Node& node = expression_.nodes[*made];
      return node.kind == Kind::holds ? Made(node.parts[0]) : made;
    }
    if (here().kind != Token::Kind::word) return literal();
    if (is_word("event")) return keyword(Kind::event);
    if (is_word("as_of")) return keyword(Kind::as_of);
    if (is_word("limit")) return look_up(Kind::limit);
    const bool unit =
        next_is_word(1, "years") || next_is_word(1, "months") || next_is_word(1, "days");
    if (is_word("days") || (is_word("whole") && unit)) return span();
    if (is_word("count") || is_word("sum")) return aggregate();
    if (is_word("yes") || is_word("no")) return yes_or_no();
    return path();
  }

  Made keyword(Kind kind) {
    Node node = start(kind);
    ++at_;
    return add(std::move(node));
  }

  Made yes_or_no() {
    Node node = start(Kind::literal);
    node.type.type = facts::Type::boolean;
    node.value = is_word("yes") ? 1 : 0;
    ++at_;
    return add(std::move(node));
  }

  Made span() {
    Node node = start(Kind::days);
    if (accept("whole")) {
      if (accept("years")) {
        node.kind = Kind::whole_years;
      } else if (accept("months")) {
        node.kind = Kind::whole_months;
      } else {
        return expected("\"years\" atau \"months\"", "\"years\" or \"months\"");
      }
    } else {
      ++at_;
    }
    if (const auto word = require("from"); !word) return std::unexpected(word.error());
    const auto from = operand();
    if (!from) return from;
    if (const auto word = require("to"); !word) return std::unexpected(word.error());
    const auto to = operand();
    if (!to) return to;
    node.parts = {*from, *to};
    return add(std::move(node));
  }

  Made aggregate() {
    const bool sum = is_word("sum");
    const bool opened = at_ > 0 && tokens_[at_ - 1].text == "(";
    Node node = start(sum ? Kind::sum : Kind::count);
    ++at_;
    if (const auto word = require("of"); !word) return std::unexpected(word.error());
    Made value = 0U;
    if (sum) {
      value = operand();
      if (!value) return value;
      if (const auto word = require("for"); !word) return std::unexpected(word.error());
    }
    if (const auto read = collection(node); !read) return std::unexpected(read.error());
    if (sum) node.parts.push_back(*value);
    const bool filtered = node.has_filter || node.this_version;
    if (filtered && !(opened && here().text == ")")) {
      return problem(node.begin, tokens_[at_ - 1].end,
                     {"jumlah yang disaring harus berada dalam tanda kurung",
                      "a count or sum with a filter stands in parentheses"});
    }
    return add(std::move(node));
  }

  Made path() {
    Node node = start(Kind::path);
    auto first = name();
    if (!first) return std::unexpected(first.error());
    node.names.push_back(*first);
    while (accept_sign(".")) {
      auto field = any_word();
      if (!field) return std::unexpected(field.error());
      node.names.push_back(*field);
    }
    return add(std::move(node));
  }

  Made literal() {
    const Token& token = here();
    Node node = start(Kind::literal);
    switch (token.kind) {
      case Token::Kind::integer:
        node.type.type = facts::Type::integer;
        node.value = *parse_integer(token.text);
        break;
      case Token::Kind::decimal:
        node.type.type = facts::Type::decimal;
        node.value = parse_decimal(token.text)->millionths;
        break;
      case Token::Kind::date:
        node.type.type = facts::Type::date;
        node.value = parse_iso_date(token.text)->days();
        break;
      case Token::Kind::money: {
        const Money money = *parse_money(token.text);
        node.type.type = facts::Type::money;
        node.value = money.minor;
        node.unit = pack(money.currency);
        break;
      }
      case Token::Kind::period: {
        const auto digits = token.text.find_first_not_of("0123456789");
        const auto unit = token.text.find_first_not_of(" \t\r\n", digits);
        const Period period = *parse_period(
            fmt::format("{} {}", token.text.substr(0, digits), token.text.substr(unit)));
        node.type.type = facts::Type::period;
        node.value = facts::pack_period(period.months, period.days);
        break;
      }
      case Token::Kind::text:
        node.type.type = facts::Type::text;
        node.text = token.text;
        break;
      case Token::Kind::word:
      case Token::Kind::sign:
      case Token::Kind::end:
        return expected("sebuah nilai atau nama", "a value or a name");
    }
    ++at_;
    return add(std::move(node));
  }

  Expression& expression_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

std::expected<Expression, Problem> parse(std::string text, bool as_operand) {
  Expression expression;
  expression.text = std::move(text);
  auto tokens = lex(expression.text);
  if (!tokens) return std::unexpected(tokens.error());
  const auto root = Parser(expression, std::move(*tokens)).whole(as_operand);
  if (!root) return std::unexpected(root.error());
  expression.root = *root;
  return expression;
}

}  // namespace

std::expected<Expression, Problem> parse_condition(std::string text) {
  return parse(std::move(text), false);
}
std::expected<Expression, Problem> parse_operand(std::string text) {
  return parse(std::move(text), true);
}

}  // namespace periksa::language
