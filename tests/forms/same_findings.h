// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace periksa::test {

/// The results of auditing a filing by the shipped rules, without what differs between forms of the
/// same filing: places, raw texts, names of files and their hashes. Throws when it is refused.
std::string findings_of(const std::filesystem::path& filing, unsigned threads = 2);

/// Where two such documents differ first, as a JSON pointer with both values; empty when nowhere.
std::string difference(const std::string& one, const std::string& other);

/// Writes a filing as JSON, or as a folder of CSV files.
void write_json(const std::filesystem::path& from, const std::filesystem::path& to);
void write_csv(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace periksa::test
