#!/usr/bin/env bash
# Installs what is missing, builds everything and runs every test but the long ones.
set -euo pipefail
# shellcheck source=installer/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'TEXT'
Usage: bash installer/test.sh [--help] [-- OPTIONS FOR CTEST]

Installs missing Debian packages (as root or with sudo), builds the release with all tests in build/release
and runs them without a display. Tests marked "long" are run by hand: ctest --test-dir build/release -L long
Example of options for ctest: bash installer/test.sh -- -R lint
TEXT
}

while [ $# -gt 0 ]; do
    case "$1" in
        --help | -h)
            usage
            exit 0
            ;;
        --)
            shift
            break
            ;;
        *) wrong_use "Unknown option: $1" "未知选项：$1" ;;
    esac
done

started=$SECONDS
prepare_environment
install_packages "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
build_release all
say "Set up and built after $((SECONDS - started)) s; running the tests." \
    "准备与编译用时 $((SECONDS - started)) 秒；开始测试。"

# One more than there are cores: many tests wait for a window.
status=0
(cd "$root" && ctest --preset release --no-tests=error -j "$(($(nproc) + 1))" "$@") || status=$?
if [ "$status" -eq 0 ]; then
    say "Every test passed; $((SECONDS - started)) s in all." "全部测试通过，共用时 $((SECONDS - started)) 秒。"
else
    say "Tests failed (named above); details in $build/Testing/Temporary/LastTest.log." \
        "有测试未通过（见上）；详情见 $build/Testing/Temporary/LastTest.log。" >&2
fi
exit "$status"
