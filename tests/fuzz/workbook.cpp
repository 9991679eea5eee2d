// SPDX-License-Identifier: Apache-2.0
// Whatever the parts of a workbook hold: they are read or refused in both languages; the pieces
// they come in do not matter, and neither does the scanner of rows, whose oracle is the XML parser.
// The first byte chooses the part. Seeds: tests/fuzz/workbook.
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "auditor/sheets/ods_content.h"
#include "tests/sheets/feed_part.h"
#include "tests/sheets/two_ways.h"

using namespace periksa;

namespace {

/// Small, so that they are met; and so that repetitions of an ODS take no time.
const sheets::Caps kCaps{.sheets = 4,
                         .rows = 5000,
                         .columns = 300,
                         .cells = 20'000,
                         .merged = 8,
                         .cell = 512,
                         .row = 4096,
                         .strings = 50,
                         .string_bytes = 2048,
                         .formats = 50,
                         .depth = 16,
                         .token = 4096};

void require(bool fine, const std::string& what) {
  if (fine) return;
  std::fputs((what + '\n').c_str(), stderr);
  std::abort();
}

void same(const std::string& a, const std::string& b) {
  require(a == b, "these differ:\n" + a + "\n" + b);
}

/// The outcome of reading with a fresh reader, told by `tell` when it was accepted.
std::string outcome(std::string_view xml, std::size_t piece, sheets::PartReader& reader,
                    const std::function<std::string()>& tell) {
  sheets::XmlPart part("p", kCaps, reader);
  if (test::feed_part(xml, part, piece)) return tell();
  const auto& text = part.problem().text;
  require(!text.id.empty() && !text.en.empty(), "told in one language only");
  return "refused";
}

std::string strings(std::string_view xml, std::size_t piece) {
  sheets::SharedStrings all;
  sheets::StringsReader reader(all, kCaps);
  return outcome(xml, piece, reader, [&] {
    std::string text;
    for (std::size_t i = 0; i < all.size(); ++i) text += std::string(all[i]) + '\n';
    return text;
  });
}

std::string styles(std::string_view xml, std::size_t piece) {
  sheets::Styles all;
  sheets::StylesReader reader(all, kCaps);
  return outcome(xml, piece, reader, [&] {
    std::string text;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto& format = *all.format(i);
      text += std::to_string(static_cast<int>(format.shows)) + format.unit + '\n';
    }
    return text;
  });
}

std::string ods(std::string_view xml, std::size_t piece) {
  test::Seen seen;
  sheets::OdsContentReader reader("f", kCaps, seen);
  return outcome(xml, piece, reader, [&] { return seen.text(); });
}

std::string sheet(std::string_view xml, std::size_t piece, bool scanning) {
  static const auto ground = test::small_ground();
  return test::sheet_seen(xml, ground, scanning, piece, kCaps);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string whole(data + 1, data + size);
  constexpr std::size_t kWide = std::size_t{1} << 16;
  switch (data[0]) {
    case 't':
      same(strings(whole, 5), strings(whole, kWide));
      break;
    case 'f':
      same(styles(whole, 5), styles(whole, kWide));
      break;
    case 'o':
      same(ods(whole, 5), ods(whole, kWide));
      break;
    default:
      same(sheet(whole, 5, true), sheet(whole, kWide, false));
      same(sheet(whole, kWide, true), sheet(whole, kWide, false));
  }
  return 0;
}
