// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "auditor/forms/sheet_guess.h"
#include "auditor/forms/written.h"

namespace periksa::forms {

/// What the cells of a column would read as, were it the field it seems to be.
struct ColumnLook {
  std::size_t filled = 0;
  std::size_t unread = 0;         ///< read as nothing known
  std::size_t two_days = 0;       ///< of those, dates that the order of day and month decides
  std::size_t no_currency = 0;    ///< of those, amounts that lack nothing but a currency
  bool order_proven = false;      ///< another date of the column tells day from month
  std::set<std::string> unknown;  ///< words of a code column that no code is known by; the first 20
};

ColumnLook look_at(const KeptSheet& kept, const RowStore& store, std::size_t first,
                   std::uint32_t column, const facts::Field& field, const WrittenReader& values);

}  // namespace periksa::forms
