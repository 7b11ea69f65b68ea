# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Asks the interpreter that runs the tests what it is."""

from __future__ import annotations

import json
import os
import sys
import sysconfig
import zlib
from pathlib import Path


def read_facts() -> dict[str, str]:
    return json.loads(Path(os.environ["INTERPRETER_FACTS"]).read_text())


def test_tests_run_on_the_interpreter_of_the_toolchain() -> None:
    facts = read_facts()

    assert facts["tag"] == f"cp{sys.version_info.major}{sys.version_info.minor}"
    assert os.path.realpath(sys.executable) == facts["executable"]


def test_archives_are_compressed_by_the_described_zlib() -> None:
    facts = read_facts()

    assert facts["zlib"] == zlib.ZLIB_RUNTIME_VERSION
    assert facts["zlib_library"] == "" or Path(facts["zlib_library"]).is_file()


def test_packages_of_the_machine_cannot_be_imported() -> None:
    machine = {"base": sys.base_prefix, "platbase": sys.base_exec_prefix}
    machine_packages = {sysconfig.get_path(name, vars=machine) for name in ("purelib", "platlib")}

    assert sys.prefix != sys.base_prefix
    assert machine_packages.isdisjoint(sys.path)
    assert not any("dist-packages" in entry for entry in sys.path)
