// SPDX-License-Identifier: Apache-2.0
#include "tests/audit/help/many_workers.h"

#include <fmt/format.h>

#include <pugixml.hpp>
#include <sstream>

#include "tests/audit/help/filings.h"

namespace periksa::test {
namespace {

void set(pugi::xml_node node, const char* name, const std::string& value) {
  auto attribute = node.attribute(name);
  if (!attribute) attribute = node.append_attribute(name);
  attribute.set_value(value.c_str());
}

void drop(pugi::xml_node node, const char* name) {
  node.remove_attribute(name);
}

/// One flaw each, by number; most workers have none or one.
void spoil(pugi::xml_node worker, int flaw) {
  switch (flaw) {
    case 1:
      set(worker, "born_on", "2008-03-04");
      break;
    case 2:
      drop(worker, "departed_on");
      break;
    case 3:
      set(worker.child("orientation"), "attended_on", "2024-12-05");
      break;
    case 4:
      set(worker.child("contract"), "job", "elderly_carer");
      break;
    case 5:
      set(worker.child("homecoming"), "none", "reported_on");
      drop(worker.child("homecoming"), "reported_on");
      break;
    case 6:
      set(worker, "nik", "0001014107990001");
      break;
    case 7:
      set(worker, "scheme", "trainee");
      break;
    case 8:
      set(worker, "country", "KW");
      break;
    case 9:
      set(worker, "none", "departed_on");
      drop(worker, "departed_on");
      set(worker, "departure_planned_on", "2025-09-01");
      break;
    default:
      break;
  }
}

}  // namespace

std::string many_workers(int count) {
  pugi::xml_document document;
  document.load_string(base("clean-agency").c_str());
  auto filing = document.document_element();
  const auto model = filing.child("worker");
  filing.find_child_by_attribute("collection", "of", "workers")
      .attribute("count")
      .set_value(fmt::format("{}", count).c_str());
  for (int i = 0; i < count; ++i) {
    auto worker = filing.append_copy(model);
    set(worker, "id", fmt::format("N{}", i));
    set(worker, "name", fmt::format("Pekerja Rekaan {}", i));
    set(worker, "nik", fmt::format("000101410799{:04}", i % 10000));
    set(worker, "born_on", "1999-07-01");
    auto payment = worker.append_child("payment");
    set(payment, "id", "b1");
    set(payment, "paid_on", "2024-10-01");
    set(payment, "amount", fmt::format("IDR {}", i % 7 == 0 ? 750000 : 100000 + i));
    set(payment, "component", "document_copying");
    set(payment, "payer", "worker");
    set(payment, "payee", "agency");
    set(payment, "beneficiary", "agency");
    spoil(worker, i % 23);
  }
  filing.remove_child(model);
  std::ostringstream text;
  filing.print(text, " ");
  return text.str();
}

}  // namespace periksa::test
