# SPDX-License-Identifier: Apache-2.0
# Warnings and hardening, and one library per folder of auditor/: its links are the only way includes may point.
add_library(periksa_options INTERFACE)
target_include_directories(periksa_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(periksa_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wformat=2 -Wimplicit-fallthrough -Wcast-align -Wcast-qual -Wextra-semi
  -Wzero-as-null-pointer-constant -Wsuggest-override -Wundef -Wvla -Wdouble-promotion
  $<$<CXX_COMPILER_ID:GNU>:-Wuseless-cast -Wduplicated-cond -Wduplicated-branches -Wlogical-op
    # False on string concatenation in g++ 12; clang and the sanitizers watch the same.
    -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds>
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations> # in stable_sort of libstdc++ 12
  -fstack-protector-strong)
target_compile_definitions(periksa_options INTERFACE _GLIBCXX_ASSERTIONS
  $<$<CONFIG:Release,RelWithDebInfo>:_FORTIFY_SOURCE=2>)
if(PERIKSA_WERROR)
  target_compile_options(periksa_options INTERFACE -Werror)
endif()

# periksa_library(NAME folder LINK libs...): the static library periksa_NAME of all sources in the current folder.
function(periksa_library name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "LINK")
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(periksa_${name} STATIC ${sources})
  target_link_libraries(periksa_${name} PUBLIC periksa_options ${ARG_LINK})
  if(PERIKSA_FUZZ)
    target_compile_options(periksa_${name} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()
