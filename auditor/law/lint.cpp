// SPDX-License-Identifier: Apache-2.0
#include "auditor/law/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace periksa::law {
namespace {

void warn(Diagnostics& out, const Position& at, std::string id, std::string en) {
  out.push_back({Diagnostic::Kind::warning, at, {std::move(id), std::move(en)}});
}

bool meet(const Window& a, const Window& b) {
  return a.from < b.to && b.from < a.to;
}

template <class Versions>
bool any_meets(const Versions& versions, const Window& window) {
  return std::ranges::any_of(versions, [&](const auto& v) { return meet(v.window, window); });
}

/// Every day of the window is one on which some version may hold.
bool covered(std::span<const ProvisionVersion> versions, const Window& window) {
  Date reached = window.from;
  for (const auto& version : versions) {  // ascending by from
    if (version.window.from <= reached) reached = std::max(reached, version.window.to);
  }
  return window.to <= reached;
}

void lint_version(const Register& law, const Provision& provision, const ProvisionVersion& version,
                  Diagnostics& out) {
  const std::string from = to_iso(version.window.from);
  const auto* const instrument = law.instrument(provision.instrument);
  if (instrument != nullptr && instrument->checked_until < version.window.from) {
    warn(out, provision.at, fmt::format("versi {} mulai sesudah checked-until instrumennya", from),
         fmt::format("version {} begins after its instrument's checked-until", from));
  }
  const auto* const amending = law.find(version.amended_by);
  if (amending != nullptr && !any_meets(amending->versions, version.window)) {
    warn(out, provision.at,
         fmt::format("versi {}: {} tidak berlaku pada masa itu", from, version.amended_by),
         fmt::format("version {}: {} is not in force in that time", from, version.amended_by));
  }
  for (const auto& id : version.sanctions) {
    const auto* const sanction = law.sanction(id);
    if (sanction == nullptr || any_meets(sanction->versions, version.window)) continue;
    warn(out, provision.at,
         fmt::format("versi {}: sanksi {} tidak berlaku pada masa itu", from, id),
         fmt::format("version {}: sanction {} is not in force in that time", from, id));
  }
}

std::set<std::string_view> sanctions_named(const Register& law) {
  std::set<std::string_view> named;
  for (const auto& provision : law.provisions()) {
    for (const auto& version : provision.versions) {
      named.insert(version.sanctions.begin(), version.sanctions.end());
    }
  }
  return named;
}

}  // namespace

Diagnostics lint(const Register& law) {
  Diagnostics out;
  for (const auto& provision : law.provisions()) {
    for (const auto& version : provision.versions) lint_version(law, provision, version, out);
  }
  const auto named = sanctions_named(law);
  for (const auto& sanction : law.sanctions()) {
    if (named.contains(sanction.id)) continue;
    warn(out, sanction.at, fmt::format("sanksi {} tidak disebut ketentuan mana pun", sanction.id),
         fmt::format("no provision names the sanction {}", sanction.id));
  }
  return out;
}

Diagnostics lint(const Limits& limits, const Register& law) {
  Diagnostics out;
  for (const auto& limit : limits.all()) {
    for (const auto& row : limit.rows) {
      const auto* const provision = law.find(row.cite);
      if (provision != nullptr && !covered(provision->versions, row.window)) {
        warn(out, row.at, fmt::format("{} tidak berlaku sepanjang masa baris ini", row.cite),
             fmt::format("{} is not in force throughout this row's window", row.cite));
      }
      if (limit.checked_until < row.window.from) {
        warn(out, row.at, "baris ini mulai sesudah checked-until tabelnya",
             "this row begins after its table's checked-until");
      }
    }
  }
  return out;
}

}  // namespace periksa::law
