# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Installs the editable wheel of the build backend, made of files that the build graph gives."""

from __future__ import annotations

import site
import zipfile
from pathlib import Path

from editable_wheel import write_editable_wheel

# Beside the runfiles of the repository, in which tests start.
MEMBERS = Path("..", "editable").absolute()


def install_editable(folder: Path) -> Path:
    """Installs into a folder, which joins `sys.path` as site-packages do.

    Returns:
        The folder of links.
    """
    (wheel,) = MEMBERS.glob("*.whl")
    links = folder / "links"
    editable = write_editable_wheel(
        wheel=wheel,
        manifest=MEMBERS / "manifest.json",
        sources=MEMBERS,
        outputs=MEMBERS,
        links=links,
        directory=folder,
    )
    packages = folder / "site-packages"
    with zipfile.ZipFile(editable) as archive:
        archive.extractall(packages)
    site.addsitedir(str(packages))
    return links
