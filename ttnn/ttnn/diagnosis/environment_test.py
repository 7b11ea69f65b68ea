# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What is said of variables and of packages in the way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ttnn import _ttnn
from ttnn.diagnosis.environment import environment_findings

PACKAGE = Path("/site/ttnn")
SHOWN_BY_THE_RUNTIME = {"TT_METAL_CACHE", "TT_METAL_KERNEL_COMPILER"}  # with what follows of them


def variables_of_the_runtime() -> list[str]:
    """Names of variables among the strings of the extension."""
    content = Path(_ttnn.__file__).read_bytes()
    names = re.findall(rb"(?<=\0)(?:ARCH_NAME|(?:TT_METAL|TTNN)_[A-Z_]+)(?=\0)", content)
    return sorted({name.decode() for name in names} - SHOWN_BY_THE_RUNTIME)


def test_the_variables_of_the_runtime_are_found_in_it() -> None:
    assert {"ARCH_NAME", "TT_METAL_HOME"} <= set(variables_of_the_runtime())


@pytest.mark.parametrize("name", variables_of_the_runtime())
def test_a_variable_in_effect_is_warned_of(name: str) -> None:
    (finding,) = environment_findings({name: "/old"}, [], PACKAGE)

    assert finding.status == "warning"
    assert f"{name}=/old" in finding.fact
    assert "unset it" in finding.advice


def test_variables_of_other_builds_are_without_effect() -> None:
    (finding,) = environment_findings({"TTNN_CONFIG_PATH": "/old"}, [], PACKAGE)

    assert finding.status == "ok"
    assert "no effect" in finding.fact


@pytest.mark.parametrize(("path", "place"), [(["", "/site"], "before"), (["/site", ""], "behind")])
def test_another_package_on_the_path_is_shown_with_its_place(
    path: list[str], place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ttnn").mkdir()
    (tmp_path / "ttnn/__init__.py").touch()
    monkeypatch.chdir(tmp_path)

    (finding,) = environment_findings({}, path, PACKAGE)

    assert finding.status == "warning"
    assert str(tmp_path / "ttnn") in finding.fact
    assert place in finding.fact


@pytest.mark.parametrize("entry", ["{}", "{}/", "{}/../tree", "tree", "./tree/"])
def test_a_source_tree_in_pythonpath_is_named(
    entry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = tmp_path / "tree"
    (tree / "tt_metal").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    variables = {"PYTHONPATH": f"/elsewhere:{entry.format(tree)}"}

    (finding,) = environment_findings(variables, [str(tree)], PACKAGE)

    assert finding.fact.startswith(f"{tree / 'tt_metal'} (from PYTHONPATH)")


def test_what_is_not_in_pythonpath_is_not_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "tt_metal").mkdir()

    (finding,) = environment_findings({"PYTHONPATH": f":{tmp_path}x"}, [str(tmp_path)], PACKAGE)

    assert "PYTHONPATH" not in finding.fact


def test_an_entry_that_is_no_path_is_passed_over() -> None:
    assert list(environment_findings({}, ["/" + "x" * 300], PACKAGE)) == []


def test_a_folder_that_is_no_package_is_no_shadow(tmp_path: Path) -> None:
    (tmp_path / "ttnn").mkdir()

    assert list(environment_findings({}, [str(tmp_path)], PACKAGE)) == []


def test_the_package_itself_is_no_shadow(tmp_path: Path) -> None:
    (tmp_path / "ttnn").mkdir()
    (tmp_path / "ttnn/__init__.py").touch()

    assert list(environment_findings({}, [str(tmp_path)], tmp_path / "ttnn")) == []
