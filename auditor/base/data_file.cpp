// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/data_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "auditor/base/file.h"
#include "auditor/base/nearest.h"
#include "auditor/base/shown.h"
#include "auditor/base/xml_scan.h"

namespace periksa {
namespace {

constexpr std::size_t kDataFileCap = 16U << 20;
constexpr xml::Caps kDataCaps{.depth = 16, .attributes = 64, .name = 64, .value = 64 * 1024};

void unknown(std::string_view kind_id, std::string_view kind_en, std::string_view name, Position at,
             std::initializer_list<std::string_view> allowed, Diagnostics& out) {
  const auto near = nearest(name, {allowed.begin(), allowed.size()});
  out.push_back({Diagnostic::Kind::error, std::move(at),
                 with_nearest({fmt::format("{} \"{}\" tidak dikenal", kind_id, shown(name)),
                               fmt::format("unknown {} \"{}\"", kind_en, shown(name))},
                              near)});
}

bool contains(std::initializer_list<std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

Result<DataFile> DataFile::load(const std::filesystem::path& path) {
  auto text = read_file(path, kDataFileCap);
  if (!text) return std::unexpected(std::move(text.error()));
  return parse(std::move(*text), path.string());
}

Result<DataFile> DataFile::parse(std::string text, std::string name) {
  const auto scan = xml::scan_document(text, kDataCaps);
  if (scan.outcome != xml::Scan::Outcome::done) {
    return fail(position_at(text, scan.length, name), xml::explain(scan.fault));
  }
  DataFile file;
  file.name_ = std::move(name);
  file.lines_ = std::make_unique<Lines>(text);
  file.buffer_ = std::make_unique<std::string>(std::move(text));
  file.tree_ = std::make_unique<pugi::xml_document>();
  const auto parsed = file.tree_->load_buffer_inplace(file.buffer_->data(), file.buffer_->size(),
                                                      pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) {
    return fail(file.lines_->at(static_cast<std::size_t>(parsed.offset), file.name_),
                {fmt::format("XML tidak terbaca: {}", parsed.description()),
                 fmt::format("XML cannot be parsed: {}", parsed.description())});
  }
  return file;
}

pugi::xml_node DataFile::root() const {
  return tree_->document_element();
}

Position DataFile::at(pugi::xml_node node) const {
  const auto offset = node.offset_debug();
  return lines_->at(offset < 0 ? 0 : static_cast<std::size_t>(offset), name_);
}

Position DataFile::at(pugi::xml_attribute attribute) const {
  const auto* const value = attribute.value();
  return lines_->at(static_cast<std::size_t>(value - buffer_->data()), name_);
}

Position DataFile::inside(pugi::xml_node text_node, std::size_t offset) const {
  const auto start = static_cast<std::size_t>(text_node.text().get() - buffer_->data());
  return lines_->at(start + offset, name_);
}

Position DataFile::inside(pugi::xml_attribute attribute, std::size_t offset) const {
  const auto start = static_cast<std::size_t>(attribute.value() - buffer_->data());
  return lines_->at(start + offset, name_);
}

void DataFile::allow_attributes(pugi::xml_node node,
                                std::initializer_list<std::string_view> allowed,
                                Diagnostics& out) const {
  for (const auto attribute : node.attributes()) {
    if (!contains(allowed, attribute.name())) {
      unknown("atribut", "attribute", attribute.name(), at(attribute), allowed, out);
    }
  }
}

void DataFile::allow_children(pugi::xml_node node, std::initializer_list<std::string_view> allowed,
                              Diagnostics& out) const {
  for (const auto child : node.children()) {
    if (child.type() == pugi::node_element && !contains(allowed, child.name())) {
      unknown("elemen", "element", child.name(), at(child), allowed, out);
    }
  }
}

std::string_view DataFile::required(pugi::xml_node node, const char* attribute,
                                    Diagnostics& out) const {
  if (const auto found = node.attribute(attribute)) return found.value();
  out.push_back({Diagnostic::Kind::error,
                 at(node),
                 {fmt::format("<{}> harus memiliki atribut \"{}\"", node.name(), attribute),
                  fmt::format("<{}> needs an attribute \"{}\"", node.name(), attribute)}});
  return {};
}

std::vector<std::filesystem::path> xml_files_below(const std::filesystem::path& folder) {
  std::map<std::string, std::filesystem::path> files;
  if (std::filesystem::is_directory(folder)) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file() && entry.path().extension() == ".xml")
        files.emplace(entry.path().lexically_relative(folder).generic_string(), entry.path());
    }
  }
  std::vector<std::filesystem::path> sorted;
  for (auto& [relative, path] : files) sorted.push_back(std::move(path));
  return sorted;
}

}  // namespace periksa
