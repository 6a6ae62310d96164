#!/bin/sh
# Installs the named Debian packages where that is possible, and prints those still missing afterwards.
# Never fails: the caller tries what it needs and knows better than a package list whether it works.
set -u

missing_of() {
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
  done
}

install() { # $1 is empty or "sudo"; its words, and the list of packages, are meant to split
  # shellcheck disable=SC2086
  $1 apt-get update -qq && $1 env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $missing
}

command -v dpkg-query >/dev/null || exit 0 # not a Debian: there is nothing to compare with
missing=$(missing_of "$@")
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as=
elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
  as=sudo
else
  echo "$missing"
  exit 0
fi
echo "Installing system packages: $missing" >&2
log=$(mktemp)
install "$as" >"$log" 2>&1 </dev/null || tail -n 5 "$log" >&2
rm -f "$log"
missing_of "$@"
