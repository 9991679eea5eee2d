// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "auditor/base/diagnostic.h"
#include "reports/template_folders.h"

namespace ctemplate {
class TemplateDictionary;
}

/// The template engine (ctemplate) behind three small classes, so that nothing else knows it and no
/// value can reach a page unescaped.
namespace periksa::reports {

/// What a template, or one section of it, is to show. A light handle: copies mean the same page,
/// which lives as long as its PageRoot. Every value is made printable first.
class Page {
 public:
  void set(std::string_view name, std::string_view value) const;
  /// Shows a section once, without values of its own; sections not shown are left out.
  void show(std::string_view section) const;
  /// One more repetition of a section. It sees the values around it as well.
  Page section(std::string_view name) const;
  /// One more copy of another template in place of `{{>name}}`. It sees its own values and the
  /// labels only.
  Page include(std::string_view name, std::string_view file) const;

 protected:
  explicit Page(ctemplate::TemplateDictionary* dictionary) : dictionary_(dictionary) {}
  ctemplate::TemplateDictionary* dictionary_;
};

class PageRoot : public Page {
 public:
  PageRoot();
  ~PageRoot();
  PageRoot(const PageRoot&) = delete;
  PageRoot& operator=(const PageRoot&) = delete;

  /// A value that every included template sees too.
  void label(std::string_view name, std::string_view value) const;

 private:
  friend class PageTemplates;
  std::unique_ptr<ctemplate::TemplateDictionary> owned_;
};

/// All templates, with escaping by context switched on in each. Immutable once loaded;
/// may be used by several threads.
class PageTemplates {
 public:
  /// Reads `*.html`, `*.css` and `*.js`; refuses a template that switches escaping off or on by
  /// itself, and a script with a marker in it or a sign (`<`, `&`) that is not one in XML.
  static Result<PageTemplates> load(const TemplateFolders& folders);

  PageTemplates(PageTemplates&&) noexcept;
  ~PageTemplates();

  /// Fills the template `file`, handing the text on piece by piece.
  void expand(std::string_view file, const PageRoot& page,
              const std::function<void(std::string_view)>& sink) const;

  /// The SHA-256, in base64, of exactly the bytes that include(…, `file`) puts into a page.
  std::string script_hash(std::string_view file) const;

 private:
  struct Cache;
  explicit PageTemplates(std::unique_ptr<Cache> cache);
  std::unique_ptr<Cache> cache_;
};

}  // namespace periksa::reports
