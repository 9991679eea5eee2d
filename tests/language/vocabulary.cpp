// SPDX-License-Identifier: Apache-2.0
#include "tests/language/vocabulary.h"

namespace periksa::language::test {
namespace {

constexpr const char* kFacts = R"(<facts version="1">
<codes name="status">
  <code name="single" id="a" en="a"/><code name="married" id="b" en="b"/>
  <code name="widowed" id="c" en="c"/>
</codes>
<codes name="country"><code name="SA" id="a" en="a"/><code name="HK" id="b" en="b"/></codes>
<codes name="party">
  <code name="candidate" id="a" en="a"/><code name="agency" id="b" en="b"/>
  <code name="whole" id="c" en="c"/>
</codes>
<codes name="currency"><code name="IDR" id="a" en="a"/><code name="TWD" id="b" en="b"/></codes>
<entity name="worker" in="filing" many="workers" id="pekerja" en="worker">
  <field name="trained" type="bool" privacy="business" id="a" en="a"/>
  <field name="insured" type="bool" privacy="business" none="does-not-exist" id="a" en="a"/>
  <field name="status" type="code:status" privacy="business" id="a" en="a"/>
  <field name="origin" type="code:country" privacy="business" none="does-not-exist" id="a" en="a"/>
  <field name="age" type="integer" privacy="business" max="4" id="a" en="a"/>
  <field name="score" type="integer" privacy="business" none="zero" min="-2" max="2" id="a" en="a"/>
  <field name="rooms" type="integer" privacy="business" none="zero" min="2" max="4" id="a" en="a"/>
  <field name="children" type="integer" privacy="business" none="does-not-exist" id="a" en="a"/>
  <field name="weight" type="decimal" privacy="business" min="0" max="2" id="a" en="a"/>
  <field name="share" type="percent" privacy="business" min="0" max="1" id="a" en="a"/>
  <field name="born_on" type="date" privacy="personal" id="a" en="a"/>
  <field name="left_on" type="date" privacy="business" none="not-yet" id="a" en="a"/>
  <field name="term" type="period" privacy="business" id="a" en="a"/>
  <field name="wage" type="money" privacy="business" id="a" en="a"/>
  <field name="fee" type="money" privacy="business" none="zero" id="a" en="a"/>
  <field name="loan" type="money" privacy="business" none="does-not-exist" id="a" en="a"/>
  <field name="alias" type="text" privacy="personal" id="a" en="a"/>
  <field name="permit" type="ref:permit" privacy="business" id="a" en="a"/>
  <field name="second" type="ref:permit" privacy="business" none="does-not-exist" id="a" en="a"/>
</entity>
<entity name="payment" in="worker" many="payments" id="pembayaran" en="payment">
  <field name="amount" type="money" privacy="business" id="a" en="a"/>
  <field name="refund" type="money" privacy="business" none="zero" id="a" en="a"/>
  <field name="paid_on" type="date" privacy="business" id="a" en="a"/>
  <field name="due_on" type="date" privacy="business" none="not-yet" id="a" en="a"/>
  <field name="payer" type="code:party" privacy="business" id="a" en="a"/>
  <field name="items" type="integer" privacy="business" min="-1" max="2" id="a" en="a"/>
  <field name="kilos" type="decimal" privacy="business" min="0" max="1" id="a" en="a"/>
  <field name="covered" type="bool" privacy="business" id="a" en="a"/>
  <field name="permit" type="ref:permit" privacy="business" id="a" en="a"/>
</entity>
<entity name="visa" in="worker" many="visas" id="visa" en="visa">
  <field name="granted" type="bool" privacy="business" id="a" en="a"/>
  <field name="issued_on" type="date" privacy="business" none="not-yet" id="a" en="a"/>
  <field name="months" type="integer" privacy="business" none="does-not-exist" max="2"
         id="a" en="a"/>
  <field name="payment" type="ref:payment" privacy="business" id="a" en="a"/>
</entity>
<entity name="contract" in="worker" one="contract" id="kontrak" en="contract">
  <field name="signed" type="bool" privacy="business" id="a" en="a"/>
  <field name="salary" type="money" privacy="business" id="a" en="a"/>
</entity>
<entity name="permit" in="filing" many="permits" id="izin" en="permit">
  <field name="open" type="bool" privacy="business" id="a" en="a"/>
  <field name="status" type="code:status" privacy="business" id="a" en="a"/>
  <field name="country" type="code:country" privacy="business" id="a" en="a"/>
  <field name="quota" type="integer" privacy="business" max="4" id="a" en="a"/>
  <field name="weight" type="decimal" privacy="business" min="0" max="2" id="a" en="a"/>
  <field name="share" type="percent" privacy="business" min="0" max="1" id="a" en="a"/>
  <field name="valid_on" type="date" privacy="business" id="a" en="a"/>
  <field name="term" type="period" privacy="business" id="a" en="a"/>
  <field name="deposit" type="money" privacy="business" id="a" en="a"/>
  <field name="label" type="text" privacy="business" id="a" en="a"/>
  <field name="parent" type="ref:permit" privacy="business" none="does-not-exist" id="a" en="a"/>
</entity>
</facts>)";

constexpr const char* kLaw =
    R"(<instrument id="uu-1" kind="UU" cite="UU 1" checked-until="2026-01-01">
  <title lang="id">satu</title><title lang="en">one</title>
  <source id="S1">teks</source>
  <provision id="1" cite="Pasal 1">
    <version from="2000-01-01" grade="V" binds="p3mi" source="S1">
      <paraphrase lang="id">a</paraphrase><paraphrase lang="en">a</paraphrase>
    </version>
  </provision>
</instrument>)";

constexpr const char* kLimits = R"(<limits>
<limit name="least_age" type="integer" id="a" en="a">
  <complete from="2020-01-01" checked-until="2025-12-31"/>
  <row from="2020-01-01" to="2024-03-10" sure-to="2024-02-20" value="1" grade="V" cite="uu-1#1"/>
  <row from="2024-02-20" sure-from="2024-03-10" value="2" grade="V2" cite="uu-1#1"/>
</limit>
<limit name="most_fee" type="money" id="a" en="a">
  <key name="country" type="code:country"/>
  <complete from="2020-01-01" checked-until="2025-12-31"/>
  <row country="SA" from="2020-01-01" value="IDR 3" grade="V" cite="uu-1#1"/>
  <row country="HK" from="2020-01-01" to="2024-03-01" value="TWD 2" grade="V" cite="uu-1#1"/>
  <row country="HK" from="2024-03-01" to="2024-12-31" value="IDR 2" grade="K" cite="uu-1#1"/>
</limit>
<limit name="grace" type="period" id="a" en="a">
  <complete from="2020-01-01" checked-until="2025-12-31"/>
  <row from="2020-01-01" to="2024-03-01" value="1 month" grade="V" cite="uu-1#1"/>
  <row from="2024-03-01" value="30 days" grade="V" cite="uu-1#1"/>
</limit>
<limit name="share_cap" type="percent" id="a" en="a">
  <complete from="2020-01-01" checked-until="2025-12-31"/>
  <row from="2020-01-01" value="0.5" grade="V" cite="uu-1#1"/>
</limit>
<limit name="closed" type="listed" id="a" en="a">
  <key name="country" type="code:country"/>
  <key name="months" type="integer"/>
  <complete from="2024-01-01" to="2025-01-01" checked-until="2024-12-31"/>
  <row country="SA" months="1 2" from="2024-01-01" to="2024-06-01" grade="V" cite="uu-1#1"/>
  <row country="HK" from="2024-02-29" to="2024-06-01" sure-from="2024-03-05" grade="V"
       cite="uu-1#1"/>
</limit>
</limits>)";

}  // namespace

const facts::Vocabulary& vocabulary() {
  static const facts::Vocabulary made = facts::Vocabulary::parse(kFacts).value();
  return made;
}

const law::Limits& limits() {
  static const law::Limits made = [] {
    const std::vector<std::string> law{kLaw};
    const std::vector<std::string> files{kLimits};
    return law::Limits::parse(files, vocabulary(), law::Register::parse(law).value()).value();
  }();
  return made;
}

}  // namespace periksa::language::test
