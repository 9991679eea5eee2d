// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/filing_form.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

#include "auditor/forms/table_names.h"
#include "auditor/forms/written_parts.h"
#include "auditor/sheets/report_mark.h"

namespace periksa::forms {
namespace {

/// The root of our own filings stands within the first lines; licence and remarks come before it.
constexpr std::size_t kHead = std::size_t{64} << 10;

/// The first bytes of a file, or nothing if it cannot be read.
std::optional<std::string> head(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  std::string text(kHead, '\0');
  std::size_t size = 0;
  ssize_t n = 0;
  do {
    n = ::read(descriptor, text.data() + size, text.size() - size);
    if (n > 0) size += static_cast<std::size_t>(n);
  } while ((n > 0 && size < text.size()) || (n < 0 && errno == EINTR));
  ::close(descriptor);
  if (n < 0) return std::nullopt;
  text.resize(size);
  return text;
}

/// Moves behind `end`, or to the end of the text where it is missing.
void skip_behind(std::string_view& text, std::string_view end) {
  const auto at = text.find(end);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
}

/// The name of the root as a lenient reader finds it: also behind what we refuse (a DOCTYPE, a
/// processing instruction), so that such a filing is refused with its reason.
std::string_view root_name(std::string_view text) {
  for (;;) {
    skip_behind(text, "<");
    if (text.starts_with("!--")) {
      skip_behind(text, "-->");
    } else if (text.starts_with("!DOCTYPE")) {
      const auto subset = text.substr(0, text.find('>')).find('[');
      if (subset != std::string_view::npos) skip_behind(text, "]");
      skip_behind(text, ">");
    } else if (text.starts_with("?")) {
      skip_behind(text, "?>");
    } else {
      return text.substr(0, text.find_first_of(" \t\r\n/>"));
    }
  }
}

/// Told by the sheet in which a filing says what it is.
bool holds_filing_sheet(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::directory_iterator at(folder, error);
  for (; !error && at != std::filesystem::directory_iterator(); at.increment(error)) {
    if (ends_in(at->path().native(), ".csv") && names_filing(at->path().stem().string()))
      return true;
  }
  return false;
}

bool begins_json(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto first = text.find_first_not_of(" \t\r\n");
  // Our own documents are no filings.
  constexpr std::array<std::string_view, 5> kOurs{"\"periksa-results/", "\"periksa-summary/",
                                                  "\"periksa-diff/", "\"periksa-pack/",
                                                  "\"periksa-documents/"};
  const bool ours =
      std::ranges::any_of(kOurs, [&](std::string_view format) { return text.contains(format); });
  return first != std::string_view::npos && text[first] == '{' && !ours;
}

}  // namespace

std::string xml_root(const std::filesystem::path& path) {
  auto text = head(path);
  if (!text) return {};
  std::erase(*text, '\0');  // a filing in UTF-16 is refused as such
  return std::string(root_name(*text));
}

std::optional<FilingForm> filing_form(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error))
    return holds_filing_sheet(path) ? std::optional(FilingForm::csv_folder) : std::nullopt;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  // What office programs put beside a file that is open.
  const std::string name = path.filename().string();
  if (name.starts_with("~$") || name.starts_with(".~")) return std::nullopt;
  const auto text = head(path);
  if (ends_in(path.native(), ".xml")) {
    const std::string root = text ? xml_root(path) : "filing";
    if (root == "case") return FilingForm::case_sheet;
    return root == "filing" ? std::optional(FilingForm::xml) : std::nullopt;
  }
  const bool book = ends_in(path.native(), ".xlsx") || ends_in(path.native(), ".xlsm") ||
                    ends_in(path.native(), ".ods");
  if (book) return sheets::is_report(path) ? std::nullopt : std::optional(FilingForm::workbook);
  if (ends_in(path.native(), ".json") && (!text || begins_json(*text))) return FilingForm::json;
  return std::nullopt;
}

bool is_filing(const std::filesystem::path& path) {
  return filing_form(path).has_value();
}

}  // namespace periksa::forms
