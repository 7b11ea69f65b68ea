# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Dependencies point one way: each layer knows only the layers that the table allows it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

# Layer -> layers that it may use. A layer is a folder with all below it; the longest name wins.
# toolchains and third_party are open to all. The headers of tt_metal/api lie below the runtime that
# implements them, the rest of it above.
ALLOWED = {
    "toolchains": (),
    "third_party": (),
    "tt_metal/hw": (),
    "tt_metal/kernels": ("tt_metal/hw",),
    "tt_metal/sim": ("tt_metal/hw",),
    "tt_metal/device": ("tt_metal/hw", "tt_metal/sim"),
    "tt_metal/jit": ("tt_metal/hw", "tt_metal/kernels", "tt_metal/api"),
    "tt_metal/runtime": ("tt_metal/hw", "tt_metal/device", "tt_metal/jit", "tt_metal/api"),
    "tt_metal/api": ("tt_metal/hw", "tt_metal/runtime"),
    "ttnn/cpp": ("tt_metal/api", "tt_metal/hw", "tt_metal/kernels"),
    "ttnn/bindings": ("ttnn/cpp",),
    "ttnn/ttnn": ("ttnn/bindings", "ttnn/cpp", "tt_metal/jit"),
    "packaging": ("ttnn/ttnn",),
}
OPEN_LAYERS = frozenset({"toolchains", "third_party"})
# The licence and the like.
ROOT_PACKAGE = ""


def package_of(label: str) -> str:
    return label.lstrip("@").removeprefix("//").partition(":")[0]


def layer_of(package: str) -> str | None:
    layers = [layer for layer in ALLOWED if f"{package}/".startswith(f"{layer}/")]
    return max(layers, key=len, default=None)


def find_violations(edges: Iterable[tuple[str, str]]) -> list[str]:
    violations = []
    for source, target in edges:
        if package_of(target) == ROOT_PACKAGE:
            continue
        user, used = layer_of(package_of(source)), layer_of(package_of(target))
        if user is None or used is None:
            violations.append(f"{source} -> {target}: a package of no layer ends up in the wheel")
        elif used != user and used not in OPEN_LAYERS and used not in ALLOWED[user]:
            allowed = ", ".join(ALLOWED[user]) or "nothing of ours"
            violations.append(
                f"{source} -> {target}: {user} may use {allowed}; "
                f"move what it needs down, or hand it in from above"
            )
    return violations


def test_layers_of_the_wheel_know_only_what_is_below() -> None:
    edges = json.loads(Path(os.environ["DEPENDENCY_EDGES"]).read_text())

    violations = find_violations(edges)

    assert violations == [], "\n".join(violations)


def test_graph_reaches_from_the_package_to_the_chip() -> None:
    edges = json.loads(Path(os.environ["DEPENDENCY_EDGES"]).read_text())

    reached = {layer_of(package_of(target)) for _, target in edges}

    assert {"ttnn/ttnn", "ttnn/bindings", "ttnn/cpp", "tt_metal/sim", "tt_metal/hw"} <= reached


def test_upward_edge_is_named() -> None:
    (violation,) = find_violations([("@@//tt_metal/sim/noc:noc", "@@//ttnn/cpp/tensor:tensor")])

    assert "tt_metal/sim/noc:noc -> @@//ttnn/cpp/tensor:tensor" in violation
    assert "tt_metal/sim may use tt_metal/hw" in violation


def test_skipping_a_layer_is_a_violation() -> None:
    assert find_violations([("@@//ttnn/cpp:ttnn", "@@//tt_metal/device:device")])


def test_unknown_package_is_a_violation() -> None:
    assert find_violations([("@@//ttnn/cpp:ttnn", "@@//scratch:thing")])


def test_downward_edge_and_edge_within_a_layer_are_allowed() -> None:
    assert (
        find_violations(
            [
                ("@@//tt_metal/device:device", "@@//tt_metal/sim:chip"),
                ("@@//tt_metal/sim:chip", "@@//tt_metal/sim/rv32:hart"),
                ("@@//tt_metal/sim:chip", "@@//third_party/pybind11:pybind11"),
            ]
        )
        == []
    )
