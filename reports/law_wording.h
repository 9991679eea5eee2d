// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "reports/wording.h"

namespace periksa::reports {

/// A provision in words. Empty strings where there is nothing to say.
struct LawWords {
  std::string cite;       // "UU 18/2017 Pasal 66"
  std::string window;     // "sejak 22 November 2017"
  std::string uncertain;  // which part of the window is not certain
  std::string grade;      // how well we know the text
  std::string copy;       // "naskah tidak resmi yang dibaca", if a text was read at all
  std::string mark;       // grade and copy in two or three words, for beside a citation
  std::string binds;
  std::string paraphrase;
  std::string amended;
};

LawWords law_words(const results::Provision& provision, const Wording& wording);

/// How well a text is known, in words: "naskah dibaca", "menurut dua sumber kedua yang sejalan" …
std::string grade_words(const std::string& grade, int concurring, const Wording& wording);

/// Kind, text, authority and grade of a sanction; text and authority end with a full stop.
struct SanctionWords {
  std::string kind;
  std::string text;
  std::string authority;
  std::string cite;  // "UU 18/2017 Pasal 86 huruf a"
  std::string grade;
};

SanctionWords sanction_words(const results::Sanction& sanction, const Wording& wording);

}  // namespace periksa::reports
