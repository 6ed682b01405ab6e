#!/bin/sh
# environments.sh newest|all: brings .venv up to date, made of the newest usable Python on the path;
# with "all" also .venv-3.12 and so on, of the other ones. Prints one line for each: "3.12 .venv-3.12".
set -eu
interpreters=$(sh src/setup/interpreters.sh)
folder=.venv
while read -r version python; do
    [ "$folder" = .venv ] || folder=.venv-$version
    sh src/setup/environment.sh "$folder" "$python" </dev/null
    echo "$version $folder"
    [ "$1" = all ] || break
    folder=
done <<EOF
$interpreters
EOF
