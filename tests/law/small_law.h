// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

#include "auditor/law/limits.h"

namespace periksa::law::test {

/// Three jobs, three countries, two currencies.
facts::Vocabulary small_vocabulary();

/// One instrument "uu-1" with the provisions 1 and 2 and one sanction.
Register small_law();

/// <limits> around a text.
Result<Limits> limits_of(const std::string& inner);

/// All diagnostics in one language, one a line.
std::string told(const Diagnostics& problems, Language language = Language::en);

/// The value, or a failed test that tells all diagnostics.
template <class T>
T must(Result<T> result) {
  if (!result) BOOST_FAIL(told(result.error()));
  return std::move(*result);
}

Date day(std::string_view iso);

}  // namespace periksa::law::test
