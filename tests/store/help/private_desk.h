// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/results/known_number.h"
#include "tests/ruleset/mini/temp_folder.h"
#include "tests/store/help/cases.h"

namespace periksa::test {

using Kind = results::KnownNumber::Kind;

inline const std::string kNik = "0001234405900001";
inline const std::string kPassport = "X0001234";

struct PrivateDesk {
  TempFolder folder;
  std::filesystem::path path = folder.path() / "case.db";
  store::Store store = new_store(path);

  /// Everything that lies in the folder but the key.
  std::string bytes() const {
    std::string all;
    for (const auto& name : folder.listing()) {
      if (!name.ends_with(".key")) all += slurp(folder.path() / name);
    }
    return all;
  }
  bool holds(const std::string& text) const { return bytes().find(text) != std::string::npos; }
};

inline Audit audit_of_two() {
  return {.seen = {Seen{}, {.rule = "duty/2", .worker = "W002"}}, .workers = {kNik, "budi"}};
}

}  // namespace periksa::test
