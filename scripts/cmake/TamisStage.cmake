# A stage is one folder under src/ and one object library; the library `tamis` is all of them.

# tamis_add_stage(<name> SOURCES a.cc b.cc [LINK PkgConfig::X ...])
function(tamis_add_stage name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LINK")
  add_library(tamis_${name} OBJECT ${ARG_SOURCES})
  target_include_directories(tamis_${name} PRIVATE "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/include")
  target_link_libraries(tamis_${name} PRIVATE $<BUILD_INTERFACE:tamis_compile> ${ARG_LINK})
  set_property(GLOBAL APPEND PROPERTY TAMIS_THIRD_PARTY ${ARG_LINK})
endfunction()

# tamis_add_stage_tests(<stage> a_test.cc ...): one GoogleTest binary, <stage>_test, linked to the
# stage and those before it only.
function(tamis_add_stage_tests stage)
  add_executable(${stage}_test ${ARGN})
  target_include_directories(${stage}_test PRIVATE "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/include"
    "${PROJECT_SOURCE_DIR}/tests")
  target_compile_definitions(${stage}_test PRIVATE
    "TAMIS_RULES_DIR=\"${PROJECT_SOURCE_DIR}/rules\"" "TAMIS_TESTS_DIR=\"${PROJECT_SOURCE_DIR}/tests\""
    "TAMIS_SHARED_DIR=\"${PROJECT_SOURCE_DIR}/../shared\"")
  target_link_libraries(${stage}_test PRIVATE tamis_compile GTest::gtest_main Threads::Threads)
  foreach(earlier IN LISTS TAMIS_STAGES)
    target_link_libraries(${stage}_test PRIVATE tamis_${earlier})
    if(earlier STREQUAL stage)
      break()
    endif()
  endforeach()
  get_property(third_party GLOBAL PROPERTY TAMIS_THIRD_PARTY)
  target_link_libraries(${stage}_test PRIVATE ${third_party})
  gtest_discover_tests(${stage}_test PROPERTIES LABELS unit TIMEOUT 900 DISCOVERY_TIMEOUT 60)
endfunction()
