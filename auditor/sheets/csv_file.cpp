// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/csv_file.h"

#include <algorithm>
#include <utility>

#include "auditor/base/csv.h"
#include "auditor/sheets/delimiter.h"
#include "auditor/sheets/letters.h"
#include "auditor/sheets/messages.h"
#include "auditor/sheets/utf8.h"

namespace periksa::sheets {
namespace {

constexpr std::size_t kStart = std::size_t{1} << 16;  // bytes that tell the delimiter
constexpr std::string_view kMark = "\xEF\xBB\xBF";

bool utf16(std::string_view start) {
  return start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
}

/// A line of blanks is no record yet; tabs are blanks but where they separate the values.
bool begins_record(std::string_view bytes, char delimiter) {
  const std::string_view blanks = delimiter == '\t' ? " \r\n" : " \t\r\n";
  return bytes.find_first_not_of(blanks) != std::string_view::npos;
}

/// A control character that no text has.
bool binary(char c) {
  return (c >= '\0' && c < '\t') || (c > '\r' && c < ' ');
}

}  // namespace

CsvSheetReader::CsvSheetReader(const Caps& caps, SheetRows& rows) : caps_(caps), rows_(rows) {}

std::unexpected<Diagnostics> CsvSheetReader::refuse(Bilingual text) const {
  return fail({{}, began_, 1, {}}, std::move(text));
}

std::unexpected<Diagnostics> CsvSheetReader::refuse(Bilingual text, std::size_t column) const {
  return fail({{}, line_, static_cast<std::uint32_t>(column), {}}, std::move(text));
}

Result<void> CsvSheetReader::feed(std::string_view piece, bool last) {
  unread_ += piece;
  if (!stream_ && !last && unread_.size() < kMark.size()) return {};
  const auto bad = check(last);
  if (!stream_) {
    if (!bad && !last && unread_.size() < kStart) return {};
    begin();
  }
  // What stands before bytes that are no text is read first, whatever pieces it comes in.
  if (auto fine = lines(last && !bad); !fine) return fine;
  if (bad) return std::unexpected(Diagnostics{*bad});
  if (!last) return {};
  if (!stream_->finish()) return refuse(csv_open_quote());
  if (problem_) return refuse(std::move(*problem_));
  return {};
}

/// All lines of the checked bytes, and what there is of the last one.
Result<void> CsvSheetReader::lines(bool last) {
  std::string_view rest = std::string_view(unread_).substr(0, checked_);
  while (!rest.empty()) {
    auto end = rest.find_first_of("\r\n");
    if (end == std::string_view::npos) {
      end = rest.size();
    } else if (rest[end] == '\n') {
      ++end;
    } else if (end + 1 < rest.size()) {
      end += rest[end + 1] == '\n' ? 2U : 1U;
    } else if (last) {
      ++end;
    } else if (end == 0) {
      break;  // the LF of this CR may still come
    }
    if (auto fine = line(rest.substr(0, end)); !fine) return fine;
    rest.remove_prefix(end);
  }
  unread_.erase(0, checked_ - rest.size());
  checked_ = rest.size();
  return {};
}

/// All but an unfinished character at the end must be UTF-8 without control characters; else what
/// is to be told.
std::optional<Diagnostic> CsvSheetReader::check(bool last) {
  const auto fresh = std::string_view(unread_).substr(checked_);
  const auto control =
      static_cast<std::size_t>(std::ranges::find_if(fresh, binary) - fresh.begin());
  const auto good = utf8_prefix(fresh.substr(0, control));
  const auto tail = fresh.substr(good);
  const bool fine = control == fresh.size() &&
                    (tail.empty() || (!last && tail.size() < 4 && utf8_may_go_on(tail)));
  std::optional<Diagnostic> bad;
  if (!fine) {
    // The unread bytes begin inside a line of which column_ bytes were read.
    auto at = place(checked_ + good);
    bad = {Diagnostic::Kind::error, std::move(at),
           good == control ? say::binary_byte() : say::not_utf8()};
    if (!stream_ && utf16(unread_)) bad = {Diagnostic::Kind::error, {{}, 1, 1, {}}, say::utf16()};
  }
  checked_ += good;
  return bad;
}

/// Line and column of unread bytes, with lines as `lines` counts them.
Position CsvSheetReader::place(std::size_t offset) const {
  Position at{{}, line_, static_cast<std::uint32_t>(column_ + 1), {}};
  for (std::size_t i = 0; i < offset; ++i) {
    const char c = unread_[i];
    const bool ends = c == '\n' || (c == '\r' && (i + 1 == offset || unread_[i + 1] != '\n'));
    at.line += ends ? 1 : 0;
    at.column = ends ? 1 : at.column + 1;
  }
  return at;
}

void CsvSheetReader::begin() {
  if (unread_.starts_with(kMark)) {
    unread_.erase(0, kMark.size());
    checked_ -= kMark.size();
  }
  const auto delimiter =
      find_delimiter(std::string_view(unread_).substr(0, std::min(checked_, kStart)));
  if (delimiter.character != '\0') delimiter_ = delimiter.character;
  stream_ = std::make_unique<CsvStream>(
      delimiter_, [this](std::span<const std::string> cells) { record(cells); });
  unread_.erase(0, delimiter.behind);
  checked_ -= delimiter.behind;
  if (delimiter.behind > 0) ++line_;
}

/// A line with its end, or a piece of one.
Result<void> CsvSheetReader::line(std::string_view bytes) {
  const bool ends = bytes.back() == '\n' || bytes.back() == '\r';
  if (!open_ && column_ == 0) {
    began_ = line_;
    ++record_;
    open_bytes_ = 0;
  }
  // What exceeds the cap is not fed, so that an open quote does not fill the memory.
  const auto admitted = std::min(bytes.size(), caps_.row - open_bytes_);
  open_bytes_ += admitted;
  open_ = open_ || begins_record(bytes.substr(0, admitted), delimiter_);
  if (open_) {
    const auto read = stream_->feed(bytes.substr(0, admitted));
    if (read < admitted) return refuse(csv_stray_quote(), column_ + read + 1);
  }
  if (problem_) return refuse(std::move(*problem_));
  if (admitted < bytes.size()) return refuse(say::row_too_long(caps_.row));
  column_ = ends ? 0 : column_ + bytes.size();
  if (ends) ++line_;
  return {};
}

void CsvSheetReader::record(std::span<const std::string> cells) {
  open_ = false;
  auto& buffer = rows_.buffer();
  buffer.clear();
  std::uint32_t column = 0;
  for (const std::string& text : cells) {
    ++column;
    if (problem_ || blank(text)) continue;
    problem_ = rows_.admit(column, text.size());
    if (!problem_) buffer.add({column, Kind::text, false, text, {}});
  }
  if (!problem_) problem_ = rows_.hand_out(record_);
}

}  // namespace periksa::sheets
