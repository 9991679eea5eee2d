// SPDX-License-Identifier: Apache-2.0
#include "tests/forms/form_reading.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

#include "auditor/intake/facts_text.h"
#include "tests/ruleset/mini/temp_folder.h"

namespace periksa::test {
namespace {

/// Without the folder's name, which is another one each time.
std::string lines(const Diagnostics& all, const std::filesystem::path& folder) {
  std::string text;
  for (const auto& one : all) {
    std::string line = to_string(one.at) + ": " + one.text.en + '\n';
    const std::string before = folder.string() + '/';
    if (line.starts_with(before)) line.erase(0, before.size());
    text += line;
  }
  return text;
}

}  // namespace

const facts::Vocabulary& the_vocabulary() {
  static const auto loaded = facts::Vocabulary::load(PERIKSA_SOURCE_DIR "/rules");
  return loaded.value();
}

FormReading read_form(const std::filesystem::path& path, const forms::Mapping* mapping) {
  FormReading reading;
  std::ostringstream out;
  intake::FactsText text(out, the_vocabulary(), {Language::en, true});
  intake::ReadOptions options;
  options.threads = 1;
  forms::SheetOptions sheets;
  sheets.mapping = mapping;
  const auto filing = forms::read_any_filing(
      path, the_vocabulary(), options, sheets,
      [&](const intake::Filing& shared) { text.shared(shared); },
      [&](unsigned, std::uint32_t, facts::Facts& worker) { text.worker(worker); });
  if (!filing) {
    reading.errors = lines(filing.error(), path.parent_path());
    return reading;
  }
  text.summary(*filing);
  reading.warnings = lines(filing->warnings, path.parent_path());
  reading.text = out.str();
  return reading;
}

FormReading read_files(const std::map<std::string, std::string>& files, const std::string& what,
                       const std::string& mapping) {
  const TempFolder folder;
  for (const auto& [name, text] : files) folder.write("f/" + name, text);
  const auto path = what.empty() ? folder.path() / "f" : folder.path() / "f" / what;
  if (mapping.empty()) return read_form(path);
  const auto map = forms::parse_mapping(mapping, "map.xml", the_vocabulary());
  if (!map) return {lines(map.error(), {}), {}, {}};
  return read_form(path, &*map);
}

std::pair<const std::string, std::string> filing_csv() {
  return {"filing.csv", "item,value\nclosing date,2025-06-30\nfiler,agency\nfictitious,yes\n"};
}

}  // namespace periksa::test
