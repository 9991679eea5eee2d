// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "auditor/base/one_line.h"
#include "auditor/law/register_parts.h"

namespace periksa::law {
namespace {

constexpr std::array<std::string_view, 13> kBound{
    "p3mi",     "anyone", "branch",  "worker",   "candidate", "employer", "partner",
    "contract", "state",  "mission", "official", "minister",  "bpjs"};

constexpr std::array<std::string_view, 3> kUnruled{"not-the-agency", "question", "not-coded"};

std::string citation(const std::string& instrument, std::string_view provision) {
  return fmt::format("{}#{}", instrument, provision);
}

void read_sources(Reading& reading, pugi::xml_node root, Instrument& instrument) {
  for (const auto node : root.children("source")) {
    reading.expect(node, {"id", "copy"}, {});
    const std::string id = reading.required(node, "id");
    if (!instrument.sources.emplace(id, one_line(node.child_value())).second) {
      reading.problem(reading.at(node), {fmt::format("sumber \"{}\" sudah ada", id),
                                         fmt::format("source \"{}\" is there already", id)});
    }
  }
}

void read_source(Reading& reading, pugi::xml_node node, const Instrument& instrument,
                 ProvisionVersion& version) {
  version.source = reading.required(node, "source");
  if (version.source.empty() || instrument.sources.contains(version.source)) return;
  std::vector<std::string_view> known;
  for (const auto& [id, text] : instrument.sources) known.emplace_back(id);
  reading.unknown(reading.file().at(node.attribute("source")), {"sumber", "source"}, version.source,
                  known);
}

void read_binds(Reading& reading, pugi::xml_node node, ProvisionVersion& version) {
  for (const auto word : words(node.attribute("binds").value())) {
    if (std::ranges::find(kBound, word) == kBound.end()) {
      reading.unknown(reading.file().at(node.attribute("binds")), {"pihak", "party"}, word, kBound);
    }
    version.binds.emplace_back(word);
  }
}

ProvisionVersion read_version(Reading& reading, pugi::xml_node node, const Instrument& instrument,
                              RegisterParts& parts) {
  reading.expect(node,
                 {"from", "to", "sure-from", "sure-to", "grade", "concurring", "binds", "source",
                  "amended-by"},
                 {"paraphrase", "sanction"});
  ProvisionVersion version;
  version.window = reading.window(node);
  const auto [grade, concurring] = reading.reliance(node);
  version.grade = grade;
  version.concurring = concurring;
  read_binds(reading, node, version);
  read_source(reading, node, instrument, version);
  version.amended_by = node.attribute("amended-by").value();
  if (!version.amended_by.empty()) {
    parts.references.push_back({Reference::To::provision, version.amended_by,
                                reading.file().at(node.attribute("amended-by"))});
  }
  version.paraphrase = reading.texts(node, "paraphrase");
  for (const auto sanction : node.children("sanction")) {
    reading.expect(sanction, {"ref"}, {});
    version.sanctions.push_back(reading.required(sanction, "ref"));
    parts.references.push_back(
        {Reference::To::sanction, version.sanctions.back(), reading.at(sanction)});
  }
  return version;
}

std::vector<std::string> read_row_names(const Reading& reading, pugi::xml_node node,
                                        RegisterParts& parts) {
  std::vector<std::string> rows;
  for (const auto row : words(node.attribute("rows").value())) {
    rows.emplace_back(row);
    parts.references.push_back(
        {Reference::To::row, rows.back(), reading.file().at(node.attribute("rows"))});
  }
  return rows;
}

void read_provision(Reading& reading, pugi::xml_node node, const Instrument& instrument,
                    RegisterParts& parts) {
  reading.expect(node, {"id", "cite", "rows"}, {"version"});
  Provision provision;
  provision.id = citation(instrument.id, reading.required(node, "id"));
  provision.instrument = instrument.id;
  provision.cite = reading.required(node, "cite");
  provision.rows = read_row_names(reading, node, parts);
  provision.at = reading.at(node);
  std::vector<pugi::xml_node> nodes;
  std::vector<Window> windows;
  for (const auto child : node.children("version")) {
    nodes.push_back(child);
    provision.versions.push_back(read_version(reading, child, instrument, parts));
    windows.push_back(provision.versions.back().window);
  }
  if (nodes.empty()) {
    reading.problem(provision.at, {"ketentuan ini perlu paling sedikit satu <version>",
                                   "this provision needs at least one <version>"});
  }
  check_versions(reading, nodes, windows);
  parts.provisions.push_back(std::move(provision));
}

void read_unruled(Reading& reading, pugi::xml_node node, const Instrument& instrument,
                  RegisterParts& parts) {
  reading.expect(node, {"id", "rows", "provisions", "kind"}, {"why"});
  Unruled unruled;
  unruled.id = reading.required(node, "id");
  unruled.kind = reading.required(node, "kind");
  if (!unruled.kind.empty() && std::ranges::find(kUnruled, unruled.kind) == kUnruled.end()) {
    reading.unknown(reading.file().at(node.attribute("kind")), {"jenis", "kind"}, unruled.kind,
                    kUnruled);
  }
  unruled.rows = read_row_names(reading, node, parts);
  for (const auto word : words(node.attribute("provisions").value())) {
    const bool complete = word.find('#') != std::string_view::npos;
    unruled.provisions.push_back(complete ? std::string(word) : citation(instrument.id, word));
    parts.references.push_back({Reference::To::provision, unruled.provisions.back(),
                                reading.file().at(node.attribute("provisions"))});
  }
  unruled.why = reading.texts(node, "why");
  parts.unruled.push_back({std::move(unruled), reading.at(node)});
}

}  // namespace

void read_rows(Reading& reading, pugi::xml_node root, RegisterParts& parts) {
  reading.expect(root, {}, {"part"});
  for (const auto node : root.children("part")) {
    reading.expect(node, {"id", "rows"}, {"title"});
    RowPart part;
    part.id = reading.required(node, "id");
    part.title = reading.texts(node, "title");
    const std::string rows = reading.required(node, "rows");
    for (const auto row : words(rows)) part.rows.emplace_back(row);
    parts.row_parts.push_back({std::move(part), reading.at(node)});
  }
}

void read_instrument(Reading& reading, pugi::xml_node root, RegisterParts& parts) {
  reading.expect(root, {"id", "kind", "cite", "checked-until"},
                 {"title", "source", "provision", "unruled"});
  Instrument instrument;
  instrument.id = reading.required(root, "id");
  reading.required(root, "kind");
  instrument.cite = reading.required(root, "cite");
  instrument.title = reading.texts(root, "title");
  instrument.checked_until = reading.required_date(root, "checked-until");
  read_sources(reading, root, instrument);
  for (const auto node : root.children("provision")) {
    read_provision(reading, node, instrument, parts);
  }
  for (const auto node : root.children("unruled")) read_unruled(reading, node, instrument, parts);
  parts.instruments.push_back({std::move(instrument), reading.at(root)});
}

}  // namespace periksa::law
