# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Comparison of an installation with its RECORD, on installations made for it."""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

from ttnn.diagnosis.installation import (
    compare_with_record,
    installation_findings,
    own_installation,
)

FILES = {"ttnn/__init__.py": b"", "ttnn/kernels/add.elf": b"ELF"}


def hash_of(content: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
    return "sha256=" + digest.rstrip(b"=").decode()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with an installed distribution."""
    dist_info = tmp_path / "ttnn-9.9.dist-info"
    dist_info.mkdir()
    for path, content in FILES.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    rows = [f"{path},{hash_of(content)},{len(content)}" for path, content in FILES.items()]
    (dist_info / "RECORD").write_text("\n".join([*rows, "ttnn-9.9.dist-info/RECORD,,"]) + "\n")
    (dist_info / "METADATA").write_text("Metadata-Version: 2.1\nName: ttnn\nVersion: 9.9\n")
    return tmp_path


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


def test_a_row_without_a_hash_excuses_nothing(site: Path) -> None:
    record = site / "ttnn-9.9.dist-info/RECORD"
    rows = record.read_text().splitlines()
    record.write_text("\n".join(["ttnn/__init__.py,,", *rows[1:]]) + "\n")

    assert compare_with_record(installation_in(site), site / "ttnn").changed == ["ttnn/__init__.py"]


def test_byte_code_is_no_difference(site: Path) -> None:
    (site / "ttnn/__pycache__").mkdir()
    (site / "ttnn/__pycache__/__init__.cpython-311.pyc").write_bytes(b"")

    assert not compare_with_record(installation_in(site), site / "ttnn")


def test_an_installation_is_the_packages_own_only_if_its_files_are(site: Path) -> None:
    installation = installation_in(site)

    assert own_installation([installation], site / "ttnn") is installation
    assert own_installation([installation], site / "elsewhere/ttnn") is None


def test_an_editable_installation_has_no_files_of_its_own(site: Path) -> None:
    direct_url = {"url": "file:///tree", "dir_info": {"editable": True}}
    (site / "ttnn-9.9.dist-info/direct_url.json").write_text(json.dumps(direct_url))

    assert own_installation([installation_in(site)], site / "ttnn") is None


def test_two_installations_on_one_path_are_a_problem(
    site: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path_factory.mktemp("other") / "ttnn-1.0.dist-info"
    other.mkdir()
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: ttnn\nVersion: 1.0\n")
    monkeypatch.setattr("sys.path", [str(site), str(other.parent)])

    findings = list(installation_findings(site / "ttnn"))

    assert any(f.status == "problem" and "ttnn 1.0" in f.fact for f in findings)
