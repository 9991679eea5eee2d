// SPDX-License-Identifier: Apache-2.0
#include "auditor/results/json_syntax.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <vector>

#include "auditor/base/lines.h"

namespace periksa::results {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDepth = 128;

/// Walks the text without building anything; every handler answers whether to go on.
class Watcher : public nlohmann::json_sax<Json> {
 public:
  Watcher(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  std::optional<Diagnostic> fault() const { return fault_; }

  bool null() override {
    step();
    return refuse({"nilai kosong (null) tidak dipakai dalam dokumen hasil",
                   "a results document holds no null"});
  }
  bool boolean(bool) override { return step(); }
  bool number_integer(number_integer_t) override { return step(); }
  bool number_unsigned(number_unsigned_t) override { return step(); }
  bool number_float(number_float_t, const string_t& digits) override {
    step();
    return refuse({"angka '" + digits + "' bukan bilangan bulat; hanya bilangan bulat yang dipakai",
                   "the number '" + digits + "' is not a whole number of 64 bits"});
  }
  bool string(string_t&) override { return step(); }
  bool binary(binary_t&) override { return step(); }
  bool start_object(std::size_t) override { return open(false); }
  bool start_array(std::size_t) override { return open(true); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& key) override {
    Level& level = levels_.back();
    level.key = key;
    if (level.keys.insert(key).second) return true;
    return refuse({"kunci '" + key + "' tertulis dua kali; hapus salah satunya",
                   "the key '" + key + "' is given twice; remove one of the two"});
  }

  bool parse_error(std::size_t offset, const std::string&, const Json::exception&) override {
    const Position at = position_at(text_, std::min(offset, text_.size()), name_);
    fault_ = Diagnostic{Diagnostic::Kind::error,
                        at,
                        {"bukan JSON yang sah; berkas mungkin terpotong atau diubah tangan",
                         "not valid JSON; the file may be cut short or edited by hand"}};
    return false;
  }

 private:
  struct Level {
    bool list = false;
    std::size_t next = 0;
    std::string key;
    std::unordered_set<std::string> keys;
  };

  bool step() {
    if (!levels_.empty() && levels_.back().list) ++levels_.back().next;
    return true;
  }
  bool open(bool list) {
    step();
    levels_.push_back({list, 0, {}, {}});
    if (levels_.size() <= kDepth) return true;
    return refuse({"susunan lebih dalam dari 128 tingkat", "nested more than 128 levels deep"});
  }
  bool close() {
    levels_.pop_back();
    return true;
  }
  bool refuse(Bilingual text) {
    Position at{name_};
    for (const Level& level : levels_) {
      if (level.list && level.next > 0) at.cell += pointer_step(std::to_string(level.next - 1));
      if (!level.list && !level.key.empty()) at.cell += pointer_step(level.key);
    }
    fault_ = Diagnostic{Diagnostic::Kind::error, std::move(at), std::move(text)};
    return false;
  }

  std::string_view text_;
  const std::string& name_;
  std::vector<Level> levels_;
  std::optional<Diagnostic> fault_;
};

}  // namespace

std::string pointer_step(std::string_view key) {
  std::string step = "/";
  for (const char c : key) {
    if (c == '~') {
      step += "~0";
    } else if (c == '/') {
      step += "~1";
    } else {
      step += c;
    }
  }
  return step;
}

std::optional<Diagnostic> json_fault(std::string_view text, const std::string& name) {
  Watcher watcher(text, name);
  Json::sax_parse(text.begin(), text.end(), &watcher);
  return watcher.fault();
}

}  // namespace periksa::results
