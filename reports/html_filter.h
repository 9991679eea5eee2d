// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "reports/page_template.h"
#include "reports/wording.h"

namespace periksa::reports::html {

/// What the cards of a page can be filtered and grouped by. Cards and controls name a worker or a
/// document by its number, never by a text of the filing; 0 is for none. Refers to the wording,
/// which must outlive it.
class CardKeys {
 public:
  /// `findings` are the indexes of those whose cards the page has.
  CardKeys(std::span<const std::size_t> findings, const Wording& wording);

  /// The bar of controls, in place of `{{>filter}}`; hidden until the script shows it.
  void add_controls(const Page& findings) const;
  /// The keys of one finding, as attributes of its card.
  void mark(const Page& card, const results::Finding& finding) const;

 private:
  using Numbers = std::map<std::string, std::size_t>;

  void add_verdicts(const Page& bar) const;
  void add_severities(const Page& bar) const;
  void add_workers(const Page& bar) const;
  void add_documents(const Page& bar) const;
  std::string documents_of(const results::Finding& finding) const;

  const Wording& wording_;
  std::vector<const results::Finding*> findings_;
  std::map<std::string, std::string> labels_;  // of the documents, by source
  Numbers workers_;                            // by pseudonym
  Numbers documents_;                          // by label
};

}  // namespace periksa::reports::html
