# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The package as a whole: what importing it costs, what it exports, what it tells of itself."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import ttnn
from ttnn import __main__, _ttnn

STUB = Path(ttnn.__file__).with_name("_ttnn.pyi")


def stub_names() -> dict[str, ast.stmt]:
    """The public names that the stub declares."""
    module = ast.parse(STUB.read_text(encoding="utf-8"))
    declared = [node for node in module.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))]
    return {node.name: node for node in declared if not node.name.startswith("_")}


def public(names: set[str]) -> set[str]:
    return {name for name in names if not name.startswith("_")}


def test_importing_brings_neither_numpy_nor_torch() -> None:
    program = "import sys, ttnn; print([m for m in ('numpy', 'torch') if m in sys.modules])"

    outcome = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}; {program}"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert outcome.stdout.strip() == "[]"


def test_every_export_is_there_and_documented() -> None:
    for name in ttnn.__all__:
        exported = getattr(ttnn, name)
        if inspect.isclass(exported) or inspect.isroutine(exported):
            assert exported.__doc__, name


def test_the_stub_declares_exactly_what_the_extension_has() -> None:
    assert set(stub_names()) == public(set(vars(_ttnn)))


@pytest.mark.parametrize(
    "name", [n for n, d in stub_names().items() if isinstance(d, ast.ClassDef)]
)
def test_the_stub_declares_exactly_the_members_of(name: str) -> None:
    declaration = stub_names()[name]
    declared = {
        target.id
        for node in declaration.body
        if isinstance(node, (ast.Assign, ast.AnnAssign))
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    } | {node.name for node in declaration.body if isinstance(node, ast.FunctionDef)}
    extension_class = getattr(_ttnn, name)

    of_instances = inspect.get_annotations(extension_class)
    assert public(declared) == public({*vars(extension_class), *of_instances})


@pytest.mark.parametrize("name", ["ttnn", "ttnn.device"])
def test_examples_in_docstrings_are_true(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(name))

    assert outcome.attempted > 0
    assert outcome.failed == 0


def test_the_version_is_the_same_everywhere() -> None:
    assert ttnn.__version__ == _ttnn.build_info().version


def test_the_summary_names_version_root_and_chip(
    capsys: pytest.CaptureFixture[str], device: ttnn.Device
) -> None:
    assert __main__.main([]) == 0

    summary = capsys.readouterr().out
    assert f"ttnn {ttnn.__version__}" in summary
    assert f"runtime root  {Path(_ttnn.__file__).parent}" in summary
    assert "wormhole_b0" in summary
    assert "64 (8 x 8)" in summary


def test_the_version_can_be_asked_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["--version"]) == 0
    assert capsys.readouterr().out.strip() == f"ttnn {ttnn.__version__}"
