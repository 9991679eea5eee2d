# SPDX-License-Identifier: Apache-2.0
execute_process(COMMAND ${EXE} --list_content=HRF OUTPUT_VARIABLE out ERROR_VARIABLE err COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ";" lines "${out}${err}") # Boost prints the list on stderr
foreach(line IN LISTS lines)
  if(line MATCHES "^([A-Za-z0-9_]+)\\*?")
    string(APPEND tests "add_test(\"${PREFIX}.${CMAKE_MATCH_1}\" \"${EXE}\" \"--run_test=${CMAKE_MATCH_1}\" --color_output=no)\n"
                        "set_tests_properties(\"${PREFIX}.${CMAKE_MATCH_1}\" PROPERTIES TIMEOUT 1200)\n")
  endif()
endforeach()
file(WRITE "${OUT}" "${tests}")
