// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <functional>
#include <vector>

#include "auditor/forms/json_events.h"
#include "auditor/forms/json_reading.h"
#include "auditor/forms/json_tables.h"
#include "auditor/intake/problems.h"

namespace periksa::forms {

/// One worker with what belongs to them, as they stand in the file.
struct JsonWorker {
  JsonRecord record;
  std::vector<JsonRecord> own;  ///< only the first `count` are theirs; the rest is kept memory
  std::size_t count = 0;
};

/// Who takes the pieces of a filing; each answers whether to go on.
class JsonParts {
 public:
  virtual ~JsonParts() = default;
  /// A member of the filing itself that is no list.
  virtual void stated(std::string_view name, const JsonScalar& value, facts::Spot spot) = 0;
  virtual bool shared(const JsonRecord& record) = 0;
  /// Before the first worker, or where the list of workers is empty.
  virtual void workers() = 0;
  /// `sound`: false where it has no id, so that nothing more can be said of it.
  virtual bool worker(const JsonWorker& worker, std::uint32_t ordinal, bool sound) = 0;
};

/// Knows where in a JSON filing what may stand, and collects its records. Whatever stands where
/// nothing knows it is told and left out.
class JsonShape : public JsonSink {
 public:
  JsonShape(const facts::Vocabulary& vocabulary, const intake::InputCaps& caps,
            const JsonTables& tables, JsonInput& input, intake::Problems& problems,
            JsonParts& parts);

  bool open(bool list) override;
  bool close() override;
  bool key(std::string_view name) override;
  bool scalar(const JsonScalar& value) override;

  /// Workers that were opened.
  std::uint32_t workers() const { return workers_; }

 private:
  struct Frame {
    enum class At : std::uint8_t { filing, list, record, names, readings, reading };
    At at = At::filing;
    const JsonTable* table = nullptr;
    std::uint32_t index = 0;  // of the record; of a list or of readings: of the next one
    std::uint32_t key = 0;    // of a record: the member that is read
    bool only = false;        // a list that is not written, as its one record stands alone
    bool sound = true;
    std::bitset<facts::kNoKey + 1> seen{};
    std::bitset<facts::kNoKey + 1> given{};  // and not null
  };
  using At = Frame::At;

  Frame& top() { return frames_.back(); }
  Frame& record_frame();
  std::string_view key_of(const Frame& frame) const { return frame.table->keys[frame.key]; }
  bool is_worker(const Frame& frame) const { return frame.table == &tables_.workers(); }
  JsonRecord& record();
  const facts::Field* field_of(const Frame& frame) const;

  facts::Spot spot(const Frame& frame, std::uint32_t key, std::uint32_t reading = 0) const;
  facts::Spot here();
  void error(facts::Spot spot, Bilingual text);
  bool skip(bool container, Bilingual text);

  bool open_member(bool list);
  bool open_list(const JsonTable& table, bool list);
  bool open_record(std::uint32_t index);
  bool open_reading(std::uint32_t number);
  bool close_record();
  void close_reading();
  void add_reading();
  void check_required(Frame& frame);
  bool is_required(const Frame& frame) const;

  void filing_member(const JsonScalar& value);
  void member(const JsonScalar& value);
  void field_value(const facts::Field& field, const JsonScalar& value);
  void name_of_none(const JsonScalar& value);
  void reading_member(const JsonScalar& value);
  void check_page(const JsonScalar& value);
  bool fits(const facts::Field& field, const JsonScalar& value);
  bool is_text(const JsonScalar& value);
  bool is_sound(std::string_view text);

  const facts::Vocabulary& vocabulary_;
  const intake::InputCaps& caps_;
  const JsonTables& tables_;
  JsonInput& input_;
  intake::Problems& problems_;
  JsonParts& parts_;
  std::vector<Frame> frames_;
  bool skip_next_ = false;
  std::size_t skipped_depth_ = 0;
  bool behind_workers_ = false;
  std::uint32_t workers_ = 0;
  std::uint32_t worker_ = 0;  // the ordinal of the one that is read
  JsonRecord shared_;
  JsonWorker own_;
  JsonReading reading_;
  std::uint32_t reading_number_ = 0;
};

}  // namespace periksa::forms
