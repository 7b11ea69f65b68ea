# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Comparison of an installation with its RECORD, on installations made for it."""

from __future__ import annotations

from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

from ttnn.diagnosis.record import RecordError, compare_with_record
from ttnn.made_installation import FILES, install


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with an installed distribution."""
    return install(tmp_path).parent


def installation_in(site: Path) -> Distribution:
    (installation,) = distributions(name="ttnn", path=[str(site)])
    return installation


def test_what_the_wheel_brought_is_intact(site: Path) -> None:
    differences = compare_with_record(installation_in(site), site / "ttnn")

    assert not differences
    assert differences.num_checked == len(FILES)


def test_missing_changed_and_extra_files_are_named(site: Path) -> None:
    (site / "ttnn/__init__.py").unlink()
    (site / "ttnn/kernels/add.elf").write_bytes(b"elf")
    (site / "ttnn/kernels/stale.elf").write_bytes(b"")

    differences = compare_with_record(installation_in(site), site / "ttnn")

    assert differences.missing == ["ttnn/__init__.py"]
    assert differences.changed == ["ttnn/kernels/add.elf"]
    assert differences.extra == ["ttnn/kernels/stale.elf"]


def test_a_file_that_cannot_be_read_is_named(site: Path) -> None:
    (site / "ttnn/__init__.py").unlink()
    (site / "ttnn/__init__.py").symlink_to("/proc/self/mem")  # reading fails, even for root

    differences = compare_with_record(installation_in(site), site / "ttnn")

    assert differences.by_kind() == {"unreadable": ["ttnn/__init__.py"]}


def test_a_row_without_a_hash_excuses_nothing(site: Path) -> None:
    record = site / "ttnn-9.9.dist-info/RECORD"
    rows = record.read_text().splitlines()
    record.write_text("\n".join(["ttnn/__init__.py,,", *rows[1:]]) + "\n")

    assert compare_with_record(installation_in(site), site / "ttnn").changed == ["ttnn/__init__.py"]


def test_byte_code_is_no_difference(site: Path) -> None:
    (site / "ttnn/__pycache__").mkdir()
    (site / "ttnn/__pycache__/__init__.cpython-311.pyc").write_bytes(b"")

    assert not compare_with_record(installation_in(site), site / "ttnn")


def test_without_a_record_nothing_is_compared(site: Path) -> None:
    (site / "ttnn-9.9.dist-info/RECORD").unlink()

    with pytest.raises(RecordError, match=f"ttnn in {site} has no RECORD"):
        compare_with_record(installation_in(site), site / "ttnn")


@pytest.mark.parametrize("content", [b"ttnn/\xff.py,,\n", b"ttnn/__init__.py\n", b"\0"])
def test_a_damaged_record_is_no_list_of_missing_files(site: Path, content: bytes) -> None:
    (site / "ttnn-9.9.dist-info/RECORD").write_bytes(content)

    with pytest.raises(RecordError, match="is damaged"):
        compare_with_record(installation_in(site), site / "ttnn")
