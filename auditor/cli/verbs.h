// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "auditor/cli/context.h"
#include "auditor/results/results.h"

/// The verbs of `periksa`. Each adds its subcommand with its help; the returned function runs it
/// and gives the exit code. Help is written in the language of `context`, which is known before the
/// command line is parsed.
namespace periksa::cli {

using Verb = std::function<int()>;

struct Command {
  CLI::App* app = nullptr;
  Verb run;
};

Command add_audit(CLI::App& app, Context& context);
Command add_facts(CLI::App& app, Context& context);
std::vector<Command> add_rules(CLI::App& app, Context& context);
/// The subcommands of `rules` about second readings and going out.
std::vector<Command> add_release(CLI::App& rules, Context& context);
Command add_convert(CLI::App& app, Context& context);
Command add_template(CLI::App& app, Context& context);
Command add_map(CLI::App& app, Context& context);
Command add_explain(CLI::App& app, Context& context);
Command add_report(CLI::App& app, Context& context);
Command add_pack(CLI::App& app, Context& context);
Command add_verify(CLI::App& app, Context& context);
Command add_open(CLI::App& app, Context& context);
/// The subcommands of `key`.
std::vector<Command> add_key(CLI::App& app, Context& context);
Command add_diff(CLI::App& app, Context& context);
Command add_check_templates(CLI::App& app, Context& context);

/// Reads a results document; null after having said why.
std::unique_ptr<results::Results> read_results(const Context& context, const std::string& file);

}  // namespace periksa::cli
