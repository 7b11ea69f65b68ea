# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from release.dist_folder import CHECKSUMS, copy_into, whole_or_absent, write_checksums
from release.refusal import ReleaseRefused


def test_folder_is_there_with_all_its_files(tmp_path: Path) -> None:
    with whole_or_absent(tmp_path / "dist/a", replace=False) as new:
        (new / "wheel").touch()
        assert not (tmp_path / "dist/a").exists()

    assert [path.name for path in (tmp_path / "dist/a").iterdir()] == ["wheel"]
    assert [path.name for path in (tmp_path / "dist").iterdir()] == ["a"], "left something behind"


def test_an_error_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), whole_or_absent(tmp_path / "a", replace=False) as new:
        (new / "wheel").touch()
        raise KeyboardInterrupt

    assert list(tmp_path.iterdir()) == []


def test_an_existing_folder_is_refused_before_any_work(tmp_path: Path) -> None:
    with (
        pytest.raises(ReleaseRefused, match="exists; remove it, or pass --replace"),
        whole_or_absent(tmp_path, replace=False),
    ):
        pytest.fail("work began")


def test_a_folder_that_holds_no_release_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "precious").touch()

    with (
        pytest.raises(ReleaseRefused, match="holds no release"),
        whole_or_absent(tmp_path, replace=True),
    ):
        pass

    assert (tmp_path / "precious").exists()


def test_an_existing_folder_is_replaced_only_by_a_whole_one(tmp_path: Path) -> None:
    old = tmp_path / "a"
    old.mkdir()
    (old / "old").touch()
    (old / "SHA256SUMS").touch()

    with pytest.raises(KeyError), whole_or_absent(old, replace=True):
        raise KeyError
    assert {path.name for path in old.iterdir()} == {"SHA256SUMS", "old"}
    with whole_or_absent(old, replace=True) as new:
        (new / "new").touch()
    assert [path.name for path in old.iterdir()] == ["new"]
    assert list(tmp_path.iterdir()) == [old]


def test_checksums_are_of_every_file(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"two")
    (tmp_path / "a").write_bytes(b"one")

    write_checksums(tmp_path)

    rows = [line.split("  ") for line in (tmp_path / CHECKSUMS).read_text().splitlines()]
    assert [name for _, name in rows] == ["a", "b"]
    assert [digest for digest, _ in rows] == [
        hashlib.sha256(content).hexdigest() for content in (b"one", b"two")
    ]


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    for folder in ("x", "y", "new"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.whl").touch()
    (tmp_path / "new/a.whl").unlink()

    with pytest.raises(ReleaseRefused, match=r"two files of the release are called a\.whl"):
        copy_into(tmp_path / "new", [tmp_path / "x/a.whl", tmp_path / "y/a.whl"])
