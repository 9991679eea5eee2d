// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/schema.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <utility>

#include "auditor/base/xml_escape.h"

namespace periksa::intake {
namespace {

using facts::Entity;
using facts::Field;
using facts::Type;

/// How a value of each type is written. Members of a union with xs:string, so they only inform.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kForms{
    {{"bool", "yes|no"},
     {"integer", "-?[0-9]{1,16}"},
     {"decimal", "-?[0-9]+(\\.[0-9]{1,6})?"},
     {"percent", "-?[0-9]+(\\.[0-9]{1,6})?"},
     {"money", "[A-Z]{3} [0-9]+(\\.[0-9]{1,4})?"},
     {"date", "[0-9]{4}-[0-9]{2}(-[0-9]{2})?"},
     {"period", "[0-9]+ (year|month|day)s?"}}};

constexpr std::string_view kHead = R"(<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
  <xs:simpleType name="empty">
    <xs:restriction base="xs:string"><xs:pattern value="\s*|-|--|–|—"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="id">
    <xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="128"/>
      </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="hash">
    <xs:restriction base="xs:string"><xs:pattern value="[0-9a-fA-F]{64}"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="asserter">
    <xs:restriction base="xs:string">
      <xs:enumeration value="agency"/><xs:enumeration value="worker"/>
        <xs:enumeration value="union"/>
      <xs:enumeration value="registry"/><xs:enumeration value="inspector"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="completeness">
    <xs:restriction base="xs:string">
      <xs:enumeration value="complete"/><xs:enumeration value="sample"/>
        <xs:enumeration value="unknown"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="yes-no">
    <xs:restriction base="xs:string"><xs:enumeration value="yes"/><xs:enumeration value="no"/>
      </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="silence">
    <xs:restriction base="xs:string">
      <xs:enumeration value="absent"/><xs:enumeration value="unreadable"/>
        <xs:enumeration value="not-supplied"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="silence-or-none">
    <xs:restriction base="xs:string">
      <xs:enumeration value="none"/>
      <xs:enumeration value="absent"/><xs:enumeration value="unreadable"/>
        <xs:enumeration value="not-supplied"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:attributeGroup name="said-in">
    <xs:attribute name="source" type="id"/>
    <xs:attribute name="page" type="xs:positiveInteger"/>
  </xs:attributeGroup>
  <xs:complexType name="value">
    <xs:simpleContent><xs:extension base="xs:string">
      <xs:attributeGroup ref="said-in"/><xs:attribute name="state" type="silence"/>
      <xs:attribute name="from" type="xs:date"/><xs:attribute name="to" type="xs:date"/>
    </xs:extension></xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="value-or-none">
    <xs:simpleContent><xs:extension base="xs:string">
      <xs:attributeGroup ref="said-in"/><xs:attribute name="state" type="silence-or-none"/>
      <xs:attribute name="from" type="xs:date"/><xs:attribute name="to" type="xs:date"/>
    </xs:extension></xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="source">
    <xs:attribute name="id" type="id" use="required"/>
    <xs:attribute name="document" type="{document}" use="required"/>
    <xs:attribute name="asserter" type="asserter"/>
    <xs:attribute name="file" type="xs:string"/>
    <xs:attribute name="sha256" type="hash"/>
    <xs:attribute name="dated" type="xs:date"/>
  </xs:complexType>
)";

/// Writes the parts of one schema one after the other.
class SchemaWriter {
 public:
  explicit SchemaWriter(const facts::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  std::string write() {
    head();
    for (const auto& [name, pattern] : kForms) form(name, pattern);
    for (const auto& list : vocabulary_.lists()) codes(list);
    collection("shared-collection", false);
    collection("worker-collection", true);
    for (const auto& entity : vocabulary_.entities()) record(entity);
    root();
    out_ += "</xs:schema>\n";
    return std::move(out_);
  }

 private:
  template <class... Values>
  void line(fmt::format_string<Values...> text, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), text, std::forward<Values>(values)...);
    out_ += '\n';
  }

  void head() {
    const bool listed = vocabulary_.find_list("document_kind").has_value();
    const std::string_view placeholder = "{document}";
    out_ = kHead;
    out_.replace(out_.find(placeholder), placeholder.size(),
                 listed ? "code.document_kind" : "xs:string");
  }

  void form(std::string_view name, std::string_view pattern) {
    line("  <xs:simpleType name=\"{}\">\n    <xs:union memberTypes=\"xs:string\">", name);
    line("      <xs:simpleType><xs:restriction base=\"xs:string\"><xs:pattern value=\"{}\"/>",
         pattern);
    line("      </xs:restriction></xs:simpleType>\n    </xs:union>\n  </xs:simpleType>");
  }

  void codes(const facts::CodeList& list) {
    line("  <xs:simpleType name=\"code.{}\">", list.name);
    line("    <xs:restriction base=\"xs:string\">");
    for (const auto& code : list.codes) {
      line("      <xs:enumeration value=\"{}\">", xml_escaped(code.name));
      label("        ", code.label);
      line("      </xs:enumeration>");
    }
    line("    </xs:restriction>\n  </xs:simpleType>");
    line("  <xs:simpleType name=\"optional.{0}\"><xs:union memberTypes=\"code.{0} empty\"/>",
         list.name);
    line("  </xs:simpleType>");
  }

  void label(std::string_view indent, const Bilingual& text) {
    line("{}<xs:annotation>", indent);
    line("{}  <xs:documentation xml:lang=\"id\">{}</xs:documentation>", indent,
         xml_escaped(text.id));
    line("{}  <xs:documentation xml:lang=\"en\">{}</xs:documentation>", indent,
         xml_escaped(text.en));
    line("{}</xs:annotation>", indent);
  }

  void collection(std::string_view name, bool in_worker) {
    line("  <xs:complexType name=\"{}\">", name);
    line("    <xs:attribute name=\"of\" use=\"required\"><xs:simpleType>");
    line("      <xs:restriction base=\"xs:string\">");
    for (const auto& entity : vocabulary_.entities()) {
      if (entity.in_worker == in_worker) {
        line("        <xs:enumeration value=\"{}\"/>", entity.many);
      }
    }
    line("      </xs:restriction></xs:simpleType></xs:attribute>");
    line("    <xs:attribute name=\"completeness\" type=\"completeness\" use=\"required\"/>");
    line("    <xs:attribute name=\"count\" type=\"xs:nonNegativeInteger\"/>");
    line("    <xs:attributeGroup ref=\"said-in\"/>\n  </xs:complexType>");
  }

  std::string type_of(const Field& field) const {
    if (field.type == Type::code) return "optional." + vocabulary_.list(field.target).name;
    if (field.type == Type::text || field.type == Type::reference) return "xs:string";
    return std::string(to_string(field.type));
  }

  void record(const Entity& entity) {
    const bool worker = &entity == &vocabulary_.entity(vocabulary_.worker());
    line("  <xs:complexType name=\"record.{}\">", entity.name);
    label("    ", entity.label);
    line("    <xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">");
    if (worker) line("      <xs:element name=\"collection\" type=\"worker-collection\"/>");
    if (worker) children(true);
    for (const auto& field : entity.fields) {
      const bool none = field.none != facts::NoneMeans::refused;
      line("      <xs:element name=\"{}\" type=\"{}\"/>", field.name,
           none ? "value-or-none" : "value");
    }
    line("    </xs:choice>");
    line("    <xs:attribute name=\"id\" type=\"id\" use=\"required\"/>");
    line("    <xs:attributeGroup ref=\"said-in\"/>");
    none_list(entity);
    for (const auto& field : entity.fields) attribute(field);
    line("  </xs:complexType>");
  }

  void children(bool in_worker) {
    for (const auto& entity : vocabulary_.entities()) {
      const bool worker = &entity == &vocabulary_.entity(vocabulary_.worker());
      if (entity.in_worker != in_worker || worker) continue;
      line("      <xs:element name=\"{0}\" type=\"record.{0}\"/>", entity.name);
    }
  }

  void none_list(const Entity& entity) {
    std::string names;
    for (const auto& field : entity.fields) {
      if (field.none != facts::NoneMeans::refused) {
        names += fmt::format("<xs:enumeration value=\"{}\"/>", field.name);
      }
    }
    if (names.empty()) return;
    line("    <xs:attribute name=\"none\"><xs:simpleType><xs:list><xs:simpleType>");
    line("      <xs:restriction base=\"xs:string\">{}</xs:restriction>", names);
    line("    </xs:simpleType></xs:list></xs:simpleType></xs:attribute>");
  }

  void attribute(const Field& field) {
    line("    <xs:attribute name=\"{}\" type=\"{}\">", field.name, type_of(field));
    label("      ", field.label);
    line("    </xs:attribute>");
  }

  void root() {
    line("  <xs:element name=\"filing\">\n    <xs:complexType>\n      <xs:sequence>");
    line("      <xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">");
    line("      <xs:element name=\"source\" type=\"source\"/>");
    line("      <xs:element name=\"collection\" type=\"shared-collection\"/>");
    children(false);
    line("      </xs:choice>");
    line(
        "      <xs:element name=\"worker\" type=\"record.worker\" minOccurs=\"0\" "
        "maxOccurs=\"unbounded\">");
    for (const auto& entity : vocabulary_.entities()) {
      if (entity.in_worker) unique("worker." + entity.name, entity.name);
    }
    line("      </xs:element>\n      </xs:sequence>");
    line("      <xs:attribute name=\"format\" use=\"required\" fixed=\"1\"/>");
    line("      <xs:attribute name=\"closing\" type=\"xs:date\" use=\"required\"/>");
    line("      <xs:attribute name=\"asserter\" type=\"asserter\"/>");
    line("      <xs:attribute name=\"fictitious\" type=\"yes-no\"/>");
    line("    </xs:complexType>");
    unique("source", "source");
    for (const auto& entity : vocabulary_.entities()) {
      if (!entity.in_worker) unique(entity.name, entity.name);
    }
    line("  </xs:element>");
  }

  void unique(const std::string& name, const std::string& element) {
    line("    <xs:unique name=\"id.{}\"><xs:selector xpath=\"{}\"/><xs:field xpath=\"@id\"/>", name,
         element);
    line("    </xs:unique>");
  }

  const facts::Vocabulary& vocabulary_;
  std::string out_;
};

}  // namespace

std::string filing_schema(const facts::Vocabulary& vocabulary) {
  return SchemaWriter(vocabulary).write();
}

}  // namespace periksa::intake
