// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/base/few.h"

namespace periksa::law {

struct LimitRow;

/// The rows a look-up found, in the table's order; they belong to their Limit.
using RowList = Few<const LimitRow*, 4>;

}  // namespace periksa::law
