#!/bin/sh
# environment.sh FOLDER PYTHON: makes FOLDER a virtual environment of PYTHON that holds requirements.lock and the project.
# Nothing is done when FOLDER was made whole from the same lock, project file, place and interpreter; an interrupted one is made anew.
# Run from the project root. With uv on the path uv installs; else pip, which keeps the wheels of .venv in .venv/wheels,
# so that the test of environment.yml can install them again without a network.
set -eu
folder=$1
python=$2
stamp=$folder/made-of

state=$("$python" -I -c '
import hashlib, os, sys
print(sys.version.split()[0], sys.executable, os.getcwd(), *(hashlib.sha256(open(f, "rb").read()).hexdigest() for f in sys.argv[1:]))
' requirements.lock pyproject.toml)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$state" ] && [ -x "$folder/bin/banggiao" ]; then
    exit 0
fi

echo "Setting up $folder with $("$python" -V): about 300 MB of packages the first time, then a minute or two." >&2
rm -rf "$folder"
"$python" -m venv "$folder"
if uv --version >/dev/null 2>&1; then
    uv pip install --quiet --python "$folder/bin/python" --require-hashes -r requirements.lock
    uv pip install --quiet --python "$folder/bin/python" --no-deps --no-build-isolation -e .
else
    pip() {
        "$folder/bin/python" -m pip --quiet --quiet --disable-pip-version-check --no-input "$@"
    }
    if [ "$folder" = .venv ]; then
        pip download --require-hashes -r requirements.lock --dest "$folder/wheels"
        pip install --require-hashes -r requirements.lock --no-index --find-links "$folder/wheels"
    else
        pip install --require-hashes -r requirements.lock
    fi
    pip install --no-deps --no-build-isolation -e .
fi
printf '%s\n' "$state" >"$stamp"
