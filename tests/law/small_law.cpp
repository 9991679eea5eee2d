// SPDX-License-Identifier: Apache-2.0
#include "tests/law/small_law.h"

namespace periksa::law::test {
namespace {

constexpr const char* kVocabulary = R"(<facts version="1">
  <codes name="job">
    <code name="maid" id="a" en="a"/><code name="cook" id="b" en="b"/>
    <code name="welder" id="c" en="c"/>
  </codes>
  <codes name="country">
    <code name="SA" id="a" en="a"/><code name="HK" id="b" en="b"/><code name="TW" id="c" en="c"/>
  </codes>
  <codes name="currency">
    <code name="IDR" id="a" en="a"/><code name="HKD" id="b" en="b"/>
  </codes>
  <entity name="worker" in="filing" many="workers" id="pekerja" en="worker"/>
</facts>)";

constexpr const char* kLaw =
    R"(<instrument id="uu-1" kind="UU" cite="UU 1" checked-until="2026-01-01">
  <title lang="id">satu</title><title lang="en">one</title>
  <source id="S1">teks</source>
  <provision id="1" cite="Pasal 1">
    <version from="2017-01-01" grade="V" binds="p3mi" source="S1">
      <paraphrase lang="id">a</paraphrase><paraphrase lang="en">a</paraphrase>
    </version>
  </provision>
  <provision id="2" cite="Pasal 2">
    <version from="2020-01-01" to="2021-01-01" grade="V2" binds="worker" source="S1">
      <paraphrase lang="id">b</paraphrase><paraphrase lang="en">b</paraphrase>
    </version>
  </provision>
</instrument>)";

}  // namespace

facts::Vocabulary small_vocabulary() {
  return facts::Vocabulary::parse(kVocabulary).value();
}

Register small_law() {
  const std::vector<std::string> files{kLaw};
  return Register::parse(files).value();
}

Result<Limits> limits_of(const std::string& inner) {
  const std::vector<std::string> files{"<limits>\n" + inner + "\n</limits>"};
  return Limits::parse(files, small_vocabulary(), small_law());
}

std::string told(const Diagnostics& problems, Language language) {
  std::string text;
  for (const auto& problem : problems) text += render(problem, language) + "\n";
  return text;
}

Date day(std::string_view iso) {
  return parse_iso_date(iso).value();
}

}  // namespace periksa::law::test
