// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/law/grade.h"

namespace periksa::law {

/// The widest window holds a day and the certain one lies inside it (it may be empty: a text that
/// was perhaps never in force).
constexpr bool is_sound(const Window& window) {
  return window.from < window.to && window.from <= window.sure_from &&
         window.sure_from <= window.sure_to && window.sure_to <= window.to;
}

/// Two texts of one thing may share a day only where both are uncertain; here they share another.
constexpr bool clash(const Window& a, const Window& b) {
  const Date from = a.from < b.from ? b.from : a.from;
  const Date to = a.to < b.to ? a.to : b.to;
  const auto meets = [&](Date sure_from, Date sure_to) {
    return (from < sure_from ? sure_from : from) < (to < sure_to ? to : sure_to);
  };
  return meets(a.sure_from, a.sure_to) || meets(b.sure_from, b.sure_to);
}

}  // namespace periksa::law
