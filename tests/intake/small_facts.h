// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace periksa::test {

/// A vocabulary with fields of each type, shared records that refer to each other and to workers,
/// and a worker with records of its own.
inline constexpr std::string_view kSmallFacts = R"(<facts version="1">
  <codes name="currency"><code name="IDR" id="rupiah" en="rupiah"/><code name="HKD" id="d" en="d"/>
    <code name="KRW" id="w" en="w"/></codes>
  <codes name="document_kind"><code name="ktp" id="KTP" en="identity card"/>
    <code name="deed" id="akta" en="deed"/></codes>
  <codes name="sex"><code name="female" id="perempuan" en="female"/>
    <code name="male" id="laki-laki" en="male"/></codes>
  <entity name="agency" in="filing" one="agency" id="perusahaan" en="agency">
    <field name="name" type="text" privacy="public" id="nama" en="name"/>
  </entity>
  <entity name="permit" in="filing" many="permits" id="izin" en="permit">
    <field name="number" type="text" privacy="business" id="nomor" en="number"/>
    <field name="quota" type="integer" privacy="business" none="zero" id="kuota" en="quota"/>
    <field name="replaces" type="ref:permit" privacy="business" id="g" en="replaces"/>
    <field name="revoked_on" type="date" privacy="business" none="not-yet" id="c" en="revoked"/>
  </entity>
  <entity name="complaint" in="filing" many="complaints" id="pengaduan" en="complaint">
    <field name="worker" type="ref:worker" privacy="business" id="pekerja" en="worker"/>
  </entity>
  <entity name="worker" in="filing" many="workers" id="pekerja" en="worker">
    <field name="name" type="text" privacy="personal" id="nama" en="name"/>
    <field name="nik" type="text" privacy="identity" id="NIK" en="NIK"/>
    <field name="born_on" type="date" privacy="personal" id="lahir" en="born"/>
    <field name="sex" type="code:sex" privacy="personal" id="jenis kelamin" en="sex"/>
    <field name="permit" type="ref:permit" privacy="business" id="izin" en="permit"/>
    <field name="departed_on" type="date" privacy="business" none="not-yet" id="b" en="departed"/>
    <field name="trained" type="bool" privacy="business" id="dilatih" en="trained"/>
    <field name="height" type="decimal" privacy="business" min="0" max="3" id="t" en="height"/>
    <field name="interest" type="percent" privacy="business" min="0" id="bunga" en="interest"/>
    <field name="children" type="integer" privacy="business" max="30" id="anak" en="children"/>
    <field name="term" type="period" privacy="business" id="masa" en="term"/>
    <field name="wage" type="money" privacy="business" id="upah" en="wage"/>
  </entity>
  <entity name="loan" in="worker" many="loans" id="pinjaman" en="loan">
    <field name="amount" type="money" privacy="business" id="jumlah" en="amount"/>
  </entity>
  <entity name="payment" in="worker" many="payments" id="pembayaran" en="payment">
    <field name="amount" type="money" privacy="business" none="zero" id="jumlah" en="amount"/>
    <field name="paid_on" type="date" privacy="business" id="tanggal" en="paid on"/>
    <field name="loan" type="ref:loan" privacy="business" id="pinjaman" en="loan"/>
  </entity>
  <entity name="passport" in="worker" one="passport" id="paspor" en="passport">
    <field name="number" type="text" privacy="identity" id="nomor" en="number"/>
  </entity>
</facts>)";

}  // namespace periksa::test
