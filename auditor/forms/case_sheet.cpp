// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/case_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/data_file.h"
#include "auditor/base/file.h"
#include "auditor/base/sha256.h"
#include "auditor/base/shown.h"
#include "auditor/forms/filing_form.h"

namespace periksa::forms {
namespace {

constexpr std::size_t kCap = std::size_t{4} << 20;

class CaseReader {
 public:
  explicit CaseReader(const DataFile& file) : file_(file) {}

  Result<CaseSheet> read() {
    const auto root = file_.root();
    file_.allow_attributes(root, {"format", "closing", "asserter", "fictitious"}, problems_);
    file_.allow_children(root, {"matter", "part", "not-produced"}, problems_);
    if (file_.required(root, "format", problems_) != "1")
      tell(file_.at(root), "lembar perkara ini berformat lain; program ini mengenal format=\"1\"",
           "this case sheet has another format; this program knows format=\"1\"");
    sheet_.closing = date(root, "closing").value_or(Date());
    sheet_.asserter = asserter(root, facts::Asserter::inspector);
    sheet_.fictitious = yes(root, "fictitious");
    if (const auto node = root.child("matter")) {
      sheet_.matter = read_matter(file_, node, problems_);
      if (const auto again = node.next_sibling("matter"))
        tell(file_.at(again), "<matter> hanya boleh satu", "there may be one <matter> only");
    }
    for (const auto node : root.children("part")) read_part(node);
    for (const auto node : root.children("not-produced")) read_not_produced(node);
    check_parts(root);
    if (!problems_.empty()) return std::unexpected(problems_);
    return std::move(sheet_);
  }

 private:
  void tell(const Position& at, std::string id, std::string en) {
    problems_.push_back({Diagnostic::Kind::error, at, {std::move(id), std::move(en)}});
  }

  std::optional<Date> date(pugi::xml_node node, const char* name) {
    const auto text = file_.required(node, name, problems_);
    const auto day = parse_iso_date(text);
    if (!day && !text.empty())
      tell(file_.at(node.attribute(name)), fmt::format("{}= harus tanggal TTTT-BB-HH", name),
           fmt::format("{}= must be a date YYYY-MM-DD", name));
    return day;
  }

  bool yes(pugi::xml_node node, const char* name) {
    const std::string_view said = node.attribute(name).as_string("no");
    if (said != "yes" && said != "no")
      tell(file_.at(node.attribute(name)), fmt::format("{}= harus yes atau no", name),
           fmt::format("{}= must be yes or no", name));
    return said == "yes";
  }

  facts::Asserter asserter(pugi::xml_node node, facts::Asserter otherwise) {
    const auto attribute = node.attribute("asserter");
    if (!attribute) return otherwise;
    const auto known = facts::parse_asserter(attribute.value());
    if (!known)
      tell(file_.at(attribute), "asserter= harus agency, worker, union, registry, atau inspector",
           "asserter= must be agency, worker, union, registry or inspector");
    return known.value_or(otherwise);
  }

  /// A name in the sheet's own folder.
  std::string plain_file(pugi::xml_node node, const char* name) {
    const std::string file = node.attribute(name).value();
    if (file.find_first_of("/\\") != std::string::npos || file == ".." || file == ".")
      tell(file_.at(node.attribute(name)),
           fmt::format("{}= harus nama berkas di folder lembar perkara ini, bukan jalur", name),
           fmt::format("{}= must be a file's name in the folder of this sheet, not a path", name));
    return file;
  }

  void read_part(pugi::xml_node node) {
    file_.allow_attributes(node, {"name", "asserter", "file", "map", "dated"}, problems_);
    CaseSheet::Part part;
    part.at = file_.at(node);
    part.name = file_.required(node, "name", problems_);
    file_.required(node, "asserter", problems_);
    part.asserter = asserter(node, facts::Asserter::agency);
    file_.required(node, "file", problems_);
    part.file = plain_file(node, "file");
    part.map = plain_file(node, "map");
    if (node.attribute("dated")) part.dated = date(node, "dated");
    const bool plain = !part.name.empty() && part.name.find_first_of(": \t") == std::string::npos;
    if (!plain)
      tell(part.at, "name= harus satu kata tanpa titik dua",
           "name= must be one word without colon");
    if (std::ranges::find(sheet_.parts, part.name, &CaseSheet::Part::name) != sheet_.parts.end())
      tell(part.at, fmt::format("bagian \"{}\" disebut dua kali", shown(part.name)),
           fmt::format("the part \"{}\" is named twice", shown(part.name)));
    sheet_.parts.push_back(std::move(part));
  }

  void read_not_produced(pugi::xml_node node) {
    file_.allow_attributes(node, {"part", "worker", "entity", "id", "field", "asked", "until"},
                           problems_);
    CaseSheet::NotProduced missing;
    missing.at = file_.at(node);
    missing.part = file_.required(node, "part", problems_);
    missing.worker = node.attribute("worker").value();
    missing.entity = file_.required(node, "entity", problems_);
    missing.id = file_.required(node, "id", problems_);
    missing.field = file_.required(node, "field", problems_);
    missing.asked = date(node, "asked").value_or(Date());
    missing.until = date(node, "until").value_or(Date());
    if (missing.until < missing.asked)
      tell(missing.at, "until= tidak boleh mendahului asked=", "until= may not be before asked=");
    if (sheet_.asserter != facts::Asserter::inspector)
      tell(missing.at,
           "<not-produced> hanya dari pengawas; tulis asserter=\"inspector\" pada <case>",
           "<not-produced> is an inspector's word; write asserter=\"inspector\" in <case>");
    if (std::ranges::find(sheet_.parts, missing.part, &CaseSheet::Part::name) == sheet_.parts.end())
      tell(missing.at, fmt::format("tidak ada bagian bernama \"{}\"", shown(missing.part)),
           fmt::format("there is no part named \"{}\"", shown(missing.part)));
    sheet_.not_produced.push_back(std::move(missing));
  }

  void check_parts(pugi::xml_node root) {
    if (sheet_.parts.empty())
      tell(file_.at(root), "lembar perkara memerlukan paling sedikit satu <part>",
           "a case sheet needs at least one <part>");
    if (sheet_.parts.size() > facts::kMostSides)
      tell(sheet_.parts.back().at,
           fmt::format("lebih dari {} bagian dalam satu perkara", facts::kMostSides),
           fmt::format("more than {} parts in one case", facts::kMostSides));
  }

  const DataFile& file_;
  CaseSheet sheet_;
  Diagnostics problems_;
};

}  // namespace

bool is_case_sheet(const std::filesystem::path& path) {
  return xml_root(path) == "case";
}

Result<CaseSheet> read_case_sheet(const std::filesystem::path& path) {
  auto text = read_file(path, kCap);
  if (!text) return std::unexpected(text.error());
  const std::string sha256 = sha256_hex(*text);
  const auto file = DataFile::parse(std::move(*text), path.string());
  if (!file) return std::unexpected(file.error());
  auto sheet = CaseReader(*file).read();
  if (sheet) sheet->sha256 = sha256;
  return sheet;
}

}  // namespace periksa::forms
