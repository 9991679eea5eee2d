// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "auditor/documents/folder.h"

namespace periksa::documents {

/// What can be read on the pages of one file.
struct PageText {
  enum class State : std::uint8_t {
    read,
    no_text,     ///< a PDF without a text layer, or a picture that was not put to OCR
    other_kind,  ///< neither PDF, picture nor text
    failed       ///< the program did not manage, in time and within its limits
  };
  State state = State::other_kind;
  bool ocr = false;  ///< recognised from pictures: may be wrong
  std::vector<std::string> pages;
};

/// Reads pages by programs of the machine, as far as they are installed: `pdftotext` and `pdftoppm`
/// (poppler-utils), and with OCR `tesseract`. None of it is a fact; it helps a reader to compare.
class PageReader {
 public:
  /// `ocr`: also pictures, and PDFs without text.
  explicit PageReader(bool ocr);

  /// What is asked for and not installed, for the reader.
  const std::vector<Bilingual>& lacks() const { return lacks_; }
  /// The file as it is now, opened without following a link.
  PageText read(const Folder& folder, std::size_t number) const;

 private:
  PageText read_pdf(int file) const;
  PageText read_pictures(int file, std::size_t pages) const;
  PageText recognise(int picture) const;

  std::optional<std::filesystem::path> to_text_;
  std::optional<std::filesystem::path> to_picture_;
  std::optional<std::filesystem::path> to_letters_;
  std::string languages_;
  std::vector<Bilingual> lacks_;
};

}  // namespace periksa::documents
