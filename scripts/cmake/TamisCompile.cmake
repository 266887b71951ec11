# How every target of this project is compiled. Private to the build: never exported.
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
find_package(Threads REQUIRED)

add_library(tamis_compile INTERFACE)
target_compile_features(tamis_compile INTERFACE cxx_std_20)
# -Wrestrict is wrong about std::string's operator+ in g++ 12 at -O2 and up (GCC bug 105651).
target_compile_options(tamis_compile INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  -ffp-contract=off "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.")
if(TAMIS_SANITIZE)
  target_compile_options(tamis_compile INTERFACE
    -fsanitize=${TAMIS_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_definitions(tamis_compile INTERFACE _GLIBCXX_ASSERTIONS)
  target_link_options(tamis_compile INTERFACE -fsanitize=${TAMIS_SANITIZE})
endif()
