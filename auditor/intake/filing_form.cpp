// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/filing_form.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

namespace periksa::intake {
namespace {

/// The root of our own filings stands within the first lines; licence and remarks come before it.
constexpr std::size_t kHead = std::size_t{64} << 10;

bool ends_in(const std::filesystem::path& path, std::string_view ending) {
  std::string own = path.extension().string();
  std::ranges::transform(own, own.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return own == ending;
}

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

}  // namespace

std::optional<FilingForm> filing_form(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  if (!ends_in(path, ".xml")) return std::nullopt;
  auto text = head(path);
  if (text) std::erase(*text, '\0');  // a filing in UTF-16 is refused as such
  if (text && root_name(*text) != "filing") return std::nullopt;
  return FilingForm::xml;
}

bool is_filing(const std::filesystem::path& path) {
  return filing_form(path).has_value();
}

}  // namespace periksa::intake
