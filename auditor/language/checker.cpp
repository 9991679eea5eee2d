// SPDX-License-Identifier: Apache-2.0
#include "auditor/language/checker.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

#include "auditor/base/nearest.h"
#include "auditor/language/parser.h"

namespace periksa::language {
namespace {

using facts::Type;
using Done = std::expected<void, Problem>;

bool is_number(Type type) {
  return type == Type::integer || type == Type::decimal || type == Type::percent ||
         type == Type::money;
}

struct Visible {
  std::string name;
  facts::EntityId entity;
  std::uint16_t slot;
};

class Checker {
 public:
  Checker(Expression& expression, const Scope& scope)
      : expression_(expression), scope_(scope), vocabulary_(*scope.vocabulary), lets_(scope.lets) {
    for (std::size_t i = 0; i < scope.variables.size(); ++i) {
      visible_.push_back(
          {scope.variables[i].name, scope.variables[i].entity, static_cast<std::uint16_t>(i)});
    }
    base_ = static_cast<std::uint16_t>(scope.variables.size());
  }

  Done condition(std::uint32_t index) {
    switch (node(index).kind) {
      case Kind::and_:
      case Kind::or_:
      case Kind::not_:
        return each_part(index, [this](std::uint32_t part) { return condition(part); });
      case Kind::quantified:
        return loop(index);
      case Kind::listed:
        return look_up(index);
      case Kind::compare:
        return compare(index);
      case Kind::one_of:
        return one_of(index);
      case Kind::stated_none:
        return stated_none(index);
      case Kind::asserted:
        return asserted(index);
      case Kind::holds:
        return holds(index);
      default:
        return wrong(index, "diharapkan sebuah syarat (ya/tidak)", "expected a condition");
    }
  }

  Done operand(std::uint32_t index) {
    switch (node(index).kind) {
      case Kind::literal:
        return {};
      case Kind::path:
        return path(index);
      case Kind::event:
        node(index).type = {Type::date, 0};
        if (!scope_.has_event) {
          return wrong(index, "aturan ini tidak memiliki peristiwa", "this rule has no event");
        }
        return {};
      case Kind::as_of:
        node(index).type = {Type::date, 0};
        return {};
      case Kind::limit:
        return look_up(index);
      case Kind::plus:
      case Kind::minus:
        return sum_or_difference(index);
      case Kind::times:
        return product(index);
      case Kind::whole_years:
      case Kind::whole_months:
      case Kind::days:
        return span(index);
      case Kind::count:
      case Kind::sum:
        return loop(index);
      case Kind::record:
      case Kind::code:
      case Kind::let:
        return {};
      default:
        return wrong(index, "diharapkan sebuah nilai, ditemukan syarat",
                     "expected a value, found a condition");
    }
  }

 private:
  Node& node(std::uint32_t index) { return expression_.nodes[index]; }

  Done wrong(std::uint32_t index, std::string id, std::string en) {
    return problem(node(index).begin, node(index).end, {std::move(id), std::move(en)});
  }

  Done unknown(std::uint32_t index, std::string_view kind_id, std::string_view kind_en,
               std::string_view name, const std::vector<std::string_view>& candidates) {
    return problem(node(index).begin, node(index).end,
                   with_nearest({fmt::format("{} \"{}\" tidak dikenal", kind_id, name),
                                 fmt::format("unknown {} \"{}\"", kind_en, name)},
                                nearest(name, candidates)));
  }

  template <class Function>
  Done each_part(std::uint32_t index, Function function) {
    const auto parts = node(index).parts;
    for (const auto part : parts) {
      if (const auto done = function(part); !done) return done;
    }
    return {};
  }

  std::string type_words(const ValueType& type) const {
    facts::Field field;
    field.type = type.type;
    field.target = type.target;
    return facts::type_name(vocabulary_, field);
  }

  Done same_type(std::uint32_t left, std::uint32_t right) {
    if (node(left).type == node(right).type) return {};
    return wrong(right,
                 fmt::format("tipe tidak cocok: {} dibandingkan dengan {}",
                             type_words(node(left).type), type_words(node(right).type)),
                 fmt::format("types do not fit: {} against {}", type_words(node(left).type),
                             type_words(node(right).type)));
  }

  const Visible* find_variable(std::string_view name) const {
    for (auto at = visible_.rbegin(); at != visible_.rend(); ++at) {
      if (at->name == name) return &*at;
    }
    return nullptr;
  }
  const Let* find_let(std::string_view name) const {
    for (const auto& let : lets_) {
      if (let.name == name) return &let;
    }
    return nullptr;
  }

  bool is_free_word(std::uint32_t index) {
    const Node& n = node(index);
    return n.kind == Kind::path && n.names.size() == 1 && !find_variable(n.names[0]) &&
           !find_let(n.names[0]);
  }

  /// A bare word takes its meaning from the code list of the other side.
  Done as_code(std::uint32_t index, const ValueType& type) {
    Node& n = node(index);
    const auto& list = vocabulary_.list(type.target);
    const auto value = list.find(n.names[0]);
    if (!value) return unknown(index, "kode", "code", n.names[0], names_of(list.codes));
    n.kind = Kind::code;
    n.type = type;
    n.value = *value;
    return {};
  }

  /// Checks two sides, giving a bare word on either the other's code list.
  Done pair(std::uint32_t left, std::uint32_t right) {
    const bool left_word = is_free_word(left);
    if (!left_word) {
      if (const auto done = operand(left); !done) return done;
    }
    if (is_free_word(right) && !left_word && node(left).type.type == Type::code) {
      return as_code(right, node(left).type);
    }
    if (const auto done = operand(right); !done) return done;
    if (!left_word) return {};
    if (node(right).type.type == Type::code) return as_code(left, node(right).type);
    return operand(left);
  }

  Done compare(std::uint32_t index) {
    const auto left = node(index).parts[0];
    const auto right = node(index).parts[1];
    if (const auto done = pair(left, right); !done) return done;
    if (const auto done = same_type(left, right); !done) return done;
    const Relation relation = node(index).relation;
    if (relation == Relation::equal || relation == Relation::not_equal) return {};
    const Type type = node(left).type.type;
    if (node(index).for_dates ? type == Type::date : is_number(type)) return {};
    return wrong(
        index, fmt::format("{} tidak dapat diurutkan dengan kata ini", type_words(node(left).type)),
        fmt::format("{} cannot be ordered with these words", type_words(node(left).type)));
  }

  Done one_of(std::uint32_t index) {
    const auto parts = node(index).parts;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (const auto done = pair_once(parts[0], parts[i], i == 1); !done) return done;
      if (const auto done = same_type(parts[0], parts[i]); !done) return done;
    }
    return {};
  }

  Done pair_once(std::uint32_t left, std::uint32_t right, bool first) {
    if (first) return pair(left, right);
    if (is_free_word(right) && node(left).type.type == Type::code)
      return as_code(right, node(left).type);
    return operand(right);
  }

  Done stated_none(std::uint32_t index) {
    const auto part = node(index).parts[0];
    if (const auto done = operand(part); !done) return done;
    const Node& field = node(part);
    if (field.kind == Kind::path) {
      const auto& declared = vocabulary_.entity(field.owners.back()).fields[field.steps.back()];
      if (declared.none == facts::NoneMeans::zero) {
        return wrong(
            part,
            fmt::format("nihil pada \"{}\" berarti nol; bandingkan dengan nol", declared.name),
            fmt::format("none of \"{}\" is zero; compare it with zero", declared.name));
      }
      if (declared.none != facts::NoneMeans::refused) return {};
    }
    return wrong(part, "hanya field yang boleh dinyatakan nihil yang dapat ditanya begitu",
                 "only a field that may be stated none can be asked this");
  }

  Done asserted(std::uint32_t index) {
    const auto part = node(index).parts[0];
    if (const auto done = operand(part); !done) return done;
    if (node(part).kind == Kind::path) return {};
    return wrong(part, "hanya sebuah field yang dapat ditanya siapa yang menyatakannya",
                 "only a field can be asked by whom it is asserted");
  }

  Done holds(std::uint32_t index) {
    const auto part = node(index).parts[0];
    if (const auto done = operand(part); !done) return done;
    if (node(part).type.type == Type::boolean) return {};
    return wrong(index, fmt::format("diharapkan syarat, ditemukan {}", type_words(node(part).type)),
                 fmt::format("expected a condition, found {}", type_words(node(part).type)));
  }

  Done path(std::uint32_t index) {
    const std::string first = node(index).names[0];
    if (const auto* variable = find_variable(first)) return steps(index, *variable);
    if (const auto* let = find_let(first)) return use_let(index, *let);
    std::vector<std::string_view> candidates = names_of(visible_);
    for (const auto& let : lets_) candidates.emplace_back(let.name);
    return unknown(index, "nama", "name", first, candidates);
  }

  Done steps(std::uint32_t index, const Visible& variable) {
    Node& n = node(index);
    n.variable = variable.slot;
    if (n.names.size() == 1) {
      n.kind = Kind::record;
      n.type = {Type::reference, variable.entity};
      return {};
    }
    facts::EntityId owner = variable.entity;
    for (std::size_t i = 1; i < n.names.size(); ++i) {
      const auto& entity = vocabulary_.entity(owner);
      const auto field = entity.find(n.names[i]);
      if (!field) {
        return unknown(index, fmt::format("field dari {}", entity.name),
                       fmt::format("field of {}", entity.name), n.names[i],
                       names_of(entity.fields));
      }
      n.steps.push_back(*field);
      n.owners.push_back(owner);
      const auto& declared = entity.fields[*field];
      n.type = {declared.type, declared.target};
      const bool last = i + 1 == n.names.size();
      if (!last && declared.type != Type::reference) {
        return wrong(index, fmt::format("\"{}\" bukan rujukan", declared.name),
                     fmt::format("\"{}\" is not a reference", declared.name));
      }
      if (!last && declared.target == vocabulary_.worker() && !scope_.whole_filing) {
        return wrong(index, "aturan atas pekerja tidak boleh membaca pekerja lain",
                     "a rule on a worker may not read another worker");
      }
      owner = declared.target;
    }
    return {};
  }

  /// The let's expression is copied into this one and checked where it is used, so that its loops
  /// get slots of their own. It sees neither the loops around it nor the lets after it.
  Done use_let(std::uint32_t index, const Let& let) {
    if (node(index).names.size() > 1) {
      return wrong(index, "nilai let tidak memiliki field", "the value of a let has no fields");
    }
    const auto offset = static_cast<std::uint32_t>(expression_.nodes.size());
    if (offset + let.expression.nodes.size() > kOperations) {
      return wrong(index, "ungkapan ini terlalu panjang dengan let-nya; bagilah kewajiban ini",
                   "the expression is too long with its lets; split the duty");
    }
    for (Node copy : let.expression.nodes) {
      for (auto& part : copy.parts) part += offset;
      copy.let_begin = std::exchange(copy.begin, node(index).begin);
      copy.let_end = std::exchange(copy.end, node(index).end);
      expression_.nodes.push_back(std::move(copy));
    }
    const std::uint32_t root = let.expression.root + offset;
    const std::vector<Visible> outer = visible_;
    const auto lets = lets_;
    visible_.resize(base_);
    lets_ = lets_.first(static_cast<std::size_t>(&let - lets_.data()));
    const auto done = operand(root);
    visible_ = outer;
    lets_ = lets;
    if (!done) return done;
    Node& n = node(index);
    n.kind = Kind::let;
    n.label = let.label;
    n.parts = {root};
    n.type = node(root).type;
    return {};
  }

  Done loop(std::uint32_t index) {
    if (const auto done = open_loop(index); !done) return done;
    const Node n = node(index);
    std::size_t part = 0;
    Done done{};
    if (n.has_filter) done = condition(n.parts[part++]);
    if (done && n.kind == Kind::quantified && n.has_body) done = condition(n.parts[part]);
    if (done && n.kind == Kind::sum) done = summand(index, n.parts[part]);
    visible_.pop_back();
    --open_loops_;
    if (!done) return done;
    if (n.kind == Kind::count) node(index).type = {Type::integer, 0};
    return {};
  }

  Done summand(std::uint32_t index, std::uint32_t value) {
    if (const auto done = operand(value); !done) return done;
    node(index).type = node(value).type;
    node(index).falls = may_be_negative(value);
    const Type type = node(value).type.type;
    if (type == Type::integer || type == Type::decimal || type == Type::money) return {};
    return wrong(value, "yang dapat dijumlahkan: bilangan dan uang",
                 "only numbers and money can be summed");
  }

  /// Whether an operand could be negative for a record nobody has read.
  bool may_be_negative(std::uint32_t index) {
    const Node& n = node(index);
    switch (n.kind) {
      case Kind::literal:
        return n.value < 0;
      case Kind::count:
        return false;
      case Kind::sum:
        return n.falls;
      case Kind::path: {
        const auto& field = vocabulary_.entity(n.owners.back()).fields[n.steps.back()];
        return field.type != Type::money && field.min.value_or(-1) < 0;
      }
      case Kind::plus:
      case Kind::times:
      case Kind::let:
        return std::any_of(n.parts.begin(), n.parts.end(),
                           [this](std::uint32_t part) { return may_be_negative(part); });
      default:
        return true;
    }
  }

  Done open_loop(std::uint32_t index) {
    const std::string variable = node(index).names[0];
    const std::string owner = node(index).names[1];
    const std::string many = node(index).names[2];
    if (find_variable(variable) || find_let(variable)) {
      return wrong(index, fmt::format("nama \"{}\" sudah dipakai", variable),
                   fmt::format("the name \"{}\" is taken", variable));
    }
    const auto entity = vocabulary_.find_collection(many);
    if (!entity) {
      return unknown(index, "kumpulan", "collection", many, collections());
    }
    const auto& declared = vocabulary_.entity(*entity);
    if (const auto done = owner_of(index, owner, declared); !done) return done;
    if (open_loops_ >= kLoopDepth) {
      return wrong(index, "pengulangan bersarang lebih dari tiga",
                   "loops are nested more than three deep");
    }
    Node& n = node(index);
    n.entity = *entity;
    n.variable = static_cast<std::uint16_t>(base_ + open_loops_++);
    visible_.push_back({variable, *entity, n.variable});
    if (!n.this_version) return {};
    const auto field = declared.find(n.version_field);
    if (!field || declared.fields[*field].type != Type::date) {
      return unknown(index, "field tanggal", "date field", n.version_field,
                     names_of(declared.fields));
    }
    n.version_field_id = *field;
    return {};
  }

  std::vector<std::string_view> collections() const {
    std::vector<std::string_view> names;
    for (const auto& entity : vocabulary_.entities()) names.emplace_back(entity.many);
    return names;
  }

  Done owner_of(std::uint32_t index, const std::string& owner, const facts::Entity& declared) {
    if (owner == "filing") {
      node(index).owner_is_filing = true;
      if (declared.in_worker) {
        return wrong(index, fmt::format("{} milik seorang pekerja, bukan filing", declared.many),
                     fmt::format("{} belong to a worker, not to the filing", declared.many));
      }
      if (declared.name == "worker" && !scope_.whole_filing) {
        return wrong(index, "aturan atas pekerja tidak boleh membaca pekerja lain",
                     "a rule on a worker may not read other workers");
      }
      return {};
    }
    const auto* variable = find_variable(owner);
    if (!variable) return unknown(index, "nama", "name", owner, names_of(visible_));
    if (variable->entity != vocabulary_.worker() || !declared.in_worker) {
      return wrong(index, fmt::format("{} bukan kumpulan dari {}", declared.many, owner),
                   fmt::format("{} is not a collection of {}", declared.many, owner));
    }
    node(index).owner = variable->slot;
    return {};
  }

  Done look_up(std::uint32_t index) {
    const std::string name = node(index).names[0];
    const auto found = scope_.limits->find(name);
    if (!found) {
      return unknown(index, "tabel batas", "limit", name, names_of(scope_.limits->all()));
    }
    const auto& limit = scope_.limits->at(*found);
    node(index).limit_index = *found;
    if (limit.listed != (node(index).kind == Kind::listed)) {
      return wrong(index,
                   limit.listed ? "tabel ini ditanya dengan \"listed\""
                                : "tabel ini ditanya dengan \"limit\"",
                   limit.listed ? "this table is asked with \"listed\""
                                : "this table is asked with \"limit\"");
    }
    const auto parts = node(index).parts;
    const std::size_t keys = parts.size() - (node(index).has_day ? 1U : 0U);
    if (keys != limit.keys.size()) {
      return wrong(
          index,
          fmt::format("tabel ini memerlukan {} kunci, ditemukan {}", limit.keys.size(), keys),
          fmt::format("this table needs {} keys, found {}", limit.keys.size(), keys));
    }
    for (std::size_t i = 0; i < keys; ++i) {
      if (const auto done = key(parts[i], limit.keys[i]); !done) return done;
    }
    if (!limit.listed) node(index).type = {limit.type, 0};
    if (node(index).has_day) return date_operand(parts.back());
    if (scope_.has_event) return {};
    return wrong(index, "tanpa peristiwa, tabel perlu \"on\" dan sebuah tanggal",
                 "without an event a look-up needs \"on\" and a date");
  }

  Done key(std::uint32_t part, const law::LimitKey& key) {
    const ValueType type{key.type, key.target};
    if (key.type == Type::code && is_free_word(part)) return as_code(part, type);
    if (const auto done = operand(part); !done) return done;
    if (node(part).type == type) return {};
    return wrong(part, fmt::format("kunci \"{}\" bertipe {}", key.name, type_words(type)),
                 fmt::format("the key \"{}\" is of type {}", key.name, type_words(type)));
  }

  Done date_operand(std::uint32_t part) {
    if (const auto done = operand(part); !done) return done;
    if (node(part).type.type == Type::date) return {};
    return wrong(part, "diharapkan sebuah tanggal", "expected a date");
  }

  Done sum_or_difference(std::uint32_t index) {
    const auto left = node(index).parts[0];
    const auto right = node(index).parts[1];
    if (const auto done = pair(left, right); !done) return done;
    const ValueType type = node(left).type;
    node(index).type = type;
    if (type.type == Type::date && node(right).type.type == Type::period) return {};
    if (!is_number(type.type)) {
      return wrong(index, fmt::format("{} tidak dapat dijumlahkan", type_words(type)),
                   fmt::format("{} cannot be added", type_words(type)));
    }
    return same_type(left, right);
  }

  Done product(std::uint32_t index) {
    const auto left = node(index).parts[0];
    const auto right = node(index).parts[1];
    if (const auto done = pair(left, right); !done) return done;
    const Type a = node(left).type.type;
    const Type b = node(right).type.type;
    const auto scalable = [](Type t) {
      return t == Type::integer || t == Type::decimal || t == Type::money;
    };
    if ((a != Type::integer && b != Type::integer) || !scalable(a) || !scalable(b)) {
      return wrong(index, "\"times\" memerlukan sebuah bilangan bulat",
                   "\"times\" needs an integer on one side");
    }
    node(index).type = a == Type::integer ? node(right).type : node(left).type;
    return {};
  }

  Done span(std::uint32_t index) {
    const auto parts = node(index).parts;
    node(index).type = {Type::integer, 0};
    for (const auto part : parts) {
      if (const auto done = date_operand(part); !done) return done;
    }
    return {};
  }

  Expression& expression_;
  const Scope& scope_;
  const facts::Vocabulary& vocabulary_;
  std::span<const Let> lets_;     // those that may be used
  std::vector<Visible> visible_;  // the scope's variables and the loops around
  std::uint16_t base_ = 0;
  std::uint16_t open_loops_ = 0;  // with those around a let
};

}  // namespace

std::expected<void, Problem> check_condition(Expression& expression, const Scope& scope) {
  if (const auto done = Checker(expression, scope).condition(expression.root); !done) return done;
  return check_guards(expression, scope);
}

std::expected<ValueType, Problem> check_operand(Expression& expression, const Scope& scope) {
  if (const auto done = Checker(expression, scope).operand(expression.root); !done) {
    return std::unexpected(done.error());
  }
  if (const auto done = check_guards(expression, scope); !done)
    return std::unexpected(done.error());
  return expression.at(expression.root).type;
}

}  // namespace periksa::language
