# The installed command finds its rules beside itself, in a folder it was moved to: it cleans a page
# with them, and it complains of them, not of others, when they are spoilt.
set(command "${prefix}/bin/tamis")
execute_process(COMMAND "${command}" clean "${page}" WORKING_DIRECTORY "${prefix}"
  OUTPUT_VARIABLE record COMMAND_ERROR_IS_FATAL ANY)
if(NOT record MATCHES "\"status\": ?\"ok\"")
  message(FATAL_ERROR "no article: ${record}")
endif()

set(spoilt "${prefix} spoilt")
file(REMOVE_RECURSE "${spoilt}")
file(COPY "${prefix}/bin" "${prefix}/share" DESTINATION "${spoilt}")
file(APPEND "${spoilt}/share/tamis/rules/phrases.tsv" "a row of one field\n")
execute_process(COMMAND "${spoilt}/bin/tamis" clean "${page}"
  RESULT_VARIABLE status OUTPUT_VARIABLE record ERROR_VARIABLE complaint)
file(REMOVE_RECURSE "${spoilt}")
if(NOT status EQUAL 1 OR NOT complaint MATCHES "phrases.tsv:[0-9]+")
  message(FATAL_ERROR "exit ${status}, no word of the spoilt line: ${complaint}")
endif()
