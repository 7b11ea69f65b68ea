# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

from pathlib import Path

import pytest
from rc_file import write_empty_modules, write_rc_file


def test_every_module_is_overridden_by_a_place_in_home(tmp_path: Path) -> None:
    write_empty_modules(tmp_path)
    write_rc_file(tmp_path, Path("/home/x/y"))

    lines = (tmp_path / "bazelrc").read_text().splitlines()
    overrides = dict(
        line.removeprefix("common --override_module=").split("=")
        for line in lines
        if line.startswith("common")
    )
    assert {"apple_support", "buildozer", "platforms", "rules_cc", "zlib"} <= overrides.keys()
    assert all(path.startswith("/home/x/y/") for path in overrides.values())
    for name in ("apple_support", "buildozer", "protobuf", "zlib"):
        module = tmp_path / Path(overrides[name]).relative_to("/home/x/y") / "MODULE.bazel"
        assert module.read_text() == f'module(name = "{name}")\n'


@pytest.mark.parametrize(
    ("home", "is_mounted"), [("/tmp/cache/y", True), ("/home/x/y", False), ("/tmpfs/y", False)]
)
def test_sandboxes_see_a_home_in_tmp(tmp_path: Path, home: str, is_mounted: bool) -> None:
    write_rc_file(tmp_path, Path(home))

    rc_file = (tmp_path / "bazelrc").read_text()
    assert (f"common --sandbox_add_mount_pair={home}\n" in rc_file) == is_mounted
