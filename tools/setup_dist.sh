#!/bin/sh
# What PyInstaller needs from the system on a Debian: objdump, and Python as a shared library.
set -eu
cd "$(dirname "$0")/.."
needed=
command -v objdump >/dev/null || needed="binutils"
library=$(.venv/bin/python -c 'import sys; print("libpython%d.%d" % sys.version_info[:2])')
case $(readlink -f .venv/bin/python) in
  /usr/bin/*) needed="$needed $library" ;; # Debian's own Python is linked without it
esac
[ -n "$needed" ] || exit 0
# shellcheck disable=SC2086 # a list of words
missing=$(sh tools/debian_packages.sh $needed)
[ -z "$missing" ] || echo "Building may fail; ask an administrator to install: $missing" >&2
