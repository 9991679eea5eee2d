// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "auditor/base/xml_scan.h"
#include "auditor/intake/caps.h"
#include "auditor/intake/input.h"
#include "auditor/intake/reporter.h"

namespace periksa::intake {

/// Cuts a filing into its start tag, its elements and its end, proving on the way that all of it
/// is the XML we read. Every step either finds its piece or tells why not; after that nothing more
/// can be found.
class Scanner {
 public:
  /// `before_move` is called before views into the window become invalid.
  Scanner(Input& input, Problems& problems, const InputCaps& caps,
          std::function<void()> before_move);

  /// Everything before the root, then its start tag, which must be `<filing>`; not yet consumed.
  std::optional<Slice> start_tag();
  /// Whether the start tag was `<filing …/>`.
  bool closed() const { return closed_; }

  /// Blanks and comments; then the next element's name, or "" at the root's end tag.
  std::optional<std::string_view> next();
  /// The element whose name next() told; not yet consumed.
  std::optional<Slice> element();
  /// The same for a `<worker>`, by its end tag alone: what is inside is not proved.
  std::optional<Slice> worker();

  void consume(std::size_t length) { input_.consume(length); }
  /// The end tag and what follows: true if that is the end of the file.
  bool end();

 private:
  using Scan = std::function<xml::Scan(std::string_view)>;

  /// The piece at the front of the window, which is moved until it is whole.
  std::optional<xml::Scan> piece(const Scan& scan, xml::Fault at_end);
  bool more(std::size_t length);
  bool skip_between();
  void complete_name();
  void fault(std::size_t offset, xml::Fault fault);
  void cut_off(xml::Fault at_end);
  std::string_view name_in_front() const;

  Input& input_;
  Problems& problems_;
  const InputCaps& caps_;
  xml::Caps xml_caps_;
  std::function<void()> before_move_;
  bool closed_ = false;
};

}  // namespace periksa::intake
