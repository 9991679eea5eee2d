// SPDX-License-Identifier: Apache-2.0
#include "bench/made_filing.h"

#include <fmt/format.h>

#include "bench/made_worker.h"

namespace periksa::bench {

void MadeFiling::write() {
  write_(
      "<!-- SPDX-License-Identifier: Apache-2.0 -->\n"
      "<filing format=\"1\" closing=\"2025-06-30\" asserter=\"agency\" fictitious=\"yes\">\n");
  agency();
  for (std::uint32_t number = 0; number < groups(); ++number) group(number);
  collections();
  Random random(wish_.seed);
  for (std::uint32_t ordinal = 0; ordinal < wish_.workers; ++ordinal) {
    const bool defect = wish_.defects > 0 && (ordinal + 1) % wish_.defects == 0;
    write_(made_worker(ordinal, ordinal / kGroup, defect, random));
  }
  write_("</filing>\n");
}

void MadeFiling::agency() {
  write_(
      R"(  <agency id="A1" name="PT Rekaan Uji Beban" legal_form="pt" nib="9900000000001" province="32"
          responsible_person="Rekaan Wiratama" licensed_before_law="no"/>
  <licence id="L1" number="SIP3MI-0001" kind="sip3mi" holder_name="PT Rekaan Uji Beban"
           holder_nib="9900000000001" issuer="minister_manpower" issued_on="2021-02-01"
           valid_from="2021-02-01" status="active" status_checked_on="2025-06-25"
           none="valid_until revoked_on returned_on transferred_on transferred_to"/>
  <capital_statement id="C1" deed_number="11" deed_on="2020-09-04" paid_up="IDR 5000000000"/>
  <deposit id="D1" bank="Bank Negara Rekaan" bank_kind="state_bank" amount="IDR 1500000000"
           holder="minister_qq_agency" certificate_number="BD-0001" placed_on="2020-11-01"
           valid_until="2026-01-15" balance="IDR 1500000000" balance_on="2025-06-27"
           none="returned_on"/>
)");
}

/// Everything that belongs to one job order.
void MadeFiling::group(std::uint32_t number) {
  const auto n = number + 1;
  write_(fmt::format(
      R"(  <partner id="M{0}" name="Rekaan Employment {0} Ltd" kind="company" country="HK" legal_personality="yes" verified_on="2023-11-06"/>
  <employer id="E{0}" name="Rekaan Household {0}" kind="individual" country="HK" address="{0} Rekaan Road, Kowloon, Hong Kong" address_is_po_box_only="no" partner="M{0}" verified_on="2023-11-06"/>
  <job_order id="J{0}" number="JO-{0:05}" origin="partner" employer="E{0}" partner="M{0}" country="HK" job="domestic_worker" quota="{1}" issued_on="2023-11-20" verified_on="2023-12-04" verified_by="labour_attache" term_months="24" states_employer_pays_costs="yes" against_law_or_decency="no"/>
  <permit id="S{0}" number="SIP2MI-{0:05}" holder_name="PT Rekaan Uji Beban" holder_nib="9900000000001" issuer="bp2mi" licence="L1" country="HK" employer="E{0}" partner="M{0}" job_order="J{0}" job="domestic_worker" quota="{1}" applied_on="2023-12-18" issued_on="2024-01-08" valid_until="2025-01-07" none="revoked_on transferred_on transferred_to"/>
  <cost_structure_item id="K{0}a" job_order="J{0}" country="HK" job="domestic_worker" component="departure_ticket" bearer="employer" amount="IDR 6500000" valid_from="2023-11-20"/>
  <cost_structure_item id="K{0}b" job_order="J{0}" country="HK" job="domestic_worker" component="work_visa" bearer="employer" amount="IDR 2400000" valid_from="2023-11-20"/>
)",
      n, kGroup));
}

void MadeFiling::collections() {
  const auto complete = [&](std::string_view name, std::uint32_t count) {
    write_(fmt::format("  <collection of=\"{}\" completeness=\"complete\" count=\"{}\"/>\n", name,
                       count));
  };
  for (const auto* one : {"licences", "capital_statements", "deposits"}) complete(one, 1);
  complete("deposit_drawdowns", 0);
  for (const auto* each : {"partners", "employers", "job_orders", "permits"})
    complete(each, groups());
  complete("cost_structure_items", 2 * groups());
  complete("workers", wish_.workers);
}

}  // namespace periksa::bench
