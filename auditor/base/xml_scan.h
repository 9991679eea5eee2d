// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "auditor/base/bilingual.h"

namespace periksa::xml {

/// The declared subset of XML 1.0 that Periksa reads: UTF-8 only, one root, no DOCTYPE, processing
/// instruction, CDATA section, prefix or non-ASCII name; the five entities and legal character
/// references; attributes unique. One pass over the bytes proves it, so that the tree parser behind
/// it (which is laxer) can only see what every XML reader would see.
enum class Fault : std::uint8_t {
  none,
  ends_early,
  bad_utf8,
  control_character,
  doctype,
  processing_instruction,
  bad_declaration,
  encoding,
  cdata,
  bad_comment,
  text_outside,
  second_root,
  no_root,
  bad_name,
  prefix,
  missing_equals,
  missing_quote,
  less_than_in_value,
  missing_blank,
  duplicate_attribute,
  bare_ampersand,
  unknown_entity,
  bad_character_reference,
  end_of_cdata_in_text,
  bad_tag,
  mismatched_tag,
  too_deep,
  too_many_attributes,
  name_too_long,
  value_too_long,
};

/// What was found and the way out, in both languages.
Bilingual explain(Fault fault);

struct Caps {
  std::size_t depth = 8;
  std::size_t attributes = 160;
  std::size_t name = 64;
  std::size_t value = 32 * 1024;
};

/// Result of one scan: `length` bytes were consumed; or more bytes are needed; or the byte at
/// `length` is at fault.
struct Scan {
  enum class Outcome : std::uint8_t { done, incomplete, fault };
  Outcome outcome = Outcome::done;
  std::size_t length = 0;
  Fault fault = Fault::none;
  /// For a start tag: its name, and whether it closed itself.
  std::string_view name;
  bool closed = false;
};

/// BOM, XML declaration, comments and blanks before the root's `<`.
Scan scan_prolog(std::string_view bytes);

/// Comments and blanks between elements, up to the next `<` that starts something else, or the end
/// of the bytes. If incomplete, `length` bytes are done with and need not be shown again.
Scan scan_between(std::string_view bytes);

/// One start tag, from its `<` to its `>`.
Scan scan_start_tag(std::string_view bytes, const Caps& caps);

/// One whole element with all it holds, from its `<` to the `>` of its end tag.
Scan scan_element(std::string_view bytes, const Caps& caps);

/// The end tag `</name>`.
Scan scan_end_tag(std::string_view bytes, std::string_view name);

/// A whole document held in memory; done, or the first fault.
Scan scan_document(std::string_view bytes, const Caps& caps);

}  // namespace periksa::xml
