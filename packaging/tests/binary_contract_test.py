# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate 2: what the binaries export, need and protect is what somebody has approved."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path

import binary_contract
from wheel_filename import parse_wheel_filename

UPDATE = "if it is meant: ./bazelw run //packaging/tests:update_goldens, and review the difference"


def platform_of(wheel: Path) -> str:
    (platform,) = parse_wheel_filename(wheel.name).platform_tags
    return platform


def test_contract_is_the_approved_one(wheel: Path) -> None:
    cpu = re.sub(r"^manylinux_\d+_\d+_", "", platform_of(wheel))
    approved = Path(os.environ["CONTRACTS"]) / f"binary_contract.{cpu}.txt"

    contract = binary_contract.describe_wheel(wheel)

    assert contract.splitlines() == approved.read_text(encoding="utf-8").splitlines(), UPDATE


def test_no_symbol_is_newer_than_the_tag(wheel: Path) -> None:
    promised = tuple(map(int, re.findall(r"\d+", platform_of(wheel))[:2]))

    for version in binary_contract.symbol_versions(wheel):
        library, _, number = version.partition("_")
        assert library == "GLIBC", version
        assert tuple(map(int, number.split(".")))[:2] <= promised, version


def test_no_path_of_the_build_is_left_in_any_member(archive: zipfile.ZipFile) -> None:
    for name in archive.namelist():
        assert binary_contract.build_paths(archive.read(name)) == [], name
