# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Moves what is unreleased in CHANGELOG.md under a version's heading.

The file has the form of Keep a Changelog, read and written by the package `keepachangelog`.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import keepachangelog
from release.refusal import ReleaseRefused

_UNRELEASED = "unreleased"


@dataclass(frozen=True)
class ReleasedChangelog:
    """CHANGELOG.md as it is after the release."""

    # What has changed in this version, without its heading.
    section: str
    # The whole file.
    text: str


def release_changelog(changelog: Path, version: str) -> ReleasedChangelog:
    """Returns the changelog with `version` in it; the file stays as it is.

    Raises:
      ReleaseRefused: nothing is unreleased, or the version is released already.
    """
    if not changelog.is_file():
        raise ReleaseRefused(f"{changelog.name} is missing; say in it what changes for users.")
    changes = keepachangelog.to_dict(str(changelog), show_unreleased=True)
    if version in changes:
        raise ReleaseRefused(
            f"{changelog.name} says that {version} is released already; "
            "raise VERSION in packaging/version.bzl."
        )
    unreleased = changes.get(_UNRELEASED, {})
    if not any(entries for name, entries in unreleased.items() if name != "metadata"):
        raise ReleaseRefused(
            f"{changelog.name} has nothing under the heading [Unreleased]; "
            "say there what changes for users."
        )
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / changelog.name
        copy.write_text(changelog.read_text(encoding="utf-8"), encoding="utf-8")
        keepachangelog.release(str(copy), version)
        return ReleasedChangelog(
            section=keepachangelog.to_raw_dict(str(copy))[version]["raw"],
            text=copy.read_text(encoding="utf-8"),
        )
