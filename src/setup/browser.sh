#!/bin/sh
# Prints the Chromium that the tests of the pages use: $BANGGIAO_CHROMIUM if it is set, else the first on the path that runs.
# Without one it says what to type, and fails.
set -u
for name in ${BANGGIAO_CHROMIUM:-chromium chromium-browser google-chrome google-chrome-stable}; do
    browser=$(command -v "$name" 2>/dev/null) || continue
    if "$browser" --version </dev/null >/dev/null 2>&1; then
        echo "$browser"
        exit 0
    fi
done
package=chromium
if grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; then
    package=chromium-browser
fi
{
    if [ -n "${BANGGIAO_CHROMIUM:-}" ]; then
        echo "BANGGIAO_CHROMIUM=$BANGGIAO_CHROMIUM does not run. Name a Chromium or Chrome that does, or install one:"
    else
        echo "The tests look at the pages in Chromium, and none is on the path that runs. Install one:"
    fi
    echo "    sudo apt-get install -y $package"
} >&2
exit 1
