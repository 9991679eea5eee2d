// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace periksa::results {

/// A number by which a person, an account or a paper is known again in another filing. Only what is
/// known and can be such a number; in plain writing (capitals and digits), so that equal numbers
/// are equal texts. Beside the results, as it is private of everybody in a filing.
struct KnownNumber {
  enum class Kind : std::uint8_t { nik, passport, account, certificate, recruiter };
  Kind kind = Kind::nik;
  std::uint32_t worker = 0;  ///< place in the filing from 0; of what is the agency's own, kAgency
  std::string text;

  static constexpr std::uint32_t kAgency = UINT32_MAX;
};

/// "nik" · "passport" · "account" · "certificate" · "recruiter".
constexpr std::string_view to_string(KnownNumber::Kind kind) {
  constexpr std::string_view kWords[] = {"nik", "passport", "account", "certificate", "recruiter"};
  return kWords[static_cast<std::size_t>(kind)];
}

}  // namespace periksa::results
