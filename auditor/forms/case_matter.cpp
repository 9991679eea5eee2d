// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/case_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "auditor/base/blanks.h"
#include "auditor/base/date.h"
#include "auditor/base/shown.h"

namespace periksa::forms {
namespace {

constexpr std::size_t kMostTexts = 500;
constexpr std::size_t kLongest = 20'000;

class MatterReader {
 public:
  MatterReader(const DataFile& file, Diagnostics& problems) : file_(file), problems_(problems) {}

  Matter read(pugi::xml_node node) {
    file_.allow_children(
        node, {"assignment", "officer", "to", "copy", "complainant", "mandate", "remedy", "answer"},
        problems_);
    take(node, "", {"number", "place", "on", "subject"});
    once(node, "assignment", {"number", "on", "by"});
    once(node, "complainant",
         {"name", "capacity", "organisation", "address", "contact", "identity"});
    once(node, "mandate", {"number", "on", "from"});
    each(node, "officer", {"name", "number", "rank", "role"});
    each(node, "to", {});
    each(node, "copy", {});
    each(node, "remedy", {});
    each(node, "answer", {"rule", "subject", "by", "on"});
    for (const auto answer : node.children("answer")) {
      for (const auto* name : {"rule", "by", "on"}) file_.required(answer, name, problems_);
    }
    check_capacity(node.child("complainant").attribute("capacity"));
    if (matter_.size() > kMostTexts)
      tell(file_.at(node), fmt::format("<matter> memuat lebih dari {} keterangan", kMostTexts),
           fmt::format("<matter> holds more than {} texts", kMostTexts));
    return std::move(matter_);
  }

 private:
  void tell(Position at, std::string id, std::string en) {
    problems_.push_back({Diagnostic::Kind::error, std::move(at), {std::move(id), std::move(en)}});
  }

  void keep(const Position& at, const std::string& path, std::string_view text) {
    text = without_blanks_around(text);
    if (text.empty()) return;
    if (text.size() > kLongest)
      tell(at, fmt::format("teks ini lebih dari {} bita", kLongest),
           fmt::format("this text has more than {} bytes", kLongest));
    matter_.emplace(path, text);
  }

  void take(pugi::xml_node node, const std::string& path,
            std::initializer_list<std::string_view> names) {
    file_.allow_attributes(node, names, problems_);
    for (const auto name : names) {
      const auto attribute = node.attribute(std::string(name).c_str());
      if (!attribute) continue;
      const bool dated = name == "on" && !parse_iso_date(attribute.value());
      if (dated)
        tell(file_.at(attribute), "on= harus tanggal TTTT-BB-HH", "on= must be a date YYYY-MM-DD");
      keep(file_.at(attribute), path + std::string(name), attribute.value());
    }
  }

  void once(pugi::xml_node node, const char* name, std::initializer_list<std::string_view> names) {
    const auto child = node.child(name);
    if (!child) return;
    file_.allow_children(child, {}, problems_);
    take(child, std::string(name) + '/', names);
    if (const auto again = child.next_sibling(name))
      tell(file_.at(again), fmt::format("<{}> hanya boleh satu", name),
           fmt::format("there may be one <{}> only", name));
  }

  /// Elements with attributes, a text, or both.
  void each(pugi::xml_node node, const char* name, std::initializer_list<std::string_view> names) {
    std::size_t n = 0;
    for (const auto child : node.children(name)) {
      file_.allow_children(child, {}, problems_);
      const std::string path = fmt::format("{}/{}/", name, ++n);
      take(child, path, names);
      keep(file_.at(child), path + "text", child.text().get());
    }
  }

  void check_capacity(pugi::xml_attribute said) {
    if (!said || std::ranges::find(kCapacities, said.value()) != kCapacities.end()) return;
    tell(file_.at(said),
         fmt::format("capacity=\"{}\" tidak dikenal; pilih {}", shown(said.value()),
                     fmt::join(kCapacities, ", ")),
         fmt::format("capacity=\"{}\" is not known; choose {}", shown(said.value()),
                     fmt::join(kCapacities, ", ")));
  }

  const DataFile& file_;
  Diagnostics& problems_;
  Matter matter_;
};

}  // namespace

Matter read_matter(const DataFile& file, pugi::xml_node node, Diagnostics& problems) {
  return MatterReader(file, problems).read(node);
}

}  // namespace periksa::forms
