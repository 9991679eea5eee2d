// SPDX-License-Identifier: Apache-2.0
#include "auditor/sheets/package.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <new>
#include <utility>

#include "auditor/base/sha256.h"
#include "auditor/sheets/letters.h"
#include "auditor/sheets/messages.h"

namespace periksa::sheets {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 16;

/// A name that would lead out of a folder, if it were ever unpacked to one.
bool path_like(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != name.npos) return true;
  if (name.size() > 1 && name[1] == ':') return true;
  for (std::size_t at = 0; at <= name.size();) {
    const auto slash = std::min(name.find('/', at), name.size());
    const auto segment = name.substr(at, slash - at);
    if (segment == ".." || segment == ".") return true;
    at = slash + 1;
  }
  return false;
}

/// An open file that is closed with the object.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }

 private:
  int number_;
};

/// The hash of the whole file, which is then at its beginning again.
Result<std::string> hash_of(int descriptor, const std::string& file, std::uint64_t cap) {
  Sha256 sha;
  std::array<char, kPiece> block;
  std::uint64_t total = 0;
  ssize_t n = 0;
  while ((n = ::read(descriptor, block.data(), block.size())) > 0) {
    total += static_cast<std::uint64_t>(n);
    if (total > cap) return fail({file}, say::file_too_large(cap));
    sha.add({block.data(), static_cast<std::size_t>(n)});
  }
  if (n < 0 || ::lseek(descriptor, 0, SEEK_SET) < 0) return fail({file}, say::cannot_read(errno));
  return sha.hex();
}

}  // namespace

Package::Package(std::string file, const Caps& caps, zip* archive)
    : file_(std::move(file)),
      caps_(caps),
      archive_(archive, [](zip* open) { zip_discard(open); }) {}

std::unexpected<Diagnostics> Package::fail(Bilingual text) const {
  return periksa::fail({file_}, std::move(text));
}

Result<Package> Package::open(const std::filesystem::path& path, const Caps& caps) {
  const std::string file = path.string();
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (descriptor.get() < 0) return periksa::fail({file}, say::cannot_read(errno));
  auto sha256 = hash_of(descriptor.get(), file, caps.file);
  if (!sha256) return std::unexpected(sha256.error());
  const int copy = ::dup(descriptor.get());  // the archive closes its own
  if (copy < 0) return periksa::fail({file}, say::cannot_read(errno));
  int error = 0;
  zip* const archive = zip_fdopen(copy, ZIP_CHECKCONS, &error);
  if (archive == nullptr) {
    ::close(copy);
    if (error == ZIP_ER_MEMORY) throw std::bad_alloc();
    return periksa::fail({file}, say::damaged_zip());
  }
  Package package(file, caps, archive);
  package.sha256_ = std::move(*sha256);
  if (auto listed = package.list(); !listed) return std::unexpected(listed.error());
  return package;
}

Result<void> Package::list() {
  const auto count = zip_get_num_entries(archive_.get(), 0);
  if (count > caps_.parts) return fail(say::too_many_parts(caps_.parts));
  for (std::uint64_t index = 0; index < static_cast<std::uint64_t>(count); ++index) {
    zip_stat_t stat;
    constexpr auto kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(archive_.get(), index, 0, &stat) != 0 || (stat.valid & kNeeded) != kNeeded)
      return fail(say::damaged_zip());
    const std::string_view name = stat.name;
    if (path_like(name)) return fail(say::path_as_part(name));
    const bool encrypted =
        (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE;
    const bool known = (stat.valid & ZIP_STAT_COMP_METHOD) != 0 &&
                       (stat.comp_method == ZIP_CM_STORE || stat.comp_method == ZIP_CM_DEFLATE);
    const Entry entry{index, stat.comp_size, stat.size, encrypted, known};
    if (!entries_.emplace(lowered(name), entry).second) return fail(say::part_twice(name));
  }
  return {};
}

bool Package::has(std::string_view part) const {
  return entries_.contains(lowered(part));
}

Result<const Package::Entry*> Package::entry(std::string_view part) const {
  const auto found = entries_.find(lowered(part));
  if (found == entries_.end()) return fail(say::part_missing(part));
  const Entry& entry = found->second;
  if (entry.encrypted) return fail(say::encrypted());
  if (!entry.known_method) return fail(say::other_compression(part));
  if (entry.unpacked > caps_.unpacked - unpacked_)
    return fail(say::unpacks_too_large(caps_.unpacked));
  if (entry.unpacked > caps_.ratio_from && entry.unpacked / caps_.ratio > entry.packed)
    return fail(say::unpacks_too_much(part, caps_.ratio));
  return &entry;
}

Result<void> Package::unpack(std::string_view part, const Room& room, const Take& take) {
  const auto known = entry(part);
  if (!known) return std::unexpected(known.error());
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> stream(
      zip_fopen_index(archive_.get(), (*known)->index, 0), &zip_fclose);
  if (!stream) return fail(say::damaged_part(part));
  std::uint64_t left = (*known)->unpacked;  // what the archive announces is what may come
  for (;;) {
    const auto n = zip_fread(stream.get(), room(kPiece), kPiece);
    if (n < 0 || static_cast<std::uint64_t>(n) > left) return fail(say::damaged_part(part));
    left -= static_cast<std::uint64_t>(n);
    unpacked_ += static_cast<std::uint64_t>(n);
    if (n == 0 && left > 0) return fail(say::damaged_part(part));
    if (!take(static_cast<std::size_t>(n), n == 0) || n == 0) return {};
  }
}

Result<void> Package::read(std::string_view part, PartReader& reader) {
  XmlPart xml(std::string(part), caps_, reader);
  return read(part, xml);
}

Result<void> Package::read(std::string_view part, PartSink& sink) {
  bool fine = true;
  auto unpacked = unpack(
      part, [&](std::size_t size) { return sink.room(size); },
      [&](std::size_t size, bool last) { return fine = sink.filled(size, last); });
  if (!unpacked) return unpacked;
  if (fine) return {};
  Diagnostic problem = sink.problem();
  problem.at.file = file_;
  return std::unexpected(Diagnostics{std::move(problem)});
}

Result<std::string> Package::head(std::string_view part, std::size_t cap) {
  std::string text;
  std::array<char, kPiece> block;
  auto unpacked = unpack(
      part, [&](std::size_t) { return block.data(); },
      [&](std::size_t size, bool) {
        text.append(block.data(), size);
        return text.size() < cap;
      });
  if (!unpacked) return std::unexpected(unpacked.error());
  text.resize(std::min(text.size(), cap));
  return text;
}

}  // namespace periksa::sheets
