// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/law/limits.h"
#include "auditor/law/register.h"

namespace periksa::law {

/// What loads but is probably a slip of the pen; warnings, in the order of the register:
/// a version that begins after the day its instrument was checked · an amending provision, or a
/// sanction, that is not in force in any part of the version that names it · a sanction no
/// provision names.
Diagnostics lint(const Register& law);

/// Rows in force on a day on which the provision they cite surely is not, or after they were
/// checked.
Diagnostics lint(const Limits& limits, const Register& law);

}  // namespace periksa::law
