# The packages that tamis links, once: the build, the installed tamisConfig.cmake and tamis.pc read
# this list. All ship a .pc file; some have no CMake package.
#   target    pkg-config   Debian package
set(TAMIS_PACKAGES
  GUMBO       gumbo        libgumbo-dev
  RE2         re2          libre2-dev
  XXHASH      libxxhash    libxxhash-dev
  SIMDJSON    simdjson     libsimdjson-dev
  UCHARDET    uchardet     libuchardet-dev
  OPENCC      opencc       libopencc-dev
  TOMLPLUSPLUS tomlplusplus libtomlplusplus-dev
  EXPAT       expat        libexpat1-dev
  CURL        libcurl      libcurl4-openssl-dev
  SQLITE3     sqlite3      libsqlite3-dev
  ZLIB        zlib         zlib1g-dev
  ZSTD        libzstd      libzstd-dev
  BROTLI      libbrotlidec libbrotli-dev)

# Makes PkgConfig::TAMIS_<target> for each. Sets TAMIS_MISSING to what is not there, empty if all is.
macro(tamis_find_packages)
  set(TAMIS_MISSING "")
  set(_tamis_rest ${TAMIS_PACKAGES})
  while(_tamis_rest)
    list(POP_FRONT _tamis_rest _tamis_target _tamis_module _tamis_debian)
    pkg_check_modules(TAMIS_${_tamis_target} QUIET IMPORTED_TARGET GLOBAL ${_tamis_module})
    if(NOT TAMIS_${_tamis_target}_FOUND)
      string(APPEND TAMIS_MISSING " ${_tamis_module} (Debian: ${_tamis_debian})")
    endif()
  endwhile()
endmacro()
