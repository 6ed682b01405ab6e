"""What a run was made with: the packages the project names, in the versions at hand."""

from __future__ import annotations

import re
from importlib import metadata

import pandas as pd

_NAME = re.compile(r"[A-Za-z0-9._-]+")


def versions() -> pd.DataFrame:
    """Return name and version of this project and of the packages it depends on, by name."""
    wanted = [line for line in metadata.requires("banggiao") or [] if "extra ==" not in line]
    names = sorted(match[0] for line in wanted if (match := _NAME.match(line)))
    return pd.DataFrame([(name, metadata.version(name)) for name in ["banggiao", *names]], columns=["name", "version"])
