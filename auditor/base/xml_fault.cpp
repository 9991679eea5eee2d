// SPDX-License-Identifier: Apache-2.0
#include "auditor/base/xml_scan.h"

namespace periksa::xml {

Bilingual explain(Fault fault) {
  switch (fault) {
    case Fault::none:
      return {"tidak ada kesalahan", "no fault"};
    case Fault::ends_early:
      return {"berkas berakhir di tengah elemen; salin ulang berkas lengkapnya",
              "the file ends inside an element; copy the complete file again"};
    case Fault::bad_utf8:
      return {"bita ini bukan UTF-8 yang sah; simpan berkas sebagai UTF-8",
              "these bytes are not valid UTF-8; save the file as UTF-8"};
    case Fault::control_character:
      return {"karakter kendali tidak boleh ada dalam XML; hapus karakter ini",
              "a control character may not stand in XML; remove it"};
    case Fault::doctype:
      return {"DOCTYPE dan deklarasi lain tidak diterima; hapus baris <!…> ini",
              "a DOCTYPE or other declaration is not accepted; remove this <!…>"};
    case Fault::processing_instruction:
      return {"instruksi pemrosesan <?…?> tidak diterima; hapus bagian ini",
              "a processing instruction <?…?> is not accepted; remove it"};
    case Fault::bad_declaration:
      return {"deklarasi XML harus berbunyi <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
              "the XML declaration must read <?xml version=\"1.0\" encoding=\"UTF-8\"?>"};
    case Fault::encoding:
      return {"hanya UTF-8 yang diterima; simpan berkas sebagai UTF-8",
              "only UTF-8 is accepted; save the file as UTF-8"};
    case Fault::cdata:
      return {"bagian CDATA tidak diterima; tulis teksnya dengan &lt; dan &amp;",
              "a CDATA section is not accepted; write its text with &lt; and &amp;"};
    case Fault::bad_comment:
      return {"komentar tidak boleh memuat \"--\"", "a comment may not hold \"--\""};
    case Fault::text_outside:
      return {"di sini hanya boleh ada elemen, bukan teks",
              "only elements may stand here, found text"};
    case Fault::second_root:
      return {"setelah elemen akar masih ada isi; satu berkas memuat satu elemen akar",
              "there is more after the root element; one file holds one root element"};
    case Fault::no_root:
      return {"tidak ada elemen akar; berkas kosong atau bukan XML",
              "there is no root element; the file is empty or not XML"};
    case Fault::bad_name:
      return {"di sini diharapkan sebuah nama (huruf, angka, _ - .)",
              "expected a name here (letters, digits, _ - .)"};
    case Fault::prefix:
      return {"awalan ruang nama (dengan titik dua) tidak diterima; hapus awalannya",
              "a namespace prefix (with a colon) is not accepted; remove the prefix"};
    case Fault::missing_equals:
      return {"setelah nama atribut diharapkan \"=\"", "expected \"=\" after the attribute's name"};
    case Fault::missing_quote:
      return {"nilai atribut harus diapit tanda kutip",
              "an attribute's value must stand in quotes"};
    case Fault::less_than_in_value:
      return {"\"<\" di dalam nilai atribut ditulis &lt;", "\"<\" inside a value is written &lt;"};
    case Fault::missing_blank:
      return {"antaratribut harus ada spasi", "a blank is missing between two attributes"};
    case Fault::duplicate_attribute:
      return {"atribut ini sudah ada pada elemen yang sama; pakai elemen bila ada dua sumber",
              "this attribute stands twice in the element; use elements where two sources differ"};
    case Fault::bare_ampersand:
      return {"tanda \"&\" ditulis &amp;", "an \"&\" is written &amp;"};
    case Fault::unknown_entity:
      return {"entitas ini tidak dikenal; yang ada hanya &amp; &lt; &gt; &quot; &apos;",
              "this entity is unknown; there are only &amp; &lt; &gt; &quot; &apos;"};
    case Fault::bad_character_reference:
      return {"rujukan karakter ini tidak sah dalam XML 1.0",
              "this character reference is not legal in XML 1.0"};
    case Fault::end_of_cdata_in_text:
      return {"\"]]>\" di dalam teks ditulis ]]&gt;", "\"]]>\" inside text is written ]]&gt;"};
    case Fault::bad_tag:
      return {"tag ini tidak ditutup dengan benar; diharapkan \">\" atau \"/>\"",
              "the tag is not closed properly; expected \">\" or \"/>\""};
    case Fault::mismatched_tag:
      return {"tag penutup ini bukan milik elemen yang terbuka",
              "this end tag does not belong to the element that is open"};
    case Fault::too_deep:
      return {"elemen bersarang terlalu dalam", "elements are nested too deeply"};
    case Fault::too_many_attributes:
      return {"terlalu banyak atribut pada satu elemen", "too many attributes in one element"};
    case Fault::name_too_long:
      return {"nama terlalu panjang", "the name is too long"};
    case Fault::value_too_long:
      return {"teks melebihi batas panjang", "the text is longer than the cap"};
  }
  return {};
}

}  // namespace periksa::xml
