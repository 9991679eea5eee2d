// SPDX-License-Identifier: Apache-2.0
#include "reports/papers.h"
#include "reports/paper_parts.h"
namespace periksa::reports {
Paper readiness(const Wording& wording) { return begin_paper(wording, ""); }
Paper complaint(const Wording& wording) { return begin_paper(wording, ""); }
}
