// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "auditor/base/data_file.h"
#include "auditor/ruleset/rule.h"

namespace periksa::ruleset {

/// `<evidence><show fact="w.payments.amount"/></evidence>`: what a card shows.
std::vector<Show> read_evidence(const DataFile& file, pugi::xml_node evidence,
                                const std::vector<language::Variable>& variables,
                                const facts::Vocabulary& vocabulary, Diagnostics& out);

/// `<missing fact="w.born_on"><ask lang="id">…</ask></missing>`: better words for a request.
std::vector<Ask> read_asks(const DataFile& file, pugi::xml_node rule,
                           const std::vector<language::Variable>& variables,
                           const facts::Vocabulary& vocabulary, Diagnostics& out);

}  // namespace periksa::ruleset
