// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "auditor/base/bilingual.h"
#include "auditor/forms/json_input.h"

namespace periksa::forms {

/// A value that is neither object nor array.
struct JsonScalar {
  enum class Kind : std::uint8_t { null, truth, number, text };
  Kind kind = Kind::null;
  std::string_view text;  ///< of a truth `yes` or `no`, of a number its digits as written
};
using ScalarKind = JsonScalar::Kind;

/// Takes a JSON document piece by piece, in its order. Each answers whether to go on.
class JsonSink {
 public:
  virtual ~JsonSink() = default;
  virtual bool open(bool list) = 0;
  virtual bool close() = 0;
  virtual bool key(std::string_view name) = 0;
  virtual bool scalar(const JsonScalar& value) = 0;
};

/// Why a document cannot be read on, and where.
struct JsonFault {
  facts::Spot at;
  Bilingual text;
};

/// Hands a document to a sink without ever holding more of it than one token. Nothing, if it is
/// well-formed to its end or the sink wanted no more.
std::optional<JsonFault> read_json(JsonInput& input, const intake::InputCaps& caps, JsonSink& sink);

}  // namespace periksa::forms
