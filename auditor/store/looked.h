// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "auditor/store/store.h"

/// What the views of a store (views.h) have in common.
namespace periksa::store {

/// Of a standing `t`.
inline constexpr std::string_view kUnresolved =
    "t.state IN ('open', 'answered', 'corrected', 'reopened')";

inline std::uint64_t unsigned_at(const Row& row, std::size_t column) {
  return static_cast<std::uint64_t>(row.number(column));
}

/// What a look gives, or what is wrong with the store.
template <class T>
Result<T> looked(const Store& store, const std::function<void(Connection&, T&)>& look) {
  T found{};
  const auto done = store.run([&] {
    Connection& connection = store.connection();
    connection.snapshot([&] { look(connection, found); });
  });
  if (!done) return std::unexpected(done.error());
  return found;
}

}  // namespace periksa::store
