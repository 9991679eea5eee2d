// SPDX-License-Identifier: Apache-2.0
#include "auditor/forms/template_words.h"

namespace periksa::forms {

const std::vector<GuideLine>& guide_lines() {
  using enum books::Look;
  static const std::vector<GuideLine> lines{
      {title, {"Petunjuk pengisian", "How to fill this in"}},
      {plain,
       {"Buku kerja ini memuat berkas satu perusahaan penempatan (P3MI) untuk diperiksa.",
        "This workbook holds the filing of one placement agency (P3MI) to be examined."}},
      {plain,
       {"Isilah hanya lembar dan kolom yang ada datanya. Lembar atau kolom yang dibiarkan kosong "
        "tidak dianggap pelanggaran.",
        "Fill in only the sheets and columns you have data for. A sheet or column left empty is "
        "never taken for a breach."}},
      {plain, {}},
      {strong, {"Urutan mengisi", "In this order"}},
      {wrapped,
       {"1. Berkas", "1. Filing"},
       {"Isi tanggal tutup berkas. Tanpa tanggal itu berkas tidak dapat diperiksa.",
        "State the closing date. Without it the filing cannot be examined."}},
      {wrapped,
       {"2. Sumber", "2. Sources"},
       {"Satu baris untuk setiap dokumen yang menjadi dasar isian: beri ID, misalnya s1, lalu "
        "tulis "
        "ID itu pada kolom \"sumber\" di lembar lain. Boleh dikosongkan: isian tanpa sumber adalah "
        "pernyataan penyampai sendiri.",
        "One row for each paper that values come from: give it an ID such as s1, and write that ID "
        "in the column \"source\" of the other sheets. It may stay empty: a value without a source "
        "is the filer's own statement."}},
      {wrapped,
       {"3. Lembar catatan", "3. Sheets of records"},
       {"Satu baris untuk setiap catatan. Arahkan tetikus ke judul kolom untuk membaca "
        "penjelasannya; beberapa kolom menyediakan pilihan.",
        "One row for each record. Point at a heading to read what it means; some columns offer a "
        "choice."}},
      {wrapped,
       {"4. Kelengkapan", "4. Completeness"},
       {"Nyatakan daftar mana yang lengkap dan berapa jumlahnya. Tanpa pernyataan itu, catatan "
        "yang "
        "tidak ada tidak berarti apa-apa.",
        "Say which lists are complete and how many records they have. Without it, a record that is "
        "not there means nothing."}},
      {plain, {}},
      {strong, {"ID", "IDs"}},
      {wrapped,
       {"ID", "ID"},
       {"Nama pendek pilihan Anda sendiri, misalnya W-01 atau nomor berkas; berbeda untuk setiap "
        "catatan dalam satu lembar. Kolom yang merujuk lembar lain diisi dengan ID dari lembar "
        "itu.",
        "A short name of your own choice, such as W-01 or a file number, different for each record "
        "of a sheet. A column that refers to another sheet takes an ID of that sheet."}},
      {wrapped,
       {"ID pekerja", "worker ID"},
       {"Pada lembar yang memuat catatan milik pekerja: ID pekerja itu di lembar Pekerja.",
        "In sheets with records of workers: the ID of the worker in the sheet Worker."}},
      {wrapped,
       {"sumber kedua", "a second source"},
       {"Bila dua dokumen menyebut catatan yang sama, tulis baris kedua dengan ID yang sama dan "
        "sumber yang lain, dan isi hanya yang disebut dokumen kedua. Bila isinya berbeda, keduanya "
        "disimpan dan perbedaannya dilaporkan.",
        "Where two papers speak of the same record, write a second row with the same ID and "
        "another "
        "source, and fill in only what the second paper says. Where they differ, both are kept and "
        "the difference is reported."}},
      {wrapped,
       {"#contoh-1", "#example-1"},
       {"Baris contoh. Baris yang diawali #contoh tidak dibaca; timpalah atau hapuslah.",
        "An example row. A row that begins with #example is not read; overwrite or delete it."}},
      {plain, {}},
      {strong, {"Bila tidak ada isinya", "Where there is nothing to write"}},
      {wrapped,
       {"(kosong)", "(empty)"},
       {"Dokumennya ada, tetapi bagian ini kosong. Bila seluruh kolom kosong: tidak disampaikan.",
        "The paper is there, but says nothing here. Where the whole column is empty: not "
        "supplied."}},
      {wrapped,
       {"tidak ada", "none"},
       {"Dokumen menyatakan bahwa memang tidak ada, misalnya tidak ada potongan.",
        "The paper states that there is none, such as no deduction."}},
      {wrapped,
       {"belum", "not yet"},
       {"Untuk tanggal: hal itu belum terjadi sampai tanggal tutup berkas.",
        "Of a date: it has not happened by the closing date."}},
      {wrapped,
       {"tidak disampaikan", "not supplied"},
       {"Tidak ada dokumen yang dapat menunjukkannya.", "There is no paper that could show it."}},
      {wrapped,
       {"tidak terbaca", "unreadable"},
       {"Ada tulisan, tetapi tidak dapat dibaca; boleh diikuti yang terbaca, misalnya \"tidak "
        "terbaca: 4?\".",
        "Something is written but cannot be read; what can be may follow, such as \"unreadable: "
        "4?\"."}},
      {plain, {}},
      {strong, {"Cara menulis", "Ways of writing"}},
      {wrapped,
       {"tanggal", "dates"},
       {"2024-03-12, 12 Maret 2024, atau 13/03/2024. Pada 03/04/2024 tidak jelas mana harinya; "
        "pakailah bentuk yang lain.",
        "2024-03-12, 12 March 2024 or 13/03/2024. Of 03/04/2024 nobody knows which is the day; use "
        "another way."}},
      {wrapped,
       {"uang", "money"},
       {"Selalu dengan mata uang: Rp2.500.000, IDR 2500000, HK$4,870, RM 1200.",
        "Always with its currency: IDR 2500000, HK$4,870, RM 1200, Rp2.500.000."}},
      {wrapped, {"ya atau tidak", "yes or no"}, {"ya, tidak", "yes, no"}},
      {wrapped,
       {"jangka waktu", "periods"},
       {"3 bulan, 30 hari, 2 tahun", "3 months, 30 days, 2 years"}},
      {wrapped,
       {"pilihan", "choices"},
       {"Pilih dari daftar pada sel. Bila tidak ada yang cocok, pilih \"lain\" bila tersedia, atau "
        "tulis apa adanya: isian itu dibaca sebagai tidak terbaca.",
        "Choose from the list of the cell. Where none fits, choose \"other\" if there is one, or "
        "write what it says: it is then taken as unreadable."}},
      {plain, {}},
      {strong, {"Memeriksa", "Examining"}},
      {plain,
       {"periksa audit berkas.xlsx --out html:laporan.html",
        "periksa audit filing.xlsx --lang en --out html:report.html"}},
      {plain,
       {"Semua berjalan di komputer sendiri; tidak ada yang dikirim ke mana pun.",
        "All of it runs on your own computer; nothing is sent anywhere."}}};
  return lines;
}

}  // namespace periksa::forms
