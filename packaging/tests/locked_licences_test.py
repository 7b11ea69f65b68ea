# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate 8: each locked distribution has a licence that the policy allows for what it is used for."""

from __future__ import annotations

import subprocess
from pathlib import Path

import locked_licences
import pytest
import tomli

from tools.source_tree import source_tree

ROOT = source_tree.workspace_root()
TESTS = ROOT / "packaging/tests"
TABLE = locked_licences.read_table(
    (TESTS / "golden/locked_licences.txt").read_text(encoding="utf-8")
)
POLICY = tomli.loads((TESTS / "licence_policy.toml").read_text(encoding="utf-8"))
UPDATE = "./bazelw run //packaging/tests:update_locked_licences, and review the difference"


def is_permissive(expression: str) -> bool:
    return locked_licences.licences_in(expression) <= set(POLICY["permissive"])


def shipped(pyproject: Path) -> set[str]:
    """What users get: linked in, or required by the wheel."""
    project = tomli.loads(pyproject.read_text(encoding="utf-8"))["project"]
    return {*POLICY["shipped"], *(name.split(">")[0] for name in project["dependencies"])}


def test_table_names_what_is_locked_and_nothing_else() -> None:
    assert sorted(TABLE) == sorted(locked_licences.pinned(ROOT)), UPDATE


@pytest.mark.parametrize("requirement", TABLE)
def test_licence_is_allowed(requirement: str) -> None:
    licence = TABLE[requirement]
    assert locked_licences.is_expression(licence)
    assert is_permissive(licence) or locked_licences.name_of(requirement) in POLICY["tools"], (
        licence
    )


def test_what_is_shipped_is_permissive_without_exception() -> None:
    for name in shipped(ROOT / "pyproject.toml"):
        licences = [row for line, row in TABLE.items() if locked_licences.name_of(line) == name]
        assert licences, name
        assert all(map(is_permissive, licences)), name
        assert name not in POLICY["tools"], name


def test_every_exception_is_in_use_and_has_a_reason() -> None:
    assert set(POLICY["tools"]) <= set(map(locked_licences.name_of, TABLE))
    assert all(POLICY["tools"].values())


def test_each_version_of_a_distribution_counts(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    (tmp_path / "a.lock").write_text("Some_Name==1.0\n")
    (tmp_path / "b.lock").write_text("some-name==2.0\n")

    assert locked_licences.pinned(tmp_path) == {"some-name==1.0", "some-name==2.0"}


@pytest.mark.parametrize(
    "expression", ["GPL-3.0-only", "MIT AND GPL-2.0-or-later", "AGPL-3.0-only"]
)
def test_copyleft_is_not_permissive(expression: str) -> None:
    assert locked_licences.is_expression(expression)
    assert not is_permissive(expression)


@pytest.mark.parametrize("text", ["", "Freeware", "MIT-ish", "Apache License, Version 2.0"])
def test_what_spdx_does_not_know_is_no_expression(text: str) -> None:
    assert not locked_licences.is_expression(text)


@pytest.mark.parametrize(
    ("metadata", "expression"),
    [
        ({"license_expression": "MIT OR Apache-2.0"}, "MIT OR Apache-2.0"),
        ({"license": "Apache 2.0"}, "Apache-2.0"),
        ({"license": "A text\n", "classifier": ["License :: OSI Approved :: MIT License"]}, "MIT"),
    ],
)
def test_licence_is_read_from_new_and_old_metadata(metadata: dict, expression: str) -> None:
    assert locked_licences.expression_of({"name": "x", "version": "1"} | metadata) == expression


def test_unknown_licence_is_an_error_that_says_where_to_add_it() -> None:
    with pytest.raises(ValueError, match=r"locked_licences\.py"):
        locked_licences.expression_of({"name": "x", "version": "1", "license": "Freeware"})
