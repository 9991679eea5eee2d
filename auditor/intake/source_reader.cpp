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
  AttributeReader(pugi::xml_node element, const char* copy, Reporter& reporter)
      : element_(element), copy_(copy), reporter_(reporter) {}

  void allow(std::span<const std::string_view> known) {
    for (const auto attribute : element_.attributes()) {
      if (std::find(known.begin(), known.end(), attribute.name()) != known.end()) continue;
      reporter_.error(offset(attribute.name()), [&] {
        return say::unknown_attribute(element_.name(), attribute.name(), known);
      });
    }
  }

  /// Null, and told, if it is not there.
  pugi::xml_attribute required(const char* name) {
    const auto attribute = element_.attribute(name);
    if (!attribute) {
      reporter_.error(element_.name() - copy_ - 1 < 0 ? 0 : offset(element_.name()) - 1,
                      [&] { return say::missing_attribute(element_.name(), name); });
    }
    return attribute;
  }

  std::optional<Date> date(pugi::xml_attribute attribute) {
    if (!attribute) return std::nullopt;
    const auto day = parse_iso_date(attribute.value());
    if (!day) {
      error(attribute, [&] { return say::not_a_date(attribute.name(), attribute.value()); });
    }
    return day;
  }

  Asserter asserter(Asserter otherwise) {
    const auto attribute = element_.attribute("asserter");
    if (!attribute) return otherwise;
    const auto known = facts::parse_asserter(attribute.value());
    if (!known) {
      error(attribute,
            [&] { return say::unknown_value("asserter", attribute.value(), kAsserters); });
    }
    return known.value_or(otherwise);
  }

  std::string hash(pugi::xml_attribute attribute) {
    std::string digits = attribute.value();
    const bool hex = digits.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
    if (attribute && (!hex || digits.size() != 64)) {
      error(attribute, [] { return say::not_a_hash(); });
      return {};
    }
    for (char& c : digits) c = c >= 'A' && c <= 'F' ? static_cast<char>(c + ('a' - 'A')) : c;
    return digits;
  }

  template <class Text>
  void error(pugi::xml_attribute attribute, Text&& text) {
    reporter_.error(offset(attribute.value()), text);
  }

 private:
  std::size_t offset(const char* at) const { return static_cast<std::size_t>(at - copy_); }

  pugi::xml_node element_;
  const char* copy_;
  Reporter& reporter_;
};

/// A code of the list of documents, where the vocabulary has one.
void check_document(AttributeReader& reader, pugi::xml_attribute document,
                    const facts::Vocabulary& vocabulary) {
  const auto list = vocabulary.find_list("document_kind");
  if (!document || !list || vocabulary.list(*list).find(document.value())) return;
  reader.error(document, [&] {
    return say::unknown_document(document.value(), names_of(vocabulary.list(*list).codes));
  });
}

}  // namespace

std::optional<Source> read_source(pugi::xml_node element, const char* copy,
                                  const FilingHeader& header, Lookups& lookups,
                                  Reporter& reporter) {
  AttributeReader reader(element, copy, reporter);
  reader.allow(kOfSource);
  Source source;
  source.asserter = reader.asserter(header.sources.front().asserter);
  const auto document = reader.required("document");
  check_document(reader, document, lookups.vocabulary);
  source.document = document.value();
  source.file = element.attribute("file").value();
  source.sha256 = reader.hash(element.attribute("sha256"));
  source.dated = reader.date(element.attribute("dated"));
  const auto id = reader.required("id");
  source.id = id.value();
  if (const auto inside = element.first_child()) {
    reporter.error(0, [&] { return say::must_be_empty("source"); });
  }
  if (!id) return std::nullopt;
  if (is_blank(source.id)) {
    reader.error(id, [] { return say::missing_attribute("source", "id"); });
    return std::nullopt;
  }
  if (!lookups.sources.add(source.id)) {
    reader.error(id, [&] { return say::source_taken(source.id); });
    return std::nullopt;
  }
  return source;
}

FilingHeader read_header(const Slice& start_tag, Problems& problems) {
  std::string copy(start_tag.bytes);
  if (!copy.ends_with("/>")) copy += "</filing>";
  pugi::xml_document tree;
  tree.load_buffer_inplace(copy.data(), copy.size(), pugi::parse_default, pugi::encoding_utf8);
  Reporter reporter(problems);
  reporter.begin(start_tag);
  AttributeReader reader(tree.document_element(), copy.data(), reporter);
  reader.allow(kOfFiling);

  const auto format = reader.required("format");
  if (format && std::string_view(format.value()) != "1") {
    reader.error(format, [&] { return say::wrong_format(format.value()); });
  }
  FilingHeader header;
  header.closing = reader.date(reader.required("closing")).value_or(Date());
  const auto fictitious = tree.document_element().attribute("fictitious");
  header.fictitious = fictitious && std::string_view(fictitious.value()) == "yes";
  if (fictitious && !header.fictitious && std::string_view(fictitious.value()) != "no") {
    reader.error(fictitious,
                 [&] { return say::unknown_value("fictitious", fictitious.value(), kYesNo); });
  }
  Source declaration;
  declaration.asserter = reader.asserter(Asserter::agency);
  header.sources.push_back(declaration);
  return header;
}

}  // namespace periksa::intake
