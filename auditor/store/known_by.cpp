// SPDX-License-Identifier: Apache-2.0
#include "auditor/store/known_by.h"

#include "auditor/base/identity_number.h"
#include "auditor/base/normalised.h"
#include "auditor/base/sha256.h"

namespace periksa::store {

std::string filing_hash(const results::Header& header) {
  if (header.inputs.size() == 1) return header.inputs.front().sha256;
  std::string all;
  for (const auto& input : header.inputs) all += input.sha256 + '\n';
  return sha256_hex(all);
}

std::string agency_known_by(const results::Header& header) {
  if (!is_stand_in(header.agency_nib)) return "nib:" + normalised(header.agency_nib);
  const std::string name = normalised(header.agency);
  return name.empty() ? "filing:" + filing_hash(header) : "name:" + name;
}

}  // namespace periksa::store
