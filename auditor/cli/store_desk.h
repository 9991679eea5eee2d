// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "auditor/cli/exit_code.h"
#include "auditor/cli/store_option.h"
#include "auditor/results/supervision.h"
#include "reports/paper.h"
#include "reports/report_options.h"

namespace periksa::cli {

/// Ends a verb of the store early: why was already said.
struct Refused {
  int code = kInputRefused;
};

/// The value; else says why there is none and throws Refused.
template <class T>
T had(const Context& context, Result<T> result, int code = kInputRefused) {
  if (result) return std::move(*result);
  context.print(result.error());
  throw Refused{code};
}

/// Runs a verb; the exit code.
template <class Verb>
int unless_refused(const Verb& verb) {
  try {
    return verb();
  } catch (const Refused& refused) {
    return refused.code;
  }
}

/// What the verbs of `store` and `case` share: the store, the day up to which is counted, outputs.
struct StoreDesk {
  StoreOption store;
  std::string as_of;
  std::vector<std::string> out;

  void add(CommandLine verb, const Context& context);
  void add_day(CommandLine verb, const Context& context);
  void add_outputs(CommandLine verb, const Context& context);

  /// Throws Refused.
  store::Store open(const Context& context, store::Access access) const;
  /// `--as-of`, else today; throws Refused.
  std::string day(const Context& context) const;
  reports::ReportOptions looks(const Context& context) const;
  /// As the outputs want it; the exit code.
  int write(const Context& context, const reports::Paper& paper) const;
};

/// The one agency that a word names; throws Refused.
results::AgencyRow agency_of(const Context& context, const store::Store& store,
                             const std::string& word, const std::string& as_of);

}  // namespace periksa::cli
