# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""An editable installation has what the manifest names, follows edits, and goes without a trace."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from editable_wheel import write_editable_wheel

SOURCE = "ttnn/ttnn/__init__.py"
OUTPUT = "bazel-out/k8/bin/ttnn/ttnn/kernels/add.elf"


class Installation:
    """A tree, its outputs, and a virtual environment with the editable wheel in it."""

    def __init__(self, folder: Path):
        self.sources = folder / "tree"
        self.outputs = folder / "execroot"
        self.links = self.sources / ".editable" / "cp3"
        self.environment = folder / "environment"
        self._folder = folder
        self._write(self.sources / SOURCE, "value = 1\n")
        self._write(self.sources / "ttnn/ttnn/stray.py", "")
        self._write(self.outputs / OUTPUT, "built once")
        self._wheel = folder / "ttnn-0.1.0-py3-none-any.whl"
        with zipfile.ZipFile(self._wheel, "w") as archive:
            metadata = "Metadata-Version: 2.4\nName: ttnn\nVersion: 0.1.0\n"
            archive.writestr("ttnn-0.1.0.dist-info/METADATA", metadata)
            tag = "Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: py3-none-any\n"
            archive.writestr("ttnn-0.1.0.dist-info/WHEEL", tag)
            archive.writestr("ttnn-0.1.0.dist-info/RECORD", "")
        venv.create(self.environment, with_pip=False, symlinks=True)
        self.untouched = self.files()

    @staticmethod
    def _write(path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def build(self) -> Path:
        """Writes the editable wheel and its links."""
        manifest = self._folder / "manifest.json"
        members = [
            {"component": "python", "file": SOURCE, "path": "ttnn/__init__.py"},
            {"component": "kernels", "file": OUTPUT, "path": "ttnn/kernels/add.elf"},
            {"component": "metadata", "file": "", "path": "ttnn-0.1.0.dist-info/METADATA"},
        ]
        manifest.write_text(json.dumps({"members": members}))
        return write_editable_wheel(
            wheel=self._wheel,
            manifest=manifest,
            sources=self.sources,
            outputs=self.outputs,
            links=self.links,
            directory=self._folder,
        )

    def pip(self, *arguments: str) -> None:
        """Runs pip on the environment."""
        pip = [sys.executable, "-m", "pip", "--python", str(self.environment / "bin/python")]
        subprocess.run([*pip, *arguments], check=True, capture_output=True)

    def python(self, source: str) -> str:
        """Runs the environment's Python, and returns what it printed."""
        command = [str(self.environment / "bin/python"), "-I", "-B", "-c", source]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def files(self) -> set[Path]:
        """All files of the environment."""
        return {path for path in self.environment.rglob("*") if path.is_file()}


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    installation = Installation(tmp_path)
    wheel = installation.build()
    installation.pip("install", "--no-index", "--no-deps", str(wheel))
    return installation


def test_edits_and_builds_show_at_once(installation: Installation) -> None:
    assert installation.python("import ttnn; print(ttnn.value)") == "1"

    (installation.sources / SOURCE).write_text("value = 2\n")
    (installation.outputs / OUTPUT).write_text("built twice")

    assert installation.python("import ttnn; print(ttnn.value)") == "2"
    assert (installation.links / "ttnn/kernels/add.elf").read_text() == "built twice"


def test_only_what_the_manifest_names_can_be_reached(installation: Installation) -> None:
    paths = installation.python("import sys; print(*sys.path, sep='\\n')").splitlines()

    assert str(installation.links) in paths
    assert str(installation.sources) not in paths
    files = [path for path in installation.links.rglob("*") if not path.is_dir()]
    assert {str(path.relative_to(installation.links)) for path in files} == {
        "ttnn/__init__.py",
        "ttnn/kernels/add.elf",
    }


def test_next_installation_removes_what_the_manifest_no_longer_has(
    installation: Installation,
) -> None:
    (installation.links / "ttnn/stale.py").write_text("")

    installation.build()

    assert not (installation.links / "ttnn/stale.py").exists()


def test_uninstalling_leaves_no_trace(installation: Installation) -> None:
    assert installation.files() != installation.untouched

    installation.pip("uninstall", "--yes", "ttnn")

    assert installation.files() == installation.untouched
