// SPDX-License-Identifier: Apache-2.0
#include "tests/reports/parsed_page.h"

#include <expat.h>

#include <memory>

ParsedPage::ParsedPage(const std::string& page) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate("UTF-8"), XML_ParserFree);
  if (XML_Parse(parser.get(), page.data(), static_cast<int>(page.size()), 1) != XML_STATUS_OK) {
    fault_ = std::string(XML_ErrorString(XML_GetErrorCode(parser.get()))) + " in line " +
             std::to_string(XML_GetCurrentLineNumber(parser.get()));
  }
  tree_.load_buffer(page.data(), page.size(), pugi::parse_default | pugi::parse_ws_pcdata);
}

std::string ParsedPage::text() const {
  std::string out;
  for (const auto& found : tree_.select_nodes("/html/body//text()")) {
    out += found.node().value();
    out += ' ';
  }
  return out;
}

std::vector<std::string> ParsedPage::attributes(const std::string& name) const {
  std::vector<std::string> out;
  for (const auto& found : tree_.select_nodes(("//@" + name).c_str())) {
    out.emplace_back(found.attribute().value());
  }
  return out;
}

std::set<std::string> ParsedPage::element_names() const {
  std::set<std::string> out;
  for (const auto& found : tree_.select_nodes("//*")) out.insert(found.node().name());
  return out;
}

std::set<std::string> ParsedPage::attribute_names() const {
  std::set<std::string> out;
  for (const auto& found : tree_.select_nodes("//@*")) out.insert(found.attribute().name());
  return out;
}
