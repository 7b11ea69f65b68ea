# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Writes core metadata: METADATA of a wheel, PKG-INFO of the sdist."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path, PurePosixPath

import tomli
from description import without_relative_links
from packaging.licenses import canonicalize_license_expression
from packaging.version import Version
from pyproject_metadata import StandardMetadata


def read_metadata(pyproject: Path, version: str) -> StandardMetadata:
    """Returns the core metadata that the `[project]` table of `pyproject` describes."""
    metadata = StandardMetadata.from_pyproject(
        tomli.loads(pyproject.read_text(encoding="utf-8")), project_dir=pyproject.parent
    )
    description = without_relative_links(metadata.readme.text)
    metadata.readme = dataclasses.replace(metadata.readme, text=description)
    metadata.version = Version(version)
    metadata.dynamic = []
    metadata.metadata_version = "2.4"
    return metadata


def main() -> None:
    """Writes one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pyproject", type=Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--license", help="SPDX expression, in place of that of the table")
    parser.add_argument(
        "--license-file",
        dest="license_files",
        type=PurePosixPath,
        action="append",
        help="text in the folder of licences, in place of those of the table",
    )
    parser.add_argument(
        "--dynamic", action="append", default=[], help="field that a wheel may say otherwise"
    )
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()

    metadata = read_metadata(arguments.pyproject, arguments.version)
    if arguments.license:
        metadata.license = canonicalize_license_expression(arguments.license)
        metadata.license_files = arguments.license_files
    metadata.dynamic_metadata = arguments.dynamic
    arguments.output.write_bytes(bytes(metadata.as_rfc822()))


if __name__ == "__main__":
    main()
