// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/results/results.h"

/// A results document written by hand, with one of everything an audit can say: breach, suspicion,
/// open questions of every cause, an exception, a waiver, an observation, readiness, contradictory
/// and unreadable facts, ranges, two currencies, alternative versions, notices, requests, secrets.
/// All names and numbers are invented.
namespace periksa::sample {

results::Results rich();

/// `rich`, and its first finding so many times more, each of a worker and with a fact of their own
/// that is written as `raw`.
results::Results many(std::size_t findings, const std::string& raw = "x");

/// Nothing found: one rule met, one not applicable.
results::Results quiet();

/// Nothing evaluated.
results::Results empty();

// The parts of `rich`, in the files named after them. Facts are found by their index here.
enum FactIndex : std::size_t {
  born_on,
  departed_on,
  payment_1,
  payment_2,
  payment_3,
  payment_4,
  marital_status,
  spouse_consent,
  wage,
  training_fee,
  deposit,
  deposit_bank,
  exam_kind,
  planned_on,
  claimed_fee,
  sip2mi,
  second_passport,
  statement_note,
};

void add_facts(results::Results& out);
void add_law(results::Results& out);
void add_findings(results::Results& out);
void add_open_findings(results::Results& out);

}  // namespace periksa::sample
