// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "auditor/cli/context.h"
#include "auditor/results/results.h"

namespace periksa::cli {

/// One `--out KIND:FILE`; FILE `-` is standard output.
struct Output {
  enum class Kind : unsigned char { html, json, text };
  Kind kind = Kind::text;
  std::string file;
};

/// The outputs of a command line, or what is wrong with the first that cannot be one. At most one
/// may be standard output.
std::expected<std::vector<Output>, Bilingual> parse_outputs(const std::vector<std::string>& words);

/// What to say when an output would overwrite the input it is made from.
std::optional<Bilingual> overwriting(const std::vector<Output>& outputs, const std::string& input);

struct RenderOptions {
  Language language = Language::id;
  bool unmask = false;
};

/// Writes every output: files first, each whole or not at all, standard output last. Without one on
/// standard output and without any file, the summary goes there. False after having said why.
bool write_outputs(const Context& context, const results::Results& results,
                   const std::vector<Output>& outputs, const RenderOptions& options);

}  // namespace periksa::cli
