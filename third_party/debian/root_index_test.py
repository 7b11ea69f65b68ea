# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Which packages a root is made from, whatever an archive offers."""

from __future__ import annotations

import pytest
from apt_archive import Offer
from programs import AssemblyError
from root_index import locked_offers
from root_lock import Package

LOCKED = {"libc6": Package("2.41-1", "a" * 64), "zlib1g": Package("1.3", "b" * 64)}
LIBC, ZLIB = (Offer(name, pin.version, pin.sha256) for name, pin in LOCKED.items())


def test_what_the_lock_says_is_taken_among_other_versions() -> None:
    newer = Offer("libc6", "2.41-2", "c" * 64)

    assert locked_offers("sid", LOCKED, {"libc6": [newer, LIBC], "zlib1g": [ZLIB]}) == [LIBC, ZLIB]


@pytest.mark.parametrize(
    ("offers", "there"),
    [
        ([Offer("libc6", "2.41-2", "c" * 64)], f"2.41-2 ({'c' * 64})"),
        ([Offer("libc6", "2.41-1", "d" * 64)], f"2.41-1 ({'d' * 64})"),
        ([], "none"),
    ],
    ids=["a successor", "another content", "no such package"],
)
def test_anything_else_is_refused_with_what_to_do(offers: list[Offer], there: str) -> None:
    with pytest.raises(AssemblyError, match="update_lock` locks what it has now") as error:
        locked_offers("sid", LOCKED, {"libc6": offers, "zlib1g": [ZLIB]})

    assert f"libc6 2.41-1 ({'a' * 64}), it has {there}" in str(error.value)
    assert "zlib1g" not in str(error.value)
