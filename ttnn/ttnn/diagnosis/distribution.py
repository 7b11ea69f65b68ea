# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What installed distributions say of themselves, whatever state their files are in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parents[1]


def all_installations() -> list[Distribution]:
    """Every installed distribution called ttnn that Python finds, the first in effect."""
    found: dict[tuple[Path, str], Distribution] = {}
    for each in distributions(name="ttnn"):
        # A folder may be on the path twice, or behind a link.
        found.setdefault((place(each), version_of(each)), each)
    return list(found.values())


def own_installation(
    installations: Iterable[Distribution], package: Path = PACKAGE
) -> Distribution | None:
    """Returns the one whose files the package is made of; none for sources and links to them.

    Of several in the same folder it is the one that has a list of its files, as what is left of an
    older version may have not.
    """
    candidates = [each for each in installations if _has_files_in(each, package)]
    return max(candidates, key=_has_record, default=None)  # the first of the best


def _has_files_in(installation: Distribution, package: Path) -> bool:
    if is_editable(installation):
        return False
    return (place(installation) / "ttnn").resolve() == package.resolve()


def _has_record(installation: Distribution) -> bool:
    try:
        return bool(installation.read_text("RECORD"))
    except (OSError, ValueError):  # a damaged one
        return True


def place(installation: Distribution) -> Path:
    """The folder that it was installed into."""
    return Path(str(installation.locate_file(""))).resolve()


def version_of(installation: Distribution) -> str:
    """Its version; empty if METADATA is not there, or is not to be read."""
    try:
        return installation.version or ""
    except Exception:  # another one in each Python
        return ""


def is_editable(installation: Distribution) -> bool:
    """Whether the installation only points to a source tree."""
    folder = read_object(installation, "direct_url.json").get("dir_info")
    return isinstance(folder, dict) and bool(folder.get("editable"))


def origin(installation: Distribution) -> str:
    """What to give to pip to get the same again."""
    url = read_object(installation, "direct_url.json")
    if "url" in url and "vcs_info" not in url:
        return str(url["url"])
    version = version_of(installation)
    return f"ttnn=={version}" if version else "ttnn"


def read_object(installation: Distribution, name: str) -> dict[str, Any]:
    """Reads a JSON object of the dist-info folder; what cannot be read says nothing.

    That the file is damaged shows when it is compared with RECORD.
    """
    try:
        content = json.loads(installation.read_text(name) or "{}")
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}
