// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The narrow place through which the store speaks to its database: plain SQL, values in and out.
/// Whatever stands behind it (sqlite.h) keeps its driver to itself. All functions throw Fault.
namespace periksa::store {

struct Bytes {
  std::string bytes;
  bool operator==(const Bytes&) const = default;
};

/// NULL, a number, a text, or bytes. Amounts are minor units, days are ISO texts, digests bytes.
using Value = std::variant<std::monostate, std::int64_t, std::string, Bytes>;

/// The empty text as NULL.
inline Value text_or_null(std::string text) {
  return text.empty() ? Value() : Value(std::move(text));
}

class Row {
 public:
  virtual ~Row() = default;
  virtual std::size_t size() const = 0;
  virtual Value value(std::size_t column) const = 0;
  /// Zero or empty for NULL.
  virtual std::int64_t number(std::size_t column) const = 0;
  virtual std::string text(std::size_t column) const = 0;
  virtual std::string bytes(std::size_t column) const = 0;
  virtual bool null(std::size_t column) const = 0;
};

class Connection {
 public:
  using Values = std::vector<Value>;
  using OnRow = std::function<void(const Row&)>;

  virtual ~Connection() = default;
  /// One statement; parameters are ?1, ?2 …. Statements are prepared once and kept.
  virtual void execute(std::string_view sql, const Values& values = {}) = 0;
  /// Several statements without parameters.
  virtual void script(const std::string& sql) = 0;
  virtual void query(std::string_view sql, const Values& values, const OnRow& row) = 0;
  /// The id that the last insertion was given.
  virtual std::int64_t last_id() = 0;

  /// All that `work` does, or nothing of it: takes the lock for writing before anything is read,
  /// waits for it, and returns after the disk has it. Not to be nested.
  virtual void transaction(const std::function<void()>& work) = 0;
  /// All that `work` reads is of one moment.
  virtual void snapshot(const std::function<void()>& work) = 0;
  /// What is deleted from now on is overwritten, not only let go of.
  virtual void overwrite_deleted() = 0;
  /// … and in no place of the file. False where others who use it, or a full disk, stood in the
  /// way: then it is to be done again. Not within a transaction.
  virtual bool scrub() = 0;

  /// The first number of the first row; `none` without a row or for NULL.
  std::int64_t number(std::string_view sql, const Values& values = {}, std::int64_t none = 0) {
    std::int64_t found = none;
    bool first = true;
    query(sql, values, [&](const Row& row) {
      if (first && !row.null(0)) found = row.number(0);
      first = false;
    });
    return found;
  }
  std::string text(std::string_view sql, const Values& values = {}) {
    std::string found;
    query(sql, values, [&](const Row& row) { found = row.text(0); });
    return found;
  }
};

}  // namespace periksa::store
