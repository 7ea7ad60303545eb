# Flags and helper functions of this project.
include_guard(GLOBAL)

find_program(XINGLIN_CCACHE ccache)
if(XINGLIN_CCACHE)
    foreach(_lang C CXX)
        set(CMAKE_${_lang}_COMPILER_LAUNCHER "${XINGLIN_CCACHE}")
    endforeach()
endif()
find_program(XINGLIN_MOLD mold)
if(XINGLIN_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

set(XINGLIN_SANITIZE "" CACHE STRING "Sanitizers for all of our code, for example address,undefined")
if(XINGLIN_SANITIZE)
    add_compile_options(-fsanitize=${XINGLIN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all -O1)
    add_link_options(-fsanitize=${XINGLIN_SANITIZE})
endif()

# Real input written by others; tests that need it are registered only where the folder exists.
set(XINGLIN_SAMPLES "${CMAKE_SOURCE_DIR}/../shared/data/samples" CACHE PATH "Folder of sample data for tests")
get_filename_component(XINGLIN_SAMPLES "${XINGLIN_SAMPLES}" ABSOLUTE)
if(NOT IS_DIRECTORY "${XINGLIN_SAMPLES}" AND DEFINED ENV{CI})
    message(FATAL_ERROR "XINGLIN_SAMPLES is not a folder: ${XINGLIN_SAMPLES}")
endif()

add_library(xinglin_flags INTERFACE)
target_compile_options(xinglin_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                       -Wnon-virtual-dtor -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 sees uninitialised members in moves of std::variant and std::optional when it optimises.
    target_compile_options(xinglin_flags INTERFACE -Wno-maybe-uninitialized)
endif()
target_compile_definitions(xinglin_flags INTERFACE QT_NO_FOREACH QT_NO_CAST_TO_ASCII
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# xinglin_layer(name [USES layers…] [LIBS public libraries…] [PRIVATE_LIBS …] SOURCES files…)
# Static library xinglin_<name>, alias Xinglin::<name>. Headers are included as "<layer>/<file>.h".
function(xinglin_layer name)
    cmake_parse_arguments(ARG "" "" "USES;LIBS;PRIVATE_LIBS;SOURCES" ${ARGN})
    qt_add_library(xinglin_${name} STATIC ${ARG_SOURCES})
    add_library(Xinglin::${name} ALIAS xinglin_${name})
    target_include_directories(xinglin_${name} PUBLIC ${CMAKE_SOURCE_DIR}/core)
    list(TRANSFORM ARG_USES PREPEND "Xinglin::")
    target_link_libraries(xinglin_${name} PUBLIC Qt6::Core ${ARG_USES} ${ARG_LIBS}
                          PRIVATE xinglin_flags ${ARG_PRIVATE_LIBS})
endfunction()

# xinglin_program(target OUTPUT name USES layers… SOURCES files…)
function(xinglin_program target)
    cmake_parse_arguments(ARG "" "OUTPUT" "USES;LIBS;SOURCES" ${ARGN})
    qt_add_executable(${target} ${ARG_SOURCES})
    set_target_properties(${target} PROPERTIES OUTPUT_NAME ${ARG_OUTPUT})
    list(TRANSFORM ARG_USES PREPEND "Xinglin::")
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR})
    target_link_libraries(${target} PRIVATE xinglin_flags ${ARG_USES} ${ARG_LIBS})
endfunction()

# xinglin_test(name [USES layers…] [LIBS …] [SAMPLES] [LABELS …] SOURCES files…): a Qt Test program and its ctest entry.
# SAMPLES: registered only where the sample folder exists. LABELS long: run by hand with `ctest -L long`.
function(xinglin_test name)
    cmake_parse_arguments(ARG "SAMPLES" "TIMEOUT" "USES;LIBS;LABELS;SOURCES" ${ARGN})
    if(ARG_SAMPLES AND NOT IS_DIRECTORY "${XINGLIN_SAMPLES}")
        return()
    endif()
    qt_add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    list(TRANSFORM ARG_USES PREPEND "Xinglin::")
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/tests)
    target_compile_definitions(${name} PRIVATE XINGLIN_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
        XINGLIN_SOURCE_DIR="${CMAKE_SOURCE_DIR}" XINGLIN_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
    if(ARG_SAMPLES)
        target_compile_definitions(${name} PRIVATE XINGLIN_SAMPLES="${XINGLIN_SAMPLES}")
    endif()
    target_link_libraries(${name} PRIVATE xinglin_flags Qt6::Test ${ARG_USES} ${ARG_LIBS})
    add_test(NAME ${name} COMMAND ${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=Asia/Shanghai")
endfunction()
