// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "auditor/packs/pack.h"
#include "auditor/packs/verify.h"
#include "tests/ruleset/mini/temp_folder.h"

namespace periksa::test {

/// What Argon2id costs least: the tests derive a key for every byte they change.
inline constexpr packs::KdfCost kCheap{1, 8192};

packs::SecretBytes secret(const std::string& text);

/// The results of a fixture, audited once for the whole program: a file below `fixtures/`, and the
/// folder of papers where it has one.
const results::Results& audited_fixture(const std::string& file, const std::string& papers = {});

/// Everybody's results that packs are made of in these tests, by name.
const std::map<std::string, const results::Results*>& all_results();

/// A folder to make packs in.
class PackDesk {
 public:
  /// Makes a pack of the results; throws with what was told when it is refused.
  packs::Made make(packs::Order order) const;
  /// An order of the sample document, sealed with "rahasia".
  packs::Order order() const;
  packs::Order order(const results::Results& results) const;
  const packs::SecretBytes& passphrase() const { return passphrase_; }
  const std::filesystem::path& path() const { return folder_.path(); }
  const TempFolder& folder() const { return folder_; }

 private:
  TempFolder folder_;
  packs::SecretBytes passphrase_ = secret("rahasia");
};

/// All files below a folder by their names in it.
std::map<std::string, std::string> files_of(const std::filesystem::path& folder);
void overwrite(const std::filesystem::path& file, const std::string& text);

/// All that a verification says in English, a line each.
std::string said(const packs::Verification& seen);
bool says(const packs::Verification& seen, std::string_view phrase);

}  // namespace periksa::test
