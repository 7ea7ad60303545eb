# Target Xinglin::SqlCipher; never links libsqlite3. Tested with CMake 3.25.
include_guard(GLOBAL)
enable_language(C)
set(XINGLIN_SQLCIPHER "auto" CACHE STRING "auto | system | npm")
set(XINGLIN_SQLCIPHER_DIR "" CACHE PATH "offline: folder holding SQLCipher's sqlite3.c and sqlite3.h")
set(_ver 6.0.0)   # @journeyapps/sqlcipher: SQLCipher 4.14.0 on SQLite 3.51.3
string(CONCAT _sha 626592408478727bfee4bdfc9582684bf74817ff9b11905a0020136de4f2ab85
                   ca8cc1dcc5d22516712504b888a9af6bc2c78e222988623b9d80e382a2fb9ddd)
if(NOT XINGLIN_SQLCIPHER STREQUAL "npm" AND NOT XINGLIN_SQLCIPHER_DIR)
  find_package(PkgConfig QUIET)
  if(PkgConfig_FOUND)
    pkg_check_modules(XL_SC QUIET IMPORTED_TARGET "sqlcipher>=4.5")
  endif()
  if(XL_SC_FOUND)   # the .pc version is not enough: probe codec, FTS5 and session
    include(CheckCSourceRuns)
    set(CMAKE_REQUIRED_LIBRARIES PkgConfig::XL_SC)
    set(CMAKE_REQUIRED_DEFINITIONS -DSQLITE_HAS_CODEC -DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK)
    check_c_source_runs([[#include <sqlite3.h>
      int main(void){ sqlite3 *d; sqlite3_stmt *s; sqlite3_session *x;
        if (sqlite3_libversion_number() < 3043000 || sqlite3_open(":memory:", &d)) return 1;
        if (sqlite3_prepare_v2(d, "PRAGMA cipher_version", -1, &s, 0) || sqlite3_step(s) != SQLITE_ROW) return 2;
        if (sqlite3session_create(d, "main", &x)) return 3;
        return !sqlite3_compileoption_used("ENABLE_FTS5"); }]] XL_SYSTEM_SQLCIPHER_OK)
    unset(CMAKE_REQUIRED_LIBRARIES)
    unset(CMAKE_REQUIRED_DEFINITIONS)
  endif()
  if(XL_SYSTEM_SQLCIPHER_OK)
    add_library(xinglin_sqlcipher INTERFACE)
    target_link_libraries(xinglin_sqlcipher INTERFACE PkgConfig::XL_SC)
    target_compile_definitions(xinglin_sqlcipher INTERFACE SQLITE_HAS_CODEC SQLITE_ENABLE_SESSION
                               SQLITE_ENABLE_PREUPDATE_HOOK)
    add_library(Xinglin::SqlCipher ALIAS xinglin_sqlcipher)
    message(STATUS "SQLCipher: system ${XL_SC_VERSION}")
    return()
  elseif(XINGLIN_SQLCIPHER STREQUAL "system")
    message(FATAL_ERROR "No usable system SQLCipher (>= 4.5, FTS5, session)")
  endif()
endif()
set(_src "${XINGLIN_SQLCIPHER_DIR}")
if(NOT _src)
  set(_cache "$ENV{XDG_CACHE_HOME}")
  if(NOT _cache)
    set(_cache "$ENV{HOME}/.cache")
  endif()
  set(XINGLIN_DEPS_CACHE "${_cache}/xinglin-deps" CACHE PATH "downloads kept between build folders")
  set(_tgz "${XINGLIN_DEPS_CACHE}/journeyapps-sqlcipher-${_ver}.tgz")
  set(_have "")
  if(EXISTS "${_tgz}")
    file(SHA512 "${_tgz}" _have)
  endif()
  if(NOT _have STREQUAL _sha)
    find_program(XINGLIN_NPM npm REQUIRED)
    file(MAKE_DIRECTORY "${XINGLIN_DEPS_CACHE}")
    foreach(_try RANGE 1 3)   # npm pack only downloads: no scripts run, no dependencies follow
      execute_process(COMMAND "${XINGLIN_NPM}" pack --silent --pack-destination . "@journeyapps/sqlcipher@${_ver}"
        WORKING_DIRECTORY "${XINGLIN_DEPS_CACHE}" RESULT_VARIABLE _rc OUTPUT_QUIET ERROR_VARIABLE _err TIMEOUT 120)
      if(_rc EQUAL 0)
        break()
      endif()
    endforeach()
    if(NOT _rc EQUAL 0)
      message(FATAL_ERROR "npm pack failed: ${_err}\nOffline? Set XINGLIN_SQLCIPHER_DIR.")
    endif()
    file(SHA512 "${_tgz}" _have)
    if(NOT _have STREQUAL _sha)
      file(REMOVE "${_tgz}")
      message(FATAL_ERROR "SQLCipher archive does not match its pinned SHA-512")
    endif()
  endif()
  set(_src "${CMAKE_BINARY_DIR}/_deps/sqlcipher/package/deps/sqlcipher-amalgamation")
  if(NOT EXISTS "${_src}/sqlite3.c")
    file(ARCHIVE_EXTRACT INPUT "${_tgz}" DESTINATION "${CMAKE_BINARY_DIR}/_deps/sqlcipher"
         PATTERNS "package/deps/sqlcipher-amalgamation/*" "package/LICENSE")
  endif()
endif()
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
find_package(Threads REQUIRED)
add_library(xinglin_sqlcipher STATIC "${_src}/sqlite3.c")
add_library(Xinglin::SqlCipher ALIAS xinglin_sqlcipher)
set_target_properties(xinglin_sqlcipher PROPERTIES POSITION_INDEPENDENT_CODE ON C_VISIBILITY_PRESET hidden
  AUTOMOC OFF UNITY_BUILD OFF C_CLANG_TIDY "" DISABLE_PRECOMPILE_HEADERS ON)
target_include_directories(xinglin_sqlcipher SYSTEM BEFORE PUBLIC "${_src}")   # wins over /usr/include/sqlite3.h
target_compile_definitions(xinglin_sqlcipher
  PUBLIC SQLITE_HAS_CODEC SQLITE_ENABLE_SESSION SQLITE_ENABLE_PREUPDATE_HOOK SQLITE_ENABLE_COLUMN_METADATA
  PRIVATE NDEBUG SQLCIPHER_CRYPTO_OPENSSL SQLITE_TEMP_STORE=3 SQLITE_THREADSAFE=1
    SQLITE_EXTRA_INIT=sqlcipher_extra_init SQLITE_EXTRA_SHUTDOWN=sqlcipher_extra_shutdown
    HAVE_STDINT_H=1 HAVE_USLEEP=1 HAVE_FDATASYNC=1
    SQLITE_ENABLE_FTS5 SQLITE_ENABLE_RTREE SQLITE_ENABLE_STAT4 SQLITE_ENABLE_MATH_FUNCTIONS
    SQLITE_ENABLE_DBSTAT_VTAB SQLITE_ENABLE_API_ARMOR SQLITE_DEFAULT_FOREIGN_KEYS=1
    SQLITE_DEFAULT_WAL_SYNCHRONOUS=1 SQLITE_DQS=0 SQLITE_LIKE_DOESNT_MATCH_BLOBS
    SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_SHARED_CACHE SQLITE_OMIT_DEPRECATED SQLITE_SECURE_DELETE)
target_compile_options(xinglin_sqlcipher PRIVATE -w -O2 -include ${CMAKE_SOURCE_DIR}/core/store/keeplocked.h)
target_link_libraries(xinglin_sqlcipher PUBLIC OpenSSL::Crypto Threads::Threads ${CMAKE_DL_LIBS} m)
message(STATUS "SQLCipher: npm amalgamation ${_ver}")
