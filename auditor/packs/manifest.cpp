// SPDX-License-Identifier: Apache-2.0
#include "auditor/packs/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "auditor/base/sha256.h"

namespace periksa::packs {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kFolder = "documents/";
constexpr std::size_t kLongestName = 64;

std::string quoted(const std::string& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool is_word(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
}

/// Takes members out of an object; the first that is not as it should be spoils it.
class Members {
 public:
  explicit Members(const Json& json) : json_(json), good_(json.is_object()) {}

  template <class T>
  void take(const char* key, T& out) {
    const Json* const at = find(key);
    const T* const value = at == nullptr ? nullptr : at->get_ptr<const T*>();
    if (value != nullptr) {
      out = *value;
    } else {
      good_ = false;
    }
  }
  void take(const char* key, std::vector<PackFile>& out) {
    const Json* at = find(key);
    if (at == nullptr || !at->is_array()) {
      good_ = false;
      return;
    }
    for (const Json& item : *at) {
      Members members(item);
      PackFile& file = out.emplace_back();
      members.take("name", file.name);
      members.take("bytes", file.bytes);
      members.take("sha256", file.sha256);
      good_ = good_ && members.good();
    }
  }
  bool good() const { return good_; }

 private:
  const Json* find(const char* key) const {
    if (!json_.is_object()) return nullptr;
    const auto at = json_.find(key);
    return at == json_.end() ? nullptr : &*at;
  }

  const Json& json_;
  bool good_;
};

}  // namespace

std::string content_sha256(std::vector<PackFile> files) {
  std::ranges::sort(files, {}, &PackFile::name);
  Sha256 sha;
  for (const PackFile& file : files)
    sha.add(fmt::format("{}  {}  {}\n", file.sha256, file.bytes, file.name));
  return sha.hex();
}

std::string render_manifest(const Manifest& x) {
  std::string text = "{\n";
  const auto member = [&](const char* key, const std::string& value) {
    text += fmt::format(" \"{}\": {},\n", key, value);
  };
  member("format", quoted(std::string(kPackFormat)));
  member("edition", quoted(x.edition));
  member("scope", quoted(x.scope));
  member("language", quoted(x.language));
  member("with_sensitive", x.with_sensitive ? "true" : "false");
  member("engine_version", quoted(x.engine_version));
  member("rule_set", quoted(x.rule_set));
  member("rule_set_version", quoted(x.rule_set_version));
  member("manifest_sha256", quoted(x.manifest_sha256));
  member("as_of", quoted(x.as_of));
  std::string files;
  for (const PackFile& file : x.files) {
    files +=
        fmt::format("{}\n  {{\"name\": {}, \"bytes\": {}, \"sha256\": {}}}",
                    files.empty() ? "" : ",", quoted(file.name), file.bytes, quoted(file.sha256));
  }
  member("files", "[" + files + "\n ]");
  member("content_sha256", quoted(x.content_sha256));
  member("other_edition", quoted(x.other_edition));
  text += fmt::format(" \"check\": \"{}\"\n}}\n", sha256_hex(text));
  return text;
}

Result<Manifest> read_manifest(std::string_view text, const std::string& name) {
  const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
  if (json.is_discarded() || !json.is_object()) {
    return fail({name}, {"manifes tidak dapat dibaca; paket ini rusak atau bukan paket Periksa",
                         "the manifest cannot be read; this pack is damaged or is none of "
                         "Periksa's"});
  }
  Members members(json);
  std::string format;
  members.take("format", format);
  if (format != kPackFormat) {
    return fail({name},
                {"format paket tidak dikenal; versi ini membaca " + std::string(kPackFormat),
                 "unknown format of a pack; this version reads " + std::string(kPackFormat)});
  }
  Manifest x;
  members.take("edition", x.edition);
  members.take("scope", x.scope);
  members.take("language", x.language);
  members.take("with_sensitive", x.with_sensitive);
  members.take("engine_version", x.engine_version);
  members.take("rule_set", x.rule_set);
  members.take("rule_set_version", x.rule_set_version);
  members.take("manifest_sha256", x.manifest_sha256);
  members.take("as_of", x.as_of);
  members.take("files", x.files);
  members.take("content_sha256", x.content_sha256);
  members.take("other_edition", x.other_edition);
  if (members.good()) return x;
  return fail({name}, {"manifes tidak lengkap atau berisi nilai yang salah jenis; paket ini rusak",
                       "the manifest lacks members or has values of a wrong type; this pack is "
                       "damaged"});
}

Manifest manifest_of(const results::Results& results, std::string edition, Language language) {
  const results::Header& header = results.header;
  Manifest x;
  x.edition = std::move(edition);
  x.scope = header.slice.empty() ? "case" : header.slice;
  x.language = language == Language::id ? "id" : "en";
  x.engine_version = header.engine_version;
  x.rule_set = header.rule_set;
  x.rule_set_version = header.rule_set_version;
  x.manifest_sha256 = header.manifest_sha256;
  x.as_of = header.as_of;
  return x;
}

bool is_pack_name(std::string_view name) {
  if (name.size() > kLongestName) return false;
  if (name.starts_with(kFolder)) name.remove_prefix(kFolder.size());
  const auto dot = name.find('.');
  return is_word(name.substr(0, dot)) &&
         (dot == std::string_view::npos || is_word(name.substr(dot + 1)));
}

}  // namespace periksa::packs
