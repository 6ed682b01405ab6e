#!/bin/sh
# lock.sh [--upgrade]: resolves the dependencies of pyproject.toml for Python 3.11 to 3.14 into requirements.lock,
# and writes environment.yml from it. Versions already in the lock stay as long as they fit.
set -eu
if ! uv --version >/dev/null 2>&1; then
    echo "make lock needs uv on the path: pip install uv" >&2
    exit 1
fi
python=$(sh src/setup/interpreters.sh | sed -n '1s/^[^ ]* //p')
uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 --all-extras --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock" "$@" \
    --constraints src/setup/constraints.txt pyproject.toml -o requirements.lock
"$python" src/setup/lock.py
