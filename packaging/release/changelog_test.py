# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

import json
import os
from pathlib import Path

import keepachangelog
import pytest
from release.changelog import release_changelog
from release.refusal import ReleaseRefused

BEFORE = """\
# Changelog

## [Unreleased]

### Added

- `ttnn.add`, which
  adds.

### Fixed

- A bug.

## [0.1.0] - 2026-01-01

### Added

- Everything.
"""


@pytest.fixture
def changelog(tmp_path: Path) -> Path:
    """A changelog with one release."""
    file = tmp_path / "CHANGELOG.md"
    file.write_text(BEFORE, encoding="utf-8")
    return file


def test_section_is_what_was_unreleased(changelog: Path) -> None:
    section = release_changelog(changelog, "0.2.0").section

    lines = [line for line in section.splitlines() if line]
    assert lines == [
        "### Added",
        "- `ttnn.add`, which",
        "  adds.",
        "### Fixed",
        "- A bug.",
    ]


def test_text_has_the_section_under_the_version_and_nothing_unreleased(changelog: Path) -> None:
    text = release_changelog(changelog, "0.2.0").text

    changelog.write_text(text, encoding="utf-8")
    changes = keepachangelog.to_dict(str(changelog), show_unreleased=True)
    assert list(changes) == ["unreleased", "0.2.0", "0.1.0"]
    assert list(changes["unreleased"]) == ["metadata"]
    assert changes["0.2.0"]["fixed"] == ["A bug."]
    assert changes["0.1.0"]["added"] == ["Everything."]
    with pytest.raises(ReleaseRefused, match=r"nothing under the heading \[Unreleased\]"):
        release_changelog(changelog, "0.3.0")


def test_the_file_itself_stays(changelog: Path) -> None:
    release_changelog(changelog, "0.2.0")

    assert changelog.read_text(encoding="utf-8") == BEFORE


def test_a_version_that_is_released_is_refused(changelog: Path) -> None:
    with pytest.raises(ReleaseRefused, match=r"0\.1\.0 is released already; raise VERSION"):
        release_changelog(changelog, "0.1.0")


def test_a_heading_without_an_entry_is_nothing(changelog: Path) -> None:
    bare = BEFORE.replace("- `ttnn.add`, which\n  adds.\n", "").replace("- A bug.\n", "")
    changelog.write_text(bare, encoding="utf-8")

    with pytest.raises(ReleaseRefused, match="nothing under the heading"):
        release_changelog(changelog, "0.2.0")


def test_no_changelog_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReleaseRefused, match=r"CHANGELOG\.md is missing"):
        release_changelog(tmp_path / "CHANGELOG.md", "0.2.0")


def test_the_changelog_of_the_tree_is_readable() -> None:
    changes = keepachangelog.to_dict(os.environ["CHANGELOG"], show_unreleased=True)

    assert next(iter(changes)) == "unreleased"


def test_the_size_ledger_compares_with_the_last_version_of_the_changelog() -> None:
    changes = keepachangelog.to_dict(os.environ["CHANGELOG"])
    recorded = json.loads(Path(os.environ["LAST_RELEASE"]).read_text(encoding="utf-8"))

    assert recorded.get("version") == next(iter(changes), None), (
        "after a release, commit packaging/last_release.json with CHANGELOG.md"
    )
