// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace periksa::test {

/// The clean agency's filing with its worker repeated under new ids and flaws of every kind,
/// always the same for the same number.
std::string many_workers(int count);

}  // namespace periksa::test
