# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Gate: the wheel installs and works in the root file system of another release or processor.

A user namespace makes the root file system the whole world: its own loader, C library, Python and
NumPy. What ran on which of them is reported by the very process that computed, and compared with
what was wanted, so that no run on the machine's own library passes.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from frozen_python import make_frozen_python

ROOT = Path(os.environ["ROOT"]).resolve()
# Where the root file system shows the test's own folder.
MOUNT = "/tmp"

_ENTER = """
mount --rbind "$1" "$2/tmp"
mount --rbind /proc "$2/proc"
mount --rbind /dev "$2/dev"
root=$2
shift 2
exec /usr/sbin/chroot "$root" "$@"
"""

_REPORT = """
import json, os, platform, sys
print(json.dumps({
    "glibc": os.confstr("CS_GNU_LIBC_VERSION"),
    "machine": platform.machine(),
    "python": "%d.%d" % sys.version_info[:2],
    "world": sorted(os.listdir("/tmp")),
}))
"""

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def libraries() -> str:
    """Folders of BLAS and LAPACK, which Debian links into place by a script on installation."""
    folders = sorted(p for name in ("blas", "lapack") for p in ROOT.glob(f"usr/lib/*/{name}"))
    return ":".join(f"/{folder.relative_to(ROOT)}" for folder in folders)


def interpreter(folder: Path) -> list[str]:
    """The command that starts Python in the userland, where `folder` is `MOUNT`."""
    if "FREEZE_CORE" in os.environ:
        python = make_frozen_python(Path(os.environ["FREEZE_CORE"]), folder)
        return [f"{MOUNT}/{python.relative_to(folder)}"]
    python = f"/usr/bin/python{os.environ['PYTHON']}"
    if "EMULATOR" in os.environ:
        shutil.copy(Path(os.environ["EMULATOR"], "usr/bin/qemu-aarch64"), folder)
        return [f"{MOUNT}/qemu-aarch64", python]
    return [python]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs the userland's Python in it, with the wheel installed."""
    folder = tmp_path_factory.mktemp("mount")
    wheels = {v: Path(os.environ[v]) for v in ("PIP", "WHEEL", "NUMPY") if v in os.environ}
    for wheel in wheels.values():
        shutil.copy(wheel, folder)
    python = interpreter(folder)

    def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
        namespace = ["/usr/bin/unshare", "--map-root-user", "--mount", "/bin/sh", "-euc", _ENTER]
        return subprocess.run(
            [*namespace, "sh", str(folder), str(ROOT), *python, "-B", *arguments],
            env={
                # The userland has no users, of whom pip would ask.
                "HOME": MOUNT,
                "LD_LIBRARY_PATH": libraries(),
                "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
                "PYTHONPATH": f"{MOUNT}/site",
            },
            capture_output=True,
            text=True,
            check=False,
        )

    pip, *distributions = (f"{MOUNT}/{wheel.name}" for wheel in wheels.values())
    options = ["--no-index", "--no-deps", "--no-compile", "--target", f"{MOUNT}/site"]
    outcome = run_python(f"{pip}/pip", "install", *options, *distributions)
    assert outcome.returncode == 0, outcome.stderr
    return run_python


def test_results_match_numpy_on_the_wanted_c_library(run: Run) -> None:
    script = Path(os.environ["SCRIPT"]).read_text(encoding="utf-8")

    outcome = run("-c", _REPORT + script)

    assert outcome.returncode == 0, outcome.stderr
    report, *_, last = outcome.stdout.splitlines()
    print(report)
    facts = json.loads(report)
    assert facts["glibc"] == f"glibc {os.environ['GLIBC']}"
    assert facts["python"] == os.environ["PYTHON"]
    assert facts["machine"] == ("aarch64" if "EMULATOR" in os.environ else os.uname().machine)
    assert "site" in facts["world"]
    assert last == "all results match NumPy"
