// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "auditor/law/reading.h"
#include "auditor/law/register.h"

namespace periksa::law {

/// A name one file uses for something that perhaps another file defines.
struct Reference {
  enum class To : std::uint8_t { provision, sanction, authority, row };
  To to = To::provision;
  std::string name;
  Position at;
};

/// What one file brings to the register, and with each thing its place.
struct RegisterParts {
  template <class Thing>
  struct Placed {
    Thing thing;
    Position at;
  };
  struct Authority {
    std::string id;
    std::vector<DatedText> versions;
  };

  std::vector<Placed<Instrument>> instruments;
  std::vector<Provision> provisions;
  std::vector<Placed<Unruled>> unruled;
  std::vector<Placed<RowPart>> row_parts;
  std::vector<Placed<Sanction>> sanctions;
  std::vector<Placed<Authority>> authorities;
  std::vector<Reference> references;
};

/// The root <instrument>.
void read_instrument(Reading& reading, pugi::xml_node root, RegisterParts& parts);
/// The root <rows>.
void read_rows(Reading& reading, pugi::xml_node root, RegisterParts& parts);
/// The root <sanctions>.
void read_sanctions(Reading& reading, pugi::xml_node root, RegisterParts& parts);

/// Versions of one thing: ascending, and together only inside uncertain windows.
void check_versions(Reading& reading, std::span<const pugi::xml_node> nodes,
                    std::span<const Window> windows);

}  // namespace periksa::law
