"""Which of the helpers a notebook depends on: its imports, followed through the package without running anything.

A data file belongs to the module of the same name beside it (`words.toml` to `words.py`), else to the package whose
folder it stands in.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from helpers.paths import PACKAGE
from helpers.run import digests
from helpers.run.notebooks import Notebook

_NAME = PACKAGE.name
_CALLED = ("import_module", "__import__")  # what these import is not known: everything then


def of_notebook(notebook: Notebook) -> str:
    """Checksum of what a notebook says and does: its cells without outputs."""
    return digests.of_text(repr([tuple(cell) for cell in notebook.cells]))


def behind(*notebooks: Notebook) -> tuple[dict[str, str], ...]:
    """For each notebook the files of the package that its results depend on, by path, with their checksums."""
    known: dict[Path, set[str]] = {}
    sums: dict[Path, str] = {}
    found = []
    for notebook in notebooks:
        sources = [_python(cell.source) for cell in notebook.cells if cell.kind == "code"]
        files = _closure(sources, known)
        sums |= {file: digests.of_file(file) for file in files if file not in sums}
        found.append({file.relative_to(PACKAGE).as_posix(): sums[file] for file in sorted(files)})
    return tuple(found)


def _closure(sources: Iterable[str], known: dict[Path, set[str]]) -> set[Path]:
    """The files behind `sources`; `known` keeps what each file imports."""
    waiting = {name for source in sources for name in _imports(source, "")}
    seen: set[str] = set()
    files: set[Path] = set()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        if name == "*":
            return set(digests.files_below(PACKAGE)) - set(PACKAGE.rglob("*.pyc"))
        file = _file(name)
        if file is None or file in files:
            continue
        files |= {file, *_data(file)}
        if file not in known:
            package = name if file.name == "__init__.py" else name.rpartition(".")[0]
            known[file] = set(_imports(file.read_text(encoding="utf-8"), package))
        waiting |= known[file] - seen
    return files


def _imports(source: str, package: str) -> Iterator[str]:
    """Names that may be modules of the package, with the packages around them; "*" where it cannot be told."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        yield "*"
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _with_parents(alias.name)
        elif isinstance(node, ast.ImportFrom):
            levels = package.split(".")
            base = ".".join(levels[: len(levels) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            for alias in node.names:
                yield from _with_parents(f"{module}.{alias.name}")
        elif isinstance(node, ast.Call) and _called(node.func) in _CALLED:
            yield "*"


def _with_parents(name: str) -> Iterator[str]:
    parts = name.split(".")
    if parts[0] == _NAME:
        for end in range(1, len(parts) + 1):
            yield ".".join(parts[:end])


def _called(function: ast.expr) -> str:
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def _file(name: str) -> Path | None:
    """The file of a module, None for a name that is none (a function, a class)."""
    path = PACKAGE.joinpath(*name.split(".")[1:])
    candidates = (path / "__init__.py", path.with_name(path.name + ".py"))
    return next((file for file in candidates if file.is_file()), None)


def _data(module: Path) -> list[Path]:
    """The data files of a module."""
    beside = [
        f
        for f in module.parent.iterdir()
        if f.is_file() and f.suffix not in (".py", ".pyc", ".typed") and f.name[0] != "."
    ]
    if module.name != "__init__.py":
        return [f for f in beside if f.stem == module.stem]
    modules = {f.stem for f in module.parent.glob("*.py")}
    folders = [f for f in module.parent.iterdir() if f.is_dir() and f.name[0] not in "._" and not any(f.glob("*.py"))]
    return [f for f in beside if f.stem not in modules] + [f for d in folders for f in digests.files_below(d)]


def _python(source: str) -> str:
    """The source of a cell without lines that only IPython reads."""
    return "\n".join("" if line.lstrip().startswith(("%", "!")) else line for line in source.splitlines())
