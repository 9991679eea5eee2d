// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "auditor/base/diagnostic.h"

namespace periksa::store {

/// Why a database did not do what it was asked, whichever database it is. Thrown by a Connection;
/// the functions people call (store.h) turn it into a message.
class Fault : public std::runtime_error {
 public:
  enum class Kind : std::uint8_t {
    busy,       ///< another process holds the lock, and went on holding it
    full,       ///< no room on the disk
    read_only,  ///< the file or its folder must not be written
    broken,     ///< no whole database: truncated, overwritten
    missing,    ///< no such file
    taken,      ///< a new one was to be made, and there is something of the name
    foreign,    ///< a database, but of another program
    folder,     ///< a folder, where a file was named
    no_folder,  ///< the folder that it is to stand in is not there
    newer,      ///< made by a later version of this program
    older,      ///< made by an earlier version; `migrate` changes it
    key,        ///< the key beside the store is missing or of another store
    other,
  };
  Fault(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

/// Why a file could not be made: full, no_folder, else read_only.
Fault::Kind kind_of_errno(int error);

/// What happened to the store at `path`, and the way out.
Diagnostics told(const std::filesystem::path& path, const Fault& fault);

}  // namespace periksa::store
