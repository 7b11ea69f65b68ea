# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Each example runs and prints what the README shows."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

FOLDER = Path("tt_metal/programming_examples")
NOT_EXAMPLES = {"parts.py", "examples_test.py"}
EXAMPLES = sorted(path.name for path in FOLDER.glob("*.py") if path.name not in NOT_EXAMPLES)

PRINTED = {
    "add_tensors.py": ["sum on 64 cores: error"],
    "custom_sfpi.py": ["smooth step: error"],
    "hello_world.py": [
        f"0:(x={x},y=0):{hart}: {text}"
        for x in (0, 1)
        for hart, text in {
            "BR": f"data movement on NoC 0 says hello from core ({x},0)",
            "NC": f"data movement on NoC 1 says hello from core ({x},0)",
            "TR0": "unpack says hello",
            "TR1": "math says hello",
            "TR2": "pack says hello",
        }.items()
    ],
    "loopback.py": ["copy of 12 tiles: error 0.0e+00"],
    "matmul.py": ["product on 1 core: error", "product on 24 cores: error"],
    "matmul_blocks.py": ["each core reads: error", "blocks are shared: error"],
    "send_tile.py": ["tile that was sent: error 0.0e+00"],
    "sfpu_chain.py": ["softplus: error"],
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_runs(
    example: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))
    monkeypatch.delitem(sys.modules, "parts", raising=False)
    monkeypatch.setenv("TT_METAL_DPRINT_CORES", "")  # an example may set it

    runpy.run_path(str(FOLDER / example), run_name="__main__")

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(PRINTED[example])
    for line in PRINTED[example]:
        assert any(printed.startswith(line) for printed in lines), (line, lines)


def test_every_example_is_in_the_readme() -> None:
    readme = (FOLDER / "README.md").read_text()

    for example in EXAMPLES:
        assert f"({example})" in readme
