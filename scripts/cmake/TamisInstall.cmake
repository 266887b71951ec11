# What `cmake --install` lays down: bin/tamis, the static library with its headers, its CMake
# package and .pc file, and the rules under share/tamis/rules. The prefix may be moved afterwards.
include(CMakePackageConfigHelpers)
set(TAMIS_CMAKE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/tamis")
set(TAMIS_RULES_INSTALL_DIR "${CMAKE_INSTALL_DATADIR}/tamis/rules")

install(TARGETS tamis EXPORT tamis FILE_SET HEADERS)
install(EXPORT tamis NAMESPACE tamis:: FILE tamisTargets.cmake DESTINATION "${TAMIS_CMAKE_DIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/rules/" DESTINATION "${TAMIS_RULES_INSTALL_DIR}")
if(TARGET tamis_cli)
  install(TARGETS tamis_cli)
endif()

configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/tamisConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/tamisConfig.cmake"
  INSTALL_DESTINATION "${TAMIS_CMAKE_DIR}" PATH_VARS TAMIS_RULES_INSTALL_DIR)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/tamisConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/tamisConfig.cmake"
  "${PROJECT_BINARY_DIR}/tamisConfigVersion.cmake" "${CMAKE_CURRENT_LIST_DIR}/TamisPackages.cmake"
  DESTINATION "${TAMIS_CMAKE_DIR}")

# The .pc stands in <libdir>/pkgconfig: the prefix is found from there, as many folders up.
file(RELATIVE_PATH TAMIS_PC_UP "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" TAMIS_PC_UP "${TAMIS_PC_UP}")
set(TAMIS_PC_REQUIRES "")
set(rest ${TAMIS_PACKAGES})
while(rest)
  list(POP_FRONT rest target module debian)
  list(APPEND TAMIS_PC_REQUIRES ${module})
endwhile()
list(JOIN TAMIS_PC_REQUIRES ", " TAMIS_PC_REQUIRES)
configure_file("${CMAKE_CURRENT_LIST_DIR}/tamis.pc.in" "${PROJECT_BINARY_DIR}/tamis.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/tamis.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
