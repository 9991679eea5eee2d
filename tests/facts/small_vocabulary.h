// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/test/unit_test.hpp>

#include "auditor/facts/facts.h"

namespace periksa::test {

/// A worker with payments and one passport, and permits beside them.
inline facts::Vocabulary small_vocabulary() {
  auto vocabulary = facts::Vocabulary::parse(R"(<facts version="1">
  <codes name="sex"><code name="female" id="perempuan" en="female"/>
    <code name="male" id="laki-laki" en="male"/></codes>
  <entity name="permit" in="filing" many="permits" id="izin" en="permit">
    <field name="number" type="text" privacy="business" id="nomor" en="number"/>
  </entity>
  <entity name="worker" in="filing" many="workers" id="pekerja" en="worker">
    <field name="name" type="text" privacy="personal" id="nama" en="name"/>
    <field name="born_on" type="date" privacy="personal" id="lahir" en="born"/>
    <field name="sex" type="code:sex" privacy="personal" id="jenis kelamin" en="sex"/>
    <field name="permit" type="ref:permit" privacy="business" id="izin" en="permit"/>
  </entity>
  <entity name="payment" in="worker" many="payments" id="pembayaran" en="payment">
    <field name="amount" type="money" privacy="business" none="zero" id="jumlah" en="amount"/>
  </entity>
  <entity name="passport" in="worker" one="passport" id="paspor" en="passport">
    <field name="number" type="text" privacy="identity" id="nomor" en="number"/>
  </entity>
</facts>)");
  BOOST_REQUIRE(vocabulary);
  return std::move(*vocabulary);
}

}  // namespace periksa::test
