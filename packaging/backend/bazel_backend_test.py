# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What front ends get from the hooks, with a program in Bazel's place that notes its calls."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import bazel_backend
import pytest
from bazel_command import Bazel
from bazel_stand_in import StandIn
from interpreter import running_tag, wheel_target

TAG = running_tag()


class Tree:
    """A tree whose `bazelw` is the stand-in."""

    def __init__(self, root: Path):
        self.root = root
        self._bazel = StandIn(root)
        (root / "out").mkdir()

    def answer(self, outputs: dict[str, str], **exit_codes: int) -> None:
        """Says which output each target has and with which code commands end."""
        for name in outputs.values():
            (self.root / "out" / name).write_bytes(name.encode())
        files = {target: self.root / "out" / name for target, name in outputs.items()}
        printed = {
            "cquery": f"bazel-out/bin/packaging/{outputs.get('//:wheel')}",
            "query": "\n".join(outputs),
        }
        self._bazel.answer(files, printed, exit_codes)

    def calls(self) -> list[dict]:
        """What the stand-in was asked."""
        return self._bazel.calls()


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    root = tmp_path / "a tree ü"
    root.mkdir()
    monkeypatch.setattr(bazel_backend, "ROOT", root)
    return Tree(root)


def wheel_name(tag: str) -> str:
    return f"ttnn-0.1.0-{tag}-{tag}-manylinux_2_28_x86_64.whl"


def test_wheel_of_the_running_python_is_handed_over(tree: Tree, tmp_path: Path) -> None:
    tree.answer({"//:wheel": wheel_name(TAG)})

    name = bazel_backend.build_wheel(str(tmp_path))

    assert name == wheel_name(TAG)
    assert (tmp_path / name).read_bytes() == name.encode()


def test_wheel_of_another_python_is_taken_from_the_graph(tree: Tree, tmp_path: Path) -> None:
    tree.answer({"//:wheel": wheel_name("cp299"), f"//packaging/wheels:{TAG}": wheel_name(TAG)})

    assert bazel_backend.build_wheel(str(tmp_path)) == wheel_name(TAG)


def test_python_without_a_wheel_is_told_what_to_do(tree: Tree) -> None:
    tree.answer({"//:wheel": wheel_name("cp299")})

    with Bazel(tree.root, None) as bazel, pytest.raises(SystemExit) as refusal:
        wheel_target(bazel, "cp298")

    for said in ("cp298", "cp299", "//packaging/wheels:cp298", "first on PATH as python3"):
        assert said in str(refusal.value)


def test_wheels_that_bazel_cannot_read_are_not_taken_for_absent_ones(tree: Tree) -> None:
    tree.answer({"//:wheel": wheel_name("cp299")}, query=7)

    with Bazel(tree.root, None) as bazel, pytest.raises(SystemExit) as refusal:
        wheel_target(bazel, "cp298")

    assert str(refusal.value) == "Bazel could not read //packaging/wheels; it says above why"


def test_sdist_is_handed_over(tree: Tree, tmp_path: Path) -> None:
    tree.answer({"//:sdist": "ttnn-0.1.0.tar.gz"})

    assert bazel_backend.build_sdist(str(tmp_path)) == "ttnn-0.1.0.tar.gz"
    assert (tmp_path / "ttnn-0.1.0.tar.gz").is_file()


def test_metadata_is_known_without_a_wheel(tree: Tree, tmp_path: Path) -> None:
    tree.answer({"//:wheel": wheel_name(TAG), "//:wheel metadata": "wheel.METADATA"})
    metadata = "Name: ttnn\nVersion: 0.1.0\n\nText: of it\n"
    (tree.root / "out" / "wheel.METADATA").write_text(metadata)

    dist_info = bazel_backend.prepare_metadata_for_build_wheel(str(tmp_path))

    assert dist_info == "ttnn-0.1.0.dist-info"
    assert (tmp_path / dist_info / "METADATA").read_text() == metadata


@pytest.mark.parametrize("value", ["--jobs=1 --config=remote", ["--jobs=1", "--config=remote"]])
def test_settings_are_flags_of_bazel(tree: Tree, tmp_path: Path, value: str | list[str]) -> None:
    tree.answer({"//:sdist": "ttnn-0.1.0.tar.gz"})

    bazel_backend.build_sdist(str(tmp_path), {"bazel": value, "bazel-startup": "--batch"})

    (call,) = tree.calls()
    assert call["arguments"][:2] == ["--batch", "build"]
    assert {"--jobs=1", "--config=remote"} <= set(call["arguments"])


def test_unknown_setting_is_refused_with_the_known_ones(tree: Tree, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"jobs='3' is unknown; known are bazel and bazel-startup"):
        bazel_backend.build_sdist(str(tmp_path), {"jobs": "3"})


def test_failure_of_bazel_is_one_sentence(tree: Tree, tmp_path: Path) -> None:
    tree.answer({"//:sdist": "ttnn-0.1.0.tar.gz"}, build=1)

    with pytest.raises(SystemExit, match=r"could not build //:sdist \(exit code 1\)"):
        bazel_backend.build_sdist(str(tmp_path))


def test_bazel_sees_nothing_of_the_isolated_environment(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree.answer({"//:sdist": "ttnn-0.1.0.tar.gz"})
    monkeypatch.setenv("PYTHONPATH", "isolated")
    monkeypatch.setenv("VIRTUAL_ENV", "isolated")

    bazel_backend.build_sdist(str(tmp_path))

    environment = tree.calls()[0]["environment"]
    assert "PYTHONPATH" not in environment
    assert "VIRTUAL_ENV" not in environment
    first = Path(environment["PATH"].split(os.pathsep)[0])
    assert first == Path(os.path.realpath(sys.executable)).parent


def test_unpacked_sdists_share_an_output_base_that_is_no_trees_own(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree.answer({"//:sdist": "ttnn-0.1.0.tar.gz"})
    (tree.root / "PKG-INFO").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    bazel_backend.build_sdist(str(tmp_path))

    (output_base,) = [a for a in tree.calls()[0]["arguments"] if a.startswith("--output_base=")]
    assert output_base == f"--output_base={tmp_path / 'cache/tt-nn/sdist/output_base'}"
