// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/map_option.h"

namespace periksa::cli {

void MapOption::add(CommandLine verb, const Context& context) {
  verb.add_option(
      "--map", file_,
      context.say("Peta judul kolom buku kerja atau CSV buatan sendiri (lihat `periksa map`)",
                  "Mapping of the headings of one's own workbook or CSV (see `periksa map`)"));
}

bool MapOption::load(const Context& context, const facts::Vocabulary& vocabulary) {
  if (file_.empty()) return true;
  auto mapping = forms::read_mapping(file_, vocabulary);
  if (mapping) {
    mapping_ = std::move(*mapping);
    return true;
  }
  context.print(mapping.error());
  return false;
}

forms::SheetOptions MapOption::sheets() const {
  forms::SheetOptions options;
  if (mapping_) options.mapping = &*mapping_;
  return options;
}

}  // namespace periksa::cli
