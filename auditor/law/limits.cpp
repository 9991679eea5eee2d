// SPDX-License-Identifier: Apache-2.0
#include "auditor/law/limits.h"

#include <fmt/format.h>

#include <algorithm>

#include "auditor/law/limit_reader.h"

namespace periksa::law {

/// Reads all files, then puts the limits in the order of their names.
class LimitsReader {
 public:
  Result<Limits> read(const std::vector<DataFile>& files, const LimitWorld& world) {
    for (const auto& file : files) read_file(file, world);
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    std::ranges::sort(limits_.limits_, {}, &Limit::name);
    for (auto& limit : limits_.limits_) limit.index = LimitIndex(limit);
    return std::move(limits_);
  }

 private:
  void read_file(const DataFile& file, const LimitWorld& world) {
    Reading reading(file, problems_);
    if (std::string_view(file.root().name()) != "limits") {
      reading.problem(file.at(file.root()), {"diharapkan <limits>", "expected <limits>"});
      return;
    }
    reading.expect(file.root(), {}, {"limit"});
    for (const auto node : file.root().children("limit")) {
      auto limit = read_limit(reading, node, world);
      if (std::ranges::find(limits_.limits_, limit.name, &Limit::name) != limits_.limits_.end()) {
        reading.problem(file.at(node), {fmt::format("batas \"{}\" sudah ada", limit.name),
                                        fmt::format("limit \"{}\" is there already", limit.name)});
      }
      limits_.limits_.push_back(std::move(limit));
    }
  }

  Diagnostics problems_;
  Limits limits_;
};

namespace {

Result<Limits> read(Result<std::vector<DataFile>> files, const LimitWorld& world) {
  if (!files) return std::unexpected(std::move(files.error()));
  return LimitsReader().read(*files, world);
}

}  // namespace

Result<Limits> Limits::load(const std::filesystem::path& rules, const facts::Vocabulary& vocabulary,
                            const Register& law) {
  return read(load_files(rules / "limits"), {vocabulary, law});
}

Result<Limits> Limits::parse(std::span<const std::string> files,
                             const facts::Vocabulary& vocabulary, const Register& law) {
  return read(parse_files(files), {vocabulary, law});
}

std::optional<std::uint16_t> Limits::find(std::string_view name) const {
  const auto found = std::ranges::lower_bound(limits_, name, {}, &Limit::name);
  if (found == limits_.end() || found->name != name) return std::nullopt;
  return static_cast<std::uint16_t>(found - limits_.begin());
}

}  // namespace periksa::law
