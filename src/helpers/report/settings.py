"""The parameters of a run as a table that explains them."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping
from typing import Any

from helpers.parameters import Parameters


def rows_of(parameters: Mapping[str, Any], names: Collection[str] | None = None) -> list[dict[str, Any]]:
    """All parameters, or those of `names`: value as one types it, whether it differs from the default, meaning."""
    rows = []
    for name, value in parameters.items():
        if names is None or name in names:
            known = Parameters.model_fields.get(name)
            meaning = (known.description or "") if known else ""
            changed = known is not None and value != known.default
            written = str(value).lower() if isinstance(value, bool) else str(value)
            rows.append({"name": name, "value": written, "changed": changed, "meaning": meaning})
    return rows


def assigned(source: str) -> tuple[str, ...]:
    """The names that a parameters cell sets, in order."""
    names = []
    for node in ast.parse(source).body:
        targets = [node.target] if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [])
        names += [target.id for target in targets if isinstance(target, ast.Name)]
    return tuple(names)
