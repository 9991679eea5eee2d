// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "auditor/cli/command_line.h"
#include "auditor/cli/context.h"
#include "auditor/results/results.h"

/// The verbs of `periksa`. Each adds its subcommand with its help; the returned function runs it
/// and gives the exit code. Help is written in the language of `context`, which is known before the
/// command line is parsed.
namespace periksa::cli {

using Verb = std::function<int()>;

struct Command {
  CommandLine line;
  Verb run;
};

Command add_audit(CommandLine app, Context& context);
Command add_facts(CommandLine app, Context& context);
std::vector<Command> add_rules(CommandLine app, Context& context);
/// The subcommands of `rules` about second readings and going out.
std::vector<Command> add_release(CommandLine rules, Context& context);
Command add_convert(CommandLine app, Context& context);
Command add_template(CommandLine app, Context& context);
Command add_map(CommandLine app, Context& context);
Command add_explain(CommandLine app, Context& context);
Command add_report(CommandLine app, Context& context);
Command add_pack(CommandLine app, Context& context);
Command add_verify(CommandLine app, Context& context);
Command add_open(CommandLine app, Context& context);
/// The subcommands of `key`.
std::vector<Command> add_key(CommandLine app, Context& context);
/// The subcommands of `case`.
std::vector<Command> add_case(CommandLine app, Context& context);
/// The subcommands of `store`.
std::vector<Command> add_store(CommandLine app, Context& context);
Command add_diff(CommandLine app, Context& context);
Command add_check_templates(CommandLine app, Context& context);

/// Reads a results document; null after having said why.
std::unique_ptr<results::Results> read_results(const Context& context, const std::string& file);

}  // namespace periksa::cli
