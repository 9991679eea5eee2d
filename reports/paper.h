// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "auditor/base/bilingual.h"
#include "reports/bars.h"

/// A formal document, such as a draft inspection note or a complaint, as a list of blocks. It is
/// made once from the results and then written as a page, as a text document or, its tables, as a
/// workbook; so all of them say the same. Texts are final: in one language, masked where they have
/// to be; a line break in one is a line break on paper.
namespace periksa::reports {

struct PaperHeading {
  int level = 1;  // 1 to 3
  std::string text;
};

struct PaperText {
  enum class Kind : unsigned char {
    plain,
    quiet,   // small print: a remark on what stands around it
    strong,  // a sentence not to be missed
    note,    // to whoever completes the draft, to be taken out before it is signed
  };
  std::string text;
  Kind kind = Kind::plain;
};

/// "NIB: 9120…", one below the other. An empty value is a line to be filled in by hand.
struct PaperFields {
  std::vector<std::pair<std::string, std::string>> rows;
};

struct PaperList {
  std::vector<std::string> items;
  bool numbered = false;
};

/// Words, and where they stand for one number, that number by itself ("1234.50") for a workbook.
struct PaperCell {
  std::string text;
  std::string number;
  PaperCell(std::string words, std::string digits = {})  // NOLINT: rows are lists of texts
      : text(std::move(words)), number(std::move(digits)) {}
  PaperCell(const char* words) : text(words) {}  // NOLINT
};
using PaperRow = std::vector<PaperCell>;

struct PaperTable {
  struct Column {
    std::string head;
    unsigned width = 1;  // its share of the page, against those of the others
    bool number = false;
  };
  std::string name;     // short, of its sheet in a workbook
  std::string caption;  // may be empty
  std::vector<Column> columns;
  std::vector<PaperRow> rows;
  std::vector<PaperRow> foot;  // totals
};

/// A chart of what stands in a table of the paper: on the page only.
struct PaperBars {
  std::string id;  // unique in the paper
  std::string title;
  std::vector<Bar> bars;
};

/// What is there and what is lacking, said by sign and word.
struct PaperChecks {
  struct Check {
    bool there = false;
    std::string what;
    std::string remark;
  };
  std::string there;    // "ada"
  std::string lacking;  // "belum ada"
  std::vector<Check> checks;
};

/// Places to sign beside each other; empty names are lines to be filled in.
struct PaperSignatures {
  struct Signer {
    std::string role;
    std::string name;
    std::string number;
  };
  std::vector<Signer> signers;
};

/// What follows begins on a new sheet.
struct PaperBreak {
  bool wide = false;  // lying, until the next break
};

using PaperBlock = std::variant<PaperHeading, PaperText, PaperFields, PaperList, PaperTable,
                                PaperBars, PaperChecks, PaperSignatures, PaperBreak>;

/// A line at the head about the document itself, such as that names are masked.
struct PaperNotice {
  std::string kind;  // "masked" · "open" · "fictitious" · "draft"
  std::string symbol;
  std::string text;
};

struct Paper {
  Language language = Language::id;
  std::string kicker;
  std::string title;
  std::string subtitle;  // may be empty
  std::string foot;      // on every sheet
  std::string made_by;   // by what program and rule set
  std::vector<PaperNotice> notices;
  std::vector<PaperBlock> blocks;

  void add(PaperBlock block) { blocks.push_back(std::move(block)); }
};

/// A text by its line breaks.
std::vector<std::string> lines_of(const std::string& text);

}  // namespace periksa::reports
