// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expat.h>

#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "auditor/base/xml_tree.h"

/// Three readers tell what they see in a document, in one notation: expat, which decides what is
/// XML; our scan with its tree; pugixml. `<name a="v">`, `{text}`, `</>`; attributes sorted; runs
/// of text that are blank are left out, comments split a run.
namespace periksa::test {

class Notation {
 public:
  void open(std::string_view name, const std::map<std::string, std::string>& attributes) {
    flush();
    out_ += '<' + std::string(name);
    for (const auto& [key, value] : attributes) out_ += ' ' + key + "=\"" + value + '"';
    out_ += '>';
  }
  void close() {
    flush();
    out_ += "</>";
  }
  void text(std::string_view piece) { text_ += piece; }
  void flush() {
    if (text_.find_first_not_of(" \t\r\n") != std::string::npos) out_ += '{' + text_ + '}';
    text_.clear();
  }
  const std::string& result() {
    flush();
    return out_;
  }

 private:
  std::string out_;
  std::string text_;
};

/// Nothing if expat refuses the document.
inline std::optional<std::string> seen_by_expat(std::string_view document) {
  struct Callbacks {
    static Notation& of(void* data) { return *static_cast<Notation*>(data); }
    static void start(void* data, const XML_Char* name, const XML_Char** attributes) {
      std::map<std::string, std::string> all;
      for (; *attributes != nullptr; attributes += 2) all.emplace(attributes[0], attributes[1]);
      of(data).open(name, all);
    }
    static void end(void* data, const XML_Char*) { of(data).close(); }
    static void text(void* data, const XML_Char* piece, int size) {
      of(data).text({piece, static_cast<std::size_t>(size)});
    }
    static void comment(void* data, const XML_Char*) { of(data).flush(); }
  };
  Notation notation;
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate(nullptr), &XML_ParserFree);
  XML_SetUserData(parser.get(), &notation);
  XML_SetElementHandler(parser.get(), &Callbacks::start, &Callbacks::end);
  XML_SetCharacterDataHandler(parser.get(), &Callbacks::text);
  XML_SetCommentHandler(parser.get(), &Callbacks::comment);
  const auto size = static_cast<int>(document.size());
  if (XML_Parse(parser.get(), document.data(), size, 1) != XML_STATUS_OK) return std::nullopt;
  return notation.result();
}

inline void tell(xml::Node node, Notation& notation) {
  if (node.is_text()) {
    notation.text(node.text());
    return notation.flush();
  }
  std::map<std::string, std::string> all;
  for (const auto& attribute : node.attributes()) all.emplace(attribute.name, attribute.value);
  notation.open(node.name(), all);
  for (auto child = node.first_child(); child; child = child.next()) tell(child, notation);
  notation.close();
}

/// The fault, or Fault::none and what was seen.
struct Scanned {
  xml::Fault fault = xml::Fault::none;
  std::string seen{};
};

inline Scanned seen_by_scan(std::string_view document, const xml::Caps& caps = {}) {
  const auto whole = xml::scan_document(document, caps);
  if (whole.outcome != xml::Scan::Outcome::done) return {whole.fault};
  document.remove_prefix(xml::scan_prolog(document).length);
  xml::Tree tree;
  xml::scan_element(document, caps, tree);
  Notation notation;
  tell(tree.root().first_child(), notation);
  return {xml::Fault::none, notation.result()};
}

inline void tell(pugi::xml_node node, Notation& notation) {
  if (node.type() == pugi::node_pcdata) {
    notation.text(node.value());
    return notation.flush();
  }
  std::map<std::string, std::string> all;
  for (const auto attribute : node.attributes()) all.emplace(attribute.name(), attribute.value());
  notation.open(node.name(), all);
  for (const auto child : node.children()) tell(child, notation);
  notation.close();
}

/// Nothing if pugixml refuses the document.
inline std::optional<std::string> seen_by_pugixml(std::string_view document) {
  pugi::xml_document tree;
  if (!tree.load_buffer(document.data(), document.size(), pugi::parse_default,
                        pugi::encoding_utf8)) {
    return std::nullopt;
  }
  Notation notation;
  tell(tree.document_element(), notation);
  return notation.result();
}

/// Whether we refuse on purpose what XML allows.
inline bool outside_our_subset(xml::Fault fault, std::string_view document) {
  switch (fault) {
    case xml::Fault::doctype:
    case xml::Fault::processing_instruction:
    case xml::Fault::cdata:
    case xml::Fault::prefix:
    case xml::Fault::encoding:
    case xml::Fault::bad_declaration:
    case xml::Fault::too_deep:
    case xml::Fault::too_many_attributes:
    case xml::Fault::name_too_long:
    case xml::Fault::value_too_long:
      return true;
    case xml::Fault::bad_name:
    case xml::Fault::missing_equals:
    case xml::Fault::bad_tag:
      return document.find_first_of("\xC3\xD0\xE2") != std::string_view::npos;
    default:
      return false;
  }
}

/// What the three disagree about, or "".
inline std::string disagreement(std::string_view document) {
  const auto scanned = seen_by_scan(document);
  if (scanned.fault != xml::Fault::none) {
    if (outside_our_subset(scanned.fault, document) || !seen_by_expat(document)) return {};
    return "expat accepts what we refuse: " + xml::explain(scanned.fault).en;
  }
  const auto expat = seen_by_expat(document);
  if (!expat) return "expat refuses what we accept";
  if (*expat != scanned.seen) return "expat sees " + *expat + ", we see " + scanned.seen;
  const auto pugi = seen_by_pugixml(document);
  if (!pugi) return "pugixml refuses what we accept";
  if (*pugi != scanned.seen) return "pugixml sees " + *pugi + ", we see " + scanned.seen;
  return {};
}

}  // namespace periksa::test
