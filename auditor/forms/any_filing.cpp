// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/any_filing.h"

#include <array>
#include <fstream>

#include "auditor/forms/case_filing.h"
#include "auditor/forms/case_sheet.h"
#include "auditor/forms/json_filing.h"
#include "auditor/forms/written_parts.h"

namespace periksa::forms {
namespace {

enum class Form : std::uint8_t { xml, sheets, json, case_sheet };

constexpr std::string_view kBom = "\xEF\xBB\xBF";

/// Whether an object of JSON begins behind blanks, of which a file has few.
bool opens_object(std::string_view begin) {
  if (begin.starts_with(kBom)) begin.remove_prefix(kBom.size());
  const auto first = begin.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && begin[first] == '{';
}

/// By the first byte that is no blank, so that a wrong ending does no harm. A CSV file has nothing
/// else to know it by than its name, nor has JSON that begins wrongly.
Form form_of(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return Form::sheets;
  if (ends_in(path.native(), ".json")) return Form::json;
  std::array<char, 4096> head{};
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), head.size());
  const std::string_view begin(head.data(), static_cast<std::size_t>(file.gcount()));
  const bool zip = begin.starts_with("PK");
  const bool ole = begin.starts_with("\xD0\xCF\x11\xE0");
  if (zip || ole || ends_in(path.native(), ".csv")) return Form::sheets;
  if (opens_object(begin)) return Form::json;
  return is_case_sheet(path) ? Form::case_sheet : Form::xml;
}

}  // namespace

bool is_case(const std::filesystem::path& path) {
  return form_of(path) == Form::case_sheet;
}

Result<intake::Filing> read_any_filing(const std::filesystem::path& path,
                                       const facts::Vocabulary& vocabulary,
                                       const intake::ReadOptions& options,
                                       const SheetOptions& sheets,
                                       const intake::OnShared& on_shared,
                                       const intake::OnWorker& on_worker) {
  const Form form = form_of(path);
  if (sheets.mapping != nullptr && form != Form::sheets)
    return fail({path.string()}, {"peta hanya berlaku untuk buku kerja dan CSV; hapus --map, atau "
                                  "map= bagian ini dalam lembar perkara",
                                  "a mapping is for workbooks and CSV only; leave out --map or, in "
                                  "a case sheet, map= of this part"});
  switch (form) {
    case Form::sheets:
      return read_sheets(path, vocabulary, options, sheets, on_shared, on_worker);
    case Form::case_sheet:
      return read_case(path, vocabulary, options, sheets.caps, on_shared, on_worker);
    case Form::json:
      return read_json_filing(path, vocabulary, options, on_shared, on_worker);
    case Form::xml:
      break;
  }
  return intake::read_filing(path, vocabulary, options, on_shared, on_worker);
}

}  // namespace periksa::forms
