// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/cli/context.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace periksa::cli {

/// Puts the fixed words of help texts ("Options", "REQUIRED" …) into the language of the context.
void translate_help(CLI::App& app, const Context& context);

/// Puts `--help` among the other options of every verb; to be called when all are added.
void group_help(CLI::App& app, const Context& context);

/// Tells on standard error what is wrong with a command line, and the verb that was probably meant.
void explain_usage(const Context& context, const CLI::App& app, const CLI::ParseError& error,
                   int argc, char** argv);

}  // namespace periksa::cli
