# SPDX-License-Identifier: Apache-2.0
# One CTest entry per Boost.Test suite, read from the built test program.
find_package(Boost 1.74 CONFIG REQUIRED COMPONENTS unit_test_framework)

# periksa_test(folder LINK libs...): the program test_FOLDER of all sources in the current folder.
function(periksa_test name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "LINK")
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources)
    return()
  endif()
  set(target test_${name})
  add_executable(${target} ${PROJECT_SOURCE_DIR}/tests/main.cpp ${sources})
  target_link_libraries(${target} PRIVATE periksa_options ${ARG_LINK} Boost::unit_test_framework)
  target_compile_definitions(${target} PRIVATE PERIKSA_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    PERIKSA_BINARY_DIR="${PROJECT_BINARY_DIR}" PERIKSA_PROGRAM="$<TARGET_FILE:periksa>")
  target_compile_options(${target} PRIVATE ${PERIKSA_TEST_OPTIONS})
  if(PERIKSA_JOIN_TESTS)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON)
    # Cases take helpers of an unnamed namespace for their base; that is one only among joined files.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endif()
  # What makes it the one with main() stands before the header there.
  set_source_files_properties(${PROJECT_SOURCE_DIR}/tests/main.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  add_dependencies(${target} periksa)
  set(list ${CMAKE_CURRENT_BINARY_DIR}/${target}_tests.cmake)
  add_custom_command(TARGET ${target} POST_BUILD BYPRODUCTS ${list} VERBATIM
    COMMAND ${CMAKE_COMMAND} -DEXE=$<TARGET_FILE:${target}> -DOUT=${list} -DPREFIX=${name}
            -P ${PROJECT_SOURCE_DIR}/tools/cmake/ListBoostTests.cmake)
  file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/${target}_include.cmake
    "if(EXISTS \"${list}\")\n  include(\"${list}\")\nelse()\n  add_test(${target}_NOT_BUILT ${target}_NOT_BUILT)\nendif()\n")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${CMAKE_CURRENT_BINARY_DIR}/${target}_include.cmake)
endfunction()
