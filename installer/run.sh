#!/usr/bin/env bash
# From a bare Debian 12 to Xinglin's window with a demo clinic in it.
set -euo pipefail
# shellcheck source=installer/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
    cat <<'TEXT'
Usage: bash installer/run.sh [--lang zh_CN|en] [--fresh] [--help]

Installs missing Debian packages (as root or with sudo), builds Xinglin, makes a demo clinic when there is none,
says its users and passwords, and opens the window. Without a display it goes through the main job in the real
window off screen and leaves numbered pictures and the printed prescription in a folder named on the last line.

  --lang zh_CN|en   language of the window and of this script (default: that of the locale)
  --fresh           throw the demo clinic away and make a new one; touches nothing but what this script made
  --help            this text

The demo clinic lives in ${XDG_DATA_HOME:-~/.local/share}/xinglin/demo.
TEXT
}

fresh=no
while [ $# -gt 0 ]; do
    case "$1" in
        --help | -h)
            usage
            exit 0
            ;;
        --fresh) fresh=yes ;;
        --lang)
            [ $# -ge 2 ] || wrong_use "--lang wants zh_CN or en after it." "--lang 之后要写 zh_CN 或 en。"
            lang=$2
            shift
            ;;
        --lang=*) lang=${1#--lang=} ;;
        *) wrong_use "Unknown option: $1" "未知选项：$1" ;;
    esac
    shift
done
case "${lang:=$spoken}" in
    zh_CN | en) spoken=$lang ;;
    *) wrong_use "Unknown language: $lang (zh_CN or en)" "未知语言：$lang（只有 zh_CN 和 en）" ;;
esac

prepare_environment
demo="${XDG_DATA_HOME:-$HOME/.local/share}/xinglin/demo"
marker="$demo/made-by-run.sh"
store="$demo/clinic"
accounts="$demo/accounts.txt"

has_display() {
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

# Whether a process has a file of the demo clinic open.
demo_is_open() {
    [ -n "$(find /proc/[0-9]*/fd -lname "$demo/*" -print -quit 2>/dev/null || true)" ]
}

# Removes the demo clinic, and only if this script made it.
remove_demo_clinic() {
    if [ -L "$demo" ] || [ ! -f "$marker" ]; then
        fail "$demo was not made by this script; move it away yourself if a new demo clinic shall stand there." \
            "$demo 不是本脚本所建；如需在此新建示范诊所，请自行移走。"
    fi
    if demo_is_open; then
        fail "The demo clinic is open in a window; close it first." "示范诊所正在窗口中打开，请先关闭。"
    fi
    rm -rf -- "$store" "$accounts" "$accounts.part" "$demo/owner.password" "$demo/recovery.txt"
    rm -f -- "$marker"
    rmdir -- "$demo" 2>/dev/null || true
}

# Makes the demo clinic and the list of its accounts. accounts.txt comes last: without it the clinic is half made.
make_demo_clinic() {
    local cli="$build/bin/xinglin-cli" name=杏林示范诊所
    if [ "$lang" = en ]; then name="Xinglin Demo Clinic"; fi
    say "Making a demo clinic in $demo" "正在建立示范诊所：$demo"
    mkdir -p "$demo"
    chmod 700 "$demo"
    echo "This folder is the demo clinic that installer/run.sh made; --fresh replaces it." >"$marker"
    (umask 077 && printf 'xinglin-demo\n' >"$demo/owner.password")
    export XINGLIN_PASSWORD_FILE="$demo/owner.password"
    "$cli" --store "$store" --lang "$lang" init --clinic "$name" --user owner --training \
        --recovery-out "$demo/recovery.txt"
    (umask 077 && "$cli" --store "$store" --lang "$lang" --user owner demo --patients 300 --years 2 --seed 1 \
        >"$accounts.part")
    mv -- "$accounts.part" "$accounts"
    unset XINGLIN_PASSWORD_FILE
}

open_window() {
    say "Opening the window." "正在打开窗口。"
    exec "$build/bin/xinglin" --store "$store" --lang "$lang"
}

# Goes through the main job off screen; the last line printed is the folder of pictures.
demonstrate() {
    local out
    out="$root/build/demonstration/$lang-$(date +%Y%m%d-%H%M%S)"
    mkdir -p "$out"
    say "There is no display, so the main job is done in the real window off screen." \
        "没有显示器，因此在离屏的真实窗口中走一遍主要流程。"
    QT_QPA_PLATFORM=offscreen "$build/tests/demonstration" --out "$out" --lang "$lang"
    say "Numbered pictures and the printed prescription are in this folder:" "编号的画面与打印的处方在此文件夹："
    printf '%s\n' "$out"
}

packages=("${build_packages[@]}" "${run_packages[@]}")
if [ -n "${WAYLAND_DISPLAY:-}" ]; then packages+=(qt6-wayland); fi
targets=(xinglin xinglin-cli)
if ! has_display; then targets+=(demonstration); fi

install_packages "${packages[@]}"
build_release "${targets[@]}"

if [ "$fresh" = yes ] && [ -e "$demo" ]; then remove_demo_clinic; fi
if [ ! -f "$accounts" ]; then
    if [ -e "$demo" ]; then remove_demo_clinic; fi
    make_demo_clinic
fi
say "Demo clinic: $demo. Its users and passwords:" "示范诊所：$demo。用户与密码："
cat "$accounts"

if has_display; then open_window; else demonstrate; fi
