// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "auditor/forms/written.h"
#include "auditor/intake/assembly.h"

namespace periksa::forms {

/// Where a value came from, and what is written there.
struct Origin {
  facts::Spot spot;
  std::string_view raw;
};

/// Writes records as elements of a filing (docs/filing-format.md), and beside them where each piece
/// came from: messages and facts then name that place.
class ElementWriter {
 public:
  /// `<permit`
  void open(std::string_view element, facts::Spot spot);
  void attribute(std::string_view name, std::string_view value, const Origin& origin);
  /// The start tag is whole: fields as elements and records may follow.
  void body();
  /// `<quota source="s3">40</quota>`, or with its state where it is no value.
  void field(std::string_view name, std::string_view source, const Written& written,
             const Origin& origin);
  /// The end of the element that was opened last.
  void close(std::string_view element);

  std::size_t size() const { return made_->text.size(); }

  /// What was written from there to there as one slice; valid as long as what `take` gives.
  intake::Slice slice(std::size_t from = 0, std::size_t to = std::string::npos) const;
  /// What the slices stand in; the writer begins anew.
  std::shared_ptr<const char[]> take();

 private:
  struct Made {
    std::string text;
    facts::PlaceMap map;
  };

  void escape(std::string_view text);

  std::shared_ptr<Made> made_ = std::make_shared<Made>();
  bool in_tag_ = false;
};

/// Whether an element can hold the text: no control characters, no U+FFFE, no U+FFFF.
bool is_legal_text(std::string_view text);
/// How long it is as it is written, which is what caps count.
std::size_t written_size(std::string_view text);

}  // namespace periksa::forms
