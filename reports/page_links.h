// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace periksa::reports {

/// Links between the pages of one folder. Pages are written as if they were one: a link names an
/// `id` only. Once all are known, those to an id of another page get its name. Reads markup in
/// which every value is escaped, so that `href="#` and `id="` stand in tags only.
class PageLinks {
 public:
  /// Takes note of the ids of a page; of an id that several pages have, the first counts.
  void add(const std::string& name, std::string_view html);
  /// The page as it stands in the folder.
  std::string resolved(std::string_view html) const;
  /// No fewer bytes than `resolved` will have.
  static std::size_t most_bytes(std::string_view html, std::size_t longest_name);

 private:
  std::map<std::string, std::string, std::less<>> pages_;  // by id
};

}  // namespace periksa::reports
