// SPDX-License-Identifier: Apache-2.0
#include "auditor/documents/page_text.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include "auditor/documents/program.h"
#include "auditor/forms/written_parts.h"

namespace periksa::documents {
namespace {

constexpr std::size_t kMostPages = 200;  // of one PDF put to OCR
constexpr std::chrono::seconds kPageTime{120};

/// pdftotext ends every page with a form feed.
std::vector<std::string> pages_of(std::string_view text) {
  std::vector<std::string> pages;
  while (!text.empty()) {
    const auto end = std::min(text.find('\f'), text.size());
    pages.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pages;
}

bool is_blank(std::string_view page) {
  return page.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

/// Of the two languages papers are written in, those that tesseract has been given.
std::string languages_of(const std::filesystem::path& tesseract) {
  const auto listed = run({.path = tesseract, .words = {"--list-langs"}});
  const auto lines = forms::split_at(listed.text, "\r\n");
  std::string all;
  for (const auto* language : {"ind", "eng"}) {
    if (std::ranges::find(lines, language) == lines.end()) continue;
    if (!all.empty()) all += '+';
    all += language;
  }
  return all;
}

}  // namespace

PageReader::PageReader(bool ocr) : to_text_(find_program("pdftotext")) {
  if (!to_text_)
    lacks_.push_back(
        {"pdftotext tidak terpasang, jadi isi PDF tidak dibandingkan; pasang paket "
         "poppler-utils",
         "pdftotext is not installed, so PDFs are not compared; install the package "
         "poppler-utils"});
  if (!ocr) return;
  to_picture_ = find_program("pdftoppm");
  to_letters_ = find_program("tesseract");
  if (to_letters_) languages_ = languages_of(*to_letters_);
  if (!to_letters_)
    lacks_.push_back(
        {"tesseract tidak terpasang, jadi gambar tidak dibaca; pasang paket "
         "tesseract-ocr dan tesseract-ocr-ind",
         "tesseract is not installed, so pictures are not read; install the packages "
         "tesseract-ocr and tesseract-ocr-ind"});
  if (to_letters_ && languages_.empty())
    lacks_.push_back({"tesseract tidak punya bahasa ind atau eng; pasang paket tesseract-ocr-ind",
                      "tesseract has neither the language ind nor eng; install the package "
                      "tesseract-ocr-ind"});
}

PageText PageReader::read(const Folder& folder, std::size_t number) const {
  const Paper& paper = folder.papers[number];
  const int file =
      ::open((folder.path / paper.name).c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (file < 0) return {PageText::State::failed, false, {}};
  PageText text;
  switch (paper.kind) {
    case FileKind::pdf:
      text = read_pdf(file);
      break;
    case FileKind::jpeg:
    case FileKind::png:
    case FileKind::tiff:
      text = recognise(file);
      break;
    default:
      break;
  }
  ::close(file);
  return text;
}

PageText PageReader::read_pdf(int file) const {
  if (!to_text_) return {PageText::State::no_text, false, {}};
  const auto output =
      run({.path = *to_text_, .words = {"-enc", "UTF-8", "-q", "/dev/stdin", "-"}, .input = file});
  if (output.end != Output::End::fine) return {PageText::State::failed, false, {}};
  auto pages = pages_of(output.text);
  if (!std::ranges::all_of(pages, is_blank))
    return {PageText::State::read, false, std::move(pages)};
  return read_pictures(file, pages.size());
}

/// Page by page, so that no picture is ever put into a folder.
PageText PageReader::read_pictures(int file, std::size_t pages) const {
  if (!to_picture_ || !to_letters_) return {PageText::State::no_text, false, {}};
  PageText all{PageText::State::read, true, {}};
  for (std::size_t page = 1; page <= std::min(pages, kMostPages); ++page) {
    const std::string number = std::to_string(page);
    const auto picture =
        run({.path = *to_picture_,
             .words = {"-f", number, "-l", number, "-r", "200", "-gray", "-png", "/dev/stdin"},
             .input = file,
             .time = kPageTime});
    if (picture.end != Output::End::fine) return {PageText::State::failed, true, {}};
    const int held = nameless_file(picture.text);
    PageText one = recognise(held);
    if (held >= 0) ::close(held);
    if (one.state == PageText::State::failed) return one;
    all.pages.push_back(one.pages.empty() ? "" : std::move(one.pages.front()));
  }
  if (std::ranges::all_of(all.pages, is_blank)) all.state = PageText::State::no_text;
  return all;
}

PageText PageReader::recognise(int picture) const {
  if (!to_letters_ || languages_.empty()) return {PageText::State::no_text, false, {}};
  const auto output = run({.path = *to_letters_,
                           .words = {"stdin", "stdout", "-l", languages_},
                           .input = picture,
                           .time = kPageTime});
  if (output.end != Output::End::fine) return {PageText::State::failed, true, {}};
  auto pages = pages_of(output.text);
  const bool blank = std::ranges::all_of(pages, is_blank);
  return {blank ? PageText::State::no_text : PageText::State::read, true, std::move(pages)};
}

}  // namespace periksa::documents
