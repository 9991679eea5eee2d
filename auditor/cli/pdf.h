// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "auditor/base/diagnostic.h"

namespace periksa::cli {

/// Prints a page of ours on A4 by the Chromium of this machine (`PERIKSA_CHROMIUM`, else the first
/// of chromium, chromium-browser, google-chrome on the PATH): tagged, with page numbers and
/// repeated table heads. The page is given to it in a private folder that is removed; it
/// asks no network for anything. Two prints of one page differ in dates and ids.
Result<std::string> print_pdf(const std::string& page);

}  // namespace periksa::cli
