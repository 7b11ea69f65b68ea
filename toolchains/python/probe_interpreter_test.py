# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""What the probe says of an interpreter, and how it refuses one."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from toolchains.python import probe_interpreter
from toolchains.python.probe_interpreter import UnusableInterpreterError


def test_probe_reports_the_running_interpreter(tmp_path: Path) -> None:
    output = subprocess.run(
        [sys.executable, "-I", probe_interpreter.__file__, "--copy-headers", str(tmp_path)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout

    facts = json.loads(output)

    assert facts["version"] == "{}.{}".format(*sys.version_info[:2])
    assert facts["tag"] == f"cp{sys.version_info.major}{sys.version_info.minor}"
    assert facts["extension_suffix"] == sysconfig.get_config_var("EXT_SUFFIX")
    assert (tmp_path / "Python.h").is_file()


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
        probe_interpreter.require_supported_version(version)


@pytest.mark.parametrize("version", [(3, 10), (3, 14)])
def test_supported_interpreter_is_accepted(version: tuple[int, int]) -> None:
    probe_interpreter.require_supported_version(version)


def test_missing_headers_say_what_to_install(tmp_path: Path) -> None:
    message = r"no Python\.h in .*install python3\.\d+-dev"

    with pytest.raises(UnusableInterpreterError, match=message):
        probe_interpreter.copy_headers(tmp_path, tmp_path / "pyconfig.h", tmp_path / "out")


def test_config_of_the_platform_replaces_a_dispatching_header(tmp_path: Path) -> None:
    include = tmp_path / "include"
    include.mkdir()
    (include / "Python.h").write_text("")
    (include / "pyconfig.h").write_text("#include <some-architecture/pyconfig.h>\n")
    real_config = tmp_path / "real_pyconfig.h"
    real_config.write_text("#define SIZEOF_LONG 8\n")

    probe_interpreter.copy_headers(include, real_config, tmp_path / "out")

    assert (tmp_path / "out" / "pyconfig.h").read_text() == "#define SIZEOF_LONG 8\n"
