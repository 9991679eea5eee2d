// SPDX-License-Identifier: Apache-2.0
#include "reports/html_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "auditor/base/number_format.h"
#include "reports/charts.h"
#include "reports/html_parts.h"
#include "reports/page_links.h"

namespace periksa::reports {
namespace {

using namespace html;

// So many are tried on a page first; half as many where they are too large.
constexpr std::size_t kCards = 200;
constexpr std::size_t kRows = 4000;
constexpr std::size_t kWorkers = 2000;
constexpr std::size_t kLinks = 4000;

const std::string kLast = "texts.html";  // names no next page

constexpr std::size_t kLongestName = std::string_view("article-0000-000.html").size();

/// One card: a finding and its case.
struct CardOf {
  const Case* of = nullptr;
  std::size_t finding = 0;
};

class Folder {
 public:
  Folder(const Wording& wording, const PageTemplates& templates, PageStore& store)
      : wording_(wording),
        strings_(wording.strings()),
        templates_(templates),
        store_(store),
        script_hash_(templates.script_hash("filter.js")) {}

  Result<void> write() {
    const auto articles = by_law(wording_);
    for (std::size_t i = 0; i < articles.size(); ++i) {
      if (auto done = write_article(articles[i], i + 1); !done) return done;
    }
    if (auto done = write_amounts(); !done) return done;
    if (auto done = write_screens(); !done) return done;
    if (auto done = write_workers(); !done) return done;
    if (auto done = write_severities(); !done) return done;
    if (auto done = write_rows(); !done) return done;
    if (auto done = write_files(); !done) return done;
    if (auto done = write_papers(); !done) return done;
    const auto texts = [&](const Page& page) {
      const Page appendix = page.include("appendix", "appendix.html");
      add_texts(appendix, wording_);
    };
    if (auto done = add_page(kLast, strings_("part_texts"), Size::any, texts); !done)
      return std::unexpected(done.error());
    if (auto done = write_index(articles); !done) return done;
    return resolve_links();
  }

 private:
  using Fill = std::function<void(const Page& page)>;

  enum class Size : unsigned char { limited, any };

  /// False, and nothing written, if the page is larger than may be.
  Result<bool> add_page(const std::string& name, const std::string& part, Size size,
                        const Fill& fill) {
    const PageRoot page;
    const Page head = add_head(page, wording_);
    page.set("number", std::to_string(names_.size() + 1));
    page.set("part", part);
    page.set("before", std::to_string(names_.size()));
    if (name != kLast) page.section("next").set("number", std::to_string(names_.size() + 2));
    fill(page);
    if (name.starts_with("article")) add_script(page, head);
    std::string html;
    templates_.expand("report_part.html", page, [&](std::string_view piece) { html += piece; });
    const bool large = PageLinks::most_bytes(html, kLongestName) > kMostBytesOfPage;
    if (large && size == Size::limited) return false;
    if (auto done = put(name, html); !done) return std::unexpected(done.error());
    return true;
  }

  Result<void> put(const std::string& name, std::string_view html) {
    links_.add(name, html);
    names_.push_back(name);
    return store_.put(name, html);
  }

  void add_script(const PageRoot& page, const Page& head) const {
    head.include("style", "filter.css");
    head.section("script").set("hash", script_hash_);
    page.section("scripted").include("script", "filter.js");
  }

  /// `items` on as many pages as they need, `at_most` on each. A page of a single item is written
  /// whatever its size.
  template <class Item, class FillSome>
  Result<void> write_pages(std::string_view name, const std::string& part,
                           std::span<const Item> items, std::size_t at_most, FillSome fill) {
    std::size_t page = 0;
    std::size_t wanted = at_most;
    while (!items.empty()) {
      const auto some = items.first(std::min(wanted, items.size()));
      const std::string file =
          page == 0 ? fmt::format("{}.html", name) : fmt::format("{}-{}.html", name, page + 1);
      const std::string title =
          page == 0 ? part
                    : strings_.fill("part_more", {{"part", part}, {"n", std::to_string(page + 1)}});
      const Size size = some.size() > 1 ? Size::limited : Size::any;
      const auto written =
          add_page(file, title, size, [&](const Page& to) { fill(to, some, page == 0); });
      if (!written) return std::unexpected(written.error());
      if (!*written) {
        wanted = some.size() / 2;
        continue;
      }
      ++page;
      items = items.subspan(some.size());
    }
    return {};
  }

  Result<void> write_article(const LawGroup& group, std::size_t article) {
    std::vector<CardOf> cards;
    for (const Case& of : group.cases) {
      for (const std::size_t finding : of.findings) cards.push_back({&of, finding});
    }
    const auto fill = [&](const Page& page, std::span<const CardOf> some, bool first) {
      add_cards(page, {group, article, {}, first}, some);
    };
    return write_pages(fmt::format("article-{:03}", article), name_of(group),
                       std::span<const CardOf>(cards), kCards, fill);
  }

  void add_cards(const Page& page, ArticlePart part, std::span<const CardOf> cards) const {
    std::vector<std::size_t> indexes;
    for (const CardOf& card : cards) {
      indexes.push_back(card.finding);
      if (part.cases.empty() || part.cases.back().of != card.of)
        part.cases.push_back({card.of, {}});
      part.cases.back().findings.push_back(card.finding);
    }
    const Page findings = page.include("findings", "findings.html");
    const CardKeys keys(indexes, wording_);
    keys.add_controls(findings.section("some"));
    add_article(add_instrument(findings, part.group, 1, wording_), part, keys, wording_);
  }

  std::string name_of(const LawGroup& group) const {
    const auto* provision = group.provision;
    return provision == nullptr ? strings_("without_citation")
                                : provision->instrument + " " + provision->cite;
  }

  Result<void> write_amounts() {
    const auto fill = [&](const Page& page, std::span<const std::size_t> some, bool) {
      html::add_amounts(page, some, wording_);
    };
    const auto list = with_amounts(wording_);
    return write_pages("amounts", strings_("amounts_caption"), std::span<const std::size_t>(list),
                       kLinks, fill);
  }

  /// One page even where there are none: it says so.
  Result<void> write_screens() {
    const auto fill = [&](const Page& page, auto some, bool) { add_screens(page, some, wording_); };
    const auto notices = screened(wording_);
    const std::span<const results::Notice* const> all(notices);
    if (!all.empty()) return write_pages("screens", strings_("screens"), all, kWorkers, fill);
    const auto none = [&](const Page& page) { add_screens(page, {}, wording_); };
    if (auto done = add_page("screens.html", strings_("screens"), Size::any, none); !done)
      return std::unexpected(done.error());
    return {};
  }

  Result<void> write_workers() {
    const ByWorker workers = by_worker(wording_);
    std::vector<const ByWorker::value_type*> all;
    for (const auto& entry : workers) all.push_back(&entry);
    const auto fill = [&](const Page& page, auto some, bool) {
      add_worker_links(page.include("indexes", "indexes.html"), some, wording_);
    };
    return write_pages("workers", strings_("by_worker"),
                       std::span<const ByWorker::value_type* const>(all), kWorkers, fill);
  }

  Result<void> write_severities() {
    for (const auto severity : kSeverities) {
      const auto fill = [&](const Page& page, std::span<const std::size_t> some, bool) {
        const Page section = page.include("indexes", "indexes.html").section("by_severity");
        add_severity_links(section, severity, some, wording_);
      };
      const std::string word(to_string(severity));
      const auto list = of_severity(wording_, severity);
      const auto done =
          write_pages(word, strings_("severity") + ": " + strings_.term("severity", word),
                      std::span<const std::size_t>(list), kLinks, fill);
      if (!done) return done;
    }
    return {};
  }

  Result<void> write_rows() {
    const auto fill = [&](const Page& page, std::span<const std::size_t> some, bool) {
      add_rows(page.include("appendix", "appendix.html"), some, wording_);
    };
    return write_pages("rows", strings_("rows"), std::span(wording_.rows().order()), kRows, fill);
  }

  Result<void> write_files() {
    const auto fill = [&](const Page& page, std::span<const FileLine> some, bool) {
      add_files(page.include("appendix", "appendix.html"), some);
    };
    const auto files = files_of(wording_);
    return write_pages("files", strings_("files"), std::span<const FileLine>(files), kRows, fill);
  }

  Result<void> write_papers() {
    const auto fill = [&](const Page& page, auto some, bool) {
      add_papers(page.include("appendix", "appendix.html"), some, wording_);
    };
    const auto papers = papers_of(wording_);
    return write_pages("papers", strings_("papers_title"),
                       std::span<const results::PaperRow* const>(papers), kRows, fill);
  }

  Result<void> write_index(const std::vector<LawGroup>& articles) {
    const PageRoot page;
    add_head(page, wording_);
    add_overview(page, wording_);
    if (!with_amounts(wording_).empty()) page.show("amounts_apart");
    add_articles(page, articles);
    std::string html;
    templates_.expand("report.html", page, [&](std::string_view piece) { html += piece; });
    return put("index.html", html);
  }

  /// What stands in place of the cards: a line for each article, with how many of what it has.
  void add_articles(const Page& page, const std::vector<LawGroup>& articles) const {
    const Page list = page.include("findings", "articles.html");
    list.set("pages", strings_.count("n_page", names_.size() + 1));
    for (std::size_t i = 0; i < articles.size(); ++i) {
      const Page article = list.section("article");
      article.set("anchor", "article-" + std::to_string(i + 1));
      article.set("cite", name_of(articles[i]));
      std::map<results::Verdict, std::size_t, std::greater<>> counts;
      for (const Case& of : articles[i].cases) {
        for (const std::size_t finding : of.findings)
          ++counts[wording_.results().findings[finding].verdict];
      }
      for (const auto& [verdict, count] : counts) {
        const Page entry = article.section("count");
        add_badge(entry, verdict, wording_);
        entry.set("count", format_count(count, wording_.language()));
      }
    }
  }

  Result<void> resolve_links() {
    for (const std::string& name : names_) {
      const auto html = store_.get(name);
      if (!html) return std::unexpected(html.error());
      if (auto done = store_.put(name, links_.resolved(*html)); !done) return done;
    }
    return {};
  }

  const Wording& wording_;
  const Strings& strings_;
  const PageTemplates& templates_;
  PageStore& store_;
  std::string script_hash_;
  PageLinks links_;
  std::vector<std::string> names_;  // in the order of reading; the index last
};

}  // namespace

bool is_page_name(std::string_view name) {
  constexpr std::array<std::string_view, 12> kNames{"screens", "index",    "texts", "article",
                                                    "amounts", "workers",  "rows",  "files",
                                                    "papers",  "critical", "major", "minor"};
  constexpr std::string_view kEnding = ".html";
  if (!name.ends_with(kEnding)) return false;
  name.remove_suffix(kEnding.size());
  const auto last = name.find_last_not_of("-0123456789");
  if (last == std::string_view::npos) return false;
  return std::ranges::find(kNames, name.substr(0, last + 1)) != kNames.end();
}

Result<void> write_html_folder(const results::Results& results, const ReportOptions& options,
                               PageStore& store) {
  const auto strings = Strings::load(options.templates, options.language);
  if (!strings) return std::unexpected(strings.error());
  const auto templates = PageTemplates::load(options.templates);
  if (!templates) return std::unexpected(templates.error());
  const Wording wording(results, *strings, options.unmask, options.store);
  return Folder(wording, *templates, store).write();
}

}  // namespace periksa::reports
