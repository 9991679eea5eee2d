// SPDX-License-Identifier: Apache-2.0
#include "auditor/ruleset/evidence_reader.h"

#include <fmt/format.h>

#include "auditor/base/nearest.h"
#include "auditor/ruleset/xml_text.h"

namespace periksa::ruleset {
namespace {

/// Resolves `variable.field…` or `worker.collection.field`; nothing, after a complaint, if it is
/// neither.
class Paths {
 public:
  Paths(const std::vector<language::Variable>& variables, const facts::Vocabulary& vocabulary,
        Diagnostics& out)
      : variables_(variables), vocabulary_(vocabulary), out_(out) {}

  std::optional<Show> resolve(std::string_view path, const Position& at) {
    const auto names = split(path, ".");
    for (std::size_t v = 0; v < variables_.size(); ++v) {
      if (names.size() >= 2 && names[0] == variables_[v].name) {
        return steps(names, static_cast<std::uint16_t>(v), at);
      }
    }
    complain(out_, at, fmt::format("\"{}\" bukan jalur dari subjek", path),
             fmt::format("\"{}\" is not a path from the subject", path));
    return std::nullopt;
  }

 private:
  std::optional<Show> steps(const std::vector<std::string>& names, std::uint16_t variable,
                            const Position& at) {
    Show show;
    show.variable = variable;
    facts::EntityId owner = variables_[variable].entity;
    std::size_t first = 1;
    const auto collection = vocabulary_.find_collection(names[1]);
    if (collection && owner == vocabulary_.worker() && vocabulary_.entity(*collection).in_worker) {
      show.collection = owner = *collection;
      first = 2;
    }
    for (std::size_t i = first; i < names.size(); ++i) {
      const auto& entity = vocabulary_.entity(owner);
      const auto field = entity.find(names[i]);
      if (!field) {
        complain(out_, at,
                 with_nearest({fmt::format("{} tidak memiliki field \"{}\"", entity.name, names[i]),
                               fmt::format("{} has no field \"{}\"", entity.name, names[i])},
                              nearest(names[i], names_of(entity.fields))));
        return std::nullopt;
      }
      show.steps.push_back(*field);
      show.owners.push_back(owner);
      owner = entity.fields[*field].target;
    }
    if (!show.steps.empty()) return show;
    complain(out_, at, "jalur ini tidak menyebut field", "the path names no field");
    return std::nullopt;
  }

  const std::vector<language::Variable>& variables_;
  const facts::Vocabulary& vocabulary_;
  Diagnostics& out_;
};

}  // namespace

std::vector<Show> read_evidence(const DataFile& file, pugi::xml_node evidence,
                                const std::vector<language::Variable>& variables,
                                const facts::Vocabulary& vocabulary, Diagnostics& out) {
  std::vector<Show> shows;
  Paths paths(variables, vocabulary, out);
  for (const auto node : evidence.children("show")) {
    file.allow_attributes(node, {"fact", "private"}, out);
    allow_words(file, node, "private", {"year"}, out);
    auto show = paths.resolve(file.required(node, "fact", out), file.at(node));
    if (!show) continue;
    show->year_only = std::string_view(node.attribute("private").value()) == "year";
    shows.push_back(std::move(*show));
  }
  return shows;
}

std::vector<Ask> read_asks(const DataFile& file, pugi::xml_node rule,
                           const std::vector<language::Variable>& variables,
                           const facts::Vocabulary& vocabulary, Diagnostics& out) {
  std::vector<Ask> asks;
  Paths paths(variables, vocabulary, out);
  for (const auto node : rule.children("missing")) {
    file.allow_attributes(node, {"fact"}, out);
    const auto path = paths.resolve(file.required(node, "fact", out), file.at(node));
    const Bilingual text = both_languages(node, "ask");
    need_both(text, file.at(node), "ask", out);
    if (path) asks.push_back({path->owners.back(), path->steps.back(), text});
  }
  return asks;
}

}  // namespace periksa::ruleset
