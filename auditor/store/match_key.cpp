// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/match_key.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "auditor/base/descriptor.h"
#include "auditor/base/file.h"
#include "auditor/base/hex.h"
#include "auditor/base/sha256.h"
#include "auditor/store/fault.h"
#include "auditor/store/ledger.h"

namespace periksa::store {
namespace {

constexpr std::string_view kHeading = "periksa-store-key/1 ";
constexpr std::size_t kKey = 32;
constexpr std::size_t kMac = 16;
constexpr std::size_t kLongest = 4096;

std::string unhex(std::string_view digits) {
  std::string bytes(digits.size() / 2, '\0');
  if (!from_hex(digits, {reinterpret_cast<unsigned char*>(bytes.data()), bytes.size()}))
    throw Fault(Fault::Kind::key, "");
  return bytes;
}

}  // namespace

std::filesystem::path MatchKey::file_of(const std::filesystem::path& store) {
  return store.native() + ".key";
}

bool MatchKey::others_read(const std::filesystem::path& store) {
  using std::filesystem::perms;
  std::error_code error;
  const auto status = std::filesystem::status(file_of(store), error);
  if (error || !std::filesystem::exists(status)) return false;
  return (status.permissions() & (perms::group_read | perms::others_read)) != perms::none;
}

MatchKey MatchKey::make(const std::filesystem::path& store) {
  const auto file = file_of(store);
  std::error_code error;
  if (std::filesystem::exists(file, error)) return read(store);
  std::string bytes = random_bytes(kKey);
  const std::string text =
      std::string(kHeading) +
      to_hex({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}) + '\n';
  const Descriptor made(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (made.number() < 0) throw Fault(kind_of_errno(errno), ::strerror(errno));
  if (::write(made.number(), text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
      ::fsync(made.number()) != 0) {
    const auto kind = errno == ENOSPC ? Fault::Kind::full : Fault::Kind::other;
    ::unlink(file.c_str());
    throw Fault(kind, ::strerror(errno));
  }
  return MatchKey(bytes);
}

MatchKey MatchKey::read(const std::filesystem::path& store) {
  const auto text = read_file(file_of(store), kLongest);
  if (!text) throw Fault(Fault::Kind::key, "");
  std::string_view digits = *text;
  if (digits.ends_with('\n')) digits.remove_suffix(1);
  if (!digits.starts_with(kHeading) || digits.size() != kHeading.size() + 2 * kKey)
    throw Fault(Fault::Kind::key, "");
  std::string bytes = unhex(digits.substr(kHeading.size()));
  return MatchKey(bytes);
}

MatchKey::MatchKey(std::string& bytes) : keyed_(bytes) {
  ::explicit_bzero(bytes.data(), bytes.size());
}

std::string MatchKey::mac(std::string_view use, std::string_view text) const {
  return keyed_.of({use, std::string_view("\0", 1), text}).substr(0, kMac);
}

std::string MatchKey::check() const {
  const std::string mac = keyed_.of({"periksa-store-key-check"});
  return to_hex({reinterpret_cast<const unsigned char*>(mac.data()), 8});
}

}  // namespace periksa::store
