# Shared by run.sh and test.sh: words, packages, configuring and building. Sourced, not run.
# shellcheck shell=bash disable=SC2034

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build="$root/build/release"

# What the build needs. librapidcheck-dev and python3 are here because the tests are configured with the programs.
# Headers of Qt TextToSpeech include one of qt6-declarative-dev; Debian's package does not say so.
build_packages=(
    g++ cmake ninja-build pkg-config ccache mold ca-certificates python3
    qt6-base-dev qt6-charts-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools libqt6opengl6-dev qt6-multimedia-dev
    qt6-speech-dev qt6-declarative-dev
    libgl-dev libopengl-dev libvulkan-dev libxkbcommon-dev
    libssl-dev libicu-dev libsodium-dev libqrencode-dev libical-dev libzip-dev libexpat1-dev libxlsxwriter-dev
    librapidcheck-dev
)
# What the programs need when they run: icons, Chinese fonts, Qt's own Chinese texts, the Chinese input method's bridge,
# the commands of CUPS, which take what is printed, what Qt Multimedia reads a camera with, and Qt's way to the voices of
# the system (speech-dispatcher with its voices, where calls are to be read aloud, is the clinic's own choice).
run_packages=(
    libqt6svg6 fonts-noto-cjk qt6-translations-l10n fcitx5-frontend-qt6 cups-client
    gstreamer1.0-plugins-base gstreamer1.0-plugins-good qt6-speech-speechd-plugin
)
# What only the tests need.
test_packages=(clang-format poppler-utils unzip)

# The language of these scripts' own words: that of --lang, else that of the locale.
spoken=en
case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in zh*) spoken=zh_CN ;; esac

# say ENGLISH CHINESE: one line to the person.
say() {
    if [ "$spoken" = zh_CN ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi
}

# fail ENGLISH CHINESE: says why and ends.
fail() {
    say "$1" "$2" >&2
    exit 1
}

# wrong_use ENGLISH CHINESE: for a mistaken option.
wrong_use() {
    say "$1" "$2" >&2
    say "Try: bash $0 --help" "用法见：bash $0 --help" >&2
    exit 2
}

# A bare system may have neither a home nor a UTF-8 locale; file names and texts here are Chinese too.
prepare_environment() {
    if [ -z "${HOME:-}" ]; then
        HOME=$(getent passwd "$(id -u)" | cut -d: -f6)
        export HOME
    fi
    if [ "$(locale charmap 2>/dev/null || true)" != UTF-8 ]; then
        export LC_ALL=C.UTF-8
    fi
}

# missing_packages NAME…: those that are not installed, one a line. npm counts as there when the command is,
# because Node.js is often installed from elsewhere and then conflicts with Debian's package.
missing_packages() {
    local installed
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' || true)
    printf '%s\n' "$@" | grep -vxF -f <(printf '%s\n' "$installed") || true
    command -v npm >/dev/null || echo npm
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# install_packages NAME…: installs what is missing, after saying what and why. Does nothing when all is there.
install_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        fail "This script installs Debian packages, and this system has no apt-get. README.md says how to build by hand." \
            "本脚本安装 Debian 软件包，而本系统没有 apt-get。手工编译的方法见 README.md。"
    fi
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    say "These Debian packages are missing; they are needed to build, show or test Xinglin and will be installed now:" \
        "缺少下列 Debian 软件包，它们是编译、显示或测试杏林所需，现在安装："
    printf '%s\n' "${missing[*]}" | fold -s -w 100 | sed 's/^/    /'
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        fail "You are not root and there is no sudo. Ask the administrator to run: apt-get install --no-install-recommends ${missing[*]}" \
            "当前用户不是 root，也没有 sudo。请管理员运行：apt-get install --no-install-recommends ${missing[*]}"
    fi
    as_root apt-get update -q || say "The package lists could not be refreshed; going on with those that are here." \
        "软件包列表未能更新，使用现有列表继续。"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# How many compilers fit: no more than the processors, and about 1.5 GiB of free memory for each.
parallel_jobs() {
    local cpus free_mib limit_mib jobs
    cpus=$(nproc)
    free_mib=$(awk '/^MemAvailable:/ {print int($2 / 1024)}' /proc/meminfo 2>/dev/null || true)
    if [ -r /sys/fs/cgroup/memory.max ]; then
        limit_mib=$(awk '$1 != "max" {print int($1 / 1048576)}' /sys/fs/cgroup/memory.max)
        if [ -n "$limit_mib" ] && [ "$limit_mib" -lt "${free_mib:-$limit_mib}" ]; then free_mib=$limit_mib; fi
    fi
    jobs=$((${free_mib:-1536} / 1536))
    if [ "$jobs" -gt "$cpus" ]; then jobs=$cpus; fi
    if [ "$jobs" -lt 1 ]; then jobs=1; fi
    echo "$jobs"
}

# build_release TARGET…: configures the preset and builds the targets.
build_release() {
    local log="$root/build/configure.log" jobs options=()
    jobs=$(parallel_jobs)
    mkdir -p "$root/build"
    # Saves a third of a build from nothing; a folder configured by hand stays as it is.
    [ -f "$build/CMakeCache.txt" ] || options=(-DXINGLIN_PRECOMPILE=ON)
    if ! (cd "$root" && cmake --preset release "${options[@]}") >"$log" 2>&1; then
        cat "$log" >&2
        fail "Configuring failed; the lines above say why." "配置失败，原因见上。"
    fi
    say "Building in $build ($jobs at a time); the first time takes many minutes, later only what changed." \
        "正在编译到 $build（并行 $jobs 个任务）；首次需要较长时间，以后只编译改动部分。"
    (cd "$root" && cmake --build --preset release -j "$jobs" --target "$@")
}
