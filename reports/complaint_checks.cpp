// SPDX-License-Identifier: Apache-2.0
#include "reports/complaint_checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/paper_parts.h"
#include "reports/quoted_table.h"

namespace periksa::reports {
namespace {

class Checks {
 public:
  Checks(const Wording& wording, const Matter& matter, const std::vector<std::string>& workers)
      : wording_(wording), strings_(wording.strings()), matter_(matter), workers_(workers) {}

  PaperChecks make() {
    out_ = {strings_("plaint_there"), strings_("plaint_lacking"), {}};
    const bool told = !matter_.left_out();
    if (told) add_complainant();
    add(has_respondent(), "plaint_check_respondent", "plaint_add_respondent");
    if (told) add_wishes();
    add_identities();
    add_statements("signed", "plaint_check_statement", "plaint_add_statement");
    add_statements("consents_to_use", "plaint_check_consent", "plaint_add_consent");
    add_receipts();
    return std::move(out_);
  }

 private:
  void add(bool there, std::string_view what, std::string_view remark) {
    out_.checks.push_back({there, strings_(what), there ? "" : strings_(remark)});
  }

  void add_complainant() {
    add(!matter_.text("complainant/name").empty(), "plaint_check_complainant",
        "plaint_add_complainant");
    const bool own = matter_.text("complainant/capacity") == "worker";
    add(own || !matter_.text("mandate/number").empty(), "plaint_check_mandate",
        "plaint_add_mandate");
  }

  void add_wishes() {
    add(!matter_.texts("remedy").empty(), "plaint_check_remedy", "plaint_add_remedy");
    add(!matter_.texts("to").empty(), "plaint_check_to", "plaint_add_to");
  }

  /// Lacking where there are any without it.
  void add_lacking(const std::vector<std::string>& without, bool there, std::string_view what,
                   std::string_view remark) {
    std::string told;
    if (!without.empty())
      told = fmt::format("{}: {}", strings_(remark), few(without, kPeopleNamed, ", ", wording_));
    out_.checks.push_back({there && without.empty(), strings_(what), std::move(told)});
  }

  bool has_respondent() const {
    const QuotedTable agency(wording_, "agency");
    const QuotedTable licences(wording_, "licences");
    if (agency.rows().empty()) return false;
    const auto* row = &agency.rows().front();
    return agency.knows(row, "name") &&
           (agency.knows(row, "address") ||
            std::ranges::any_of(licences.rows(), [&](const auto& licence) {
              return licences.knows(&licence, "number");
            }));
  }

  /// By the number of a passport or a NIK.
  void add_identities() {
    const QuotedTable workers(wording_, "workers");
    const QuotedTable passports(wording_, "passports");
    std::vector<std::string> without;
    for (const auto& worker : workers_) {
      const bool passport = std::ranges::any_of(passports.of_worker(worker), [&](const auto* row) {
        return passports.knows(row, "number");
      });
      if (!passport && !workers.knows(workers.of_record(worker), "nik"))
        without.push_back(wording_.person(worker));
    }
    add_lacking(without, !workers_.empty(), "plaint_check_identity", "plaint_add_identity");
  }

  /// A statement of each worker with yes in this field.
  void add_statements(std::string_view field, std::string_view what, std::string_view remark) {
    const QuotedTable statements(wording_, "statements");
    const auto says_so = [&](const auto* row) {
      return statements.knows(row, field) && statements.fact(row, field)->shown.text == "yes";
    };
    std::vector<std::string> without;
    for (const auto& worker : workers_) {
      if (!std::ranges::any_of(statements.of_worker(worker), says_so))
        without.push_back(wording_.person(worker));
    }
    add_lacking(without, !workers_.empty(), what, remark);
  }

  /// A receipt is there where its number is known, or the amount rests on a paper.
  void add_receipts() {
    const QuotedTable payments(wording_, "payments");
    std::vector<std::string> without;
    for (const auto& charge : results::charges(wording_.results().findings)) {
      const auto* row = payments.of_record(charge.record);
      if (row == nullptr || payments.knows(row, "receipt_number")) continue;
      const auto* paid = payments.fact(row, "amount");
      const bool on_paper =
          paid != nullptr && (paid->basis == "document" || paid->basis == "registry");
      if (!on_paper) without.push_back(wording_.whole_record(charge.record));
    }
    add_lacking(without, true, "plaint_check_receipts", "plaint_add_receipts");
  }

  const Wording& wording_;
  const Strings& strings_;
  const Matter& matter_;
  const std::vector<std::string>& workers_;
  PaperChecks out_;
};

}  // namespace

PaperChecks complaint_checks(const Wording& wording, const Matter& matter,
                             const std::vector<std::string>& workers) {
  return Checks(wording, matter, workers).make();
}

}  // namespace periksa::reports
