# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Core metadata of the distribution, the same in METADATA of a wheel and PKG-INFO of the sdist."""

from __future__ import annotations

from pathlib import Path

import tomli
from packaging.version import Version
from pyproject_metadata import StandardMetadata


def read_metadata(pyproject: Path, version: str) -> StandardMetadata:
    """Returns the core metadata that the `[project]` table of `pyproject` describes."""
    metadata = StandardMetadata.from_pyproject(
        tomli.loads(pyproject.read_text(encoding="utf-8")), project_dir=pyproject.parent
    )
    metadata.version = Version(version)
    metadata.dynamic = []
    metadata.metadata_version = "2.4"
    return metadata
