// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "auditor/base/data_file.h"
#include "auditor/base/date.h"
#include "auditor/base/file.h"
#include "auditor/base/nearest.h"
#include "auditor/base/one_line.h"
#include "auditor/base/sha256.h"
#include "auditor/base/shown.h"
#include "auditor/results/waivers.h"

namespace periksa::results {
namespace {

constexpr std::size_t kCap = 16U << 20;
constexpr std::size_t kFingerprint = 32;

class Reader {
 public:
  Reader(const DataFile& file, std::span<const std::string_view> rules)
      : file_(file), rules_(rules) {}

  Result<std::vector<GivenWaiver>> read() {
    const auto root = file_.root();
    if (std::string_view(root.name()) != "waivers") {
      complain(file_.at(root), "elemen akar harus <waivers format=\"1\">",
               "the root element must be <waivers format=\"1\">");
      return std::unexpected(std::move(problems_));
    }
    file_.allow_attributes(root, {"format"}, problems_);
    file_.allow_children(root, {"waiver"}, problems_);
    if (file_.required(root, "format", problems_) != "1" && problems_.empty()) {
      complain(file_.at(root.attribute("format")), "format harus \"1\"", "format must be \"1\"");
    }
    for (const auto node : root.children("waiver")) given_.push_back(waiver(node));
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return std::move(given_);
  }

 private:
  void complain(Position at, std::string id, std::string en) {
    problems_.push_back({Diagnostic::Kind::error, std::move(at), {std::move(id), std::move(en)}});
  }

  GivenWaiver waiver(pugi::xml_node node) {
    file_.allow_attributes(node, {"rule", "subject", "fingerprint", "authority", "from", "expires"},
                           problems_);
    file_.allow_children(node, {"reason"}, problems_);
    GivenWaiver out{{}, file_.at(node)};
    Waiver& x = out.waiver;
    x.id = fmt::format("V{}", given_.size() + 1);
    x.rule = rule(node);
    x.authority = text(node, "authority");
    x.expires = day(node, "expires", true);
    x.from = day(node, "from", false);
    x.subject = node.attribute("subject").value();
    x.fingerprint = fingerprint(node);
    x.reason = reason(node);
    if (!x.from.empty() && !x.expires.empty() && x.from > x.expires)
      complain(file_.at(node.attribute("expires")),
               fmt::format("berakhir {} sebelum berlaku {}", x.expires, x.from),
               fmt::format("expires {} before it begins {}", x.expires, x.from));
    if (node.attribute("subject") && node.attribute("fingerprint"))
      complain(file_.at(node.attribute("fingerprint")),
               "tulis subject atau fingerprint, tidak keduanya",
               "write a subject or a fingerprint, not both");
    if (node.attribute("subject") && x.subject.empty())
      complain(file_.at(node.attribute("subject")),
               "subject kosong; hapus atribut ini bila berlaku untuk semua subjek aturan",
               "the subject is empty; leave the attribute out to waive the rule for all its "
               "subjects");
    return out;
  }

  std::string rule(pugi::xml_node node) {
    const std::string id(file_.required(node, "rule", problems_));
    if (id.empty() || std::ranges::find(rules_, id) != rules_.end()) return id;
    const Bilingual text = no_such({"aturan", "rule"}, id, rules_);
    complain(file_.at(node.attribute("rule")), text.id, text.en);
    return id;
  }

  /// Required, and more than blanks.
  std::string text(pugi::xml_node node, const char* name) {
    std::string value = one_line(file_.required(node, name, problems_));
    if (node.attribute(name) && value.empty())
      complain(file_.at(node.attribute(name)), fmt::format("{} tidak boleh kosong", name),
               fmt::format("{} must not be empty", name));
    return value;
  }

  std::string day(pugi::xml_node node, const char* name, bool required) {
    const auto attribute = node.attribute(name);
    if (!attribute && !required) return {};
    std::string value(file_.required(node, name, problems_));
    if (attribute && !parse_iso_date(value))
      complain(file_.at(attribute),
               fmt::format("{} \"{}\" harus tanggal TTTT-BB-HH", name, shown(value)),
               fmt::format("{} \"{}\" must be a date YYYY-MM-DD", name, shown(value)));
    return value;
  }

  std::string fingerprint(pugi::xml_node node) {
    const auto attribute = node.attribute("fingerprint");
    const std::string value = attribute.value();
    const bool right = value.size() == kFingerprint &&
                       value.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (attribute && !right)
      complain(file_.at(attribute),
               "sidik temuan terdiri atas 32 digit heksadesimal; salin dari dokumen hasil",
               "a fingerprint is 32 hexadecimal digits; copy it from the results document");
    return value;
  }

  std::string reason(pugi::xml_node node) {
    const auto child = node.child("reason");
    const std::string value = one_line(child.text().get());
    if (value.empty())
      complain(file_.at(child ? child : node), "alasan wajib diisi: <reason>…</reason>",
               "a reason is required: <reason>…</reason>");
    if (child.next_sibling("reason"))
      complain(file_.at(child.next_sibling("reason")), "hanya satu <reason> untuk tiap <waiver>",
               "one <reason> only for each <waiver>");
    file_.allow_attributes(child, {}, problems_);
    file_.allow_children(child, {}, problems_);
    return value;
  }

  const DataFile& file_;
  std::span<const std::string_view> rules_;
  std::vector<GivenWaiver> given_;
  Diagnostics problems_;
};

}  // namespace

Result<WaiverFile> read_waivers(const std::filesystem::path& path,
                                std::span<const std::string_view> rules) {
  auto bytes = read_file(path, kCap);
  if (!bytes) return std::unexpected(bytes.error());
  WaiverFile out{path.filename().string(), sha256_hex(*bytes), {}};
  const auto file = DataFile::parse(std::move(*bytes), path.string());
  if (!file) return std::unexpected(file.error());
  auto waivers = Reader(*file, rules).read();
  if (!waivers) return std::unexpected(waivers.error());
  out.waivers = std::move(*waivers);
  return out;
}

}  // namespace periksa::results
