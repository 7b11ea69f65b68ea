# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Which sources are released, in the words of the wheels' own build info."""

from __future__ import annotations

import subprocess
from pathlib import Path

from release.refusal import ReleaseRefused

_MODIFIED = "-modified"


def read_revision(tree: Path, allow_dirty: bool) -> str:
    """The commit of a tree, with `-modified` if it was edited; "unknown" for sources without git.

    Raises:
      ReleaseRefused: the tree was edited and `allow_dirty` is False.
    """
    command = ["sh", "packaging/source_revision.sh"]
    said = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=True).stdout
    revision = said.split()[-1]
    if revision.endswith(_MODIFIED) and not allow_dirty:
        raise ReleaseRefused(
            f"the tree differs from commit {revision.removesuffix(_MODIFIED)[:12]}, as "
            "`git status` shows. Commit or remove the changes, or pass --allow-dirty."
        )
    return revision
