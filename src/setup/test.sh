#!/bin/sh
# test.sh [ARGUMENTS OF PYTEST]: runs the tests on each usable Python on the path, those marked "once" only on the newest.
set -eu
BANGGIAO_CHROMIUM=$(sh src/setup/browser.sh)
export BANGGIAO_CHROMIUM
environments=$(sh src/setup/environments.sh all)
failed=
while read -r version folder; do
    echo "== Python $version"
    if [ "$folder" = .venv ]; then
        "$folder/bin/python" -m pytest "$@" </dev/null || failed="$failed $version"
    else
        "$folder/bin/python" -m pytest -m "not once" "$@" </dev/null || failed="$failed $version"
    fi
done <<EOF
$environments
EOF
if [ -n "$failed" ]; then
    echo "Tests failed on Python$failed" >&2
    exit 1
fi
