#!/bin/sh
# Prints the Pythons on the path that can run Bang giao, newest first, one a line: "3.12 /usr/bin/python3.12".
# Each candidate is run, for a name on the path may lead nowhere, or lack what makes an environment.
# Without any it prints nothing, says on standard error what is wanted and what was found, and fails.
set -u
oldest=11
newest=14
probe='
import sys, venv, ensurepip
if sys.implementation.name == "cpython" and (3, int(sys.argv[1])) <= sys.version_info[:2] <= (3, int(sys.argv[2])):
    print("%d.%d" % sys.version_info[:2], sys._base_executable)
'

names="python3 python"
minor=$oldest
while [ "$minor" -le "$newest" ]; do
    names="python3.$minor $names"
    minor=$((minor + 1))
done

found=
rejected=
for name in $names; do
    folders=$PATH:
    while [ -n "$folders" ]; do
        candidate=${folders%%:*}/$name
        folders=${folders#*:}
        [ -f "$candidate" ] && [ -x "$candidate" ] || continue
        answer=$("$candidate" -I -c "$probe" "$oldest" "$newest" </dev/null 2>/dev/null) || answer=
        case $answer in
            3.*) ;;
            *)
                rejected="$rejected $candidate"
                continue
                ;;
        esac
        case $found in
            *"${answer%% *} "*) ;;
            *)
                found="$found$answer
"
                ;;
        esac
        break
    done
done

if [ -z "$found" ]; then
    {
        echo "No usable Python is on the path. Wanted is one of Python 3.$oldest to 3.$newest, with its modules venv and ensurepip."
        echo "On Debian and Ubuntu: sudo apt-get install python3 python3-venv"
        [ -z "$rejected" ] || echo "Found, but of another version, without venv, or not able to run:$rejected"
    } >&2
    exit 1
fi
printf '%s' "$found" | sort -t . -k 2,2 -n -r
