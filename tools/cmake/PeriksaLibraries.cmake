# SPDX-License-Identifier: Apache-2.0
# The libraries Periksa stands on; all come from Debian packages (tools/install-deps).
find_package(Poco 1.11 CONFIG REQUIRED COMPONENTS Foundation Crypto)
find_package(pugixml 1.13 CONFIG REQUIRED)
find_package(nlohmann_json 3.11 CONFIG REQUIRED)
find_package(fmt 9 CONFIG REQUIRED)
find_package(CLI11 2.1 CONFIG REQUIRED)
find_package(SQLiteCpp 3.2 CONFIG REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(CTEMPLATE REQUIRED IMPORTED_TARGET libctemplate)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip) # its CMake config names tools of another package
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
find_package(EXPAT 2.5 REQUIRED)
find_library(CSV_LIBRARY csv REQUIRED) # libcsv brings no CMake or pkg-config file
find_library(XLSXWRITER_LIBRARY xlsxwriter REQUIRED) # nor does the Debian package of libxlsxwriter
