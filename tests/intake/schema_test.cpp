// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/schema.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "auditor/base/file.h"
#include "tests/intake/doc_example.h"
#include "tests/intake/reading.h"

using namespace periksa;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(schema)
namespace {

/// A folder with the schema of a vocabulary, in which xmllint judges documents.
class Judge {
 public:
  explicit Judge(const facts::Vocabulary& vocabulary) {
    std::string name = (fs::temp_directory_path() / "periksa-schema-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    std::ofstream(folder_ / "filing.xsd") << intake::filing_schema(vocabulary);
  }
  ~Judge() { fs::remove_all(folder_); }
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;

  bool valid(const std::string& document) const {
    std::ofstream(folder_ / "filing.xml") << document;
    const std::string in = folder_.string();
    const std::string command =
        "xmllint --noout --schema " + in + "/filing.xsd " + in + "/filing.xml >" + in + "/log 2>&1";
    const int status = std::system(command.c_str());
    // 3 and 4: the document is not valid; anything else is a mistake of ours.
    const int code = WEXITSTATUS(status);
    BOOST_REQUIRE_MESSAGE(code == 0 || code == 3 || code == 4,
                          command << "\n"
                                  << read_file(folder_ / "log", 1U << 20).value_or(""));
    return code == 0;
  }

 private:
  fs::path folder_;
};

bool accepted(const std::string& inside) {
  static const Judge judge(test::small_vocabulary());
  return judge.valid(test::filing(inside));
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_example_of_the_documentation_is_valid) {
  BOOST_TEST(Judge(test::shipped_vocabulary()).valid(test::doc_example()));
}

BOOST_AUTO_TEST_CASE(the_clean_fixtures_are_valid) {
  const Judge judge(test::shipped_vocabulary());
  for (const auto& entry : fs::directory_iterator(PERIKSA_SOURCE_DIR "/fixtures")) {
    const fs::path file = entry.path() / "filing.xml";
    if (!entry.path().filename().string().starts_with("clean-") || !fs::exists(file)) continue;
    const auto text = read_file(file, 1U << 30);
    BOOST_REQUIRE(text);
    BOOST_TEST(judge.valid(*text), file.string());
  }
}

BOOST_AUTO_TEST_CASE(every_state_of_every_type_is_valid) {
  BOOST_TEST(
      accepted("<source id='s' document='ktp' dated='2024-01-01'/>"
               "<collection of='permits' completeness='sample' count='4' source='s'/>"
               "<permit id='P' quota='4?' none='revoked_on'><number page='3'>1</number></permit>"
               "<worker id='W' name='' nik='-' born_on='31/02/2024' sex='' permit='P' "
               "trained='ya' wage='Rp 5' term='3 weeks' height='tinggi' source='s' page='1'>"
               "<collection of='payments' completeness='complete' count='0'/>"
               "<sex state='unreadable'>fem?</sex><departed_on state='none'/></worker>"));
}

BOOST_AUTO_TEST_CASE(what_the_reader_refuses_by_name_level_or_code_is_not_valid) {
  for (const std::string inside :
       {"<permit id='P' qouta='4'/>", "<permit/>", "<payment id='b'/>", "<worker id='W' sex='x'/>",
        "<worker id='W'><permit id='P'/></worker>", "<worker id='W'/><permit id='P'/>",
        "<worker id='W'/><worker id='W'/>", "<permit id='P'/><permit id='P'/>",
        "<worker id='W' none='name'/>", "<worker id='W'><name state='none'/></worker>",
        "<collection of='payments' completeness='complete'/>", "<source id='s' document='x'/>",
        "<worker id='W' page='0'/>", "<worker id='W'>Siti</worker>"}) {
    BOOST_TEST(!accepted(inside), inside);
    BOOST_TEST(!test::read(test::filing(inside)).ok(), inside);
  }
}

BOOST_AUTO_TEST_SUITE_END()
