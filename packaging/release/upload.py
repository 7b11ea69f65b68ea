# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Hands the distributions to an index, by twine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from release.refusal import ReleaseRefused


def upload(files: list[Path], repository_url: str | None) -> None:
    """Uploads wheels and source archive; user and password reach twine by its file or variables.

    Args:
      files: what is uploaded.
      repository_url: the index; None for that of twine's own configuration.

    Raises:
      ReleaseRefused: twine failed.
    """
    command = [sys.executable, "-m", "twine", "upload", "--disable-progress-bar"]
    if repository_url:
        command += ["--repository-url", repository_url]
    if subprocess.run([*command, *map(str, files)], check=False).returncode:
        folder = files[0].parent
        raise ReleaseRefused(
            f"twine did not upload everything (its own words are above). {folder} is complete: "
            "when the cause is gone, run this command again with --replace."
        )
