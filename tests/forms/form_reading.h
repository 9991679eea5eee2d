// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "auditor/forms/any_filing.h"

namespace periksa::test {

/// What came of reading a folder or file: all that was read, as FactsText prints it, or the errors.
struct FormReading {
  std::string errors;    ///< "place: message" in English, one a line
  std::string warnings;  ///< the same
  std::string text;
  bool ok() const { return errors.empty(); }
  bool says(std::string_view what) const { return text.find(what) != std::string::npos; }
};

/// With the shipped vocabulary.
FormReading read_form(const std::filesystem::path& path, const forms::Mapping* mapping = nullptr);

/// The files, by name, in a folder of their own; reads `what` there, or the whole folder.
FormReading read_files(const std::map<std::string, std::string>& files,
                       const std::string& what = {}, const std::string& mapping = {});

/// What every filing needs: `filing.csv` with a closing day.
std::pair<const std::string, std::string> filing_csv();

const facts::Vocabulary& the_vocabulary();

}  // namespace periksa::test
