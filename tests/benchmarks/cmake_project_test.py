# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""A CMake project made from actions builds what they say, with the toolchain's own commands."""

from __future__ import annotations

import ctypes
import itertools
import json
import os
import shlex
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.action_graph import ActionGraph
from tests.benchmarks.cmake_project import configure_command, generate, lay_out

COMMANDS = json.loads(Path(os.environ["COMMANDS"]).read_text(encoding="utf-8"))
CMAKE, NINJA = (Path(os.environ[name]).resolve() for name in ("CMAKE", "NINJA"))
OUT = "bazel-out/k8/bin/"
SOURCES = {
    "answer.cpp": "int offset(); int answer() { return FORTY + offset(); }",
    "unasked.cpp": 'extern "C" int unasked() { return 7; }',
    "library.cpp": 'int answer(); extern "C" int asked() { return answer(); }',
}
GENERATED = {"offset.cpp": "int offset() { return 2; }"}


def query_of(actions: list[dict[str, Any]]) -> dict[str, Any]:
    """Writes actions as `bazel aquery` does: paths by fragment, inputs by nested sets."""
    numbers = itertools.count(1)
    query: dict[str, Any] = {"pathFragments": [], "artifacts": [], "depSetOfFiles": []}
    artifacts: dict[str, int] = {}

    def artifact(path: str) -> int:
        if path not in artifacts:
            parent: dict[str, int] = {}
            for label in path.split("/"):
                row = {"id": next(numbers), "label": label, **parent}
                query["pathFragments"].append(row)
                parent = {"parentId": row["id"]}
            artifacts[path] = next(numbers)
            query["artifacts"].append({"id": artifacts[path], "pathFragmentId": parent["parentId"]})
        return artifacts[path]

    def nested_set(paths: list[str]) -> int:
        inner = {"id": next(numbers), "directArtifactIds": [artifact(path) for path in paths]}
        outer = {"id": next(numbers), "transitiveDepSetIds": [inner["id"]]}
        query["depSetOfFiles"] += [inner, outer]
        return outer["id"]

    query["actions"] = [
        {
            "mnemonic": action["mnemonic"],
            "arguments": action.get("arguments", []),
            "inputDepSetIds": [nested_set(action["inputs"])],
            "outputIds": [artifact(action["output"])],
        }
        for action in actions
    ]
    return query


def command(step: str, replacements: dict[str, list[str]]) -> list[str]:
    """A command of the toolchain with other files."""
    words = [replacements.get(word, [word]) for word in COMMANDS[step]]
    return list(itertools.chain.from_iterable(words))


def compilation(source: str, *flags: str) -> dict[str, Any]:
    """The action that compiles a source."""
    output = OUT + Path(source).stem + ".o"
    arguments = command("compile", {"source.cpp": [source], "source.o": [output]})
    arguments += ["-MD", "-MF", OUT + "any.d", f"-frandom-seed={output}", *flags]
    return {
        "mnemonic": "CppCompile",
        "arguments": arguments,
        "inputs": [source],
        "output": output,
    }


def small_build() -> list[dict[str, Any]]:
    """A shared library of an archive, of which one source is generated, packed through a link."""
    link = command(
        "link",
        {
            "source.o": [
                OUT + "library.o",
                "-Wl,-whole-archive",
                OUT + "libanswer.a",
                "-Wl,-no-whole-archive",
            ],
            "library.so": [OUT + "library.so"],
        },
    )
    objects = [OUT + name for name in ("answer.o", "offset.o", "unasked.o")]
    define = "-DFORTY=(41 - 1)"
    return [
        {"mnemonic": "Genrule", "inputs": [], "output": OUT + "offset.cpp"},
        compilation("answer.cpp", define),
        compilation(OUT + "offset.cpp", define),
        compilation("unasked.cpp", define),
        compilation("library.cpp"),
        {
            "mnemonic": "CppArchive",
            "arguments": ["external/x/llvm-ar", "rcsD", OUT + "libanswer.a", *objects],
            "inputs": objects,
            "output": OUT + "libanswer.a",
        },
        {
            "mnemonic": "CppLink",
            "arguments": link,
            "inputs": [OUT + "library.o", OUT + "libanswer.a"],
            "output": OUT + "library.so",
        },
        {"mnemonic": "Symlink", "inputs": [OUT + "library.so"], "output": OUT + "module.so"},
        {
            "mnemonic": "PyWheel",
            "inputs": [OUT + "module.so", "README.md"],
            "output": OUT + "a.whl",
        },
    ]


class Places:
    """Work tree, folder of execution and project of one test."""

    def __init__(self, folder: Path) -> None:
        self.tree = folder / "the tree"
        self.root = folder / "root"
        self.project = folder / "project"
        self.build = self.project / "build"
        self.tree.mkdir()
        self.root.mkdir()
        # Runfiles have the repositories side by side where actions have them in external/.
        (self.root / "external").symlink_to(Path("..").resolve())
        for name, text in {**SOURCES, "README.md": "read"}.items():
            (self.tree / name).write_text(text, encoding="utf-8")
        (self.root / OUT).mkdir(parents=True)
        for name, text in GENERATED.items():
            (self.root / OUT / name).write_text(text, encoding="utf-8")

    def generate(self, actions: list[dict[str, Any]]) -> None:
        """Writes the project."""
        graph = ActionGraph(query_of(actions))
        project = generate(graph, graph.only("PyWheel"), self.tree, self.build)
        lay_out(project, self.project, self.root, self.tree)

    def configure(self) -> None:
        """Runs CMake."""
        tools = self.root / Path(COMMANDS["compile"][0]).parent
        _, *arguments = configure_command(tools, NINJA, self.project)
        subprocess.run([str(CMAKE), *arguments], check=True)

    def ninja(self) -> str:
        """Runs Ninja and returns what it says."""
        ninja = [str(NINJA), "-C", str(self.build), "-v"]
        outcome = subprocess.run(ninja, check=False, capture_output=True, text=True)
        assert outcome.returncode == 0, outcome.stdout
        return outcome.stdout


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """New folders, with a space in one's name."""
    return Places(tmp_path)


def test_what_is_built_works_and_is_packed(places: Places) -> None:
    places.generate(small_build())
    places.configure()

    places.ninja()

    (library,) = places.build.glob("*library.so")
    assert ctypes.CDLL(str(library)).asked() == 42
    assert ctypes.CDLL(str(library)).unasked() == 7, "the whole archive is linked"
    with zipfile.ZipFile(places.build / "wheel.zip") as packed:
        assert {Path(name).name for name in packed.namelist()} == {library.name, "README.md"}


def test_an_edit_builds_what_depends_on_it_and_no_more(places: Places) -> None:
    places.generate(small_build())
    places.configure()
    places.ninja()
    assert "no work to do" in places.ninja()
    changed = SOURCES["answer.cpp"].replace("FORTY", "1000 + FORTY")
    (places.tree / "answer.cpp").write_text(changed, encoding="utf-8")

    said = places.ninja()

    (library,) = places.build.glob("*library.so")
    assert ctypes.CDLL(str(library)).asked() == 1042
    assert said.count(" -c ") == 1, said
    assert "wheel.zip" in said


def test_every_flag_of_an_action_is_passed(places: Places) -> None:
    places.generate(small_build())
    places.configure()

    said = places.ninja()

    commands = [shlex.split(line) for line in said.splitlines() if line.endswith("library.cpp'")]
    (passed,) = commands
    files = {"source.cpp", "source.o", "-frandom-seed=source.o"}
    assert set(COMMANDS["compile"][1:]) - files <= set(passed)


def test_sources_with_different_flags_in_one_archive_are_refused(places: Places) -> None:
    actions = small_build()
    actions[1]["arguments"].append("-O0")

    with pytest.raises(ValueError, match=r"libanswer\.a: the sources of one target have different"):
        places.generate(actions)


def test_two_packages_are_refused() -> None:
    graph = ActionGraph(query_of([*small_build(), small_build()[-1] | {"output": OUT + "b.whl"}]))

    with pytest.raises(ValueError, match="2 actions are PyWheel"):
        graph.only("PyWheel")
