// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <expected>

#include "auditor/audit/audit.h"
#include "auditor/cli/audit_store.h"
#include "auditor/cli/batch_audit.h"
#include "auditor/cli/caps_option.h"
#include "auditor/cli/documents_option.h"
#include "auditor/cli/exit_code.h"
#include "auditor/cli/map_option.h"
#include "auditor/cli/outputs.h"
#include "auditor/cli/reader_option.h"
#include "auditor/cli/verbs.h"
#include "auditor/cli/waivers_option.h"
#include "auditor/forms/written_parts.h"

namespace periksa::cli {
namespace {

struct AuditGiven {
  std::vector<std::string> paths;
  std::vector<std::string> out;
  std::vector<std::string> rules;
  std::vector<std::string> skipped;
  std::vector<std::string> cites;
  std::string as_of;
  unsigned threads = 2;
  bool unmask = false;
  bool quiet = false;
  MapOption map;
  DocumentsOption documents;
  WaiversOption waivers;
  CapsOption caps;
  ReaderOption reader;
  AuditStore store;
};

Bilingual out_help() {
  const Bilingual kinds = output_kinds();
  return {"Keluaran JENIS:BERKAS; JENIS " + kinds.id +
              "; BERKAS - untuk keluaran standar. Untuk beberapa berkas: JENIS:FOLDER/, satu "
              "dokumen per berkas dan summary",
          "Outputs KIND:FILE; KIND " + kinds.en +
              "; FILE - for standard output. For several filings: KIND:FOLDER/, a document for "
              "each and summary"};
}

/// "uu-18-2017#30.1" is part of "uu-18-2017#30", and of itself.
bool is_part(std::string_view provision, std::string_view citation) {
  if (!provision.starts_with(citation)) return false;
  return provision.size() == citation.size() || provision[citation.size()] == '.';
}

/// Adds the rules that cite a provision or a part of it.
bool add_citing(const Context& context, const ruleset::RuleSet& rules,
                const std::vector<std::string>& citations, std::vector<std::string>& into) {
  for (const auto& citation : citations) {
    const std::size_t before = into.size();
    for (const auto& rule : rules.rules()) {
      const bool cites = std::any_of(
          rule.versions.begin(), rule.versions.end(), [&](const ruleset::Version& version) {
            return std::any_of(
                version.cites.begin(), version.cites.end(),
                [&](const ruleset::Cite& cite) { return is_part(cite.provision->id, citation); });
          });
      if (cites) into.push_back(rule.id);
    }
    if (into.size() != before) continue;
    context.tell(
        {fmt::format("tidak ada aturan yang merujuk {}; contoh: --cite uu-18-2017#30.1", citation),
         fmt::format("no rule cites {}; for example: --cite uu-18-2017#30.1", citation)});
    return false;
  }
  return true;
}

/// Exit code of a wrong command line, or of a rule set or mapping refused.
std::expected<std::unique_ptr<ruleset::RuleSet>, int> prepare(const Context& context,
                                                              AuditGiven& given,
                                                              audit::Options& options) {
  options.threads = std::clamp(given.threads, 1U, 64U);
  if (!given.as_of.empty()) {
    options.as_of = parse_iso_date(given.as_of);
    if (!options.as_of)
      return std::unexpected(context.usage(
          {"--as-of memerlukan tanggal TTTT-BB-HH", "--as-of needs a date YYYY-MM-DD"}));
  }
  auto rules = load_rules(context);
  if (!rules) return std::unexpected(kRulesRefused);
  if (!given.map.load(context, rules->vocabulary())) return std::unexpected(kInputRefused);
  if (!given.documents.load(context, rules->vocabulary())) return std::unexpected(kInputRefused);
  if (!given.waivers.load(context, *rules)) return std::unexpected(kInputRefused);
  options.waivers = given.waivers.waivers();
  options.sheets = given.map.sheets();
  if (!given.caps.load(context)) return std::unexpected(kUsage);
  options.caps = given.caps.filing();
  options.sheets.caps = given.caps.sheets();
  options.documents = given.documents.folder();
  options.only_rules = given.rules;
  options.skipped_rules = given.skipped;
  if (!add_citing(context, *rules, given.cites, options.only_rules)) return std::unexpected(kUsage);
  if (!known_rules(context, *rules, given.rules) || !known_rules(context, *rules, given.skipped))
    return std::unexpected(kUsage);
  for (auto* list : {&options.only_rules, &options.skipped_rules}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
  if (!given.store.open(context, rules->vocabulary())) return std::unexpected(kOutputFailed);
  return rules;
}

int run_several(const Context& context, AuditGiven& given) {
  const auto outputs = parse_batch_outputs(given.out, given.reader.reader());
  if (!outputs) return context.usage(outputs.error());
  BatchRequest request{given.paths, {},
                       *outputs,    {context.language, given.unmask, given.reader.reader()},
                       given.quiet, &given.store};
  const auto rules = prepare(context, given, request.options);
  return rules ? audit_several(context, **rules, request) : rules.error();
}

/// What lies in a folder that is one filing and is none of its sheets.
void tell_beside(const Context& context, const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> others;
  std::error_code error;
  std::filesystem::directory_iterator at(folder, error);
  for (; !error && at != std::filesystem::directory_iterator(); at.increment(error)) {
    if (!forms::ends_in(at->path().native(), ".csv")) others.push_back(at->path());
  }
  if (others.empty()) return;
  std::ranges::sort(others);
  context.tell({fmt::format("tidak dibaca: {} lainnya dalam folder ini, sebab bukan .csv ({})",
                            others.size(), first_names(others)),
                fmt::format("not read: {} more in this folder, as no .csv ({})", others.size(),
                            first_names(others))});
}

int run_one(const Context& context, AuditGiven& given) {
  const auto outputs = parse_outputs(given.out);
  if (!outputs) return context.usage(outputs.error());
  const std::string& filing = given.paths.front();
  std::vector<std::filesystem::path> inputs{filing};
  if (given.map.given()) inputs.emplace_back(given.map.file());
  if (given.waivers.given()) inputs.emplace_back(given.waivers.file());
  if (!given.reader.earlier().empty()) inputs.emplace_back(given.reader.earlier());
  std::ranges::copy(given.store.files(), std::back_inserter(inputs));
  if (const auto wrong = overwriting(*outputs, inputs)) return context.usage(*wrong);
  audit::Options options;
  const auto rules = prepare(context, given, options);
  if (!rules) return rules.error();
  if (const auto* const folder = options.documents) {
    context.print(folder->warnings);
    const auto wrong = overwriting(*outputs, given.documents.files());
    if (wrong) return context.usage(*wrong);
  }
  const auto audited =
      audit::audit_filing(**rules, filing, options, given.store.watch(options.threads));
  if (!audited) {
    context.print(audited.error());
    context.tell({"berkas ditolak; tidak ada yang dinilai dan tidak ada laporan yang dibuat",
                  "the filing is refused; nothing was assessed and no report was written"});
    return kInputRefused;
  }
  context.print(audited->warnings);
  tell_beside(context, filing);
  const auto since = given.reader.since(context, audited->results);
  if (!since) return kInputRefused;
  const auto mark = given.store.save(audited->results, given.store.take());
  if (!mark) {
    context.print(mark.error());
    return kOutputFailed;
  }
  given.store.tell(context);
  const RenderOptions render{context.language, given.unmask, given.reader.reader(), since->get(),
                             *mark};
  if (!write_outputs(context, audited->results, *outputs, render)) return kOutputFailed;
  return results::exit_code(audited->results);
}

/// A folder that a mapping is given for is one filing, whatever its files are called.
int run(const Context& context, AuditGiven& given) {
  const auto outputs = parse_output_words(given.out);
  if (!outputs) return context.usage(outputs.error());
  if (const auto wrong = given.reader.fault(*outputs)) return context.usage(*wrong);
  const bool mapped = given.map.given() && given.paths.size() == 1;
  const bool several = !mapped && are_several(given.paths);
  if (several && given.documents.given())
    return context.usage(
        {"--documents berlaku untuk satu berkas P3MI: satu folder dokumen milik satu "
         "berkas; jalankan satu per satu",
         "--documents is for one filing: a folder of papers belongs to one; run them one "
         "by one"});
  if (several && given.waivers.given())
    return context.usage(
        {"--waivers berlaku untuk satu berkas P3MI, agar keputusan bagi satu perusahaan "
         "tidak mengesampingkan temuan perusahaan lain; jalankan satu per satu",
         "--waivers is for one filing, so that a decision for one agency sets aside no "
         "finding of another; run them one by one"});
  if (several && !given.reader.earlier().empty())
    return context.usage(
        {"--earlier membandingkan satu perusahaan dengan keadaannya dahulu; jalankan satu per satu",
         "--earlier compares one agency with what it was; run them one by one"});
  return several ? run_several(context, given) : run_one(context, given);
}

}  // namespace

Command add_audit(CommandLine app, Context& context) {
  const auto verb = app.add_subcommand(
      "audit", context.say("Menilai berkas P3MI terhadap hukum dan menulis laporannya.",
                           "Assesses agency filings against the law and writes the reports."));
  auto given = std::make_shared<AuditGiven>();
  verb.add_option(
          "filing", given->paths,
          context.say(
              "Berkas yang dinilai: XML, buku kerja, CSV, JSON, atau lembar perkara; atau "
              "beberapa, dan "
              "folder yang dicari sampai ke dalamnya",
              "The filing to assess: XML, workbook, CSV, JSON or case sheet; or several, and "
              "folders that are searched with those below them"))
      .required();
  verb.add_option("--out,-o", given->out, out_help().in(context.language)).expected(1, 16);
  verb.add_option("--as-of", given->as_of,
                  context.say("Tanggal penilaian TTTT-BB-HH (bawaan: tanggal tutup berkas)",
                              "As-of date YYYY-MM-DD (default: the filing's closing date)"));
  verb.add_option("--rule", given->rules, context.say("Hanya aturan ini", "Only these rules"));
  verb.add_option("--skip-rule", given->skipped,
                  context.say("Tanpa aturan ini", "Without these rules"));
  verb.add_option("--cite", given->cites,
                  context.say("Hanya aturan yang merujuk ketentuan ini, misalnya uu-18-2017#30.1",
                              "Only rules that cite this provision, such as uu-18-2017#30.1"));
  verb.add_option("--threads", given->threads,
                  context.say("Banyaknya utas kerja", "Number of working threads"))
      .envname("PERIKSA_THREADS");
  given->map.add(verb, context);
  given->documents.add(verb, context);
  given->waivers.add(verb, context);
  given->caps.add(verb, context);
  given->reader.add(verb, context);
  given->store.add(verb, context);
  verb.add_flag("--unmask", given->unmask,
                context.say("Tampilkan nama dan data pribadi dalam laporan",
                            "Show names and personal data in the report"));
  verb.add_flag("--quiet", given->quiet,
                context.say("Beberapa berkas: kemajuan tidak ditampilkan",
                            "Several filings: progress is not told"));
  verb.footer(context.say(
      "Contoh:\n  periksa audit berkas.xml --out html:laporan.html json:hasil.json\n"
      "  periksa audit berkas-2025/ --out html:laporan/ json:laporan/\n\n"
      "Kode keluar: 0 tidak ada temuan · 1 indikasi pelanggaran · 2 perlu konfirmasi atau belum "
      "dapat dinilai ·\n"
      "3 tidak ada yang dinilai · 4 aturan ditolak · 5 berkas ditolak · 64 salah pakai · 70 galat "
      "mesin · 74 gagal menulis.\nBeberapa berkas: yang pertama dari 70, 74, 5, 1, 2, 3, 0.",
      "Example:\n  periksa audit filing.xml --out html:report.html json:results.json\n"
      "  periksa audit filings-2025/ --out html:reports/ json:reports/\n\n"
      "Exit codes: 0 nothing found · 1 indicated breach · 2 to be confirmed or not assessable yet "
      "·\n"
      "3 nothing evaluated · 4 rules refused · 5 filing refused · 64 usage · 70 engine error · 74 "
      "output not written.\nSeveral filings: the first of 70, 74, 5, 1, 2, 3, 0."));
  return {verb, [&context, given] { return run(context, *given); }};
}

}  // namespace periksa::cli
