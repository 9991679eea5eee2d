// SPDX-License-Identifier: Apache-2.0
#include "reports/page_template.h"

#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <ctemplate/template_emitter.h>

#include <algorithm>
#include <vector>

#include "auditor/base/file.h"
#include "auditor/base/lines.h"
#include "auditor/base/printable.h"
#include "auditor/base/sha256.h"

namespace periksa::reports {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTemplateCap = 1U << 20;

ctemplate::TemplateString in(std::string_view text) {
  return {text.data(), text.size()};
}

/// The first marker that would change how values are escaped, or npos.
std::size_t forbidden_marker(std::string_view text) {
  for (auto at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at + 2)) {
    const std::string_view marker = text.substr(at, text.find("}}", at) - at);
    const bool modifier = marker.find(':') != std::string_view::npos && !marker.starts_with("{{!");
    if (modifier || marker.starts_with("{{%") || marker.starts_with("{{=")) return at;
  }
  return std::string_view::npos;
}

/// A script stands in every page as it is in its file. Markers would make it a function of values,
/// and a page with these signs in it would not be XML.
std::size_t forbidden_in_script(std::string_view text) {
  return std::min({text.find("{{"), text.find('<'), text.find('&')});
}

/// Refuses what would put a value, or a script, into a page unguarded.
Result<void> check(const fs::path& file, std::string_view text) {
  const bool script = file.extension() == ".js";
  const auto at = script ? forbidden_in_script(text) : forbidden_marker(text);
  if (at == std::string_view::npos) return {};
  const Position where = position_at(text, at, file.string());
  if (script)
    return fail(where, {"naskah program tidak boleh memuat penanda templat, < atau &",
                        "a script must hold no template marker, < or &"});
  return fail(where, {"templat tidak boleh mengubah pengamanan nilai (%, = atau :)",
                      "a template must not change how values are escaped (%, = or :)"});
}

const char* escaping_of(const fs::path& file) {
  if (file.extension() == ".css") return "CSS";
  return file.extension() == ".js" ? "JAVASCRIPT" : "HTML";
}

class SinkEmitter : public ctemplate::ExpandEmitter {
 public:
  explicit SinkEmitter(const std::function<void(std::string_view)>& sink) : sink_(sink) {}
  void Emit(char c) override { sink_({&c, 1}); }
  void Emit(const std::string& s) override { sink_(s); }
  void Emit(const char* s) override { sink_(s); }
  void Emit(const char* s, std::size_t length) override { sink_({s, length}); }

 private:
  const std::function<void(std::string_view)>& sink_;
};

}  // namespace

void Page::set(std::string_view name, std::string_view value) const {
  dictionary_->SetValue(in(name), printable(value));
}

void Page::show(std::string_view section) const {
  dictionary_->ShowSection(in(section));
}

Page Page::section(std::string_view name) const {
  return Page(dictionary_->AddSectionDictionary(in(name)));
}

Page Page::include(std::string_view name, std::string_view file) const {
  ctemplate::TemplateDictionary* included = dictionary_->AddIncludeDictionary(in(name));
  included->SetFilename(in(file));
  return Page(included);
}

PageRoot::PageRoot()
    : Page(nullptr), owned_(std::make_unique<ctemplate::TemplateDictionary>("page")) {
  dictionary_ = owned_.get();
}

PageRoot::~PageRoot() = default;

void PageRoot::label(std::string_view name, std::string_view value) const {
  dictionary_->SetTemplateGlobalValue(in(name), printable(value));
}

struct PageTemplates::Cache {
  mutable ctemplate::TemplateCache templates;
};

PageTemplates::PageTemplates(std::unique_ptr<Cache> cache) : cache_(std::move(cache)) {}
PageTemplates::PageTemplates(PageTemplates&&) noexcept = default;
PageTemplates::~PageTemplates() = default;

Result<PageTemplates> PageTemplates::load(const TemplateFolders& folders) {
  auto cache = std::make_unique<Cache>();
  const auto files = folders.files({".html", ".css", ".js"});
  if (!files) return std::unexpected(files.error());
  if (files->empty()) {
    return fail({folders.shipped().string()}, {"tidak ada templat laporan dalam folder ini",
                                               "there are no report templates in this folder"});
  }
  for (const fs::path& file : *files) {
    const auto text = read_file(file, kTemplateCap);
    if (!text) return std::unexpected(text.error());
    if (auto checked = check(file, *text); !checked) return std::unexpected(checked.error());
    const std::string guarded =
        std::string("{{%AUTOESCAPE context=\"") + escaping_of(file) + "\"}}" + *text;
    if (!cache->templates.StringToTemplateCache(file.filename().string(), guarded,
                                                ctemplate::STRIP_BLANK_LINES)) {
      return fail({file.string()}, {"templat tidak terbaca", "the template cannot be parsed"});
    }
  }
  return PageTemplates(std::move(cache));
}

void PageTemplates::expand(std::string_view file, const PageRoot& page,
                           const std::function<void(std::string_view)>& sink) const {
  SinkEmitter emitter(sink);
  cache_->templates.ExpandWithData(in(file), ctemplate::STRIP_BLANK_LINES, page.owned_.get(),
                                   nullptr, &emitter);
}

std::string PageTemplates::script_hash(std::string_view file) const {
  std::string bytes;
  expand(file, PageRoot(), [&](std::string_view piece) { bytes += piece; });
  return sha256_base64(bytes);
}

}  // namespace periksa::reports
