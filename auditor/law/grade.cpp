// SPDX-License-Identifier: Apache-2.0
#include "auditor/law/grade.h"

namespace periksa::law {

std::optional<Grade> parse_grade(std::string_view word, int concurring) {
  if (word == "V") return Grade::verified;
  if (word == "V2") return concurring >= 2 ? Grade::concurring : Grade::secondary;
  if (word == "K") return Grade::unread;
  if (word == "?") return Grade::conflicting;
  return std::nullopt;
}

std::string_view to_string(Grade grade) {
  switch (grade) {
    case Grade::verified:
      return "V";
    case Grade::concurring:
    case Grade::secondary:
      return "V2";
    case Grade::unread:
      return "K";
    case Grade::conflicting:
      return "?";
  }
  return "?";
}

}  // namespace periksa::law
