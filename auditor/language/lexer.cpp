// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/lexer.h"

#include <fmt/format.h>

#include "auditor/base/date.h"
#include "auditor/base/decimal.h"
#include "auditor/base/money.h"
#include "auditor/base/period.h"

namespace periksa::language {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c);
}
bool is_number(char c) {
  return is_digit(c) || c == '.' || c == '-';
}

class Lexer {
 public:
  explicit Lexer(std::string_view source) : source_(source) {}

  std::expected<std::vector<Token>, Problem> run() {
    for (skip_blanks(); at_ < source_.size(); skip_blanks()) {
      const auto token = next();
      if (!token) return std::unexpected(token.error());
      tokens_.push_back(*token);
    }
    tokens_.push_back(make(Token::Kind::end, at_, at_));
    return std::move(tokens_);
  }

 private:
  void skip_blanks() {
    while (at_ < source_.size() && is_blank(source_[at_])) ++at_;
  }

  Token make(Token::Kind kind, std::size_t begin, std::size_t end) const {
    return {kind, source_.substr(begin, end - begin), static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(end)};
  }

  std::size_t run_of(bool (*test)(char), std::size_t from) const {
    while (from < source_.size() && test(source_[from])) ++from;
    return from;
  }

  std::expected<Token, Problem> next() {
    const char c = source_[at_];
    if (c == '.' || c == ',' || c == '(' || c == ')') {
      ++at_;
      return make(Token::Kind::sign, at_ - 1, at_);
    }
    if (c == '"') return text();
    if (is_digit(c) || c == '-') return number();
    if (is_word(c)) return word();
    return problem(static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + 1),
                   {fmt::format("tanda '{}' tidak ada dalam bahasa aturan", c),
                    fmt::format("the sign '{}' is not part of the rule language", c)});
  }

  std::expected<Token, Problem> text() {
    const auto close = source_.find('"', at_ + 1);
    if (close == std::string_view::npos) {
      return problem(static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(source_.size()),
                     {"tanda kutip penutup tidak ada", "the closing quotation mark is missing"});
    }
    Token token = make(Token::Kind::text, at_, close + 1);
    token.text = source_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
    return token;
  }

  Token word() {
    const std::size_t begin = at_;
    at_ = run_of(is_word, at_);
    const std::string_view name = source_.substr(begin, at_ - begin);
    const bool currency =
        name.size() == 3 &&
        name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
    if (currency && at_ + 1 < source_.size() && source_[at_] == ' ' && is_digit(source_[at_ + 1])) {
      const std::size_t end = run_of(is_number, at_ + 1);
      if (parse_money(source_.substr(begin, end - begin))) {
        at_ = end;
        return make(Token::Kind::money, begin, end);
      }
    }
    return make(Token::Kind::word, begin, at_);
  }

  std::expected<Token, Problem> number() {
    const std::size_t begin = at_;
    at_ = run_of(is_number, at_);
    const std::string_view digits = source_.substr(begin, at_ - begin);
    if (parse_iso_date(digits)) return make(Token::Kind::date, begin, at_);
    if (parse_integer(digits)) return integer_or_period(begin);
    if (parse_decimal(digits)) return make(Token::Kind::decimal, begin, at_);
    return problem(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_),
                   {fmt::format("\"{}\" bukan bilangan maupun tanggal TTTT-BB-HH", digits),
                    fmt::format("\"{}\" is neither a number nor a date YYYY-MM-DD", digits)});
  }

  Token integer_or_period(std::size_t begin) {
    const std::size_t digits_end = at_;
    skip_blanks();
    const std::size_t unit = at_;
    const std::size_t unit_end = run_of(is_word, unit);
    const std::string text = fmt::format("{} {}", source_.substr(begin, digits_end - begin),
                                         source_.substr(unit, unit_end - unit));
    if (parse_period(text)) {
      at_ = unit_end;
      return make(Token::Kind::period, begin, at_);
    }
    at_ = digits_end;
    return make(Token::Kind::integer, begin, at_);
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::expected<std::vector<Token>, Problem> lex(std::string_view source) {
  return Lexer(source).run();
}

}  // namespace periksa::language
