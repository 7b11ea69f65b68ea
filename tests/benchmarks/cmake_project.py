# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""A CMake project that compiles what Bazel compiles, by the same commands.

It is generated from the actions of the wheel, so that no list of sources or flags can be stale.
Flags stay word for word what Bazel passes: the build folder is laid out like Bazel's folder of
execution, with links to the tree and to the external repositories, and relative paths hold there.
What programs of ours generate (a few files which nobody edits) is copied from Bazel's output, and
the wheel is a plain zip without metadata: both in favour of CMake.
"""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.action_graph import Action, ActionGraph

_COMPILE, _ARCHIVE, _LINK = "CppCompile", "CppArchive", "CppLink"
# Flags that CMake says itself, those with a value and those without, and the seed that is the
# object's path in Bazel's output.
_FLAGS_WITH_VALUE = frozenset({"-MF", "-c", "-o"})
_FLAGS_OF_CMAKE = re.compile(r"-MD|-frandom-seed=.*")

_HEAD = """\
cmake_minimum_required(VERSION 3.24)
project(ttnn LANGUAGES CXX)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_CXX_ARCHIVE_CREATE "<CMAKE_AR> rcsD <TARGET> <OBJECTS>")
set(CMAKE_CXX_ARCHIVE_FINISH "")
"""
_WHEEL = """\
add_custom_command(
  OUTPUT wheel.zip
  COMMAND ${{CMAKE_COMMAND}} -E tar cf wheel.zip --format=zip -- {files}
  DEPENDS {files}
  VERBATIM)
add_custom_target(wheel ALL DEPENDS wheel.zip)
"""


@dataclass(frozen=True)
class Compilation:
    """How one object is made."""

    source: str
    flags: tuple[str, ...]


@dataclass(frozen=True)
class Project:
    """The text of CMakeLists.txt and what it needs around it."""

    text: str
    # Generated files to be copied, relative to the folder of execution.
    generated: frozenset[str]
    # Sources in the tree by the number of programs they go into.
    uses: dict[str, int]


def _drop_flags_of_cmake(arguments: tuple[str, ...]) -> tuple[str, ...]:
    kept = []
    words = iter(arguments[1:])
    for word in words:
        if word in _FLAGS_WITH_VALUE:
            next(words)
        elif not _FLAGS_OF_CMAKE.fullmatch(word):
            kept.append(word)
    return tuple(kept)


def _compilation(action: Action) -> Compilation:
    source = action.arguments[action.arguments.index("-c") + 1]
    return Compilation(source, _drop_flags_of_cmake(action.arguments))


def _quoted(text: str) -> str:
    """An argument that CMake takes as it stands."""
    return f"[==[{text}]==]"


def _options(command: str, name: str, flags: tuple[str, ...]) -> str:
    # As one word: CMake would drop the second `-isystem` of a list as a repetition.
    return f"{command}({name} PRIVATE {_quoted('SHELL:' + shlex.join(flags))})\n"


@dataclass
class _Generator:
    graph: ActionGraph
    tree: Path
    build: Path
    text: list[str] = field(default_factory=lambda: [_HEAD])
    names: dict[str, str] = field(default_factory=dict)
    generated: set[str] = field(default_factory=set)
    uses: dict[str, int] = field(default_factory=dict)

    def place(self, path: str) -> Path:
        """Where a file is for CMake."""
        inside = path.startswith(("bazel-out/", "external/"))
        return (self.build if inside else self.tree) / path

    def add_sources(self, name: str, objects: list[str]) -> None:
        """Writes sources and flags of a target, given its objects.

        Raises:
          ValueError: its sources differ in their flags, which CMake gives to a whole target.
        """
        actions = [self.graph.producer(path) for path in objects]
        for action in actions:
            self.note_generated(action)
        compilations = [_compilation(action) for action in actions]
        if len({compilation.flags for compilation in compilations}) > 1:
            raise ValueError(f"{name}: the sources of one target have different flags")
        sources = []
        for compilation in compilations:
            source = compilation.source
            self.uses[source] = self.uses.get(source, 0) + 1
            sources.append(_quoted(str(self.place(source))))
        self.text.append(f"target_sources({name} PRIVATE {' '.join(sources)})\n")
        self.text.append(_options("target_compile_options", name, compilations[0].flags))

    def note_generated(self, action: Action) -> None:
        """Remembers which inputs of an action other programs than the compiler make."""
        for path in action.inputs:
            producer = self.graph.producer(path)
            made_here = producer is not None and producer.mnemonic in (_COMPILE, _ARCHIVE, _LINK)
            if path.startswith("bazel-out/") and not made_here:
                self.generated.add(path)

    def library(self, path: str) -> str:
        """Returns the target of an archive, written on first use."""
        if path not in self.names:
            name = self.name(path)
            self.text.append(f"add_library({name} STATIC)\n")
            archive = self.graph.producer(path)
            self.add_sources(name, [word for word in archive.arguments if word.endswith(".o")])
        return self.names[path]

    def program(self, path: str) -> str:
        """Returns the target of a linked file, written on first use."""
        if path in self.names:
            return self.names[path]
        link = self.graph.producer(path)
        self.note_generated(link)
        objects, libraries, flags = [], [], []
        whole = False
        for word in _drop_flags_of_cmake(link.arguments):
            if word in ("-Wl,-whole-archive", "-Wl,-no-whole-archive"):
                whole = word == "-Wl,-whole-archive"
            elif word.startswith("bazel-out/") and word.endswith(".o"):
                objects.append(word)
            elif word.startswith("bazel-out/"):
                library = self.library(word)
                libraries.append(f"$<LINK_LIBRARY:WHOLE_ARCHIVE,{library}>" if whole else library)
            else:
                flags.append(word)
        name = self.name(path)
        self.text.append(f"add_executable({name})\n")
        self.add_sources(name, objects)
        self.text.append(_options("target_link_options", name, tuple(flags)))
        if libraries:
            self.text.append(f"target_link_libraries({name} PRIVATE {' '.join(libraries)})\n")
        return name

    def name(self, path: str) -> str:
        """Gives a file's target a name: the path without `bazel-out/<configuration>/bin/`."""
        name = "_".join(path.split("/")[3:])
        if name in self.names.values():
            raise ValueError(f"two files would be called {name}, one of them {path}")
        self.names[path] = name
        return name


def generate(graph: ActionGraph, package: Action, tree: Path, build: Path) -> Project:
    """Writes the project whose product is what `package` packs.

    Args:
      graph: all actions that lead to the package.
      package: the action that writes the wheel.
      tree: the work tree to compile.
      build: CMake's folder for the build.

    Raises:
      ValueError: an action cannot be said in CMake.
    """
    generator = _Generator(graph, tree, build)
    files = []
    for path in package.inputs:
        producer = graph.producer(path)
        if producer is not None and producer.mnemonic == _LINK:
            files.append(f"$<TARGET_FILE:{generator.program(producer.outputs[0])}>")
        elif producer is None and not path.startswith("external/"):
            files.append(_quoted(str(generator.place(path))))
    generator.text.append(_WHEEL.format(files=" ".join(files)))
    return Project("".join(generator.text), frozenset(generator.generated), generator.uses)


def lay_out(project: Project, folder: Path, execution_root: Path, tree: Path) -> None:
    """Writes a project to `folder` and makes its `build` like Bazel's folder of execution.

    Args:
      project: what `generate` returned.
      folder: an empty or missing folder.
      execution_root: Bazel's, with `external` and the files that the build has generated.
      tree: the work tree to compile.
    """
    build = folder / "build"
    build.mkdir(parents=True)
    for entry in tree.iterdir():
        if entry.is_dir() and not entry.name.startswith(("bazel-", ".")):
            (build / entry.name).symlink_to(entry)
    (build / "external").symlink_to(execution_root / "external")
    for path in project.generated:
        if (execution_root / path).is_file():
            (build / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(execution_root / path, build / path)
    (folder / "CMakeLists.txt").write_text(project.text, encoding="utf-8")


def configure_command(tools: Path, ninja: Path, folder: Path) -> list[str]:
    """Returns the command that configures a project that was laid out.

    Args:
      tools: folder with `clang++` and `llvm-ar`.
      ninja: the program.
      folder: the project.
    """
    settings = {
        "CMAKE_MAKE_PROGRAM": ninja,
        "CMAKE_CXX_COMPILER": tools / "clang++",
        "CMAKE_AR": tools / "llvm-ar",
        # Without its sysroot, which differs by target, the compiler cannot link a trial program.
        "CMAKE_CXX_COMPILER_FORCED": "ON",
    }
    command = ["cmake", "-G", "Ninja", "-S", str(folder), "-B", str(folder / "build")]
    return command + [f"-D{name}={value}" for name, value in settings.items()]
