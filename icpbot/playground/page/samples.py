"""Files to try: a folder whose subfolders are what they are of."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# What describes the samples is none of them.
_ABOUT = {"README.md", "truth.yaml"}


def grouped(folder: Path | None) -> dict[str, list[str]]:
    """Names of the files, by subfolder; those of the folder itself come last, under an empty name."""
    if folder is None or not folder.is_dir():
        return {}
    found = [p for p in sorted(folder.rglob("*")) if p.is_file() and p.name not in _ABOUT]
    by_folder = {name: [p.name for p in paths] for name, paths in groupby(found, lambda p: _group(p, folder))}
    return dict(sorted(by_folder.items(), key=lambda item: (not item[0], -len(item[1]))))


def _group(path: Path, folder: Path) -> str:
    return "" if path.parent == folder else str(path.parent.relative_to(folder))


def chosen(folder: Path | None, name: str) -> dict[str, bytes]:
    """The contents of a sample, or of all in a subfolder; nothing when there is no such sample."""
    if folder is None:
        return {}
    offered = grouped(folder)
    paths = [folder / name / one for one in offered.get(name, ())] if name else []
    if not paths:
        group, _, last = name.rpartition("/")
        paths = [folder / group / one for one in offered.get(group, ()) if one == last]
    return {path.name: path.read_bytes() for path in paths}
