#!/bin/sh
# Everything the program needs on this machine: system libraries (Debian family), then .venv from the lock.
# make calls it when .venv/.ready is missing or older than what it was made from.
# PYTHON=python3.12 make … chooses another Python.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

# What Qt links to: offscreen first, then X11 and Wayland windows.
qt_libraries="libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0
  libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libwayland-cursor0"

stop() {
  echo "$*" >&2
  exit 1
}

# Two calls at once must not build one folder: the second waits here, then finds it ready.
if command -v flock >/dev/null; then
  exec 9<requirements.lock
  flock 9
fi
fingerprint=$(cat requirements.lock tools/setup.sh | cksum)
if [ "$(cat .venv/.ready 2>/dev/null)" = "$fingerprint" ] && .venv/bin/python -c '' 2>/dev/null; then
  touch .venv/.ready
  exit 0
fi

"$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' ||
  stop "Python 3.11 to 3.14 is needed; name one with: PYTHON=python3.12 make …"

needed=$qt_libraries
# Debian keeps ensurepip apart, and without it venv leaves a broken folder behind.
"$python" -c 'import ensurepip' 2>/dev/null || needed="python3-venv $needed"
# shellcheck disable=SC2086 # a list of words
missing=$(sh tools/debian_packages.sh $needed 9<&-)
"$python" -c 'import ensurepip' 2>/dev/null ||
  stop "This Python cannot make environments; ask an administrator to install: ${missing:-python3-venv}"

# Made in place, since console scripts carry the folder's name; removed again unless all of it worked.
trap 'rm -rf .venv' EXIT
trap 'exit 130' INT TERM
rm -rf .venv
echo "Setting up .venv, once (some 300 MB) …" >&2
"$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
  --require-hashes --only-binary :all: -r requirements.lock
reason=$(.venv/bin/python -c 'import PySide6.QtWidgets' 2>&1) ||
  stop "Qt cannot load (${reason##*: }); ask an administrator to install:" ${missing:-what a Debian calls $qt_libraries}
echo "$fingerprint" >.venv/.ready
trap - EXIT
