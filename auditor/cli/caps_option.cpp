// SPDX-License-Identifier: Apache-2.0
#include "auditor/cli/caps_option.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "auditor/base/nearest.h"
#include "auditor/base/shown.h"

namespace periksa::cli {
namespace {

constexpr std::uint64_t kMega = std::uint64_t{1} << 20;
constexpr std::uint64_t kGiga = std::uint64_t{1} << 30;

/// A cap under its name. Beyond `most` a filing could not be read however large the machine is:
/// places are 32-bit offsets into what is read at once.
struct Cap {
  std::string_view name;
  std::uint64_t most;
  void (*set)(std::uint64_t value, intake::InputCaps& filing, sheets::Caps& sheets);
};

constexpr std::array<Cap, 10> kCaps{{
    {"file", 1024 * kGiga,
     [](std::uint64_t n, intake::InputCaps& filing, sheets::Caps& sheets) {
       filing.file = n;
       sheets.file = n;
     }},
    {"workers", 100'000'000,
     [](std::uint64_t n, intake::InputCaps& filing, sheets::Caps&) {
       filing.workers = static_cast<std::uint32_t>(n);
     }},
    {"records", 100'000'000,
     [](std::uint64_t n, intake::InputCaps& filing, sheets::Caps&) {
       filing.shared_records = static_cast<std::uint32_t>(n);
     }},
    {"records-of-a-worker", 1'000'000,
     [](std::uint64_t n, intake::InputCaps& filing, sheets::Caps&) {
       filing.records_of_one_worker = static_cast<std::uint32_t>(n);
     }},
    {"shared", 2 * kGiga,
     [](std::uint64_t n, intake::InputCaps& filing, sheets::Caps&) { filing.shared = n; }},
    {"worker", 256 * kMega,
     [](std::uint64_t n, intake::InputCaps& filing, sheets::Caps&) { filing.element = n; }},
    {"text", kMega,
     [](std::uint64_t n, intake::InputCaps& filing, sheets::Caps& sheets) {
       filing.text = n;
       sheets.cell = n;
     }},
    {"cells", 10'000'000'000,
     [](std::uint64_t n, intake::InputCaps&, sheets::Caps& sheets) { sheets.cells = n; }},
    {"texts", 64 * kGiga,
     [](std::uint64_t n, intake::InputCaps&, sheets::Caps& sheets) { sheets.text = n; }},
    {"unpacked", 1024 * kGiga,
     [](std::uint64_t n, intake::InputCaps&, sheets::Caps& sheets) { sheets.unpacked = n; }},
}};

std::vector<std::string_view> names() {
  std::vector<std::string_view> all;
  for (const auto& cap : kCaps) all.push_back(cap.name);
  return all;
}

/// "5000000", "64K", "2G": a whole number from 1, with K, M or G for powers of 1024.
std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (error != std::errc() || value == 0) return std::nullopt;
  const std::size_t power = std::string_view("KMG").find(unit);
  if (unit.empty()) return value;
  if (unit.size() > 1 || power == std::string_view::npos) return std::nullopt;
  const std::uint64_t times = std::uint64_t{1} << (10 * (power + 1));
  if (value > ~std::uint64_t{0} / times) return std::nullopt;
  return value * times;
}

Bilingual unknown(std::string_view name) {
  const auto known = names();
  const auto near = nearest(name, known);
  const std::string list = fmt::format("{}", fmt::join(known, ", "));
  return {fmt::format("--cap tidak mengenal \"{}\"{}; yang dikenal: {}", shown(name),
                      near.empty() ? "" : fmt::format(", mungkin maksudnya \"{}\"", near), list),
          fmt::format("--cap does not know \"{}\"{}; known are: {}", shown(name),
                      near.empty() ? "" : fmt::format(", did you mean \"{}\"?", near), list)};
}

Bilingual beyond(const Cap& cap, std::string_view value) {
  return {fmt::format("--cap {}={}: tulis bilangan bulat dari 1 sampai {}, boleh dengan K, M, "
                      "atau G",
                      cap.name, shown(value), cap.most),
          fmt::format("--cap {}={}: write a whole number from 1 to {}, with K, M or G if you like",
                      cap.name, shown(value), cap.most)};
}

}  // namespace

void CapsOption::add(CommandLine verb, const Context& context) {
  verb.add_option("--cap", words_,
                  fmt::format("{} {}",
                              context.say("Batas bacaan NAMA=N, misalnya workers=5000000 atau "
                                          "file=2G. NAMA:",
                                          "A cap on what is read, NAME=N, such as "
                                          "workers=5000000 or file=2G. NAME:"),
                              fmt::join(names(), ", ")));
}

bool CapsOption::load(const Context& context) {
  const auto refuse = [&](const Bilingual& why) {
    context.tell(why);
    return false;
  };
  for (const std::string_view word : words_) {
    const auto sign = std::min(word.find('='), word.size());
    const auto name = word.substr(0, sign);
    const auto* const cap = std::ranges::find(kCaps, name, &Cap::name);
    if (cap == kCaps.end()) return refuse(unknown(name));
    const auto text = word.substr(std::min(sign + 1, word.size()));
    const auto value = number(text);
    if (!value || *value > cap->most) return refuse(beyond(*cap, text));
    cap->set(*value, filing_, sheets_);
  }
  return true;
}

}  // namespace periksa::cli
