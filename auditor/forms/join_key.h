// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "auditor/facts/vocabulary.h"

namespace periksa::forms {

/// A number as it is compared when records are joined: without what people put between its digits
/// (`AB 123-4` is `ab1234`). Empty where it says nothing: what cannot be a NIK or a passport number
/// or stands in for one (base/identity_number.h), and any other text without a digit above 0, as
/// `tidak ada` on two receipts makes them no one payment.
std::string join_key(const facts::Entity& entity, const facts::Field& field, std::string_view text);

}  // namespace periksa::forms
