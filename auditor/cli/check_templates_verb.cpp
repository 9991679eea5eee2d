// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "auditor/cli/exit_code.h"
#include "auditor/cli/verbs.h"
#include "reports/html_report.h"
#include "reports/paper_writers.h"
#include "reports/papers.h"

namespace periksa::cli {
namespace {

/// A report and every paper of results with nothing in them: reads all templates, words and styles.
Result<void> try_all(const reports::TemplateFolders& folders) {
  const results::Results nothing;
  const reports::Sink away = [](std::string_view) {};
  for (const Language language : {Language::id, Language::en}) {
    const reports::ReportOptions options{language, false, folders};
    if (const auto page = reports::write_html(nothing, options, away); !page) return page;
    const auto paper = reports::make_paper(nothing, reports::Reader::inspector, options);
    if (!paper) return std::unexpected(paper.error());
    if (const auto html = reports::write_paper_html(*paper, options, away); !html) return html;
    if (const auto odt = reports::write_paper_odt(*paper, options, away); !odt) return odt;
  }
  return {};
}

int check(Context context, const std::string& folder) {
  context.templates_given = folder;
  if (const auto tried = try_all(context.templates()); !tried) {
    context.print(tried.error());
    return kInputRefused;
  }
  std::printf("%s\n", context.say("Templat dan kata-katanya dapat dipakai.",
                                  "The templates and words can be used."));
  return kFine;
}

}  // namespace

Command add_check_templates(CommandLine app, Context& context) {
  const auto verb = app.add_subcommand(
      "check-templates",
      context.say("Memeriksa folder templat dan kata-kata sendiri (docs/templates.md).",
                  "Checks a folder of templates and words of your own (docs/templates.md)."));
  auto folder = std::make_shared<std::string>();
  verb.add_option("folder", *folder, context.say("Folder templat", "The folder of templates"))
      .required()
      .existing_folder();
  return {verb, [&context, folder] { return check(context, *folder); }};
}

}  // namespace periksa::cli
