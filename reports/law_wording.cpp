// SPDX-License-Identifier: Apache-2.0
#include "reports/law_wording.h"

#include <algorithm>

#include "auditor/base/date_format.h"

namespace periksa::reports {
namespace {

using results::Provision;

std::string uncertain_words(const Provision& x, const Wording& wording) {
  if (x.sure_from.empty() && x.sure_to.empty()) return {};
  const std::string& from = x.sure_from.empty() ? x.from : x.sure_from;
  const std::string& to = x.sure_to.empty() ? x.to : x.sure_to;
  return wording.strings().fill("certain_window",
                                {{"window", format_window(from, to, wording.language())}});
}

/// With a full stop at its end, unless there is one or nothing to stop.
std::string stopped(std::string text) {
  if (!text.empty() && !text.ends_with('.')) text += '.';
  return text;
}

std::string binds_words(const std::string& codes, const Wording& wording) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < codes.size();) {
    const auto end = std::min(codes.find(' ', at), codes.size());
    if (end > at) words.push_back(wording.strings().term("binds", codes.substr(at, end - at)));
    at = end + 1;
  }
  return wording.join(words, ", ");
}

std::string mark_words(const Provision& x, const Wording& wording) {
  const Strings& strings = wording.strings();
  if (x.grade == "V") return strings(x.unofficial_copy ? "mark_copy" : "mark_official");
  if (x.grade == "K") return strings("mark_unread");
  if (x.grade == "?") return strings("mark_conflicting");
  return x.grade == "V2" ? strings("mark_second") : x.grade;
}

}  // namespace

LawWords law_words(const Provision& x, const Wording& wording) {
  LawWords words;
  words.cite = x.instrument + " " + x.cite;
  words.window = format_window(x.from, x.to, wording.language());
  words.uncertain = uncertain_words(x, wording);
  words.grade = grade_words(x.grade, x.concurring, wording);
  const bool read = x.grade == "V" || x.grade == "?";
  if (x.unofficial_copy && read) words.copy = wording.strings()("unofficial_copy");
  words.mark = mark_words(x, wording);
  words.binds = binds_words(x.binds, wording);
  words.paraphrase = wording.text(x.paraphrase);
  words.amended = x.amended_by;
  return words;
}

std::string grade_words(const std::string& grade, int concurring, const Wording& wording) {
  const Strings& strings = wording.strings();
  if (grade == "V") return strings("grade_v");
  if (grade == "K") return strings("grade_k");
  if (grade == "?") return strings("grade_conflicting");
  if (grade != "V2") return grade;
  if (concurring < 2) return strings("grade_v2");
  return strings.fill("grade_v2_concurring", {{"n", std::to_string(concurring)}});
}

SanctionWords sanction_words(const results::Sanction& x, const Wording& wording) {
  return {wording.strings().term("sanction", x.kind), stopped(wording.text(x.text)),
          stopped(wording.text(x.authority)), x.cite, grade_words(x.grade, 0, wording)};
}

}  // namespace periksa::reports
