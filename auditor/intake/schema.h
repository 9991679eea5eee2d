// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/facts/vocabulary.h"

namespace periksa::intake {

/// The XML Schema (1.0) of filings in this vocabulary, for editors and for whoever exports filings.
/// It knows names, levels, codes and required attributes, and shows the written form of each type;
/// as an unreadable value is legal in a filing, it refuses no value but an unknown code written as
/// an attribute. Order of attributes, counts and references are the reader's to check.
std::string filing_schema(const facts::Vocabulary& vocabulary);

}  // namespace periksa::intake
