# The installed command finds its rules beside itself, in a folder it was moved to.
file(GLOB command "${prefix}/bin/tamis")
if(NOT command)
  message(FATAL_ERROR "bin/tamis is not installed")
endif()
execute_process(COMMAND "${command}" clean "${page}" WORKING_DIRECTORY "${prefix}"
  OUTPUT_VARIABLE record COMMAND_ERROR_IS_FATAL ANY)
if(NOT record MATCHES "\"status\": ?\"ok\"")
  message(FATAL_ERROR "no article: ${record}")
endif()
