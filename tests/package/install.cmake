# Installs -Dbuild into -Dstage, moves that to -Dprefix, and sees that no installed text file names
# the build or the source tree and that no compile flag of ours is exported.
file(REMOVE_RECURSE "${stage}" "${prefix}")
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${build}" --prefix "${stage}"
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
file(RENAME "${stage}" "${prefix}")

file(GLOB_RECURSE texts "${prefix}/*.cmake" "${prefix}/*.pc" "${prefix}/*.h")
if(NOT texts)
  message(FATAL_ERROR "nothing was installed")
endif()
foreach(text IN LISTS texts)
  file(READ "${text}" contents)
  foreach(unwanted "${build}" "${source}/" "${stage}" "-Wall" "-fsanitize" "tamis_compile")
    string(FIND "${contents}" "${unwanted}" at)
    if(NOT at EQUAL -1)
      message(FATAL_ERROR "${text} names ${unwanted}")
    endif()
  endforeach()
endforeach()
