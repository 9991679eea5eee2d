// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "auditor/cli/command_line.h"
#include "auditor/cli/context.h"
#include "auditor/packs/passphrase.h"

namespace periksa::cli {

/// Where a passphrase comes from: the first line of a file, or else the terminal, without echo.
/// Never the command line, which every program of the machine can read.
struct PassphraseSource {
  Bilingual prompt;
  bool twice = false;  // a new one, asked for again
  const char* option = "--passphrase-file";
  std::string file{};

  /// The option that names the file; this has to live as long as the verb.
  Option add(CommandLine verb, const Context& context);
};

/// Nothing after having said why.
std::optional<packs::SecretBytes> ask_passphrase(const Context& context,
                                                 const PassphraseSource& source);

}  // namespace periksa::cli
