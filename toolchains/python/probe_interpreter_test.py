# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""What the probe says of an interpreter, and how it refuses one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from toolchains.python import probe_interpreter
from toolchains.python.probe_interpreter import UnusableInterpreterError


def test_probe_reports_the_running_interpreter(tmp_path: Path) -> None:
    output = subprocess.run(
        [
            sys.executable,
            "-I",
            probe_interpreter.__file__,
            f"--headers={tmp_path}/include",
            f"--configs={tmp_path}/config",
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout

    facts = json.loads(output)

    assert facts["version"] == "{}.{}".format(*sys.version_info[:2])
    assert facts["tag"] == f"cp{sys.version_info.major}{sys.version_info.minor}"
    assert (tmp_path / "include/Python.h").is_file()
    assert (tmp_path / "config/x86_64/pyconfig.h").is_file()


def test_executable_is_outside_the_virtual_environment() -> None:
    executable = probe_interpreter.base_executable()

    prefix = subprocess.run(
        [executable, "-I", "-c", "import sys; print(sys.prefix == sys.base_prefix)"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert prefix.strip() == "True"


@pytest.mark.parametrize("version", [(2, 7), (3, 9)])
def test_old_interpreter_is_refused_with_both_versions_named(version: tuple[int, int]) -> None:
    message = rf"Python {version[0]}\.{version[1]}; Python 3\.10 or newer"

    with pytest.raises(UnusableInterpreterError, match=message):
        probe_interpreter.require_supported_version(version, "")


@pytest.mark.parametrize("version", [(3, 10), (3, 14)])
def test_supported_interpreter_is_accepted(version: tuple[int, int]) -> None:
    probe_interpreter.require_supported_version(version, "")


def test_another_version_than_the_wanted_is_refused() -> None:
    with pytest.raises(UnusableInterpreterError, match=r"is not Python 3\.12$"):
        probe_interpreter.require_supported_version((3, 11), "3.12")


@pytest.mark.parametrize(
    ("implementation", "abi_flags"), [("pypy", ""), ("cpython", "t"), ("cpython", "d")]
)
def test_an_interpreter_of_another_abi_is_refused(implementation: str, abi_flags: str) -> None:
    with pytest.raises(UnusableInterpreterError, match="not a plain CPython"):
        probe_interpreter.require_plain_build(implementation, abi_flags)


def test_missing_headers_say_what_to_install(tmp_path: Path) -> None:
    message = r"no Python\.h in .*install python3\.\d+-dev"

    with pytest.raises(UnusableInterpreterError, match=message):
        probe_interpreter.copy_headers(tmp_path, tmp_path / "out")


def test_a_dispatching_config_is_not_among_the_headers(tmp_path: Path) -> None:
    include = tmp_path / "include"
    include.mkdir()
    (include / "Python.h").write_text("")
    (include / "pyconfig.h").write_text("#include <some-architecture/pyconfig.h>\n")

    probe_interpreter.copy_headers(include, tmp_path / "out")

    assert [file.name for file in (tmp_path / "out").iterdir()] == ["Python.h"]


def test_the_config_behind_a_dispatching_one_is_found(tmp_path: Path) -> None:
    dispatcher = tmp_path / "include/python3.14/pyconfig.h"
    real = tmp_path / "include/x86_64-linux-gnu/python3.14/pyconfig.h"
    for file in [dispatcher, real]:
        file.parent.mkdir(parents=True)
        file.write_text("")

    config_of_the_platform = probe_interpreter.config_of_the_platform

    assert config_of_the_platform(dispatcher, "x86_64-linux-gnu") == real
    assert config_of_the_platform(dispatcher, "") == dispatcher


def test_only_x86_64_is_told_of_x86_assembly(tmp_path: Path) -> None:
    config = tmp_path / "pyconfig.h"
    config.write_text("#define HAVE_GCC_ASM_FOR_X64 1\n#define SIZEOF_LONG 8\n")

    probe_interpreter.write_configs(config, tmp_path)

    assert (tmp_path / "x86_64/pyconfig.h").read_text() == config.read_text()
    assert (tmp_path / "aarch64/pyconfig.h").read_text().splitlines() == [
        "/* #undef HAVE_GCC_ASM_FOR_X64 */",
        "#define SIZEOF_LONG 8",
    ]
