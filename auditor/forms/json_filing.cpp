// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/json_filing.h"

#include <optional>
#include <utility>

#include "auditor/forms/json_messages.h"
#include "auditor/forms/json_shape.h"
#include "auditor/forms/worker_batches.h"
#include "auditor/intake/assembly.h"
#include "auditor/intake/messages.h"

namespace periksa::forms {
namespace {

/// One reading of one document.
class JsonFiling : public JsonParts {
 public:
  JsonFiling(intake::ReadBytes read, const std::string& name, const facts::Vocabulary& vocabulary,
             const intake::ReadOptions& options, const intake::OnShared& on_shared,
             const intake::OnWorker& on_worker)
      : caps_(options.caps),
        assembly_(name, vocabulary, options, on_shared, on_worker),
        problems_(assembly_.problems()),
        tables_(vocabulary, std::filesystem::path(name).filename().string()),
        input_(std::move(read), options.window, options.caps),
        shape_(vocabulary, options.caps, tables_, input_, problems_, *this),
        batches_(writer_, assembly_) {
    problems_.set_parts(tables_.parts());
  }

  Result<intake::Filing> run() {
    const auto fault = read_json(input_, caps_, shape_);
    if (fault) problems_.fault(fault->at, fault->text);
    if (!fault && !stopped_) {
      begin();
      batches_.flush();
    }
    return assembly_.finish(!fault && !stopped_, shape_.workers(),
                            [this] { return input_.sha256(); });
  }

  void stated(std::string_view name, const JsonScalar& value, facts::Spot spot) override {
    if (name == "format" && value.text != "1") {
      problems_.error(spot, say::not_this_format(value.text));
    } else if (name == "closing") {
      const auto day = value.kind == ScalarKind::text ? parse_iso_date(value.text) : std::nullopt;
      header_.closing = day.value_or(Date());
      if (!day) problems_.error(spot, say::not_a_closing_day(value.text));
    } else if (name == "asserter") {
      const auto asserter = facts::parse_asserter(value.text);
      asserter_ = asserter.value_or(facts::Asserter::agency);
      if (!asserter) problems_.error(spot, say::not_a_filer(value.text));
    } else if (name == "fictitious") {
      header_.fictitious = value.text == "yes";
      if (value.kind != ScalarKind::truth) problems_.error(spot, say::expected_truth());
    }
  }

  bool shared(const JsonRecord& record) override {
    record.write(writer_);
    writer_.close(record.element);
    if (writer_.size() <= caps_.shared) return true;
    problems_.error(record.spot, intake::say::shared_too_large(caps_.shared));
    return go_on(false);
  }

  void workers() override { begin(); }

  bool worker(const JsonWorker& worker, std::uint32_t ordinal, bool sound) override {
    if (!sound) return true;
    worker.record.write(writer_);
    for (std::size_t i = 0; i < worker.count; ++i) {
      worker.own[i].write(writer_);
      writer_.close(worker.own[i].element);
    }
    writer_.close(worker.record.element);
    batches_.add(ordinal);
    return go_on(!assembly_.stopped());
  }

 private:
  bool go_on(bool on) {
    stopped_ = stopped_ || !on;
    return on;
  }

  /// Nothing more can be said of the filing itself or be shared.
  void begin() {
    if (std::exchange(begun_, true)) return;
    facts::Source declaration;
    declaration.asserter = declaration.filer = asserter_;
    header_.sources.push_back(std::move(declaration));
    header_.parts = tables_.parts();
    assembly_.begin(std::move(header_));
    assembly_.shared(writer_.slice());
    writer_.take();
  }

  const intake::InputCaps& caps_;
  intake::Assembly assembly_;
  intake::Problems& problems_;
  JsonTables tables_;
  JsonInput input_;
  JsonShape shape_;
  facts::FilingHeader header_;
  facts::Asserter asserter_ = facts::Asserter::agency;
  ElementWriter writer_;
  WorkerBatches batches_;
  bool begun_ = false;
  bool stopped_ = false;
};

}  // namespace

Result<intake::Filing> read_json_filing(const std::filesystem::path& path,
                                        const facts::Vocabulary& vocabulary,
                                        const intake::ReadOptions& options,
                                        const intake::OnShared& on_shared,
                                        const intake::OnWorker& on_worker) {
  const auto read = intake::bytes_of_file(path);
  if (!read) return std::unexpected(read.error());
  return JsonFiling(*read, path.string(), vocabulary, options, on_shared, on_worker).run();
}

Result<intake::Filing> read_json_filing_text(std::string_view text, std::string name,
                                             const facts::Vocabulary& vocabulary,
                                             const intake::ReadOptions& options,
                                             const intake::OnShared& on_shared,
                                             const intake::OnWorker& on_worker) {
  return JsonFiling(intake::bytes_of_text(text), name, vocabulary, options, on_shared, on_worker)
      .run();
}

}  // namespace periksa::forms
