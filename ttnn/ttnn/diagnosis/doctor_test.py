# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The commands as a user calls them, also on a package that is broken."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ttnn.diagnosis.doctor import as_json, as_text
from ttnn.diagnosis.finding import Finding
from ttnn.diagnosis.isolation import isolated
from ttnn.diagnosis.libraries import is_at_least, library_findings
from ttnn.diagnosis.runtime import kernel_cache
from ttnn.made_installation import copy_package, run_python


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package, to be broken, in a folder of its own."""
    return copy_package(tmp_path / "site")


def test_a_whole_package_is_healthy(copy: Path) -> None:
    outcome = run_python(copy.parent, "-m", "ttnn", "doctor", "--json")

    report = json.loads(outcome.stdout)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert report["healthy"] is True
    assert {"topic", "fact", "status", "advice"} == set(report["findings"][0])
    topics = {finding["topic"] for finding in report["findings"]}
    assert {
        "python",
        "C library",
        "processor",
        "package",
        "numpy",
        "runtime root",
        "device",
    } <= topics


def test_a_missing_extension_is_a_problem_not_a_traceback(copy: Path) -> None:
    (extension,) = copy.glob("_ttnn.*.so")
    extension.rename(copy / "_ttnn.cpython-399-x86_64-linux-gnu.so")

    outcome = run_python(copy.parent, "-m", "ttnn", "doctor")

    assert outcome.returncode == 1
    assert "Traceback" not in outcome.stderr
    assert "there is _ttnn.cpython-399-x86_64-linux-gnu.so" in outcome.stdout


def test_importing_a_package_of_another_python_says_what_to_install(copy: Path) -> None:
    (extension,) = copy.glob("_ttnn.*.so")
    extension.rename(copy / "_ttnn.cpython-399-x86_64-linux-gnu.so")

    outcome = run_python(copy.parent, "-c", "import ttnn")

    assert outcome.stderr.splitlines()[-1].startswith("ImportError: ")
    assert "no extension module for this Python" in outcome.stderr.splitlines()[-1]


def test_a_damaged_extension_is_a_problem(copy: Path) -> None:
    (extension,) = copy.glob("_ttnn.*.so")
    extension.unlink()
    extension.write_bytes(b"not ELF")

    outcome = run_python(copy.parent, "-m", "ttnn", "doctor")

    assert outcome.returncode == 1
    assert "X extension" in outcome.stdout


@pytest.mark.parametrize("command", ["doctor", "verify"])
def test_a_truncated_extension_ends_no_diagnosis(copy: Path, command: str) -> None:
    (extension,) = copy.glob("_ttnn.*.so")
    content = extension.read_bytes()
    extension.unlink()
    extension.write_bytes(content[: len(content) // 2])

    outcome = run_python(copy.parent, "-m", "ttnn", command)

    assert outcome.returncode == 1
    assert outcome.stdout + outcome.stderr


def test_what_crashes_is_a_problem() -> None:
    def crash() -> Iterator[Finding]:
        yield Finding("before", "fine")
        os.kill(os.getpid(), signal.SIGBUS)

    before, problem = isolated(crash)

    assert before.fact == "fine"
    assert problem.status == "problem"
    assert "-7" in problem.fact


def test_what_ends_the_process_is_a_problem_however_it_does() -> None:
    def leave() -> Iterator[Finding]:
        yield Finding("before", "fine")
        sys.exit(0)

    *_, problem = isolated(leave)

    assert problem.status == "problem"


def test_a_compiler_that_is_not_there_is_a_problem(copy: Path) -> None:
    variable = {"TT_METAL_KERNEL_COMPILER": "/nowhere"}

    outcome = run_python(copy.parent, "-m", "ttnn", "doctor", **variable)

    assert outcome.returncode == 1
    assert "X compiler      TT_METAL_KERNEL_COMPILER=/nowhere" in outcome.stdout


@pytest.mark.parametrize("occupied", ["", "/kernels"])
def test_a_kernel_cache_that_cannot_be_written_is_a_warning(tmp_path: Path, occupied: str) -> None:
    folder = f"{tmp_path}/cache"
    assert kernel_cache(folder + "/kernels").status == "ok"
    Path(folder + occupied).parent.mkdir(exist_ok=True)
    Path(folder + occupied).write_text("a file")

    finding = kernel_cache(folder + "/kernels")

    assert finding.status == "warning"
    assert "TT_METAL_CACHE" in finding.advice
    assert not Path(folder + "/kernels").is_dir()


def test_what_hangs_is_a_problem() -> None:
    def hang() -> Iterator[Finding]:
        yield Finding("before", "fine")
        time.sleep(600)

    _, problem = isolated(hang, seconds=0.2)

    assert "no answer" in problem.fact


def test_a_damaged_module_is_a_problem(copy: Path) -> None:
    types = copy / "types.py"
    types.unlink()
    types.write_text("nonsense")

    outcome = run_python(copy.parent, "-m", "ttnn", "doctor")

    assert outcome.returncode == 1
    assert "Traceback" not in outcome.stderr
    assert "X import ttnn" in outcome.stdout


@pytest.mark.parametrize("command", ["doctor", "verify"])
def test_without_its_version_a_package_is_still_diagnosed(copy: Path, command: str) -> None:
    (copy / "_version.py").unlink()

    outcome = run_python(copy.parent, "-m", "ttnn", command)

    assert outcome.returncode == 1
    assert "Traceback" not in outcome.stderr


@pytest.mark.parametrize("command", ["doctor", "verify"])
@pytest.mark.parametrize("content", [None, "nonsense"])
def test_a_diagnosis_that_is_damaged_itself_says_so(
    copy: Path, command: str, content: str | None
) -> None:
    damaged = copy / "diagnosis/record.py"
    damaged.unlink()
    if content:
        damaged.write_text(content)

    outcome = run_python(copy.parent, "-m", "ttnn", command)

    assert outcome.returncode == 1
    assert "Traceback" not in outcome.stderr
    assert "the diagnosis itself is damaged" in outcome.stderr
    assert "--force-reinstall" in outcome.stderr


def test_a_source_tree_on_the_path_says_what_it_lacks(copy: Path) -> None:
    (copy / "_version.py").unlink()
    (extension,) = copy.glob("_ttnn.*.so")
    extension.unlink()

    outcome = run_python(copy.parent, "-c", "import ttnn")

    assert "no extension module for this Python" in outcome.stderr.splitlines()[-1]


def test_an_extension_that_is_a_link_to_nowhere_is_told_with_its_end(copy: Path) -> None:
    (extension,) = copy.glob("_ttnn.*.so")
    extension.unlink()
    extension.symlink_to("/outputs/_ttnn.so")

    outcome = run_python(copy.parent, "-m", "ttnn", "doctor")

    assert f"{extension} leads to /outputs/_ttnn.so, which is not there" in outcome.stdout
    assert "ttnn doctor" not in outcome.stdout, "it is what runs"


def test_without_numpy_the_device_is_not_tried(copy: Path) -> None:
    (copy.parent / "numpy.py").write_text("raise ImportError('none')")

    outcome = run_python(copy.parent, "-m", "ttnn", "doctor")

    assert outcome.returncode == 1
    assert "X numpy" in outcome.stdout
    assert "! device        not tried" in outcome.stdout


def test_missing_kernels_are_a_problem(copy: Path) -> None:
    shutil.rmtree(copy / "kernels")

    outcome = run_python(copy.parent, "-m", "ttnn", "doctor")

    assert outcome.returncode == 1
    assert "X device" in outcome.stdout


def test_an_archive_on_the_path_is_told_to_be_installed(copy: Path, tmp_path: Path) -> None:
    wheel = tmp_path / "ttnn.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for file in copy.rglob("*"):
            archive.write(file, file.relative_to(copy.parent))

    outcome = run_python(wheel, "-c", "import ttnn")

    assert f"pip install {wheel}" in outcome.stderr.splitlines()[-1]


def test_an_unknown_command_is_a_usage_error(copy: Path) -> None:
    assert run_python(copy.parent, "-m", "ttnn", "docter").returncode == 2


def test_problems_are_marked_and_counted() -> None:
    report = as_text([Finding("a", "fine"), Finding("b", "bad", "problem", "mend it")])

    assert report.splitlines() == [
        "  a             fine",
        "X b             bad",
        "                -> mend it",
        "1 problem(s)",
    ]


def test_warnings_leave_it_healthy() -> None:
    assert json.loads(as_json([Finding("a", "odd", "warning", "look")]))["healthy"] is True


@pytest.mark.parametrize(
    ("version", "oldest", "verdict"),
    [("2.10.0", "2.9", True), ("1.24", "1.24", True), ("1.9.3", "1.24", False)],
)
def test_versions_are_compared_by_their_numbers(version: str, oldest: str, verdict: bool) -> None:
    assert is_at_least(version, oldest) is verdict


@pytest.mark.parametrize("damage", ["missing", "not UTF-8"])
def test_torch_without_metadata_is_a_warning(
    damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dist_info = tmp_path / "torch-2.2.dist-info"
    dist_info.mkdir()
    if damage != "missing":
        (dist_info / "METADATA").write_bytes(b"Version: 2.2\xff\n")
    monkeypatch.syspath_prepend(tmp_path)

    *_, finding = library_findings()

    assert (finding.topic, finding.status) == ("torch", "warning")
    assert "METADATA" in finding.fact
    assert "--force-reinstall" in finding.advice


def test_a_numpy_that_is_broken_is_mended_by_force(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)

    finding, _ = library_findings()

    assert finding.status == "problem"
    assert '--force-reinstall "numpy>=1.24"' in finding.advice
