// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/xml_part.h"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <utility>

#include "auditor/sheets/messages.h"

namespace periksa::sheets {
namespace {

constexpr std::uint8_t kUnknown = 255;
constexpr std::size_t kPrefixes = 256;  // in force at one time; they are looked up one by one

constexpr std::array<std::pair<std::string_view, Space>, 15> kSpaces{{
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", Space::sheet},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", Space::sheet},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", Space::relation},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", Space::relation},
    {"http://schemas.openxmlformats.org/package/2006/relationships", Space::relationships},
    {"http://schemas.openxmlformats.org/package/2006/content-types", Space::content_types},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", Space::office},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", Space::table},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", Space::text},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", Space::style},
    {"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0", Space::number},
    {"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", Space::calc},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", Space::manifest},
    {"http://www.w3.org/XML/1998/namespace", Space::xml},
    {"", Space::none},
}};

Space known_space(std::string_view uri) {
  const auto found = std::ranges::find(kSpaces, uri, &std::pair<std::string_view, Space>::first);
  return found == kSpaces.end() ? Space::other : found->second;
}

/// Prefix and local name.
std::pair<std::string_view, std::string_view> split(std::string_view name) {
  const auto colon = name.find(':');
  if (colon == std::string_view::npos) return {{}, name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

}  // namespace

std::optional<std::string_view> Attributes::find(Space space, std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    const std::string_view full = *pair;
    if (!full.ends_with(name)) continue;
    if (full.size() == name.size()) {
      if (space == Space::none) return pair[1];
      continue;
    }
    const auto [prefix, local] = split(full);
    if (local == name && space != Space::none && part_->space_of(prefix) == space) return pair[1];
  }
  return std::nullopt;
}

void PartReader::refuse(Bilingual text, std::string cell) {
  if (problem_) return;
  problem_ = {Diagnostic::Kind::error, {{}, 0, 0, std::move(cell)}, std::move(text)};
}

struct XmlPart::Callbacks {
  static XmlPart& of(void* data) { return *static_cast<XmlPart*>(data); }
  static void start(void* data, const XML_Char* name, const XML_Char** attributes) {
    of(data).start(name, attributes);
  }
  static void end(void* data, const XML_Char*) { of(data).end(); }
  static void text(void* data, const XML_Char* piece, int size) {
    of(data).text({piece, static_cast<std::size_t>(size)});
  }
  static void cdata_begins(void* data) { of(data).cdata_ = true; }
  static void cdata_ends(void* data) { of(data).cdata_ = false; }
  static void doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    of(data).refuse(say::doctype(of(data).here()));
  }
};

XmlPart::XmlPart(std::string name, const Caps& caps, PartReader& reader)
    : name_(std::move(name)),
      caps_(caps),
      reader_(reader),
      parser_(XML_ParserCreate(nullptr), [](XML_Parser parser) { XML_ParserFree(parser); }) {
  if (!parser_) throw std::bad_alloc();
  XML_SetUserData(parser_.get(), this);
  XML_SetElementHandler(parser_.get(), &Callbacks::start, &Callbacks::end);
  XML_SetCharacterDataHandler(parser_.get(), &Callbacks::text);
  XML_SetCdataSectionHandler(parser_.get(), &Callbacks::cdata_begins, &Callbacks::cdata_ends);
  XML_SetStartDoctypeDeclHandler(parser_.get(), &Callbacks::doctype);
  bindings_.push_back({0, "xml", Space::xml});
  bindings_.push_back({0, "", Space::none});
}

XmlPart::~XmlPart() = default;

char* XmlPart::room(std::size_t size) {
  void* const buffer = XML_GetBuffer(parser_.get(), static_cast<int>(size));
  if (buffer == nullptr) throw std::bad_alloc();
  return static_cast<char*>(buffer);
}

bool XmlPart::filled(std::size_t size, bool last) {
  const auto status = XML_ParseBuffer(parser_.get(), static_cast<int>(size), last ? 1 : 0);
  if (problem_) return false;
  if (status != XML_STATUS_OK) {
    const auto error = XML_GetErrorCode(parser_.get());
    if (error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
    refuse(say::broken_xml(here(), static_cast<int>(error)));
    return false;
  }
  fed_ += size;
  // What has begun and not ended is kept whole by the parser.
  const auto parsed = XML_GetCurrentByteIndex(parser_.get());
  if (!last && parsed >= 0 && fed_ - static_cast<std::uint64_t>(parsed) > caps_.token + size) {
    refuse(say::tag_too_long(here(), caps_.token));
    return false;
  }
  return true;
}

bool XmlPart::rests_in(std::uint8_t element, Space space) const {
  if (problem_ || cdata_ || skipped_ > 0 || open_.back() != element) return false;
  const auto parsed = XML_GetCurrentByteIndex(parser_.get());
  return parsed >= 0 && static_cast<std::uint64_t>(parsed) == fed_ && space_of("") == space;
}

std::string XmlPart::here() const {
  return fmt::format("{}:{}:{}", name_, XML_GetCurrentLineNumber(parser_.get()),
                     XML_GetCurrentColumnNumber(parser_.get()) + 1);
}

void XmlPart::refuse(Diagnostic problem) {
  if (problem_) return;
  problem_ = std::move(problem);
  XML_StopParser(parser_.get(), XML_FALSE);
}

Space XmlPart::space_of(std::string_view prefix) const {
  const auto found = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                  [&](const Binding& one) { return one.prefix == prefix; });
  return found == bindings_.rend() ? Space::other : found->space;
}

void XmlPart::bind_prefixes(const char* const* attributes) {
  for (const char* const* pair = attributes; *pair != nullptr; pair += 2) {
    if (std::strncmp(*pair, "xmlns", 5) != 0) continue;
    const std::string_view rest = std::string_view(*pair).substr(5);
    if (!rest.empty() && rest.front() != ':') continue;
    if (bindings_.size() >= kPrefixes) return refuse(say::too_many_prefixes(here(), kPrefixes));
    bindings_.push_back({open_.size() + skipped_, std::string(rest.substr(rest.empty() ? 0 : 1)),
                         known_space(pair[1])});
  }
}

std::uint8_t XmlPart::child(std::string_view name) {
  const auto [prefix, local] = split(name);
  if (!prefix.empty() && std::ranges::find(bindings_, prefix, &Binding::prefix) == bindings_.end())
    refuse(say::unknown_prefix(here(), prefix));
  for (const Step& step : reader_.steps()) {
    if (step.parent == open_.back() && step.name == local && step.space == space_of(prefix))
      return step.child;
  }
  return kUnknown;
}

void XmlPart::start(const char* name, const char** attributes) {
  if (problem_) return;
  bind_prefixes(attributes);
  if (problem_) return;
  if (open_.size() + skipped_ > caps_.depth) return refuse(say::too_deep(here(), caps_.depth));
  if (skipped_ > 0) {
    ++skipped_;
    return;
  }
  const auto element = child(name);
  if (element == kUnknown) {
    if (open_.size() == 1) return refuse(say::wrong_root(here(), name));
    ++skipped_;
    return;
  }
  open_.push_back(element);
  reader_.start(element, Attributes(attributes, *this));
  if (reader_.problem()) refuse(*reader_.problem());
}

void XmlPart::end() {
  if (problem_) return;
  if (skipped_ > 0) {
    --skipped_;
  } else {
    const auto element = open_.back();
    open_.pop_back();
    reader_.end(element);
    if (reader_.problem()) return refuse(*reader_.problem());
  }
  while (bindings_.back().depth >= open_.size() + skipped_ && bindings_.back().depth > 0)
    bindings_.pop_back();
}

void XmlPart::text(std::string_view piece) {
  if (problem_ || skipped_ > 0) return;
  reader_.text(open_.back(), piece);
  if (reader_.problem()) refuse(*reader_.problem());
}

}  // namespace periksa::sheets
