// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/source_reader.h"

#include <algorithm>
#include <array>
#include <span>

#include "auditor/base/nearest.h"
#include "auditor/intake/messages.h"

namespace periksa::intake {
namespace {

using facts::Asserter;
using facts::FilingHeader;
using facts::Source;

constexpr std::array<std::string_view, 5> kAsserters{"agency", "worker", "union", "registry",
                                                     "inspector"};
constexpr std::array<std::string_view, 6> kOfSource{"id",   "document", "asserter",
                                                    "file", "sha256",   "dated"};
constexpr std::array<std::string_view, 4> kOfFiling{"format", "closing", "asserter", "fictitious"};
constexpr std::array<std::string_view, 2> kYesNo{"yes", "no"};

/// The attributes of one element, read one by one; each problem is told at the attribute's value.
class AttributeReader {
 public:
  AttributeReader(xml::Node element, Reporter& reporter) : element_(element), reporter_(reporter) {}

  void allow(std::span<const std::string_view> known) {
    for (const auto& attribute : element_.attributes()) {
      if (std::find(known.begin(), known.end(), attribute.name) != known.end()) continue;
      reporter_.error(offset(attribute.name.data()), [&] {
        return say::unknown_attribute(element_.name(), attribute.name, known);
      });
    }
  }

  /// Null, and told, if it is not there.
  const xml::Attribute* required(std::string_view name) {
    const auto* const attribute = element_.attribute(name);
    if (attribute == nullptr) {
      reporter_.error(offset(element_.begin()),
                      [&] { return say::missing_attribute(element_.name(), name); });
    }
    return attribute;
  }

  std::string text(std::string_view name) {
    const auto* const attribute = element_.attribute(name);
    return attribute == nullptr ? std::string() : std::string(attribute->value);
  }

  std::optional<Date> date(const xml::Attribute* attribute) {
    if (attribute == nullptr) return std::nullopt;
    const auto day = parse_iso_date(attribute->value);
    if (!day) {
      error(*attribute, [&] { return say::not_a_date(attribute->name, attribute->value); });
    }
    return day;
  }

  Asserter asserter(Asserter otherwise) {
    const auto* const attribute = element_.attribute("asserter");
    if (attribute == nullptr) return otherwise;
    const auto known = facts::parse_asserter(attribute->value);
    if (!known) {
      error(*attribute,
            [&] { return say::unknown_value("asserter", attribute->value, kAsserters); });
    }
    return known.value_or(otherwise);
  }

  bool yes(std::string_view name) {
    const auto* const attribute = element_.attribute(name);
    if (attribute == nullptr || attribute->value == "no") return false;
    if (attribute->value == "yes") return true;
    error(*attribute, [&] { return say::unknown_value(name, attribute->value, kYesNo); });
    return false;
  }

  std::string hash() {
    const auto* const attribute = element_.attribute("sha256");
    if (attribute == nullptr) return {};
    std::string digits(attribute->value);
    const bool hex = digits.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
    if (!hex || digits.size() != 64) {
      error(*attribute, [] { return say::not_a_hash(); });
      return {};
    }
    for (char& c : digits) c = c >= 'A' && c <= 'F' ? static_cast<char>(c + ('a' - 'A')) : c;
    return digits;
  }

  template <class Text>
  void error(const xml::Attribute& attribute, Text&& text) {
    reporter_.error(offset(attribute.raw.data()), text);
  }

 private:
  std::size_t offset(const char* at) const {
    return static_cast<std::size_t>(at - reporter_.slice().bytes.data());
  }

  xml::Node element_;
  Reporter& reporter_;
};

/// A code of the list of documents, where the vocabulary has one.
std::string read_document(AttributeReader& reader, const facts::Vocabulary& vocabulary) {
  const auto* const document = reader.required("document");
  if (document == nullptr) return {};
  const auto list = vocabulary.find_list("document_kind");
  if (list && !vocabulary.list(*list).find(document->value)) {
    reader.error(*document, [&] {
      return say::unknown_document(document->value, names_of(vocabulary.list(*list).codes));
    });
  }
  return std::string(document->value);
}

}  // namespace

std::optional<Source> read_source(xml::Node element, const FilingHeader& header, Lookups& lookups,
                                  Reporter& reporter) {
  AttributeReader reader(element, reporter);
  reader.allow(kOfSource);
  if (element.first_child()) reporter.error(0, [] { return say::must_be_empty("source"); });
  Source source;
  source.document = read_document(reader, lookups.vocabulary);
  source.filer = header.sources.front().asserter;
  source.asserter = reader.asserter(source.filer);
  source.file = reader.text("file");
  source.sha256 = reader.hash();
  source.dated = reader.date(element.attribute("dated"));
  const auto* const id = reader.required("id");
  if (id == nullptr) return std::nullopt;
  source.id = id->value;
  if (is_blank(id->value)) {
    reader.error(*id, [] { return say::missing_attribute("source", "id"); });
    return std::nullopt;
  }
  if (!lookups.sources.add(id->value)) {
    reader.error(*id, [&] { return say::source_taken(id->value); });
    return std::nullopt;
  }
  return source;
}

FilingHeader read_header(const Slice& start_tag, const InputCaps& caps, Problems& problems) {
  xml::Tree tree;
  xml::scan_start_tag(start_tag.bytes, xml_caps(caps), tree);
  Reporter reporter(problems);
  reporter.begin(start_tag);
  AttributeReader reader(tree.root().first_child(), reporter);
  reader.allow(kOfFiling);
  const auto* const format = reader.required("format");
  if (format != nullptr && format->value != "1") {
    reader.error(*format, [&] { return say::wrong_format(format->value); });
  }
  FilingHeader header;
  header.closing = reader.date(reader.required("closing")).value_or(Date());
  header.fictitious = reader.yes("fictitious");
  Source declaration;
  declaration.asserter = declaration.filer = reader.asserter(Asserter::agency);
  header.sources.push_back(declaration);
  return header;
}

}  // namespace periksa::intake
