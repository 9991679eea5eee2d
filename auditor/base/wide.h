// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace periksa {

/// An integer in which products of two 64-bit ones are exact.
__extension__ typedef __int128 Wide;  // NOLINT: only a typedef takes __extension__

}  // namespace periksa
