# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""`python -m ttnn verify`, as people and programs call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ttnn.diagnosis import verify
from ttnn.made_installation import copy_package, install, run_python

KEYS = {"schema", "version", "intact", "error", "num_checked"} | {
    *("missing", "changed", "unreadable", "extra")
}


@pytest.fixture
def dist_info(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The dist-info folder of an installation to which the package belongs."""
    made = install(tmp_path)
    monkeypatch.setattr("sys.path", [str(tmp_path)])
    (installation,) = verify.all_installations()
    monkeypatch.setattr(verify, "own_installation", lambda _: installation)
    compare = verify.compare_with_record
    monkeypatch.setattr(verify, "compare_with_record", lambda own: compare(own, tmp_path / "ttnn"))
    return made


def test_an_intact_installation_is_reported_in_both_forms(
    dist_info: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify.main(json_wanted=False) == 0
    assert capsys.readouterr().out == "ttnn 9.9: 2 files are as the wheel brought them\n"

    assert verify.main(json_wanted=True) == 0
    report = json.loads(capsys.readouterr().out)
    assert report.keys() == KEYS
    assert (report["intact"], report["error"], report["num_checked"]) == (True, "", 2)


def test_differences_are_reported_in_both_forms(
    dist_info: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (dist_info.parent / "ttnn/__init__.py").unlink()

    assert verify.main(json_wanted=False) == 1
    assert capsys.readouterr().out.splitlines() == [
        "missing    ttnn/__init__.py",
        "ttnn is not as its wheel brought it: "
        "python -m pip install --force-reinstall --no-deps ttnn==9.9",
    ]

    assert verify.main(json_wanted=True) == 1
    report = json.loads(capsys.readouterr().out)
    assert report.keys() == KEYS
    assert (report["intact"], report["missing"]) == (False, ["ttnn/__init__.py"])


@pytest.mark.parametrize("content", [None, b"\xff"])
def test_without_a_sound_record_the_report_has_an_error(
    dist_info: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    (dist_info / "RECORD").unlink()
    if content:
        (dist_info / "RECORD").write_bytes(content)

    assert verify.main(json_wanted=False) == 1
    outcome = capsys.readouterr()
    assert (outcome.out, "--ignore-installed" in outcome.err) == ("", True)

    assert verify.main(json_wanted=True) == 1
    report = json.loads(capsys.readouterr().out)
    assert report.keys() == KEYS
    assert (report["version"], report["intact"]) == ("9.9", False)
    assert report["error"] + "\n" == outcome.err


def test_what_was_not_installed_from_a_wheel_is_an_error(tmp_path: Path) -> None:
    package = copy_package(tmp_path / "site")

    for_people = run_python(package.parent, "-m", "ttnn", "verify")
    for_programs = run_python(package.parent, "-m", "ttnn", "verify", "--json")

    assert (for_people.returncode, for_people.stdout) == (1, "")
    assert "no RECORD" in for_people.stderr
    assert (for_programs.returncode, for_programs.stderr) == (1, "")
    report = json.loads(for_programs.stdout)
    assert report.keys() == KEYS
    assert "no RECORD" in report["error"]
