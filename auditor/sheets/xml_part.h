// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "auditor/base/diagnostic.h"
#include "auditor/sheets/caps.h"

struct XML_ParserStruct;

namespace periksa::sheets {

/// The XML namespaces that decide what an element means; those of the transitional and the strict
/// vocabulary are one.
enum class Space : std::uint8_t {
  none,   ///< no namespace; attributes without a prefix
  other,  ///< one we know nothing of
  xml,
  sheet,          ///< SpreadsheetML
  relation,       ///< attributes such as r:id
  relationships,  ///< the .rels parts
  content_types,
  office,
  table,
  text,
  style,
  number,
  calc,  ///< LibreOffice's extensions of cells
  manifest,
};

class XmlPart;

/// The attributes of the element that starts; views are valid during the call.
class Attributes {
 public:
  Attributes(const char* const* pairs, const XmlPart& part) : pairs_(pairs), part_(&part) {}

  std::optional<std::string_view> find(Space space, std::string_view name) const;
  std::optional<std::string_view> find(std::string_view name) const {
    return find(Space::none, name);
  }

 private:
  const char* const* pairs_;
  const XmlPart* part_;
};

/// Steps from an element to a child worth knowing. What no step leads to is skipped with all in it.
struct Step {
  std::uint8_t parent;
  Space space;
  std::string_view name;
  std::uint8_t child;
};

/// What reads one part. Elements are known by the numbers its steps give them; the document is 0.
/// After `refuse` nothing more is told.
class PartReader {
 public:
  explicit PartReader(std::span<const Step> steps) : steps_(steps) {}
  virtual ~PartReader() = default;

  virtual void start(std::uint8_t element, const Attributes& attributes) = 0;
  virtual void end(std::uint8_t element) = 0;
  /// Text directly inside a known element, in pieces.
  virtual void text(std::uint8_t element, std::string_view piece) = 0;

  std::span<const Step> steps() const { return steps_; }
  const std::optional<Diagnostic>& problem() const { return problem_; }

 protected:
  /// The first one counts. `cell` as in Position, or empty.
  void refuse(Bilingual text, std::string cell = {});

 private:
  std::span<const Step> steps_;
  std::optional<Diagnostic> problem_;
};

/// Takes the bytes of a part as they are unpacked.
class PartSink {
 public:
  virtual ~PartSink() = default;

  /// Where the next bytes go; throws std::bad_alloc.
  virtual char* room(std::size_t size) = 0;
  /// `size` bytes stand in the room; false when the part is refused.
  virtual bool filled(std::size_t size, bool last) = 0;
  /// Why it was refused; the position has no file yet.
  virtual const Diagnostic& problem() const = 0;
};

/// Feeds one XML part to its reader. No DOCTYPE, so no entity but the five.
class XmlPart final : public PartSink {
 public:
  /// `name` is the part's, for messages.
  XmlPart(std::string name, const Caps& caps, PartReader& reader);
  ~XmlPart() override;
  XmlPart(const XmlPart&) = delete;
  XmlPart& operator=(const XmlPart&) = delete;

  char* room(std::size_t size) override;
  bool filled(std::size_t size, bool last) override;
  const Diagnostic& problem() const override { return *problem_; }

  /// Whether all bytes so far were understood and end between the children of this element, where
  /// elements without a prefix belong to `space`.
  bool rests_in(std::uint8_t element, Space space) const;
  Space space_of(std::string_view prefix) const;

 private:
  struct Callbacks;
  struct Binding {
    std::size_t depth;
    std::string prefix;
    Space space;
  };

  void start(const char* name, const char** attributes);
  void end();
  void text(std::string_view piece);
  void bind_prefixes(const char* const* attributes);
  std::uint8_t child(std::string_view name);
  void refuse(Diagnostic problem);
  void refuse(Bilingual text) { refuse({Diagnostic::Kind::error, {}, std::move(text)}); }
  std::string here() const;

  std::string name_;
  const Caps& caps_;
  PartReader& reader_;
  std::unique_ptr<XML_ParserStruct, void (*)(XML_ParserStruct*)> parser_;
  std::vector<Binding> bindings_;
  std::vector<std::uint8_t> open_{0};
  std::size_t skipped_ = 0;  // elements open inside one that no step leads to, itself included
  std::uint64_t fed_ = 0;
  bool cdata_ = false;
  std::optional<Diagnostic> problem_;
};

}  // namespace periksa::sheets
